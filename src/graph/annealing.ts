import { exponential } from './exponential.ts';
import type { Random } from './random.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';

export interface AnnealingOptions {
  /** How often each actor is looked at on average. */
  readonly sweeps: number;
  /** Most groups (default: as many as actors). */
  readonly most?: number | undefined;
}

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
  const most = Math.min(n, options.most ?? n);
  const size = new Int32Array(n);
  for (const group of groups) size[group]!++;
  const empty: number[] = [];
  for (let group = most - 1; group >= 0; group--) if (size[group] === 0) empty.push(group);
  const unit = graph.edges.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, graph.edges.length);
  const steps = options.sweeps * n;
  for (let step = 0; step < steps; step++) {
    const vertex = Math.floor(random() * n);
    const edges = graph.incident[vertex]!;
    if (edges.length === 0) continue;
    const own = groups[vertex]!;
    const pick = Math.floor(random() * (edges.length + 1));
    const to = pick < edges.length ? groups[otherEnd(graph.edges[edges[pick]!]!, vertex)]! : (empty.at(-1) ?? own);
    if (to === own) continue;
    const loss = lossOfMoving(graph, groups, vertex, to);
    const temperature = unit * (HOT + ((COLD - HOT) * step) / steps);
    if (loss > 0 && random() >= exponential(-loss / temperature)) continue;
    if (size[to] === 0) empty.pop();
    groups[vertex] = to;
    size[to]!++;
    if (--size[own]! === 0) empty.push(own);
  }
}

/** By how much contradicted weight grows if the actor moves to the group. */
function lossOfMoving(graph: SignedGraph, groups: readonly number[], vertex: number, to: number): number {
  const own = groups[vertex]!;
  let loss = 0;
  for (const i of graph.incident[vertex]!) {
    const edge = graph.edges[i]!;
    const group = groups[edge.u === vertex ? edge.v : edge.u]!;
    if (group === own) loss += edge.sign * edge.weight;
    else if (group === to) loss -= edge.sign * edge.weight;
  }
  return loss;
}
