import { anneal, MOST_STEPS } from './annealing.ts';
import { type Random, seededRandom } from './random.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';

export interface Grouping {
  /** Weight of friends in different groups and foes in the same. */
  readonly cost: number;
  /** Number of the group of each actor, from 0 in the order of their first actors. */
  readonly groups: number[];
}

/** Edges that groups contradict: friends in different groups, foes in the same. */
export const contradictedEdges = (graph: SignedGraph, groups: readonly number[]): number[] =>
  graph.edges.flatMap(({ u, v, sign }, i) => ((groups[u] === groups[v]) === sign > 0 ? [] : [i]));

export const contradictedWeight = (graph: SignedGraph, groups: readonly number[]): number =>
  graph.edges.reduce((sum, { u, v, sign, weight }) => ((groups[u] === groups[v]) === sign > 0 ? sum : sum + weight), 0);

const KICKS = 30;
/** Ties gone through anew by all kicks together: in large networks scattered actors are far from each other. */
const KICKED_TIES = 300_000;
const ANNEALINGS = 3;
const SWEEPS = 1500;

/**
 * Looks for groups, as many as it takes, with few friends between and few foes within: by simulated annealing and by
 * relocation from single actors, and goes on from the best by scattering a few actors (iterated local search). An
 * upper bound, without proof.
 *
 * Reference: P. Doreian and A. Mrvar, A partitioning approach to structural balance, Social Networks 18 (1996)
 * 149-168 (relocation).
 */
export function searchGroups(graph: SignedGraph, seed: number): Grouping {
  const random = seededRandom(seed);
  let best = improveGroups(graph, [...graph.ids.keys()]);
  const offer = (groups: number[]): void => {
    const found = improveGroups(graph, groups);
    if (found.cost <= best.cost) best = found;
  };
  const annealings = graph.ids.length * SWEEPS > MOST_STEPS ? 1 : ANNEALINGS;
  const kicks = Math.min(KICKS, Math.ceil(KICKED_TIES / graph.edges.length));
  for (let round = 0; round < annealings && best.cost > 0; round++) {
    const groups = round === 0 ? [...graph.ids.keys()] : [...best.groups];
    anneal(graph, groups, random, { sweeps: SWEEPS });
    offer(groups);
  }
  for (let round = 0; round < kicks && best.cost > 0; round++) offer(scattered(best.groups, random));
  return best;
}

/** Some actors put into the groups of others. */
const scattered = (groups: readonly number[], random: Random): number[] =>
  groups.map((group) => (random() < 0.06 ? groups[Math.floor(random() * groups.length)]! : group));

/** A tie as one end sees it: the other end, and how much it wants to be with it (or, if negative, apart). */
type Pull = readonly [other: number, value: number];

/**
 * Moves single actors, then whole groups, as long as that helps.
 *
 * Reference: V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, Fast unfolding of communities in large
 * networks, Journal of Statistical Mechanics (2008) P10008, with friends less foes instead of modularity.
 */
export function improveGroups(graph: SignedGraph, start: readonly number[]): Grouping {
  const actors = graph.incident.map((edges, vertex) =>
    edges.map((i): Pull => {
      const edge = graph.edges[i]!;
      return [otherEnd(edge, vertex), edge.sign * edge.weight];
    }),
  );
  let groups = renumbered(start);
  for (let moved = true; moved; ) {
    relocate(actors, groups);
    groups = renumbered(groups);
    const joined = [...new Set(groups).keys()];
    moved = relocate(pullsOfGroups(graph, groups), joined);
    groups = renumbered(groups.map((group) => joined[group]!));
  }
  return { cost: contradictedWeight(graph, groups), groups };
}

function pullsOfGroups(graph: SignedGraph, groups: readonly number[]): Pull[][] {
  const pulls: Map<number, number>[] = [];
  const add = (a: number, b: number, value: number): void => {
    pulls[a]!.set(b, (pulls[a]!.get(b) ?? 0) + value);
  };
  for (const group of groups) pulls[group] ??= new Map();
  for (const { u, v, sign, weight } of graph.edges) {
    const [a, b] = [groups[u]!, groups[v]!];
    if (a === b) continue;
    add(a, b, sign * weight);
    add(b, a, sign * weight);
  }
  return pulls.map((map) => [...map]);
}

/** Less is the rounding of sums of fractions, and moves for its sake might never end. */
const LEAST_GAIN = 1e-9;

/** Moves each to the group that pulls most, in place, until none gains; tells whether any moved. */
function relocate(pulls: readonly (readonly Pull[])[], groups: number[]): boolean {
  const size = new Map<number, number>();
  for (const group of groups) size.set(group, (size.get(group) ?? 0) + 1);
  const queue = [...groups.keys()];
  const waiting = new Array<boolean>(groups.length).fill(true);
  let fresh = groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  let moved = false;
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at]!;
    waiting[item] = false;
    const own = groups[item]!;
    const to = bestGroup(pulls[item]!, groups, own) ?? (size.get(own)! > 1 ? fresh++ : own);
    if (to === own) continue;
    moved = true;
    groups[item] = to;
    size.set(own, size.get(own)! - 1);
    size.set(to, (size.get(to) ?? 0) + 1);
    for (const [next] of pulls[item]!) {
      if (waiting[next]) continue;
      waiting[next] = true;
      queue.push(next);
    }
  }
  return moved;
}

/** The group that pulls most, its own where none pulls more; null if a group of its own is better than any. */
function bestGroup(pulls: readonly Pull[], groups: readonly number[], own: number): number | null {
  const sums = new Map<number, number>([[own, 0]]);
  for (const [other, value] of pulls) sums.set(groups[other]!, (sums.get(groups[other]!) ?? 0) + value);
  let [best, most] = [own, sums.get(own)!];
  for (const [group, sum] of sums) if (sum > most + LEAST_GAIN) [best, most] = [group, sum];
  return most < -LEAST_GAIN ? null : best;
}

function renumbered(groups: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
  return groups.map((group) => numbers.get(group)!);
}
