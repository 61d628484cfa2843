import Negotiator from 'negotiator';
import type { GraphFormat, RowFormat, WantedFormats } from '../app/endpoint/types.ts';

/** Media types of each form, the one that is sent first. */
const ROW_TYPES: Readonly<Record<RowFormat, readonly string[]>> = {
  json: ['application/sparql-results+json', 'application/json'],
  xml: ['application/sparql-results+xml', 'application/xml', 'text/xml'],
  csv: ['text/csv'],
  tsv: ['text/tab-separated-values'],
};
const GRAPH_TYPES: Readonly<Record<GraphFormat, readonly string[]>> = {
  turtle: ['text/turtle', 'application/x-turtle'],
  ntriples: ['application/n-triples', 'text/plain'],
  jsonld: ['application/ld+json', 'application/json'],
  trig: ['application/trig'],
  nquads: ['application/n-quads'],
};

/** Of media types for which a caller has the same wish, the first here is sent. */
const choose = <F extends string>(
  accept: string | undefined,
  types: Readonly<Record<F, readonly string[]>>,
  not: string[] = [],
) => {
  const offered = (Object.entries(types) as [F, readonly string[]][]).filter(([format]) => !not.includes(format));
  const all = offered.flatMap(([, names]) => names);
  const wanted = new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaType(all);
  return offered.find(([, names]) => wanted !== undefined && names.includes(wanted))?.[0] ?? null;
};

export const wantedGraphFormat = (accept: string | undefined): GraphFormat | null => choose(accept, GRAPH_TYPES);

/** CSV and TSV cannot hold the answer to ASK. */
export const wantedFormats = (accept: string | undefined): WantedFormats => ({
  bindings: choose(accept, ROW_TYPES),
  boolean: choose(accept, ROW_TYPES, ['csv', 'tsv']),
  quads: wantedGraphFormat(accept),
});

/** True for browsers. */
export const prefersHtml = (accept: string | undefined): boolean =>
  new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaType(['text/plain', 'text/html']) === 'text/html';

/** `Content-Type` of an answer. */
export const contentTypeOf = (format: RowFormat | GraphFormat): string => {
  const [type] = format in ROW_TYPES ? ROW_TYPES[format as RowFormat] : GRAPH_TYPES[format as GraphFormat];
  return type!.startsWith('text/') ? `${type}; charset=utf-8${format === 'csv' ? '; header=present' : ''}` : type!;
};
