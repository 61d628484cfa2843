import { exponential } from './exponential.ts';
import { type Pulls, pullsOf } from './pulls.ts';
import type { Random } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';

export interface AnnealingOptions {
  /** How often each actor is looked at on average. */
  readonly sweeps: number;
  /** Most groups (default: as many as actors). */
  readonly most?: number | undefined;
}

/** Takes some seconds; very large networks get fewer looks for each actor. */
export const MOST_STEPS = 1e7;

/** First and last temperature, in mean weights of a tie. */
const [HOT, COLD] = [1, 0.2];

/**
 * Simulated annealing of groups, in place: an actor chosen at random may move to the group of one of its neighbours,
 * or to an empty one; moves for the worse are made with a probability that sinks.
 *
 * Reference: S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Optimization by simulated annealing, Science 220 (1983)
 * 671-680.
 */
export function anneal(graph: SignedGraph, groups: number[], random: Random, options: AnnealingOptions): void {
  const n = graph.ids.length;
  const pulls = pullsOf(graph);
  const { first, other } = pulls;
  const group = Int32Array.from(groups);
  const most = Math.min(n, options.most ?? n);
  const size = new Int32Array(n);
  for (const number of group) size[number]!++;
  const empty: number[] = [];
  for (let number = most - 1; number >= 0; number--) if (size[number] === 0) empty.push(number);
  const unit = graph.edges.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, graph.edges.length);
  const steps = Math.min(options.sweeps * n, MOST_STEPS);
  for (let step = 0; step < steps; step++) {
    const vertex = Math.floor(random() * n);
    const ties = first[vertex + 1]! - first[vertex]!;
    if (ties === 0) continue;
    const own = group[vertex]!;
    const pick = Math.floor(random() * (ties + 1));
    const to = pick < ties ? group[other[first[vertex]! + pick]!]! : (empty.at(-1) ?? own);
    if (to === own) continue;
    const loss = lossOfMoving(pulls, group, vertex, to);
    const temperature = unit * (HOT + ((COLD - HOT) * step) / steps);
    if (loss > 0 && random() >= exponential(-loss / temperature)) continue;
    if (size[to] === 0) empty.pop();
    group[vertex] = to;
    size[to]!++;
    if (--size[own]! === 0) empty.push(own);
  }
  for (let vertex = 0; vertex < n; vertex++) groups[vertex] = group[vertex]!;
}

/** By how much contradicted weight grows if the actor moves to the group. */
function lossOfMoving({ first, other, value }: Pulls, group: Int32Array, vertex: number, to: number): number {
  const own = group[vertex]!;
  const end = first[vertex + 1]!;
  let loss = 0;
  for (let at = first[vertex]!; at < end; at++) {
    const its = group[other[at]!]!;
    if (its === own) loss += value[at]!;
    else if (its === to) loss -= value[at]!;
  }
  return loss;
}
