import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestEigenvalueBound } from '../../src/graph/eigenvalue-bound.ts';
import { symmetricEigenvalues } from '../../src/graph/eigenvalues.ts';
import { exhaustiveFrustration } from '../../src/graph/exhaustive.ts';
import { lanczos } from '../../src/graph/lanczos.ts';
import { packOneFoeCycles } from '../../src/graph/one-foe-packing.ts';
import { pullsOf } from '../../src/graph/pulls.ts';
import { seededRandom } from '../../src/graph/random.ts';
import { semidefiniteBound } from '../../src/graph/semidefinite-bound.ts';
import type { SignedGraph } from '../../src/graph/signed-graph.ts';
import { exhaustiveGroups } from '../../src/graph/subset-clusters.ts';
import { complete, graphOf, planted, randomSignedGraph } from './helpers.ts';

/** The signed matrix of weights, less the diagonal, by rows. */
function matrixOf(graph: SignedGraph, diagonal: Float64Array): Float64Array[] {
  const rows = graph.ids.map((_id, i) => {
    const row = new Float64Array(graph.ids.length);
    row[i] = -diagonal[i]!;
    return row;
  });
  for (const { u, v, sign, weight } of graph.edges) rows[u]![v] = rows[v]![u] = sign * weight;
  return rows;
}

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

describe('largest eigenvalue', () => {
  test('by Lanczos steps: that of all eigenvalues, and its vector', () => {
    fc.assert(
      fc.property(randomSignedGraph(20), (graph) => {
        fc.pre(graph.edges.length > 0);
        const rows = matrixOf(graph, new Float64Array(graph.ids.length));
        const apply = (vector: Float64Array, image: Float64Array): void => {
          for (const [i, row] of rows.entries()) image[i] = row.reduce((sum, value, j) => sum + value * vector[j]!, 0);
        };
        const { value, least, vector } = lanczos(rows.length, apply, seededRandom(5), 100, 1e-12);
        const image = new Float64Array(rows.length);
        apply(vector, image);
        for (const [i, entry] of image.entries()) expect(entry).toBeCloseTo(value * vector[i]!, 6);
        const all = symmetricEigenvalues(rows.map((row) => row.slice()));
        expect(value).toBeCloseTo(largest(all), 8);
        expect(least).toBeCloseTo(-largest(all.map((entry) => -entry)), 8);
      }),
    );
  });

  test('is never above its bound, and little below', () => {
    fc.assert(
      fc.property(randomSignedGraph(20), fc.double({ min: 0, max: 4, noNaN: true }), (graph, share) => {
        fc.pre(graph.edges.length > 0);
        const diagonal = Float64Array.from(graph.incident, ({ length }) => share * length);
        const value = largest(symmetricEigenvalues(matrixOf(graph, diagonal)));
        const bound = largestEigenvalueBound(pullsOf(graph), diagonal);
        expect(bound).toBeGreaterThanOrEqual(value - 1e-12);
        expect(bound).toBeLessThan(value + 1e-3 * (1 + largest(diagonal)));
      }),
    );
  });

  test('of a large network: friends of all on a ring have 2', () => {
    const n = 3000;
    const first = Int32Array.from({ length: n + 1 }, (_, i) => 2 * i);
    const other = Int32Array.from({ length: 2 * n }, (_, at) => ((at >> 1) + (at % 2 === 0 ? 1 : n - 1)) % n);
    const bound = largestEigenvalueBound({ first, other, value: new Float64Array(2 * n).fill(1) }, new Float64Array(n));
    expect(bound).toBeGreaterThanOrEqual(2);
    expect(bound).toBeLessThan(2.1);
  });
});

describe('semidefinite bound', () => {
  test('holds whatever the camps, for costs of any sign', () => {
    fc.assert(
      fc.property(
        randomSignedGraph(10),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 30, maxLength: 30 }),
        (graph, drawn) => {
          const costs = graph.edges.map((_edge, i) => drawn[i]!);
          const bound = semidefiniteBound(graph, costs);
          for (let camps = 0; camps < 2 ** graph.ids.length; camps++) {
            const cost = graph.edges.reduce(
              (sum, { u, v, sign }, i) => ((((camps >> u) & 1) === ((camps >> v) & 1)) === sign > 0 ? sum : sum + costs[i]!),
              0,
            );
            expect(cost).toBeGreaterThanOrEqual(bound - 1e-9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('proves what trying all partitions finds, or falls short of it', () => {
    let proven = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const graph = planted({ actors: 16, ties: 60, groups: 2, turned: 0.15, seed });
      const { cost } = exhaustiveFrustration(graph);
      const bound = semidefiniteBound(
        graph,
        graph.edges.map(() => 1),
      );
      expect(bound).toBeLessThanOrEqual(cost + 1e-9);
      if (Math.ceil(bound - 1e-6) === cost) proven++;
    }
    expect(proven).toBeGreaterThan(5);
  });

  // All foes, n odd: n vectors that sum to 0 have products that sum to -n/2, so that (n(n-1)/2 - n/2) / 2 is the bound.
  test.each([5, 25])('%i actors, all foes', (n) => {
    const graph = complete(n, () => true);
    const bound = semidefiniteBound(
      graph,
      graph.edges.map(() => 1),
    );
    expect(bound).toBeCloseTo((n * (n - 1) - n) / 4, 1);
  });
});

describe('cycles with one negative edge that share no weight', () => {
  test.each([
    ['A-B+ B-C+ A-C-', 1],
    ['A-B- B-C- A-C-', 0],
    // Two such triangles over the foe tie A-C.
    ['A-B+ B-C+ A-C- A-D+ D-C+', 1],
    ['A-B+ B-C+ A-C- C-D+ D-E+ C-E-', 2],
    ['A-B+ B-C+ C-D+ D-E+ A-E-', 1],
  ])('%s: %i', (text, bound) => {
    expect(packOneFoeCycles(graphOf(text))).toBe(bound);
  });

  test('never more than the best groups contradict, by weight too', () => {
    fc.assert(
      fc.property(
        randomSignedGraph(9, 4),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 36, maxLength: 36 }),
        (graph, weights) => {
          const edges = graph.edges.map((edge, i) => ({ ...edge, weight: weights[i]! }));
          const weighted = { ...graph, edges };
          expect(packOneFoeCycles(weighted)).toBeLessThanOrEqual(exhaustiveGroups(weighted).cost);
        },
      ),
    );
  });
});
