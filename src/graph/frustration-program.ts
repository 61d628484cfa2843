import { type CoverLimits, MOST_AT_CORNERS, solveCover } from './cover.ts';
import type { Choice, Cover, PricedBound } from './cover-problem.ts';
import { descend } from './local-search.ts';
import { oddCycleFinder } from './odd-cycles.ts';
import { TOLERANCE } from './short-cycles.ts';
import type { SignedGraph } from './signed-graph.ts';
import type { LinearSolver } from './solver.ts';
import { treeColouring } from './spanning-tree.ts';
import { forEachTriangle, isUnbalanced } from './triangles.ts';
import { frustratedEdges, frustratedWeight, type Sides } from './two-colouring.ts';
import { violatedCycles } from './unbalanced-cycles.ts';

/** Limits by steps, never by the clock. */
export type CycleLimits = CoverLimits;

export interface CoverFrustration {
  readonly sides: Sides;
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** Unbalanced cycles that the proof needs: at least one edge of each is frustrated in any partition. */
  readonly cycles: readonly Cover[];
  /** What the proof says of single edges. */
  readonly priced: PricedBound;
}

/** A triangle may bring in edges that few of the triangles of the same round hold already. */
const TRIANGLES_PER_EDGE = 3;

/** Odd cycles make dense programmes: so many relaxations of a large network take about a minute. */
const INSIDE_ROUNDS = 5;

/** So many violated triangles are worth a relaxation of their own. */
const ENOUGH = 20;

/**
 * The frustration index as an integer programme: fewest (or lightest) edges such that every cycle with an odd number
 * of negative edges holds one of them. Unbalanced triangles are looked for first, longer cycles once no triangle is
 * violated.
 *
 * Reference: S. Aref, A. J. Mason and M. C. Wilson, A modeling and computational study of the frustration index in
 * signed networks, Networks 75 (2020) 95-110.
 */
export function coverFrustration(
  graph: SignedGraph,
  solver: LinearSolver,
  start: Sides,
  limits: CycleLimits = {},
): CoverFrustration {
  let best = { sides: start, choice: choiceOf(graph, start) };
  const large = graph.edges.length > MOST_AT_CORNERS;
  const triangles = large ? [] : unbalancedTriangles(graph);
  const violated = large
    ? oddCycleFinder(graph, limits.expired)
    : (values: ArrayLike<number>): Cover[] => {
        const found = violatedTriangles(graph, triangles, values);
        return found.length >= ENOUGH
          ? found
          : [...found, ...violatedCycles(graph, values, best.sides).filter((cycle) => cycle.length > 3)];
      };
  const round = (values: ArrayLike<number>): Choice => {
    const { sides } = descend(graph, treeColouring(graph, values));
    const choice = choiceOf(graph, sides);
    if (choice.cost < best.choice.cost) best = { sides, choice };
    return choice;
  };
  const costs = graph.edges.map(({ weight }) => weight);
  const result = solveCover(solver, { costs, violated, round, rowsPerColumn: 10 }, best.choice, {
    insideRounds: INSIDE_ROUNDS,
    ...limits,
  });
  const { lowerBound, optimal, rows, priced } = result;
  return { sides: best.sides, lowerBound, optimal, cycles: rows, priced };
}

export const choiceOf = (graph: SignedGraph, sides: Sides): Choice => ({
  cost: frustratedWeight(graph, sides),
  columns: frustratedEdges(graph, sides),
});

function unbalancedTriangles(graph: SignedGraph): Cover[] {
  const found: Cover[] = [];
  forEachTriangle(graph, (...triangle) => {
    if (isUnbalanced(graph, triangle)) found.push(triangle);
  });
  return found;
}

/** The most violated triangles, so that no edge comes in many of them at once. */
function violatedTriangles(graph: SignedGraph, triangles: readonly Cover[], values: ArrayLike<number>): Cover[] {
  const uses = new Uint8Array(graph.edges.length);
  const sums = triangles.map((triangle) => triangle.reduce((sum, i) => sum + values[i]!, 0));
  const order = triangles
    .map((_triangle, t) => t)
    .filter((t) => sums[t]! < 1 - TOLERANCE)
    .sort((a, b) => sums[a]! - sums[b]! || a - b);
  return order
    .map((t) => triangles[t]!)
    .filter((triangle) => {
      if (triangle.some((i) => uses[i]! >= TRIANGLES_PER_EDGE)) return false;
      for (const i of triangle) uses[i]!++;
      return true;
    });
}
