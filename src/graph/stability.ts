import { seededRandom } from './random.ts';
import { incidence, type SignedGraph } from './signed-graph.ts';

/**
 * How stable groups are: ties are drawn anew with replacement, groups are looked for again, and for each group the
 * largest overlap with one of these is taken (actors in both over actors in either), on average over the draws. Above
 * 0.75 a group counts as stable, below 0.5 as dissolved.
 *
 * References: C. Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52
 * (2007) 258-271; B. Efron, Bootstrap methods, Annals of Statistics 7 (1979) 1-26.
 *
 * @param find groups of a graph with the same actors
 */
export function stabilityOf(
  graph: SignedGraph,
  groups: readonly (readonly number[])[],
  find: (graph: SignedGraph) => readonly number[],
  draws: number,
  seed = 1,
): number[] {
  const random = seededRandom(seed);
  const sums = groups.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const found = find(resampled(graph, random));
    for (const [g, members] of groups.entries()) sums[g]! += largestOverlap(members, found);
  }
  return sums.map((sum) => sum / draws);
}

function resampled(graph: SignedGraph, random: () => number): SignedGraph {
  const times = new Int32Array(graph.edges.length);
  for (let i = 0; i < times.length; i++) times[Math.floor(random() * times.length)]!++;
  const edges = graph.edges.flatMap((edge, i) => (times[i]! > 0 ? [{ ...edge, weight: edge.weight * times[i]! }] : []));
  return { ...graph, edges, incident: incidence(graph.ids.length, edges) };
}

function largestOverlap(members: readonly number[], groups: readonly number[]): number {
  const both = new Map<number, number>();
  for (const actor of members) both.set(groups[actor]!, (both.get(groups[actor]!) ?? 0) + 1);
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let most = 0;
  for (const [group, shared] of both) most = Math.max(most, shared / (members.length + sizes.get(group)! - shared));
  return most;
}
