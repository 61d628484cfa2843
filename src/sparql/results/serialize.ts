import { DemarcheError } from '../../model/errors.ts';
import { RDF_FORMATS, type RdfFormat, serialize } from '../../rdf/serialize.ts';
import type { QueryResult } from '../types.ts';
import { writeJson } from './json.ts';
import { writeCsv, writeTsv } from './separated.ts';
import { writeXml } from './xml.ts';

/** Formats for rows and truth values. */
export const ROW_FORMATS = ['json', 'csv', 'tsv', 'xml'] as const;
type RowFormat = (typeof ROW_FORMATS)[number];

export type ResultFormat = RowFormat | RdfFormat;

/** Media types of the row formats (SPARQL 1.1 Protocol, section 2.1.6; those of RDF are in `rdf/serialize.ts`). */
export const ROW_MEDIA_TYPES: Readonly<Record<RowFormat, string>> = {
  json: 'application/sparql-results+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xml: 'application/sparql-results+xml',
};

const isRdfFormat = (format: ResultFormat): format is RdfFormat => (RDF_FORMATS as readonly string[]).includes(format);

const misfit = (format: string, gives: string, formats: readonly string[]): DemarcheError =>
  new DemarcheError('usage', `${format} cannot hold ${gives}`, { hint: `choose ${formats.join(', ')}` });

/**
 * A result as text in a standard format.
 * @param base base IRI of individuals, for the prefixes of Turtle
 * @throws DemarcheError (kind `usage`) where the format cannot hold the result
 */
export const serializeResult = (result: QueryResult, format: ResultFormat, base?: string): string => {
  if (result.kind === 'quads') {
    if (!isRdfFormat(format)) throw misfit(format, 'the triples of CONSTRUCT or DESCRIBE', RDF_FORMATS);
    return serialize(result.quads, format, base === undefined ? {} : { base });
  }
  if (isRdfFormat(format)) throw misfit(format, 'the answer to SELECT or ASK', ROW_FORMATS);
  if (format === 'json') return writeJson(result);
  if (format === 'xml') return writeXml(result);
  if (result.kind === 'boolean') throw misfit(format, 'the answer to ASK', ['json', 'xml']);
  return format === 'csv' ? writeCsv(result) : writeTsv(result);
};
