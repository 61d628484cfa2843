import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { linearSolver } from '../../src/app/solver.ts';
import { contradictedWeight, improveGroups, searchGroups } from '../../src/graph/cluster-search.ts';
import { coverClustering } from '../../src/graph/clustering-program.ts';
import { generalisedFrustration } from '../../src/graph/generalised-frustration.ts';
import { oddCycleFinder } from '../../src/graph/odd-cycles.ts';
import { oneFoeCycleFinder } from '../../src/graph/one-foe-cycles.ts';
import type { SignedGraph } from '../../src/graph/signed-graph.ts';
import type { LinearSolver } from '../../src/graph/solver.ts';
import { exhaustiveGroups } from '../../src/graph/subset-clusters.ts';
import { isUnbalanced } from '../../src/graph/triangles.ts';
import { violatedCycles } from '../../src/graph/unbalanced-cycles.ts';
import { complete, graphOf, planted, randomSignedGraph } from './helpers.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await linearSolver();
});

/** Least weight over all groupings, one by one (restricted growth strings): the slow and plain way. */
function bruteForce(graph: SignedGraph): number {
  const groups = new Array<number>(graph.ids.length).fill(0);
  let best = Number.POSITIVE_INFINITY;
  const place = (vertex: number, used: number): void => {
    if (vertex === groups.length) best = Math.min(best, contradictedWeight(graph, groups));
    else
      for (let group = 0; group <= used; group++) {
        groups[vertex] = group;
        place(vertex + 1, Math.max(used, group + 1));
      }
  };
  place(0, 0);
  return best;
}

describe('generalised frustration', () => {
  test.each([
    // Three mutual foes are three groups.
    ['A-B- B-C- A-C-', 0],
    // A foe among friends: one of the three ties gives way.
    ['A-B+ B-C+ A-C-', 1],
    // Two such triangles over the foe tie A-C: it alone gives way.
    ['A-B+ B-C+ A-C- A-D+ D-C+', 1],
    // Over the friendly tie A-B: it alone gives way.
    ['A-B+ B-C+ A-C- B-D+ A-D-', 1],
    // Two that share only an actor.
    ['A-B+ B-C+ A-C- C-D+ D-E+ C-E-', 2],
    // A chain of friends, its ends foes: one tie.
    ['A-B+ B-C+ C-D+ D-E+ A-E-', 1],
  ])('%s: %i', (text, index) => {
    expect(generalisedFrustration(graphOf(text))).toMatchObject({ index, lowerBound: index, optimal: true });
  });

  test('over subsets it is what trying all groupings gives', () => {
    fc.assert(
      fc.property(randomSignedGraph(8, 4), (graph) => {
        expect(exhaustiveGroups(graph).cost).toBe(bruteForce(graph));
        expect(contradictedWeight(graph, exhaustiveGroups(graph).groups)).toBe(exhaustiveGroups(graph).cost);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('by integer programme it is what comparing all groupings gives, up to 16 actors', () => {
    fc.assert(
      fc.property(randomSignedGraph(16, 3), (graph) => {
        const proof = coverClustering(graph, solver, [...graph.ids.keys()]);
        expect(proof.optimal).toBe(true);
        expect(proof.cost).toBe(exhaustiveGroups(graph).cost);
        expect(contradictedWeight(graph, proof.groups)).toBe(proof.cost);
      }),
      { seed: 2, numRuns: 12 },
    );
  });

  test('block by block it is that of the whole, and no more than with two camps', () => {
    fc.assert(
      fc.property(randomSignedGraph(13, 2), (graph) => {
        const result = generalisedFrustration(graph);
        expect(result).toMatchObject({ index: exhaustiveGroups(graph).cost, optimal: true });
        expect(result.contradicted).toHaveLength(result.index);
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  test('four groups of eight with three ties turned, found and proven', () => {
    const turned = new Set(['0 1', '2 10', '20 31']);
    const graph = complete(32, (a, b) => (a >> 3 !== b >> 3) !== turned.has(`${a} ${b}`));
    const result = generalisedFrustration(graph, { solver });
    expect(result).toMatchObject({ index: 3, lowerBound: 3, optimal: true });
    const groupOf = (actor: number): number => result.groups[graph.ids.indexOf(`n${actor}`)]!;
    expect(Array.from({ length: 32 }, (_, a) => groupOf(a) === groupOf(a - (a % 8)))).not.toContain(false);
    expect(new Set(result.groups).size).toBe(4);
  });

  test('without a solver the bound is that of cycles that share no tie', () => {
    const turned = new Set(['0 1', '2 10', '20 31']);
    const graph = complete(32, (a, b) => (a >> 3 !== b >> 3) !== turned.has(`${a} ${b}`));
    expect(generalisedFrustration(graph)).toMatchObject({ index: 3, lowerBound: 3, optimal: true });
    const chance = generalisedFrustration(planted({ actors: 60, ties: 240, groups: 2, turned: 0.5, seed: 1 }));
    expect(chance.optimal).toBe(false);
    expect(chance.lowerBound).toBeGreaterThan(0);
    expect(chance.lowerBound).toBeLessThan(chance.index);
  });

  test('without time the bound that there is is told', () => {
    const graph = planted({ actors: 60, ties: 240, groups: 2, turned: 0.5, seed: 1 });
    const late = generalisedFrustration(graph, { solver, expired: () => true });
    expect(late).toMatchObject({ optimal: false });
    expect(late.lowerBound).toBeLessThan(generalisedFrustration(graph, { solver }).lowerBound);
  });

  test('searches end with what they say they found', () => {
    fc.assert(
      fc.property(randomSignedGraph(14), (graph) => {
        const found = searchGroups(graph, 1);
        expect(contradictedWeight(graph, found.groups)).toBe(found.cost);
        expect(found.cost).toBeGreaterThanOrEqual(exhaustiveGroups(graph).cost);
        expect(improveGroups(graph, found.groups).cost).toBeLessThanOrEqual(found.cost);
      }),
      { seed: 4, numRuns: 10 },
    );
  });
});

describe('cycles', () => {
  const chosen = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });

  test('with one foe: found if and only if there is one among the edges left, each with one foe', () => {
    fc.assert(
      fc.property(randomSignedGraph(10), chosen, (graph, choice) => {
        const values = graph.edges.map((_edge, i) => (choice[i] ? 1 : 0));
        const cycles = oneFoeCycleFinder(graph)(values);
        const rest = { ...graph, edges: graph.edges.filter((_edge, i) => !choice[i]) };
        const weights = { ...rest, incident: [] };
        expect(cycles.length === 0).toBe(exhaustiveGroups(weights).cost === 0);
        for (const cycle of cycles) expect(cycle.filter((i) => graph.edges[i]!.sign < 0)).toHaveLength(1);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('odd: found if and only if those around a colouring are', () => {
    fc.assert(
      fc.property(randomSignedGraph(10), fc.array(fc.nat(10), { minLength: 40, maxLength: 40 }), (graph, tenths) => {
        const values = graph.edges.map((_edge, i) => tenths[i]! / 12);
        const cycles = oddCycleFinder(graph)(values);
        expect(cycles.length === 0).toBe(violatedCycles(graph, values).length === 0);
        for (const cycle of cycles) {
          expect(isUnbalanced(graph, cycle)).toBe(true);
          expect(cycle.reduce((sum, i) => sum + values[i]!, 0)).toBeLessThan(1);
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});

describe('interior points', () => {
  test('bounds of large networks hold, and prove where the planted groups are clear', { timeout: 120_000 }, () => {
    // 90 actors, all pairs: 4005 ties, more than are solved at corners; three groups of 30, four ties turned.
    const turned = new Set(['0 1', '2 40', '31 32', '70 80']);
    const graph = complete(90, (a, b) => (Math.floor(a / 30) !== Math.floor(b / 30)) !== turned.has(`${a} ${b}`));
    expect(generalisedFrustration(graph, { solver })).toMatchObject({ index: 4, lowerBound: 4, optimal: true });
  });
});
