import { Heap } from './heap.ts';
import { TOLERANCE } from './short-cycles.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';
import { treeColouring } from './spanning-tree.ts';
import { frustratedEdges, type Sides } from './two-colouring.ts';

/** Added per edge, so that of paths equally long in value the one with fewest edges is found. */
const STEP = 1e-7;

/**
 * Cycles with an odd number of negative edges along which the values sum to less than 1, as lists of edges; none if
 * and only if there is none. Of every such cycle at least one edge contradicts the colouring along a spanning tree,
 * so a shortest path in the signed double cover (each actor twice; a negative edge leads to the other copy) is
 * looked for around each contradicted edge.
 *
 * References: F. Barahona and A. R. Mahjoub, On the cut polytope, Mathematical Programming 36 (1986) 157-173
 * (separation by shortest paths); T. Zaslavsky, Signed graphs, Discrete Applied Mathematics 4 (1982) 47-74 (double
 * cover); S. Aref, A. J. Mason and M. C. Wilson, A modeling and computational study of the frustration index in
 * signed networks, Networks 75 (2020) 95-110 (negative-cycle inequalities).
 */
export function violatedCycles(
  graph: SignedGraph,
  values: ArrayLike<number>,
  sides: Sides = treeColouring(graph, values),
): number[][] {
  const found = new Map<string, number[]>();
  const search = new DoubleCover(graph, values);
  for (const i of frustratedEdges(graph, sides)) {
    if (values[i]! > 1 - TOLERANCE) continue;
    const walk = search.oddPathAround(i);
    if (walk === null) continue;
    const cycle = oddPart(graph, [i, ...walk], graph.edges[i]!.v).sort((a, b) => a - b);
    found.set(cycle.join(' '), cycle);
  }
  return [...found.values()];
}

/** Vertex `v` of the graph stands twice in the cover: as `2v` and `2v + 1`. */
class DoubleCover {
  readonly #graph: SignedGraph;
  readonly #values: ArrayLike<number>;
  readonly #distance: Float64Array;
  /** Edge by which a vertex was reached. */
  readonly #by: Int32Array;
  /** Search in which a vertex was last reached, so that nothing need be cleared. */
  readonly #reached: Int32Array;
  #round = 0;

  constructor(graph: SignedGraph, values: ArrayLike<number>) {
    this.#graph = graph;
    this.#values = values;
    this.#distance = new Float64Array(2 * graph.ids.length);
    this.#by = new Int32Array(2 * graph.ids.length);
    this.#reached = new Int32Array(2 * graph.ids.length);
  }

  /** Edges from one end of the edge to the other that close an odd walk with it, if shorter than violated ones are. */
  oddPathAround(edge: number): number[] | null {
    const { u, v, sign } = this.#graph.edges[edge]!;
    const [from, to] = [2 * u, sign > 0 ? 2 * v + 1 : 2 * v];
    const limit = 1 - TOLERANCE - this.#values[edge]!;
    const heap = new Heap();
    this.#round++;
    this.#reach(from, 0, -1, heap);
    for (let next = heap.pop(); next; next = heap.pop()) {
      if (next.item === to) return this.#pathTo(to, from);
      if (next.key > this.#distance[next.item]!) continue;
      this.#leave(next.item, next.key, edge, limit, heap);
    }
    return null;
  }

  #leave(at: number, distance: number, without: number, limit: number, heap: Heap): void {
    const vertex = at >> 1;
    for (const i of this.#graph.incident[vertex]!) {
      if (i === without) continue;
      const edge = this.#graph.edges[i]!;
      const next = 2 * otherEnd(edge, vertex) + ((at & 1) ^ (edge.sign < 0 ? 1 : 0));
      const length = distance + Math.max(0, this.#values[i]!) + STEP;
      if (length < limit && (this.#reached[next] !== this.#round || length < this.#distance[next]!))
        this.#reach(next, length, i, heap);
    }
  }

  #reach(vertex: number, distance: number, by: number, heap: Heap): void {
    this.#reached[vertex] = this.#round;
    this.#distance[vertex] = distance;
    this.#by[vertex] = by;
    heap.push(vertex, distance);
  }

  #pathTo(to: number, from: number): number[] {
    const path: number[] = [];
    for (let at = to; at !== from; ) {
      const i = this.#by[at]!;
      path.push(i);
      const edge = this.#graph.edges[i]!;
      at = 2 * otherEnd(edge, at >> 1) + ((at & 1) ^ (edge.sign < 0 ? 1 : 0));
    }
    return path.reverse();
  }
}

/**
 * A simple odd cycle out of an odd closed walk that starts at a vertex: whenever the walk comes back to a vertex, the
 * loop since then is the cycle if it is odd, and is cut out if not.
 */
export function oddPart(graph: SignedGraph, walk: readonly number[], start: number): number[] {
  const vertices = [start];
  const edges: number[] = [];
  for (const i of walk) {
    const next = otherEnd(graph.edges[i]!, vertices.at(-1)!);
    const before = vertices.indexOf(next);
    edges.push(i);
    vertices.push(next);
    if (before === -1) continue;
    const loop = edges.splice(before);
    vertices.length = before + 1;
    if (loop.reduce((sign, at) => sign * graph.edges[at]!.sign, 1) < 0) return loop;
  }
  return edges;
}
