import { escapeString } from '../../rdf/escape.ts';
import { XSD } from '../../rdf/namespaces.ts';
import type { BindingsResult, ResultTerm } from '../types.ts';

/* SPARQL 1.1 Query Results CSV and TSV Formats (W3C Recommendation 2013). */

const LINE_END = '\r\n';

const quotedField = (text: string): string => (/["\n\r,]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

const csvTerm = (term: ResultTerm | undefined): string => {
  if (!term) return '';
  return quotedField(term.termType === 'BlankNode' ? `_:${term.value}` : term.value);
};

/**
 * CSV exactly as the Recommendation has it: plain values, types lost, nothing defused. Spreadsheets may take a value that
 * starts with `=` for a formula; the tables of `graph` and `analyze` are the ones made for spreadsheets.
 */
export const writeCsv = (result: BindingsResult): string => {
  const rows = result.rows.map((row) => result.columns.map((column) => csvTerm(row.get(column))).join(','));
  return [result.columns.map(quotedField).join(','), ...rows].map((line) => line + LINE_END).join('');
};

/** Numbers that Turtle writes without quotes, by datatype. */
const SHORTHAND: Readonly<Record<string, RegExp>> = {
  [XSD.integer]: /^[+-]?\d+$/,
  [XSD.decimal]: /^[+-]?\d*\.\d+$/,
};

const hex = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const iriRef = (iri: string): string => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, hex)}>`;

const tsvTerm = (term: ResultTerm | undefined): string => {
  if (!term) return '';
  if (term.termType === 'NamedNode') return iriRef(term.value);
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  const datatype = term.datatype.value;
  if (SHORTHAND[datatype]?.test(term.value)) return term.value;
  const text = `"${escapeString(term.value)}"`;
  if (term.language) return `${text}@${term.language}`;
  return datatype === XSD.string ? text : `${text}^^${iriRef(datatype)}`;
};

/** TSV: terms as in Turtle, so that types and languages survive and no line end or tab stands in a field. */
export const writeTsv = (result: BindingsResult): string => {
  const rows = result.rows.map((row) => result.columns.map((column) => tsvTerm(row.get(column))).join('\t'));
  return [result.columns.map((column) => `?${column}`).join('\t'), ...rows].map((line) => `${line}\n`).join('');
};
