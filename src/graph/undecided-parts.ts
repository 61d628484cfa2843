import { type Block, blocksOf } from './blocks.ts';
import { exhaustiveFrustration, MAX_EXHAUSTIVE } from './exhaustive.ts';
import { incidence, type SignedEdge, type SignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';

/** Edges on which best partitions differ together: how they differ in one part says nothing of another. */
export interface UndecidedPart {
  /** Indices of the edges. */
  readonly edges: readonly number[];
  /** In how many ways they can stand in best partitions; null where there are too many to be tried. */
  readonly optima: number | null;
}

/**
 * Splits the undecided edges of a connected graph into parts that vary on their own, and counts the ways of each; the
 * number of best partitions, up to exchanging the camps, is the product. All best partitions agree on the other
 * edges, so that actors joined by these are turned over together only: each such group becomes one actor, turned such
 * that the given partition has all of them on one side, and the blocks of what is left are tried out.
 *
 * Reference: two partitions with the same frustrated edges are the same up to exchanging the camps, T. Zaslavsky,
 * Signed graphs, Discrete Applied Mathematics 4 (1982) 47-74, section 3 (switching).
 *
 * @param sides a best partition
 * @param undecided all edges on which best partitions differ
 */
export function undecidedParts(graph: SignedGraph, sides: Sides, undecided: readonly number[]): UndecidedPart[] {
  const { merged, origins } = contracted(graph, sides, undecided);
  return blocksOf(merged).map((block) => ({
    edges: block.edges.flatMap((i) => origins[i]!).sort((a, b) => a - b),
    optima: waysOf(block),
  }));
}

const waysOf = ({ graph }: Block): number | null =>
  graph.ids.length <= MAX_EXHAUSTIVE ? exhaustiveFrustration(graph).optima : null;

interface Contracted {
  readonly merged: SignedGraph;
  /** For each of its edges those of the whole that it stands for. */
  readonly origins: readonly (readonly number[])[];
}

function contracted(graph: SignedGraph, sides: Sides, undecided: readonly number[]): Contracted {
  const groups = groupsWithout(graph, new Set(undecided));
  const found = new Map<string, { u: number; v: number; value: number; origin: number[] }>();
  for (const i of undecided) {
    const edge = graph.edges[i]!;
    const [u, v] = [groups[edge.u]!, groups[edge.v]!].sort((a, b) => a - b) as [number, number];
    const pair = found.get(`${u} ${v}`) ?? { u, v, value: 0, origin: [] };
    found.set(`${u} ${v}`, pair);
    pair.value += sides[edge.u]! * sides[edge.v]! * edge.sign * edge.weight;
    pair.origin.push(i);
  }
  const pairs = [...found.values()].sort((a, b) => a.u - b.u || a.v - b.v);
  // As much for as against is an edge too, of no weight: either way is as good.
  const edges = pairs.map(({ u, v, value }): SignedEdge => ({ u, v, sign: value < 0 ? -1 : 1, weight: Math.abs(value) }));
  const ids = [...new Set(groups)].sort((a, b) => a - b).map(String);
  return {
    merged: { ids, edges, incident: incidence(ids.length, edges), ambivalent: [] },
    origins: pairs.map(({ origin }) => origin),
  };
}

/** Number of the group of each actor, from 0, joined by the edges that are not left out. */
function groupsWithout(graph: SignedGraph, without: ReadonlySet<number>): number[] {
  const groups = new Array<number>(graph.ids.length).fill(-1);
  let count = 0;
  for (const start of groups.keys()) {
    if (groups[start] !== -1) continue;
    groups[start] = count;
    const queue = [start];
    for (const vertex of queue)
      for (const i of graph.incident[vertex]!) {
        const { u, v } = graph.edges[i]!;
        const next = u === vertex ? v : u;
        if (without.has(i) || groups[next] !== -1) continue;
        groups[next] = count;
        queue.push(next);
      }
    count++;
  }
  return groups;
}
