import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linearSolver } from '../../src/app/solver.ts';
import { pricedBound } from '../../src/graph/cover-problem.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { exhaustiveFrustration } from '../../src/graph/exhaustive.ts';
import { frustration } from '../../src/graph/frustration.ts';
import { coverFrustration } from '../../src/graph/frustration-program.ts';
import { type SignedGraph, toSignedGraph } from '../../src/graph/signed-graph.ts';
import type { LinearSolver } from '../../src/graph/solver.ts';
import { treeColouring } from '../../src/graph/spanning-tree.ts';
import { isUnbalanced } from '../../src/graph/triangles.ts';
import { frustratedEdges, frustratedWeight, type Sides, twoColouring } from '../../src/graph/two-colouring.ts';
import { violatedCycles } from '../../src/graph/unbalanced-cycles.ts';
import { undecidedEdges } from '../../src/graph/undecided.ts';
import { complete, graphOf, randomSignedGraph } from './helpers.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await linearSolver();
});

const allOneSide = (graph: SignedGraph): Sides => graph.ids.map(() => 1);

describe('cycles that values violate', () => {
  test('the shortest odd cycle: two triangles with a common edge, of which one is balanced', () => {
    const graph = graphOf('A-B- B-C- A-C- C-D- B-D+');
    const cycles = violatedCycles(graph, new Float64Array(5));
    for (const cycle of cycles) expect(isUnbalanced(graph, cycle)).toBe(true);
    expect(cycles.map((cycle) => cycle.length)).toContain(3);
  });

  test('none is violated where every odd cycle sums to 1', () => {
    // One third on each edge of a triangle of foes.
    expect(violatedCycles(graphOf('A-B- B-C- A-C-'), [1 / 3, 1 / 3, 1 / 3])).toEqual([]);
    expect(violatedCycles(graphOf('A-B- B-C- A-C-'), [1 / 3, 1 / 3, 0.3])).toEqual([[0, 1, 2]]);
  });

  test('are found if and only if the other edges are not balanced', () => {
    fc.assert(
      fc.property(randomSignedGraph(10), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (graph, chosen) => {
        const values = graph.edges.map((_edge, i) => (chosen[i] ? 1 : 0));
        const cycles = violatedCycles(graph, values);
        const rest = graph.edges.filter((_edge, i) => !chosen[i]);
        const incident = graph.ids.map((_id, v) => rest.flatMap((edge, i) => (edge.u === v || edge.v === v ? [i] : [])));
        const balanced = twoColouring({ ...graph, edges: rest, incident }).contradicted.length === 0;
        expect(cycles.length === 0).toBe(balanced);
        for (const cycle of cycles) {
          expect(isUnbalanced(graph, cycle)).toBe(true);
          expect(cycle.some((i) => chosen[i])).toBe(false);
          expectSimpleCycle(graph, cycle);
        }
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

/** Each of its actors has two of its edges. */
function expectSimpleCycle(graph: SignedGraph, cycle: readonly number[]): void {
  const degrees = new Map<number, number>();
  for (const i of cycle)
    for (const vertex of [graph.edges[i]!.u, graph.edges[i]!.v]) degrees.set(vertex, (degrees.get(vertex) ?? 0) + 1);
  expect([...degrees.values()].every((degree) => degree === 2)).toBe(true);
  expect(degrees.size).toBe(cycle.length);
}

test('the colouring along a spanning tree respects the tree', () => {
  fc.assert(
    fc.property(randomSignedGraph(10), (graph) => {
      const sides = treeColouring(graph, new Float64Array(graph.edges.length));
      // A balanced graph is coloured without contradiction along any tree.
      if (twoColouring(graph).contradicted.length === 0) expect(frustratedEdges(graph, sides)).toEqual([]);
      expect(sides).toHaveLength(graph.ids.length);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('bounds from prices hold for prices of any kind', () => {
  // Two rows of one column that costs 1: at prices 1 and 1 the column is overcharged by 1: 2 - 1 = 1; without it 2.
  expect(pricedBound([1], [[0], [0]], [1, 1])).toMatchObject({
    bound: 1,
    having: Float64Array.of(1),
    lacking: Float64Array.of(2),
  });
  expect(pricedBound([1, 1], [[0, 1]], [-5]).bound).toBe(0);
  // One row at 0.75: each column has 0.25 to spare.
  expect(pricedBound([1, 1], [[0, 1]], [0.75])).toMatchObject({
    bound: 0.75,
    having: Float64Array.of(1, 1),
    lacking: Float64Array.of(0.75, 0.75),
  });
});

describe('frustration by integer programme', () => {
  test('equals trying all partitions, up to 16 actors', () => {
    fc.assert(
      fc.property(randomSignedGraph(16, 4), (graph) => {
        const result = coverFrustration(graph, solver, allOneSide(graph));
        expect(result.optimal).toBe(true);
        expect(result.lowerBound).toBe(exhaustiveFrustration(graph).cost);
        expect(frustratedWeight(graph, result.sides)).toBe(result.lowerBound);
        for (const cycle of result.cycles) expect(isUnbalanced(graph, cycle)).toBe(true);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('the ties on which best partitions differ are those that trying all partitions finds', () => {
    fc.assert(
      fc.property(randomSignedGraph(12, 3), (graph) => {
        fc.pre(graph.edges.length > 0);
        const proof = coverFrustration(graph, solver, allOneSide(graph));
        expect(undecidedEdges(graph, solver, proof)).toEqual(exhaustiveFrustration(graph).undecided);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('equals trying all partitions with weights', () => {
    fc.assert(
      fc.property(randomSignedGraph(12, 4), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 48 }), (plain, weights) => {
        const graph = { ...plain, edges: plain.edges.map((edge, i) => ({ ...edge, weight: weights[i]! / 2 })) };
        const result = coverFrustration(graph, solver, allOneSide(graph));
        expect(result.optimal).toBe(true);
        expect(frustratedWeight(graph, result.sides)).toBeCloseTo(exhaustiveFrustration(graph).cost, 9);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test('9 actors, all foes: the proof needs the search over whole numbers', () => {
    // Best cut 4 + 5: 4 * 3 / 2 + 5 * 4 / 2 = 16 ties within a camp, while triangles alone bound it by 36 / 3 = 12.
    const graph = complete(9, () => true);
    const result = coverFrustration(graph, solver, allOneSide(graph));
    expect(result).toMatchObject({ optimal: true, lowerBound: 16 });
  });

  test('where the limit is too small, the bound is told and is below the index', () => {
    // Best cut 12 + 13: 66 + 78 = 144; with a third of each of the 300 ties all triangles are covered.
    const graph = complete(25, () => true);
    const result = frustration(graph, { solver, nodes: 0 });
    expect(result).toMatchObject({ frustrationIndex: 144, lowerBound: 100, optimal: false });
    expect(frustration(graph, { solver, nodes: 0 }).sides).toEqual(result.sides);
  });

  test('two camps of 20 with four ties turned', () => {
    const turned = new Set(['0 1', '2 3', '20 21', '5 30']);
    const graph = complete(40, (a, b) => (a < 20 !== b < 20) !== turned.has(`${a} ${b}`));
    expect(frustration(graph, { solver })).toMatchObject({ frustrationIndex: 4, lowerBound: 4, optimal: true });
  });

  test.each([
    // Each of three ties may give way.
    ['A-B- B-C- A-C-', [0, 1, 2]],
    ['A-B+ B-C- A-C-', []],
    // Two triangles of foes over the common tie A-B: it alone gives way.
    ['A-B- B-C- A-C- A-D- B-D-', []],
  ])('undecided ties of %s', (text, expected) => {
    const graph = graphOf(text);
    expect(frustration(graph).undecided).toEqual(expected);
    expect(undecidedEdges(graph, solver, coverFrustration(graph, solver, allOneSide(graph)))).toEqual(expected);
  });

  test('weights decide which tie gives way', () => {
    const rows = [
      { from: 'A', to: 'B', sign: -1 as const, weight: 5 },
      { from: 'B', to: 'C', sign: -1 as const, weight: 2.5 },
      { from: 'A', to: 'C', sign: -1 as const, weight: 4 },
    ];
    const graph = toSignedGraph(edgeListNetwork(rows));
    expect(frustration(graph, { weighted: true })).toMatchObject({ frustrationIndex: 2.5, optima: 1, frustrated: [2] });
    expect(frustration(graph)).toMatchObject({ frustrationIndex: 1, optima: 3 });
  });
});
