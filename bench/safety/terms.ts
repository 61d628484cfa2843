import { DemarcheError } from '../../src/model/errors.ts';
import { dataFactory, defaultGraph, iri, type Quad, quad, type Term } from '../../src/rdf/factory.ts';
import { termKey } from '../../src/rdf/order.ts';
import { parseQuads, type TextFormat } from '../../src/rdf/parse.ts';
import { serialize } from '../../src/rdf/serialize.ts';
import { serializeResult } from '../../src/sparql/index.ts';
import { readJsonResults } from '../../src/sparql/json-results.ts';
import type { ResultTerm } from '../../src/sparql/types.ts';

/* Hostile terms, written and read back: equal or refused, and nothing besides. */

type Random = (below: number) => number;

const PIECES = [
  '> <x:p> <x:o> . <x:y',
  '" . <x:s> <x:p> "o',
  "'''",
  '"""',
  '\\',
  '\\u0022',
  '\\"',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u0008',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '𝔘',
  'é',
  'e\u0301',
  '<',
  '>',
  '{',
  '}',
  '|',
  '^',
  '`',
  ' ',
  '%',
  '%41',
  '%zz',
  '#',
  '?',
  '/',
  ':',
  '@en',
  '^^<x:t>',
  '_:b',
  'a',
  'http://example.org/',
  'javascript:alert(1)',
  '..',
  '[]',
  '()',
  ';',
  ',',
  '.',
  '--',
  'GRAPH <g> {',
  '}',
  '# comment',
  '&',
  '&lt;',
  ']]>',
  '<!--',
  '<script>',
  '=cmd',
  '"',
  "'",
] as const;

const text = (random: Random): string => Array.from({ length: random(6) }, () => PIECES[random(PIECES.length)]).join('');

const hostileIri = (random: Random): Term => iri(`${['http://example.org/', 'urn:', '', 'x:'][random(4)]}${text(random)}`);

const LANGUAGES = ['en', 'en-GB', 'de-CH-1996', 'x y', 'en"', 'toolonglanguage', '', 'en\n', 'EN'];

const hostileLiteral = (random: Random): Term => {
  const kind = random(3);
  if (kind === 0) return dataFactory.literal(text(random)) as Term;
  if (kind === 1) return dataFactory.literal(text(random), LANGUAGES[random(LANGUAGES.length)]!) as Term;
  // n3 keeps a literal as one text, in which a quotation mark in the datatype would end the value: no such term can be made.
  const datatype = iri(hostileIri(random).value.replaceAll('"', ''));
  return dataFactory.literal(text(random), datatype as never) as Term;
};

const hostileBlank = (random: Random): Term => dataFactory.blankNode(`b${random(2) ? text(random) : random(100)}`) as Term;

const subjectOf = (random: Random): Term => (random(4) === 0 ? hostileBlank(random) : hostileIri(random));
const objectOf = (random: Random): Term => [hostileIri, hostileLiteral, hostileLiteral, hostileBlank][random(4)]!(random);

const FORMATS: readonly TextFormat[] = ['turtle', 'trig', 'ntriples', 'nquads'];

/** Languages are compared without regard to case (RDF 1.1, section 3.3), blank nodes as being some. */
const keyOf = (term: Term): string => (term.termType === 'BlankNode' ? '_' : termKey(term));
const keysOf = (each: Quad): string => [each.subject, each.predicate, each.object, each.graph].map(keyOf).join('\u0001');

export interface TermReport {
  equal: number;
  refused: number;
  /** What came back otherwise than it went, or with something besides. */
  readonly wrong: string[];
}

const roundTrip = (random: Random, report: TermReport): void => {
  const format = FORMATS[random(FORMATS.length)]!;
  const keepsGraphs = format === 'trig' || format === 'nquads';
  const graph = keepsGraphs && random(2) ? hostileIri(random) : defaultGraph();
  const made = quad(subjectOf(random) as never, hostileIri(random) as never, objectOf(random) as never, graph as never);
  let written: string;
  try {
    written = serialize([made], format);
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error;
    report.refused++;
    return;
  }
  const read = parseQuads(written, 'back', format);
  if (read.length === 1 && keysOf(read[0]!) === keysOf(made)) report.equal++;
  else report.wrong.push(`${format}: ${JSON.stringify(written)}`);
};

/** Results in JSON hold any term. */
const inResults = (random: Random, report: TermReport): void => {
  const term = objectOf(random) as ResultTerm;
  const name = 'x';
  const written = serializeResult(
    { kind: 'bindings', columns: [name], rows: [new Map([[name, term]])], truncated: false },
    'json',
  );
  const result = readJsonResults(written);
  const back = result.kind === 'bindings' && result.rows.length === 1 ? result.rows[0]!.get(name) : undefined;
  if (back && termKey(back) === termKey(term)) report.equal++;
  else report.wrong.push(`json: ${JSON.stringify(written)}`);
};

/** Writes so many hostile terms and reads them back. */
export const tryTerms = (count: number, random: Random): TermReport => {
  const report: TermReport = { equal: 0, refused: 0, wrong: [] };
  for (let i = 0; i < count; i++) (i % 4 === 3 ? inResults : roundTrip)(random, report);
  return report;
};
