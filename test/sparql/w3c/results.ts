import { readFileSync } from 'node:fs';
import { DataFactory, Parser, Store } from 'n3';
import { blank, defaultGraph, iri, type Quad, quad, string } from '../../../src/rdf/factory.ts';
import { termKey } from '../../../src/rdf/order.ts';
import { NUMERIC_TYPES, parseNumber } from '../../../src/sparql/push-down/numeric.ts';
import type { ResultTerm } from '../../../src/sparql/types.ts';

const { namedNode, literal, blankNode } = DataFactory;
const RS = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#';

export type Row = ReadonlyMap<string, ResultTerm>;
export type Expected = { readonly rows: readonly Row[] } | { readonly boolean: boolean } | { readonly quads: readonly Quad[] };

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');

const xmlTerm = (binding: string): ResultTerm => {
  const [, tag, attributes, text] = /<(uri|bnode|literal)([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/.exec(binding)! as unknown as string[];
  if (tag === 'uri') return namedNode(decode(text!)) as ResultTerm;
  if (tag === 'bnode') return blankNode(text) as ResultTerm;
  const language = /xml:lang=["']([^"']*)["']/.exec(attributes!)?.[1];
  const datatype = /datatype=["']([^"']*)["']/.exec(attributes!)?.[1];
  return literal(decode(text ?? ''), language ?? (datatype ? namedNode(datatype) : undefined)) as ResultTerm;
};

const readXml = (text: string): Expected => {
  const boolean = /<boolean>\s*(true|false)\s*<\/boolean>/.exec(text);
  if (boolean) return { boolean: boolean[1] === 'true' };
  const rows = [...text.matchAll(/<result>([\s\S]*?)<\/result>|<result\s*\/>/g)].map(
    ([, row]) =>
      new Map(
        [...(row ?? '').matchAll(/<binding\s+name\s*=\s*["']([^"']*)["']\s*>([\s\S]*?)<\/binding>/g)].map(
          ([, name, binding]) => [name!, xmlTerm(binding!)] as const,
        ),
      ),
  );
  return { rows };
};

interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

const jsonTerm = ({ type, value, datatype, ...rest }: JsonTerm): ResultTerm => {
  if (type === 'uri') return namedNode(value) as ResultTerm;
  if (type === 'bnode') return blankNode(value) as ResultTerm;
  return literal(value, rest['xml:lang'] ?? (datatype ? namedNode(datatype) : undefined)) as ResultTerm;
};

const readJson = (text: string): Expected => {
  const json = JSON.parse(text) as { boolean?: boolean; results?: { bindings: Record<string, JsonTerm>[] } };
  if (json.boolean !== undefined) return { boolean: json.boolean };
  return {
    rows: json.results!.bindings.map((row) => new Map(Object.entries(row).map(([name, term]) => [name, jsonTerm(term)]))),
  };
};

const readTurtle = (text: string): Expected => {
  const quads = new Parser().parse(text);
  const store = new Store(quads);
  if (store.countQuads(null, `${RS}resultVariable`, null, null) === 0) return { quads: quads as unknown as Quad[] };
  const value = (node: unknown, predicate: string) => store.getObjects(node as never, RS + predicate, null)[0]!;
  return {
    rows: store
      .getObjects(null, `${RS}solution`, null)
      .map(
        (solution) =>
          new Map(
            store
              .getObjects(solution, `${RS}binding`, null)
              .map((binding) => [value(binding, 'variable').value, value(binding, 'value') as ResultTerm] as const),
          ),
      ),
  };
};

/** What a case expects. */
export const readExpected = (file: string): Expected => {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.srx')) return readXml(text);
  return file.endsWith('.srj') ? readJson(text) : readTurtle(text);
};

/** Numbers are the same that have the same value, as the suite's README says. */
const comparable = (term: ResultTerm): string => {
  if (term.termType === 'BlankNode') return '_';
  // Relative IRIs of the suite resolve to files, wherever they were unpacked.
  if (term.termType === 'NamedNode' && /^file:|^[^:]*$/.test(term.value)) return term.value.split('/').at(-1)!;
  const type = term.termType === 'Literal' ? NUMERIC_TYPES.get(term.datatype.value) : undefined;
  const value = type && parseNumber(term.value, type);
  return value ? `#${type} ${value.number}` : termKey(term);
};

const blankPattern = (row: Row, labels: Map<string, number>): string =>
  [...row]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, term]) => {
      if (term.termType !== 'BlankNode') return [];
      if (!labels.has(term.value)) labels.set(term.value, labels.size);
      return [String(labels.get(term.value))];
    })
    .join(' ');

/** Rows as texts to compare: blank nodes as how they repeat within their row. */
export const rowTexts = (rows: readonly Row[], isOrdered: boolean): string[] => {
  const texts = rows.map((row) => {
    const cells = [...row].map(([name, term]) => `${name}=${comparable(term)}`).sort();
    return `${cells.join(' | ')} ~ ${blankPattern(row, new Map())}`;
  });
  return isOrdered ? texts : texts.sort();
};

/** A term such that those that count as the same are the same. */
const comparableTerm = (term: ResultTerm): Quad['object'] =>
  term.termType === 'BlankNode' ? blank(`term-${term.value}`) : string(comparable(term));

/** Rows as quads: the rows are the same, with their blank nodes, where the quads are isomorphic. */
export const rowQuads = (rows: readonly Row[], isOrdered: boolean): Quad[] =>
  rows.flatMap((row, i) => {
    const subject = isOrdered ? iri(`row:${i}`) : blank(`row-${i}`);
    const cells = [...row].map(([name, term]) => quad(subject, iri(`variable:${name}`), comparableTerm(term), defaultGraph()));
    return [quad(subject, iri('row:is'), string('row'), defaultGraph()), ...cells];
  });
