import type { Quad, Term } from './factory.ts';

/** Order by UTF-16 code unit: the same on every machine and locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The values once each, in code-unit order. */
export const sortedUnique = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodeUnit);

/** A key that differs for any two different terms; sorted by it, IRIs come before blank nodes before literals. */
export const termKey = (term: Term): string => {
  switch (term.termType) {
    case 'DefaultGraph':
      return '';
    case 'NamedNode':
      return `1${term.value}`;
    case 'BlankNode':
      return `2${term.value}`;
    case 'Literal':
      return `3${term.value}\u0000${term.datatype.value}\u0000${term.language.toLowerCase()}`;
    default:
      return `4${term.value}`;
  }
};

const keyOf = (quad: Quad): string =>
  [quad.graph, quad.subject, quad.predicate, quad.object].map((term) => termKey(term)).join('\u0001');

/** The quads once each, by graph, subject, predicate and object in code-unit order. */
export const sortQuads = (quads: Iterable<Quad>): Quad[] => {
  const byKey = new Map<string, Quad>();
  for (const quad of quads) byKey.set(keyOf(quad), quad);
  return [...byKey.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, quad]) => quad);
};

/** Consecutive quads with the same term in one position. The quads must be sorted. */
export const groupBy = (quads: readonly Quad[], position: 'graph' | 'subject' | 'predicate'): Quad[][] => {
  const groups: Quad[][] = [];
  for (const quad of quads) {
    const group = groups.at(-1);
    if (group?.[0]?.[position].equals(quad[position])) group.push(quad);
    else groups.push([quad]);
  }
  return groups;
};
