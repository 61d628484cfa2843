import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeBalance } from '../../src/graph/balance.ts';
import { positiveClusters } from '../../src/graph/clusterable.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { symmetricEigenvalues } from '../../src/graph/eigenvalues.ts';
import { exponential } from '../../src/graph/exponential.ts';
import type { Network } from '../../src/graph/network.ts';
import { type SignedGraph, toSignedGraph } from '../../src/graph/signed-graph.ts';
import { frustrationSignificance, triangleSignificance, walkSignificance } from '../../src/graph/significance.ts';
import { directedTriads, undirectedTriads } from '../../src/graph/triads.ts';
import { twoColouring } from '../../src/graph/two-colouring.ts';
import { walkBalance } from '../../src/graph/walk-balance.ts';
import { edges, graphOf, networkOf, randomSignedGraph, readTribes } from './helpers.ts';

const tribes = () => edgeListNetwork(readTribes());

/** The measure by its definition: closed walks of each length k, counted by powers of the matrices, each over k!. */
function byWalks(graph: SignedGraph): number {
  const n = graph.ids.length;
  const trace = (signed: boolean): number => {
    const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    for (const { u, v, sign } of graph.edges) matrix[u]![v] = matrix[v]![u] = signed ? sign : 1;
    let power: number[][] = matrix.map((_row, i) => Array.from({ length: n }, (_c, j) => (i === j ? 1 : 0)));
    let sum = n;
    for (let k = 1; k <= 60; k++) {
      power = power.map((row) => matrix.map((_r, j) => row.reduce((a, value, l) => a + value * matrix[l]![j]!, 0) / k));
      sum += power.reduce((a, row, i) => a + row[i]!, 0);
    }
    return sum;
  };
  return trace(true) / trace(false);
}

describe('walk balance', () => {
  test('the tribes network', () => {
    // D. Schoch, signnet (R), as issue and vignette round it: 0.358.
    const value = walkBalance(toSignedGraph(tribes()))!;
    expect(value).toBeCloseTo(0.358, 3);
    expect(value).toBeCloseTo(byWalks(toSignedGraph(tribes())), 10);
  });

  test('three foes', () => {
    // A has eigenvalues -2, 1, 1; |A| has 2, -1, -1: (e^-2 + 2e) / (e^2 + 2/e) = 5.571899 / 8.124815 = 0.685788.
    expect(walkBalance(graphOf('A-B- B-C- A-C-'))).toBeCloseTo(0.685788, 6);
  });

  test('is 1 if and only if the graph is balanced', () => {
    fc.assert(
      fc.property(randomSignedGraph(9), (graph) => {
        const value = walkBalance(graph);
        if (graph.edges.length === 0) expect(value).toBeNull();
        else expect(value! > 1 - 1e-9).toBe(twoColouring(graph).contradicted.length === 0);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  test.each([0, 1, -1, 0.3, -7.25, -30, 5.5])('exponential of %d', (x) => {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
  });

  test('eigenvalues: their sum is the trace, the sum of their squares that of all entries squared', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 144 }),
        (n, numbers) => {
          const entry = (i: number, j: number): number => numbers[Math.min(i, j) * 12 + Math.max(i, j)]!;
          const rows = Array.from({ length: n }, (_r, i) => Float64Array.from({ length: n }, (_c, j) => entry(i, j)));
          const trace = rows.reduce((sum, row, i) => sum + row[i]!, 0);
          const squares = rows.reduce((sum, row) => sum + row.reduce((a, value) => a + value * value, 0), 0);
          const values = symmetricEigenvalues(rows);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 8);
          expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(squares, 7);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
    // The path of three has -sqrt(2), 0 and sqrt(2).
    const path = [Float64Array.of(0, 1, 0), Float64Array.of(1, 0, 1), Float64Array.of(0, 1, 0)];
    const found = [...symmetricEigenvalues(path)].sort((a, b) => a - b);
    for (const [i, value] of [-Math.SQRT2, 0, Math.SQRT2].entries()) expect(found[i]).toBeCloseTo(value, 12);
  });
});

/** Every triple one by one. */
function triplesOf(network: Network): [string, string, string][] {
  const ids = network.nodes().sort();
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b, j) => ids.slice(i + j + 2).map((c): [string, string, string] => [a, b, c])),
  );
}

const arcSign = (network: Network, from: string, to: string): string => {
  const edge = network.edge(from, to);
  const sign = edge === undefined ? 0 : network.getEdgeAttribute(edge, 'sign');
  return sign > 0 ? '+' : sign < 0 ? '-' : '0';
};

function nameOfTriple(network: Network, triple: readonly string[]): string {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ].map((order) => order.map((i) => triple[i]!) as [string, string, string]);
  const names = orders.map(([a, b, c]) =>
    [
      arcSign(network, a, b),
      arcSign(network, b, a),
      arcSign(network, a, c),
      arcSign(network, c, a),
      arcSign(network, b, c),
      arcSign(network, c, b),
    ].join(''),
  );
  return names.sort().at(-1)!;
}

const tally = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const randomArcs = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(1 as const, -1 as const)), { maxLength: 40 })
  .map((list) => list.map(([a, b, sign]) => ({ from: `n${a}`, to: `n${b}`, sign })));

describe('triads', () => {
  test('undirected: two friends with a common foe, and one who knows the foe only', () => {
    // ABC +--; ABD: +00; ACD and BCD: C is foe of A (B) and friend of D: +-0.
    expect(undirectedTriads(graphOf('A-B+ A-C- B-C- C-D+'))).toEqual({ '+--': 1, '+00': 1, '+-0': 2 });
  });

  test('undirected: as counted one by one', () => {
    fc.assert(
      fc.property(randomArcs, (rows) => {
        const network = edgeListNetwork(rows);
        const pairs = ([a, b, c]: [string, string, string]): string =>
          [arcSign(network, a, b), arcSign(network, a, c), arcSign(network, b, c)]
            .sort((x, y) => '+-0'.indexOf(x) - '+-0'.indexOf(y))
            .join('');
        expect(undirectedTriads(toSignedGraph(network))).toEqual(tally(triplesOf(network).map(pairs)));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('directed: as counted one by one', () => {
    fc.assert(
      fc.property(randomArcs, (rows) => {
        const network = edgeListNetwork(rows, 'directed');
        expect(directedTriads(network)).toEqual(tally(triplesOf(network).map((triple) => nameOfTriple(network, triple))));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('generalised balance', () => {
  test.each([
    // Davis (1967): three mutual foes are clusterable, though not balanced; a foe among friends is not.
    ['A-B- B-C- A-C-', true, false],
    ['A-B+ B-C+ A-C-', false, false],
    ['A-B+ B-C- A-C-', true, true],
    ['A-B- B-C- C-D- A-D- A-C-', true, false],
  ])('%s: clusterable %s, balanced %s', (text, clusterable, balanced) => {
    expect(analyzeBalance(networkOf(text))).toMatchObject({ clusterable, balanced });
  });

  test('groups are joined by friends', () => {
    expect(positiveClusters(graphOf('A-B+ C-D+ B-C- A-E-')).groups).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('significance', () => {
  test('the tribes are more balanced than chance, the same for the same seed', () => {
    const graph = toSignedGraph(tribes());
    const found = triangleSignificance(graph, 200, 7)!;
    expect(found.z).toBeGreaterThan(3);
    expect(found.p).toBeCloseTo(1 / 201, 12);
    // 29 of 58 signs are negative, so that about half of the triangles are balanced by chance.
    expect(Math.abs(found.mean - 0.5)).toBeLessThan(0.05);
    expect(triangleSignificance(graph, 200, 7)).toEqual(found);
  });

  test('friends only: all shuffles are alike', () => {
    expect(triangleSignificance(graphOf('A-B+ B-C+ A-C+'), 20)).toEqual({
      shuffles: 20,
      seed: 1,
      mean: 1,
      deviation: 0,
      z: null,
      p: 1,
    });
  });

  test('of walks: the tribes are more balanced than chance', () => {
    const found = walkSignificance(toSignedGraph(tribes()), 20, 7)!;
    expect(found.z).toBeGreaterThan(3);
    expect(found.p).toBeCloseTo(1 / 21, 12);
  });

  test('of two camps: a triangle with one foe leaves one of three ties, wherever the foe is', () => {
    const one = frustrationSignificance(graphOf('A-B+ B-C+ A-C-'), 20)!;
    expect(one.mean).toBeCloseTo(2 / 3, 12);
    expect([one.z, one.p]).toEqual([null, 1]);
    // Two triangles on a common tie, one foe: on the common tie it spoils both, and still one tie (that one) is left.
    const found = frustrationSignificance(graphOf('A-B+ B-C+ A-C- B-D+ C-D+'), 20)!;
    expect(found.mean).toBeCloseTo(0.8, 12);
    expect(found.p).toBe(1);
    // Two foes on two triangles without a common actor: in one triangle they cancel out, in two each leaves a tie.
    const apart = frustrationSignificance(graphOf('A-B- B-C- A-C+ D-E+ E-F+ D-F+'), 200)!;
    expect(apart.mean).toBeLessThan(1);
    // Measured: no tie left. By chance: 3 of 15 placements in each of two triangles, 6 of 15.
    expect(Math.abs(apart.p - 6 / 15)).toBeLessThan(0.12);
  });

  test('walks and camps say nothing without cycles', () => {
    const tree = toSignedGraph(edgeListNetwork(edges('A-B+ B-C-')));
    expect([walkSignificance(tree, 20), frustrationSignificance(tree, 20)]).toEqual([null, null]);
  });

  test('nothing without triangles', () => {
    expect(triangleSignificance(toSignedGraph(edgeListNetwork(edges('A-B+ B-C-'))), 20)).toBeNull();
  });
});
