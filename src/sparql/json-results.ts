import { DemarcheError } from '../model/errors.ts';
import { blank, iri, langString, string, typed } from '../rdf/factory.ts';
import type { BindingsResult, BooleanResult, ResultTerm, Solution } from './types.ts';

/* SPARQL 1.1 Query Results JSON Format (W3C Recommendation 2013), reading: what comes from elsewhere is checked. */

interface JsonTerm {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly datatype?: unknown;
  readonly 'xml:lang'?: unknown;
}

const fail = (what: string): never => {
  throw new DemarcheError('network', `the endpoint's answer is no SPARQL result in JSON: ${what}`, {
    hint: 'check that the address is that of a SPARQL 1.1 endpoint',
  });
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const termOf = (json: JsonTerm): ResultTerm => {
  const { type, value, datatype, 'xml:lang': language } = json;
  if (typeof value !== 'string') return fail('a term without a value');
  if (type === 'uri') return iri(value);
  if (type === 'bnode') return blank(value);
  // `typed-literal` is what older servers, Virtuoso among them, still send.
  if (type !== 'literal' && type !== 'typed-literal') return fail('a term of unknown type');
  if (typeof language === 'string') return langString(value, language);
  return typeof datatype === 'string' ? typed(value, datatype) : string(value);
};

const solutionOf = (row: unknown): Solution => {
  if (!isObject(row)) return fail('a row that is no object');
  return new Map(
    Object.entries(row).map(([name, term]) => [name, isObject(term) ? termOf(term) : fail('a cell that is no term')]),
  );
};

const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : fail('no object');
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    return fail('no JSON');
  }
};

/** @throws DemarcheError (kind `network`) */
export const readJsonResults = (text: string): BindingsResult | BooleanResult => {
  const { boolean, head, results } = parse(text);
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean };
  if (!isObject(results) || !Array.isArray(results.bindings)) return fail('no rows');
  const vars = isObject(head) && Array.isArray(head.vars) ? head.vars.map(String) : [];
  return { kind: 'bindings', columns: vars, rows: results.bindings.map(solutionOf), truncated: false };
};
