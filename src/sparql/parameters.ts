import { DemarcheError } from '../model/errors.ts';
import { POLARITIES } from '../model/extraction.ts';
import { iri, string, typed } from '../rdf/factory.ts';
import { XSD } from '../rdf/namespaces.ts';
import { isAbsoluteIri, isWellFormed } from '../rdf/terms.ts';
import { resolveNamed } from './names.ts';
import { didYouMean } from './suggest.ts';
import type { CatalogueQuery, Engine, Parameter, ParameterType, ResultTerm } from './types.ts';

/** How a text becomes a term: null where it is not of the type. */
type Reader = (text: string) => ResultTerm | null;

const matching =
  (pattern: RegExp, datatype: string): Reader =>
  (text) =>
    pattern.test(text) ? typed(text, datatype) : null;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
};

const READERS: Readonly<Record<Exclude<ParameterType, 'actor' | 'topic'>, { read: Reader; form: string }>> = {
  date: { read: (text) => (isDay(text) ? typed(text, XSD.date) : null), form: 'a day as YYYY-MM-DD' },
  integer: { read: matching(/^[+-]?\d+$/, XSD.integer), form: 'a whole number' },
  number: { read: matching(/^[+-]?(\d+\.?\d*|\.\d+)$/, XSD.decimal), form: 'a number such as 0.5' },
  string: { read: (text) => (isWellFormed(text) ? string(text) : null), form: 'a text' },
  boolean: { read: matching(/^(true|false)$/, XSD.boolean), form: 'true or false' },
  iri: { read: (text) => (isAbsoluteIri(text) ? iri(text) : null), form: 'an absolute IRI' },
  polarity: {
    read: (text) => ((POLARITIES as readonly string[]).includes(text) ? string(text) : null),
    form: POLARITIES.join(', '),
  },
};

const readTerm = async (engine: Engine, parameter: Parameter, text: string): Promise<ResultTerm> => {
  if (parameter.type === 'actor' || parameter.type === 'topic') return resolveNamed(engine, parameter.type, parameter.name, text);
  const { read, form } = READERS[parameter.type];
  const term = read(parameter.type === 'string' ? text : text.trim());
  if (term) return term;
  throw new DemarcheError('usage', `parameter "${parameter.name}" cannot be "${text}"`, { hint: `give ${form}` });
};

/** One line per parameter, for help and hints: `actor (actor, required)`. */
export const describeParameters = (query: CatalogueQuery): string => {
  const one = ({ name, type, required, default: value }: Parameter): string =>
    `${name} (${[type, required ? 'required' : '', value === null ? '' : `default ${value}`].filter(Boolean).join(', ')})`;
  return query.parameters.length === 0
    ? `"${query.name}" takes no parameters`
    : `"${query.name}" takes ${query.parameters.map(one).join(', ')}`;
};

const assertKnown = (query: CatalogueQuery, given: Iterable<string>): void => {
  const names = query.parameters.map(({ name }) => name);
  for (const name of given) {
    if (names.includes(name)) continue;
    const hint = [didYouMean(name, names, ''), describeParameters(query)].filter(Boolean).join(' ');
    throw new DemarcheError('usage', `query "${query.name}" has no parameter "${name}"`, { hint });
  }
};

/**
 * The terms for a query's variables, from texts as a user types them. Actors and topics are given by name, alias, id or IRI
 * and looked up in the base. A parameter without value and default stays an ordinary variable.
 * @throws DemarcheError (kind `usage`) for unknown, missing or malformed parameters
 */
export const bindParameterTexts = async (
  engine: Engine,
  query: CatalogueQuery,
  given: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, ResultTerm>> => {
  assertKnown(query, Object.keys(given));
  const terms = new Map<string, ResultTerm>();
  for (const parameter of query.parameters) {
    const text = Object.hasOwn(given, parameter.name) ? given[parameter.name]! : parameter.default;
    if (text !== null) terms.set(parameter.name, await readTerm(engine, parameter, text));
    else if (parameter.required) {
      const hint = describeParameters(query);
      throw new DemarcheError('usage', `query "${query.name}" needs the parameter "${parameter.name}"`, { hint });
    }
  }
  return terms;
};
