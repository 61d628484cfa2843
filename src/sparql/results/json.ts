import { escapeJson } from '../../rdf/escape.ts';
import { XSD } from '../../rdf/namespaces.ts';
import type { BindingsResult, BooleanResult, ResultTerm, Solution } from '../types.ts';

const term = (value: ResultTerm): string => {
  const text = `"value":${escapeJson(value.value)}`;
  if (value.termType === 'NamedNode') return `{"type":"uri",${text}}`;
  if (value.termType === 'BlankNode') return `{"type":"bnode",${text}}`;
  if (value.language) return `{"type":"literal","xml:lang":${escapeJson(value.language)},${text}}`;
  if (value.datatype.value === XSD.string) return `{"type":"literal",${text}}`;
  return `{"type":"literal","datatype":${escapeJson(value.datatype.value)},${text}}`;
};

const solution = (row: Solution, columns: readonly string[]): string => {
  const bound = columns.flatMap((column) => {
    const value = row.get(column);
    return value ? [`${escapeJson(column)}:${term(value)}`] : [];
  });
  return `{${bound.join(',')}}`;
};

/** SPARQL 1.1 Query Results JSON Format (W3C Recommendation 2013); control and invisible characters are escaped. */
export const writeJson = (result: BindingsResult | BooleanResult): string => {
  if (result.kind === 'boolean') return `{"head":{},"boolean":${result.value}}\n`;
  const rows = result.rows.map((row) => solution(row, result.columns));
  const head = `{"head":{"vars":[${result.columns.map(escapeJson).join(',')}]},"results":{"bindings":[`;
  return `${head}${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`}]}}\n`;
};
