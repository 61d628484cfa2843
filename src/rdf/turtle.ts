import { escapeString } from './escape.ts';
import type { Literal, Quad, Term } from './factory.ts';
import { RDF, RDFS, XSD } from './namespaces.ts';
import { byCodeUnit, groupBy } from './order.ts';

/*
 * Turtle and TriG (W3C, 2014) out of checked, sorted quads: one block per subject, `a` and the label first, the other predicates
 * and all objects in code-unit order, one predicate per line, so that a change in the graph is a change of few lines.
 */

const LOCAL_NAME = /^[A-Za-z0-9_](?:(?:[A-Za-z0-9_.-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9_-]|%[0-9A-Fa-f]{2}))?$/;
const INTEGER = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?[0-9]*\.[0-9]+$/;
const INDENT = '    ';

/** Shortens IRIs by prefix and remembers which prefixes were used. */
class Prefixes {
  readonly #used = new Set<string>();
  readonly #names = new Map<string, string>();
  readonly #entries: readonly (readonly [string, string])[];

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#entries = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length || byCodeUnit(a, b));
  }

  name(iri: string): string {
    const known = this.#names.get(iri) ?? this.#shorten(iri);
    this.#names.set(iri, known);
    return known;
  }

  #shorten(iri: string): string {
    for (const [prefix, namespace] of this.#entries) {
      const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : '';
      if (LOCAL_NAME.test(local)) {
        this.#used.add(prefix);
        return `${prefix}:${local}`;
      }
    }
    return `<${iri}>`;
  }

  header(): string {
    return this.#entries
      .filter(([prefix]) => this.#used.has(prefix))
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
      .join('');
  }
}

const isShort = (literal: Literal): boolean => {
  switch (literal.datatype.value) {
    case XSD.boolean:
      return literal.value === 'true' || literal.value === 'false';
    case XSD.integer:
      return INTEGER.test(literal.value);
    case XSD.decimal:
      return DECIMAL.test(literal.value);
    default:
      return false;
  }
};

const writeLiteral = (literal: Literal, prefixes: Prefixes): string => {
  if (isShort(literal)) return literal.value;
  const text = `"${escapeString(literal.value)}"`;
  if (literal.language !== '') return `${text}@${literal.language.toLowerCase()}`;
  return literal.datatype.value === XSD.string ? text : `${text}^^${prefixes.name(literal.datatype.value)}`;
};

const writeTerm = (term: Term, prefixes: Prefixes): string => {
  if (term.termType === 'Literal') return writeLiteral(term, prefixes);
  return term.termType === 'BlankNode' ? `_:${term.value}` : prefixes.name(term.value);
};

/** `a` first, then the label, then the others as they come. */
const rank = (predicate: string): number => (predicate === RDF.type ? 0 : predicate === RDFS.label ? 1 : 2);

const writePredicate = (quads: readonly Quad[], prefixes: Prefixes): string => {
  const predicate = quads[0]!.predicate.value;
  const verb = predicate === RDF.type ? 'a' : prefixes.name(predicate);
  return `${verb} ${quads.map((quad) => writeTerm(quad.object, prefixes)).join(', ')}`;
};

const writeSubject = (quads: readonly Quad[], prefixes: Prefixes, indent: string): string => {
  const groups = groupBy(quads, 'predicate');
  const ordered = [0, 1, 2].flatMap((wanted) => groups.filter((group) => rank(group[0]!.predicate.value) === wanted));
  const lines = ordered.map((group) => writePredicate(group, prefixes));
  return `${indent}${writeTerm(quads[0]!.subject, prefixes)} ${lines.join(` ;\n${indent}${INDENT}`)} .\n`;
};

const writeGraph = (quads: readonly Quad[], prefixes: Prefixes): string => {
  const graph = quads[0]!.graph;
  const isDefault = graph.termType === 'DefaultGraph';
  const blocks = groupBy(quads, 'subject').map((group) => writeSubject(group, prefixes, isDefault ? '' : INDENT));
  return isDefault ? blocks.join('\n') : `${writeTerm(graph, prefixes)} {\n${blocks.join('\n')}}\n`;
};

/** Checked, sorted quads as TriG; quads of the default graph alone make Turtle. */
export const writeTrig = (quads: readonly Quad[], prefixMap: Readonly<Record<string, string>>): string => {
  const prefixes = new Prefixes(prefixMap);
  const body = groupBy(quads, 'graph').map((group) => writeGraph(group, prefixes));
  const header = prefixes.header();
  return [...(header === '' ? [] : [header]), ...body].join('\n');
};
