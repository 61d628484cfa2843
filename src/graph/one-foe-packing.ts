import { type Arcs, arcsOf } from './shortest-paths.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';

/** Most friends on the way between two foes: short cycles use up fewest edges and come first. */
const LENGTHS = [2, 3, 4, 5, 7, 10, 20];

/**
 * A bound on the weight that any groups contradict, without a programme: cycles with exactly one negative edge that
 * share no weight. Of each one edge is contradicted. Shorter cycles are taken first.
 *
 * Reference: the dual of the programme of E. D. Demaine, D. Emanuel, A. Fiat and N. Immorlica, Correlation clustering
 * in general weighted graphs, Theoretical Computer Science 361 (2006) 172-187.
 */
export function packOneFoeCycles(graph: SignedGraph): number {
  const left = Float64Array.from(graph.edges, ({ weight }) => weight);
  const search = new FriendPaths(graph, left);
  let bound = 0;
  for (const length of LENGTHS)
    for (const [i, { sign }] of graph.edges.entries()) {
      if (sign > 0) continue;
      for (let path = search.between(i, length); path && left[i]! > 0; path = search.between(i, length)) {
        const share = path.reduce((least, edge) => Math.min(least, left[edge]!), left[i]!);
        for (const edge of [i, ...path]) left[edge]! -= share;
        bound += share;
      }
    }
  return bound;
}

/** Breadth-first searches over positive edges that have weight left. */
class FriendPaths {
  readonly #graph: SignedGraph;
  readonly #left: Float64Array;
  readonly #friends: Arcs;
  readonly #queue: Int32Array;
  readonly #depth: Int32Array;
  /** Edge by which a vertex was reached, and in which search. */
  readonly #by: Int32Array;
  readonly #reached: Int32Array;
  #round = 0;

  constructor(graph: SignedGraph, left: Float64Array) {
    const n = graph.ids.length;
    this.#graph = graph;
    this.#left = left;
    this.#friends = arcsOf(
      n,
      graph.edges.flatMap(({ u, v, sign }, i) => (sign > 0 ? [u, v, i, v, u, i] : [])),
    );
    this.#queue = new Int32Array(n);
    this.#depth = new Int32Array(n);
    this.#by = new Int32Array(n);
    this.#reached = new Int32Array(n);
  }

  /** A shortest way between the ends of a negative edge with weight left, of so many edges at most. */
  between(foes: number, length: number): number[] | null {
    if (!(this.#left[foes]! > 0)) return null;
    const { u, v } = this.#graph.edges[foes]!;
    const [left, queue, depth, by, reached] = [this.#left, this.#queue, this.#depth, this.#by, this.#reached];
    const { first, head, edge } = this.#friends;
    const round = ++this.#round;
    queue[0] = u;
    depth[u] = 0;
    reached[u] = round;
    for (let at = 0, end = 1; at < end; at++) {
      const vertex = queue[at]!;
      if (depth[vertex]! >= length) return null;
      for (let arc = first[vertex]!; arc < first[vertex + 1]!; arc++) {
        const next = head[arc]!;
        if (reached[next] === round || !(left[edge[arc]!]! > 0)) continue;
        reached[next] = round;
        by[next] = edge[arc]!;
        depth[next] = depth[vertex]! + 1;
        if (next === v) return this.#pathBack(v, u);
        queue[end++] = next;
      }
    }
    return null;
  }

  #pathBack(from: number, to: number): number[] {
    const path: number[] = [];
    for (let at = from; at !== to; at = otherEnd(this.#graph.edges[path.at(-1)!]!, at)) path.push(this.#by[at]!);
    return path;
  }
}
