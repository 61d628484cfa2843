import { XSD } from '../../rdf/namespaces.ts';
import type { BindingsResult, BooleanResult, ResultTerm, Solution } from '../types.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What no XML 1.0 document may hold, even escaped (section 2.2, production Char). */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A carriage return would be read back as a line feed; the rest are controls that a terminal may obey. */
const REFERENCED = /[\r\u007f-\u009f\u2028\u2029]/g;

/** Text for XML 1.0: what may not stand there becomes U+FFFD, everything else reads back equal. */
const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char]!)
    .replace(REFERENCED, (char) => `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`);

/** In an attribute, tab and line feed would be read back as a space. */
const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/[\t\n]/g, (char) => `&#x${char === '\t' ? '9' : 'A'};`);

const term = (value: ResultTerm): string => {
  const text = escapeXml(value.value);
  if (value.termType === 'NamedNode') return `<uri>${text}</uri>`;
  if (value.termType === 'BlankNode') return `<bnode>${text}</bnode>`;
  if (value.language) return `<literal xml:lang="${escapeAttribute(value.language)}">${text}</literal>`;
  if (value.datatype.value === XSD.string) return `<literal>${text}</literal>`;
  return `<literal datatype="${escapeAttribute(value.datatype.value)}">${text}</literal>`;
};

const solution = (row: Solution, columns: readonly string[]): string => {
  const bound = columns.flatMap((column) => {
    const value = row.get(column);
    return value ? [`<binding name="${escapeAttribute(column)}">${term(value)}</binding>`] : [];
  });
  return `    <result>${bound.join('')}</result>\n`;
};

const document = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n${content}</sparql>\n`;

/** SPARQL Query Results XML Format (W3C Recommendation, second edition, 2013). */
export const writeXml = (result: BindingsResult | BooleanResult): string => {
  if (result.kind === 'boolean') return document(`  <head/>\n  <boolean>${result.value}</boolean>\n`);
  const variables = result.columns.map((column) => `<variable name="${escapeAttribute(column)}"/>`).join('');
  const rows = result.rows.map((row) => solution(row, result.columns)).join('');
  return document(`  <head>${variables}</head>\n  <results>\n${rows}  </results>\n`);
};
