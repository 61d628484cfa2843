import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeBalance } from '../../src/graph/balance.ts';
import { biconnectedComponents } from '../../src/graph/biconnected.ts';
import { connectedComponents } from '../../src/graph/components.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { exhaustiveFrustration } from '../../src/graph/exhaustive.ts';
import { frustration } from '../../src/graph/frustration.ts';
import { localSearchFrustration } from '../../src/graph/local-search.ts';
import { type SignedGraph, toSignedGraph } from '../../src/graph/signed-graph.ts';
import { stanceNetwork } from '../../src/graph/stance.ts';
import { exhaustiveGroups } from '../../src/graph/subset-clusters.ts';
import { triangleCensus } from '../../src/graph/triangles.ts';
import { frustratedEdges, type Sides, twoColouring } from '../../src/graph/two-colouring.ts';
import { balanceWarnings } from '../../src/graph/warnings.ts';
import { complete, edges, graphOf, networkOf, planted, position, randomSignedGraph, readTribes } from './helpers.ts';

const named = (graph: SignedGraph, vertices: readonly number[]): string => vertices.map((vertex) => graph.ids[vertex]).join('');

describe('parts of a graph', () => {
  test('components, largest first', () => {
    const graph = graphOf('D-E- A-B+ C-B-');
    expect(connectedComponents(graph).map((component) => named(graph, component))).toEqual(['ABC', 'DE']);
  });

  test.each([
    ['a path is all bridges', 'A-B+ B-C- C-D+', ['AB', 'BC', 'CD']],
    ['two triangles that share an actor', 'A-B+ B-C- A-C+ C-D+ D-E- C-E+', ['ABC', 'CDE']],
    ['a cycle with a tail', 'A-B+ B-C- C-D+ A-D+ D-E-', ['ABCD', 'DE']],
    ['two components', 'A-B+ C-D+', ['AB', 'CD']],
    ['two triangles joined by a bridge', 'A-B+ B-C+ A-C+ C-D- D-E+ E-F+ D-F+', ['ABC', 'CD', 'DEF']],
  ])('blocks: %s', (_name, text, expected) => {
    const graph = graphOf(text);
    const blocks = biconnectedComponents(graph).map((block) =>
      named(
        graph,
        [...new Set(block.flatMap((i) => [graph.edges[i]!.u, graph.edges[i]!.v]))].sort((a, b) => a - b),
      ),
    );
    expect(blocks.sort()).toEqual(expected);
  });

  test('a chain of 50 thousand actors', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => ({ from: `a${i}`, to: `a${i + 1}`, sign: -1 as const }));
    expect(frustration(toSignedGraph(edgeListNetwork(rows))).frustrationIndex).toBe(0);
  });
});

describe('two-colouring', () => {
  test.each([
    ['A-B+ B-C+ A-C+', true],
    ['A-B+ B-C- A-C-', true],
    ['A-B+ B-C+ A-C-', false],
    ['A-B- B-C- A-C-', false],
    ['A-B- B-C- C-D- A-D-', true],
    ['A-B- B-C- C-D- D-E- A-E-', false],
  ])('%s balanced: %s', (text, balanced) => {
    expect(twoColouring(graphOf(text)).contradicted.length === 0).toBe(balanced);
  });
});

describe('triangles', () => {
  test('by number of negative ties', () => {
    // K4 with one foe tie AB: triangles ABC and ABD have one negative tie, ACD and BCD none; balanced 2 of 4.
    expect(triangleCensus(graphOf('A-B- A-C+ A-D+ B-C+ B-D+ C-D+'))).toEqual({ counts: [2, 2, 0, 0], total: 4, balance: 0.5 });
  });

  test('none', () => {
    expect(triangleCensus(graphOf('A-B- B-C+')).balance).toBeNull();
  });
});

/** Frustration by trying every partition one by one, the slow and plain way. */
function bruteForce(graph: SignedGraph): number {
  let best = graph.edges.length;
  for (let bits = 0; bits < 2 ** graph.ids.length; bits++) {
    const sides = graph.ids.map((_id, i) => ((bits >> i) & 1 ? 1 : -1)) as Sides;
    best = Math.min(best, frustratedEdges(graph, sides).length);
  }
  return best;
}

describe('frustration', () => {
  test.each([
    // An odd number of negative ties on a cycle needs one change.
    ['A-B- B-C- A-C-', 1, 3],
    ['A-B+ B-C- A-C-', 0, 1],
    // Two unbalanced triangles that share only the actor C: one each, whatever the other does; 3 x 3 best partitions.
    ['A-B- B-C- A-C- C-D- D-E- C-E-', 2, 9],
    // All six ties of K4 negative: the best cut has 2 + 2 actors and leaves 2 ties inside; 3 such cuts.
    ['A-B- A-C- A-D- B-C- B-D- C-D-', 2, 3],
    // K5 all negative: the best cut has 2 + 3 actors: 1 + 3 ties inside; 10 such cuts.
    ['A-B- A-C- A-D- A-E- B-C- B-D- B-E- C-D- C-E- D-E-', 4, 10],
    // A tail changes nothing.
    ['A-B- B-C- A-C- C-D- D-E+', 1, 3],
  ])('%s: %i', (text, index, optima) => {
    expect(frustration(graphOf(text))).toMatchObject({ frustrationIndex: index, optimal: true, lowerBound: index, optima });
  });

  test('equals brute force on random graphs', () => {
    fc.assert(
      fc.property(randomSignedGraph(9), (graph) => {
        const result = frustration(graph);
        expect(result.frustrationIndex).toBe(bruteForce(graph));
        expect(result.optimal).toBe(true);
        expect(frustratedEdges(graph, result.sides)).toEqual(result.frustrated);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test('local search finds no less than the optimum, and what it says it found', () => {
    fc.assert(
      fc.property(randomSignedGraph(12), (graph) => {
        const found = localSearchFrustration(graph, 1);
        expect(found.cost).toBeGreaterThanOrEqual(exhaustiveFrustration(graph).cost);
        expect(frustratedEdges(graph, found.sides)).toHaveLength(found.cost);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('two camps of 15 with three ties turned: proven by disjoint triangles', () => {
    // Each turned tie needs one change, and no other change repairs two of them; an unbalanced triangle holds one of them.
    const turned = ['0 1', '2 3', '20 21'];
    const graph = complete(30, (a, b) => (a < 15 !== b < 15) !== turned.includes(`${a} ${b}`));
    expect(frustration(graph)).toMatchObject({ frustrationIndex: 3, lowerBound: 3, optimal: true, optima: null });
  });

  test('25 actors, all foes: the best cut, proven by vectors that sum to nothing', () => {
    // Best cut 12 + 13: 12 * 11 / 2 + 13 * 12 / 2 = 66 + 78 = 144 ties within a camp.
    const graph = complete(25, () => true);
    expect(frustration(graph, { seed: 7 })).toMatchObject({
      frustrationIndex: 144,
      lowerBound: 144,
      optimal: true,
      optima: null,
    });
  });

  test('signs by chance: the best that is found, said not to be proven, with its gap', () => {
    const graph = planted({ actors: 80, ties: 400, groups: 2, turned: 0.5, seed: 1 });
    const result = frustration(graph, { seed: 7 });
    expect(result.optimal).toBe(false);
    expect(result.lowerBound).toBeGreaterThan(0.7 * result.frustrationIndex);
    expect(result.lowerBound).toBeLessThan(result.frustrationIndex);
    expect(frustration(graph, { seed: 7 }).sides).toEqual(result.sides);
    const [warning] = balanceWarnings(graph, 1, 321, { index: 200, lowerBound: 150, optimal: false });
    expect(warning!.message).toContain('at least 150 (gap 25.0 %)');
  });
});

describe('balance', () => {
  test('the tribes network', () => {
    // D. Schoch, signnet (R): frustration 7 of 58 ties; 59 of 68 triangles balanced = 0.868.
    const balance = analyzeBalance(edgeListNetwork(readTribes()));
    expect(balance).toMatchObject({ actors: 16, ties: 58, frustrationIndex: 7, optimal: true, lowerBound: 7, balanced: false });
    expect(balance.triangleBalance).toBeCloseTo(0.868, 3);
    // All groupings of the 16 compared: see exhaustiveGroups, itself compared with trying them one by one.
    expect(exhaustiveGroups(toSignedGraph(edgeListNetwork(readTribes()))).cost).toBe(2);
    expect(balance.generalised).toMatchObject({ frustrationIndex: 2, optimal: true, lowerBound: 2 });
    expect(balance.generalised!.frustrated).toHaveLength(2);
    expect(balance.frustrated).toHaveLength(7);
    const [one, two] = balance.partition;
    expect(one.length + two.length).toBe(16);
  });

  test('the evaluation of a partition that it reports', () => {
    const { partition, frustrationIndex } = analyzeBalance(edgeListNetwork(readTribes()));
    const camp = new Set(partition[0]);
    const unsatisfied = readTribes().filter(({ from, to, sign }) => (camp.has(from) === camp.has(to)) !== sign > 0);
    expect(unsatisfied).toHaveLength(frustrationIndex);
  });

  test('without cycles balance says nothing', () => {
    const balance = analyzeBalance(networkOf('A-B- B-C+'));
    expect(balance).toMatchObject({ cycles: 0, balanced: null, frustrationIndex: 0, triangleBalance: null });
    expect(balance.warnings.map((warning) => warning.code)).toContain('no-cycles');
  });

  test('frustrated ties name their claims from both directions', () => {
    const rows = [
      position('A', 'B', 'oppose'),
      position('B', 'C', 'oppose'),
      position('A', 'C', 'oppose', { claim: 'there' }),
      position('C', 'A', 'oppose', { claim: 'back' }),
    ];
    const balance = analyzeBalance(stanceNetwork(rows));
    expect(balance.balanced).toBe(false);
    expect(balance.frustrated).toEqual([{ a: 'A', b: 'C', sign: -1, weight: 2, claims: ['back', 'there'] }]);
  });

  test.each([
    ['empty', [], ['empty']],
    ['only a tie to itself', [{ from: 'A', to: 'A', sign: 1 as const }], ['empty', 'self-ties']],
    ['zero weights', [{ from: 'A', to: 'B', sign: 1 as const, weight: 0 }], ['empty', 'zero-weight']],
    ['as much for as against', [...edges('A-B+ B-C+ A-C-'), ...edges('A-B-')], ['ambivalent', 'no-cycles']],
    ['two parts', edges('A-B+ C-D- D-E- C-E+'), ['disconnected']],
  ])('%s', (_name, rows, codes) => {
    const balance = analyzeBalance(edgeListNetwork(rows));
    expect(balance.warnings.map((warning) => warning.code).sort()).toEqual([...codes].sort());
    expect(JSON.stringify(balance)).not.toMatch(/NaN|undefined/);
    expect(balance.frustrationIndex).toBe(0);
  });

  test('one actor', () => {
    const network = edgeListNetwork([]);
    network.addNode('A', { label: 'A' });
    expect(analyzeBalance(network)).toMatchObject({ actors: 1, balanced: null, partition: [['A'], []] });
    expect(analyzeBalance(network).warnings.map((warning) => warning.code)).toEqual(['single-actor']);
  });
});
