import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjacencyOf } from '../../src/graph/adjacency.ts';
import { betweenness } from '../../src/graph/betweenness.ts';
import { brokerage } from '../../src/graph/brokers.ts';
import { analyzeCentrality } from '../../src/graph/centrality.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { signedEigenvector } from '../../src/graph/eigenvector.ts';
import { pnCentrality } from '../../src/graph/pn.ts';
import { stanceNetwork } from '../../src/graph/stance.ts';
import { signedStatus } from '../../src/graph/status.ts';
import { edges, graphOf, networkOf, position, readTribes } from './helpers.ts';

const close = (found: readonly number[] | null, expected: readonly number[]): void => {
  expect(found).not.toBeNull();
  for (const [i, value] of expected.entries()) expect(found![i]).toBeCloseTo(value, 9);
};

const pn = (text: string, type: 'directed' | 'undirected' = 'undirected') =>
  pnCentrality(adjacencyOf(edgeListNetwork(edges(text), type)), type === 'directed');

describe('PN centrality', () => {
  test.each([
    // Two friends: x = 1 + x / 2 = 2. Two foes: x = 1 - 2x / 2 = 1/2.
    ['A-B+', [2, 2]],
    ['A-B-', [0.5, 0.5]],
    // Three friends, n = 3, 2n - 2 = 4: x = 1 + 2x / 4 = 2. Three foes: x = 1 - 2 * 2x / 4 = 1/2.
    ['A-B+ B-C+ A-C+', [2, 2, 2]],
    ['A-B- B-C- A-C-', [0.5, 0.5, 0.5]],
    // A friend of B, B foe of C: a = 1 + b/4, c = 1 - b/2, b = 1 + a/4 - c/2 = 1 + 1/4 + b/16 - 1/2 + b/4: b = 12/11.
    ['A-B+ B-C-', [1 + 3 / 11, 12 / 11, 1 - 6 / 11]],
  ])('%s', (text, expected) => {
    close(pn(text).all, expected);
  });

  test('an arc from A to B', () => {
    // B = [[0, 1/2], [0, 0]]. Incoming: (I - B'B) = diag(1, 3/4), (I + B') 1 = (1, 3/2): (1, 2). Outgoing: (2, 1).
    const found = pn('A-B+', 'directed');
    close(found.in, [1, 2]);
    close(found.out, [2, 1]);
  });

  test('solves the equations that define it', () => {
    const numbers = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(1 as const, -1 as const)), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(numbers, (list) => {
        const network = edgeListNetwork(list.map(([a, b, sign]) => ({ from: `n${a}`, to: `n${b}`, sign })));
        const { ids, positiveOut, negativeOut } = adjacencyOf(network);
        const x = pnCentrality(adjacencyOf(network), false).all!;
        for (const i of ids.keys()) {
          const friends = positiveOut[i]!.reduce((sum, j) => sum + x[j]!, 0);
          const foes = negativeOut[i]!.reduce((sum, j) => sum + x[j]!, 0);
          expect(x[i]).toBeCloseTo(1 + (friends - 2 * foes) / (2 * ids.length - 2), 9);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('all foes of all in both directions have no solution', () => {
    expect(pn('A-B- B-A-', 'directed').in).toBeNull();
  });
});

describe('signed eigenvector', () => {
  test.each([
    ['A-B+', [1, 1]],
    ['A-B-', [1, -1]],
    // Two friends with a common foe: largest eigenvalue 2, vector (1, 1, -1).
    ['A-B+ A-C- B-C-', [1, 1, -1]],
    // A star of foes: sqrt(3), the leaves 1 / sqrt(3) on the other side.
    ['A-B- A-C- A-D-', [1, -1 / Math.sqrt(3), -1 / Math.sqrt(3), -1 / Math.sqrt(3)]],
  ])('%s', (text, expected) => {
    const found = signedEigenvector(graphOf(text));
    expect(found).not.toBeNull();
    for (const [i, value] of expected.entries()) expect(found![i]).toBeCloseTo(value, 7);
  });

  test.each(['A-B- B-C- A-C-', 'A-B+ C-D+'])('%s distinguishes none', (text) => {
    expect(signedEigenvector(graphOf(text))).toBeNull();
    expect(analyzeCentrality(networkOf(text)).warnings.map(({ code }) => code)).toContain('no-eigenvector');
  });
});

describe('betweenness over cooperation', () => {
  test.each([
    // On a path of four the inner two are each between two pairs.
    ['A-B+ B-C+ C-D+', [0, 2, 2, 0]],
    // Foes are no way: C is reached by nobody.
    ['A-B+ B-C-', [0, 0, 0]],
    // A square: each pair of opposite corners has two paths.
    ['A-B+ B-C+ C-D+ A-D+', [0.5, 0.5, 0.5, 0.5]],
  ])('%s', (text, expected) => {
    expect(betweenness(adjacencyOf(networkOf(text)).positiveOut, false)).toMatchObject({ values: expected, exact: true });
  });

  test('directed: only along the arcs', () => {
    const { positiveOut } = adjacencyOf(edgeListNetwork(edges('A-B+ B-C+ C-A+'), 'directed'));
    expect(betweenness(positiveOut, true).values).toEqual([1, 1, 1]);
  });

  test('from half of the actors it is near that from all, the same for the same seed', () => {
    // A ring of 40: every actor is alike, so that the estimate of the mean is nearly unbiased.
    const ring = Array.from({ length: 40 }, (_, i) => [(i + 39) % 40, (i + 1) % 40]);
    const all = betweenness(ring, false);
    const half = betweenness(ring, false, { pivots: 20, seed: 3 });
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(half.exact).toBe(false);
    expect(mean(half.values)).toBeCloseTo(mean(all.values), 9);
    expect(betweenness(ring, false, { pivots: 20, seed: 3 })).toEqual(half);
  });
});

test('status: esteem by the esteemed', () => {
  // A for B, B for C; C nobody's enemy; D against C. Most that arrive at one: 2, a = 1/4.
  // b = 1/4 (0 + 1), c = 1/4 (b + 1) - 1/4 (0 + 1) = 1/16.
  const found = signedStatus(adjacencyOf(edgeListNetwork(edges('A-B+ B-C+ D-C-'), 'directed')));
  for (const [i, value] of [0, 1 / 4, 1 / 16, 0].entries()) expect(found[i]).toBeCloseTo(value, 12);
});

test('brokers: who joins friends of different groups', () => {
  // B joins A (its own group) and C (another); D and C are friends already.
  const friends = [[1], [0, 2, 3], [1, 3], [1, 2]];
  expect(brokerage(friends, [0, 0, 1, 1])).toEqual([0, 2, 0, 0]);
  expect(brokerage(friends, [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
});

describe('actors', () => {
  test('who is spoken about and never heard', () => {
    const network = stanceNetwork([
      position('North', 'South', 'oppose'),
      position('North', 'South', 'support'),
      position('South', 'North', 'oppose'),
      position('North', 'West', 'oppose'),
    ]);
    const { actors } = analyzeCentrality(network);
    // North says three things and hears one; South the other way round one and two; West says nothing.
    expect(actors.map(({ id, said, spokenAbout, voiceShare }) => [id, said, spokenAbout, voiceShare])).toEqual([
      ['North', 3, 1, 0.75],
      ['South', 1, 2, 1 / 3],
      ['West', 0, 1, 0],
    ]);
    // For and against cancel out between North and South: that arc has no sign.
    expect(actors[1]).toMatchObject({ positiveIn: 0, negativeIn: 0, negativeOut: 1 });
  });

  test('nobody, and one alone', () => {
    const network = edgeListNetwork([]);
    expect(analyzeCentrality(network).actors).toEqual([]);
    network.addNode('A', { label: 'A' });
    expect(analyzeCentrality(network).actors).toMatchObject([
      { id: 'A', pn: 1, eigenvector: null, netDegree: 0, voiceShare: null },
    ]);
  });

  test('no number is none', () => {
    expect(JSON.stringify(analyzeCentrality(edgeListNetwork(readTribes())))).not.toContain('NaN');
    for (const actor of analyzeCentrality(edgeListNetwork(readTribes())).actors)
      for (const value of Object.values(actor)) expect(value).not.toBeNaN();
  });
});
