import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, defaultGraph, iri, langString, type Quad, quad, string, type Term, typed } from '../../src/rdf/factory.ts';
import { termKey } from '../../src/rdf/order.ts';
import { DatasetSource } from '../../src/sparql/dataset-source.ts';
import { QuadStore } from '../../src/store/quads/quad-store.ts';

const NODES = ['a', 'b', 'c'].map((name) => iri(`http://example.org/${name}`));
const OBJECTS = [...NODES, string('a'), langString('a', 'en'), typed('a', 'http://example.org/a'), blank('a')];
const GRAPHS = [defaultGraph(), iri('http://example.org/g'), iri('http://example.org/h')];

const anyQuad = fc
  .tuple(fc.constantFrom(...NODES), fc.constantFrom(...NODES), fc.constantFrom(...OBJECTS), fc.constantFrom(...GRAPHS))
  .map(([s, p, o, g]) => quad(s, p, o, g));

const anyPattern = fc.tuple(
  fc.option(fc.constantFrom(...NODES), { nil: undefined }),
  fc.option(fc.constantFrom(...NODES), { nil: undefined }),
  fc.option(fc.constantFrom(...OBJECTS), { nil: undefined }),
  fc.option(fc.constantFrom(...GRAPHS), { nil: undefined }),
);

const keyOf = (found: Quad): string => [found.subject, found.predicate, found.object].map(termKey).join(' ');
const fits = (term: Term, wanted: Term | undefined): boolean => wanted === undefined || term.equals(wanted);

/** What the index promises, said the slow way. */
const expected = (quads: readonly Quad[], [s, p, o, g]: readonly (Term | undefined)[]): string[] => {
  const inGraph = quads.filter(({ graph }) =>
    g === undefined ? graph.termType === 'NamedNode' : g.termType === 'DefaultGraph' || graph.equals(g),
  );
  const matching = inGraph.filter((found) => fits(found.subject, s) && fits(found.predicate, p) && fits(found.object, o));
  const perGraph = (found: Quad): string => (g === undefined ? `${found.graph.value} ${keyOf(found)}` : keyOf(found));
  return [...new Set(matching.map(perGraph))].sort();
};

describe('the quad index', () => {
  it('answers every pattern as a scan would, each triple of the union once', () => {
    fc.assert(
      fc.property(fc.array(anyQuad, { maxLength: 40 }), anyPattern, (quads, pattern) => {
        const index = new DatasetSource(QuadStore.from(quads).dataset({ defaultGraph: () => true, named: null }));
        const found = index.match(...pattern);
        const keys = found.map((item) => (pattern[3] === undefined ? `${item.graph.value} ${keyOf(item)}` : keyOf(item)));
        expect(keys.sort()).toEqual(expected(quads, pattern));
        expect(index.countQuads(...pattern)).toBe(found.length);
      }),
    );
  });

  it('tells terms apart that look alike', () => {
    expect(new Set(OBJECTS.map(termKey)).size).toBe(OBJECTS.length);
  });
});
