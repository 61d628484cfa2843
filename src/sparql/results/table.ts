import { prefixesFor, VOCABULARY_PREFIXES, XSD } from '../../rdf/namespaces.ts';
import type { QueryResult, ResultTerm } from '../types.ts';

export type CellValue = string | number | boolean | null;

/** Rows as plain values, for tables and for JSON that people read. */
export interface ResultTable {
  readonly columns: readonly string[];
  /** One value for each column, in the order of `columns`; null where nothing is bound. */
  readonly rows: readonly (readonly CellValue[])[];
}

const NUMERIC = new Set<string>([
  XSD.integer,
  XSD.decimal,
  XSD.nonNegativeInteger,
  `${VOCABULARY_PREFIXES.xsd}double`,
  `${VOCABULARY_PREFIXES.xsd}float`,
]);

/** `actor:FRA` for what has a known prefix, else the IRI. */
const shortIri = (iri: string, prefixes: readonly (readonly [string, string])[]): string => {
  const match = prefixes.find(([, namespace]) => iri.startsWith(namespace) && /^[\w.%-]+$/.test(iri.slice(namespace.length)));
  return match ? `${match[0]}:${iri.slice(match[1].length)}` : iri;
};

const literalValue = (value: string, datatype: string): CellValue => {
  if (datatype === XSD.boolean) return value === 'true' || value === '1';
  if (!NUMERIC.has(datatype)) return value;
  const number = Number(value);
  return Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number)) ? number : value;
};

/** @param base base IRI of individuals, for short names such as `actor:FRA` */
export const tableOf = (result: QueryResult, base: string): ResultTable => {
  const prefixes = Object.entries(prefixesFor(base));
  const cell = (term: ResultTerm | undefined): CellValue => {
    if (!term) return null;
    if (term.termType === 'NamedNode') return shortIri(term.value, prefixes);
    return term.termType === 'BlankNode' ? `_:${term.value}` : literalValue(term.value, term.datatype.value);
  };
  if (result.kind === 'boolean') return { columns: ['answer'], rows: [[result.value]] };
  if (result.kind === 'bindings') {
    return { columns: result.columns, rows: result.rows.map((row) => result.columns.map((column) => cell(row.get(column)))) };
  }
  const columns = ['subject', 'predicate', 'object'] as const;
  return { columns, rows: result.quads.map((quad) => columns.map((column) => cell(quad[column] as ResultTerm))) };
};
