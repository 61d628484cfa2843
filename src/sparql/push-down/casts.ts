import { XSD } from '../../rdf/namespaces.ts';
import type { ValueFunction } from './functions.ts';
import { MOMENT_TYPES, parseMoment, zoneText } from './moments.ts';
import { castNumber, NUMERIC_TYPES, numberOf, parseNumber, textOf } from './numeric.ts';
import { plain, truth, type Value } from './values.ts';

/* Constructor functions (SPARQL 1.1, section 17.5). */

/** The lexical form, as STR gives it. */
const lexicalForm = (value: Value): string => {
  switch (value.kind) {
    case 'number':
      return textOf(value);
    case 'boolean':
      return String(value.value);
    case 'moment':
      return value.lexical;
    default:
      return value.text;
  }
};

const castToBoolean: ValueFunction = ([value]) => {
  if (value?.kind === 'boolean') return value;
  if (value?.kind === 'number') return truth(value.number !== 0 && !Number.isNaN(value.number));
  if (value?.kind !== 'string' || !/^(?:true|false|1|0)$/.test(value.text)) return null;
  return truth(value.text === 'true' || value.text === '1');
};

const castToNumber =
  (type: 'integer' | 'decimal' | 'float' | 'double'): ValueFunction =>
  ([value]) => {
    if (value?.kind === 'number') return castNumber(value, type);
    if (value?.kind === 'boolean') return numberOf(type, Number(value.value));
    return value?.kind === 'string' ? parseNumber(value.text, type) : null;
  };

const castToMoment =
  (type: 'dateTime' | 'date' | 'time'): ValueFunction =>
  ([value]) => {
    if (value?.kind === 'string') return parseMoment(value.text, type);
    if (value?.kind !== 'moment') return null;
    if (value.type === type) return value;
    if (value.type === 'time' || type === 'time') return null;
    const [day] = value.lexical.split('T') as [string];
    const bare = value.type === 'date' ? day.slice(0, day.length - zoneText(value).length) : day;
    return parseMoment(type === 'date' ? bare + zoneText(value) : `${bare}T00:00:00${zoneText(value)}`, type);
  };

/** Constructor functions (section 17.5) by datatype. */
export const CASTS: ReadonlyMap<string, ValueFunction> = new Map<string, ValueFunction>([
  [XSD.string, ([value]) => (value!.kind === 'blank' ? null : plain(lexicalForm(value!)))],
  [XSD.boolean, castToBoolean],
  ...[...NUMERIC_TYPES]
    .filter(([iri, type]) => iri.endsWith(`#${type}`))
    .map(([iri, type]) => [iri, castToNumber(type)] as const),
  ...[...MOMENT_TYPES].map(([iri, type]) => [iri, castToMoment(type)] as const),
]);
