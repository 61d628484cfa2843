import { describe, expect, test } from 'vitest';
import { linearSolver } from '../../src/app/solver.ts';
import { exhaustiveFrustration, MAX_EXHAUSTIVE } from '../../src/graph/exhaustive.ts';
import { frustration } from '../../src/graph/frustration.ts';
import { type UndecidedPart, undecidedParts } from '../../src/graph/undecided-parts.ts';
import { graphOf, planted } from './helpers.ts';

const product = (parts: readonly UndecidedPart[]): number => parts.reduce((all, { optima }) => all * optima!, 1);

describe('parts of the undecided ties', () => {
  test.each([
    // Each of three ties may give way.
    ['A-B+ B-C+ A-C-', [3]],
    // Two such triangles that share an actor vary on their own.
    ['A-B+ B-C+ A-C- C-D+ D-E+ C-E-', [3, 3]],
    // Over the common tie A-C both give way at once: nothing is undecided.
    ['A-B+ B-C+ A-C- A-D+ D-C+', []],
    ['A-B+ B-C+ A-C+', []],
  ])('%s: %j ways', (text, ways) => {
    const { undecidedParts: parts, optima } = frustration(graphOf(text));
    expect(parts!.map((part) => part.optima)).toEqual(ways);
    expect(optima).toBe(ways.reduce((a, b) => a * b, 1));
  });

  test('hold all undecided ties, and their ways multiply to the number of best partitions', () => {
    let several = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const graph = planted({ actors: 16, ties: 18 + (seed % 10), groups: 2, turned: 0.3, seed });
      const { undecided, undecidedParts: parts, optima } = frustration(graph);
      expect(parts!.flatMap(({ edges }) => edges).sort((a, b) => a - b)).toEqual(undecided);
      expect(product(parts!)).toBe(optima);
      if (parts!.length > 1) several++;
    }
    expect(several).toBeGreaterThan(10);
  });

  test('count the best partitions of a block too large to try all of them', async () => {
    // A ring of 24 friends with one foe tie: any of its ties may give way.
    const ring = Array.from({ length: 24 }, (_, i) => `n${i}-n${(i + 1) % 24}${i === 0 ? '-' : '+'}`).join(' ');
    const graph = graphOf(ring);
    expect(graph.ids.length).toBeGreaterThan(MAX_EXHAUSTIVE);
    const found = frustration(graph, { solver: await linearSolver(), undecided: true });
    expect(found).toMatchObject({ frustrationIndex: 1, optimal: true });
    expect(found.undecided).toHaveLength(24);
    // One ring of 24 groups is more than is tried.
    expect(found.optima).toBeNull();
    // With a second way from n0 to n20 the foe tie n0-n1 or one of n1 to n20 gives way on both ways around: 20 ways.
    const chorded = graphOf(`${ring} n0-m+ m-n20+`);
    const both = frustration(chorded, { solver: await linearSolver(), undecided: true });
    expect(both.undecided).toHaveLength(20);
    expect(both.optima).toBe(20);
  });

  test('of one block equal trying all partitions', () => {
    const graph = graphOf('A-B+ B-C- C-D+ A-D+ A-C- B-D-');
    const { sides, undecided, optima } = exhaustiveFrustration(graph);
    expect(product(undecidedParts(graph, sides, undecided))).toBe(optima);
  });
});
