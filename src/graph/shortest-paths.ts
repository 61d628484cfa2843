/** Arcs by the vertex they leave; each belongs to an edge, whose length it has. */
export interface Arcs {
  /** Arcs of vertex v stand from `first[v]` up to, but not including, `first[v + 1]`. */
  readonly first: Int32Array;
  readonly head: Int32Array;
  readonly edge: Int32Array;
}

/** Sorts arcs, given as tail, head and edge in turn, by their tails. */
export function arcsOf(vertices: number, triples: readonly number[]): Arcs {
  const first = new Int32Array(vertices + 1);
  for (let i = 0; i < triples.length; i += 3) first[triples[i]! + 1]!++;
  for (let v = 0; v < vertices; v++) first[v + 1]! += first[v]!;
  const next = first.slice();
  const head = new Int32Array(triples.length / 3);
  const edge = new Int32Array(triples.length / 3);
  for (let i = 0; i < triples.length; i += 3) {
    const at = next[triples[i]!]!++;
    head[at] = triples[i + 1]!;
    edge[at] = triples[i + 2]!;
  }
  return { first, head, edge };
}

/**
 * Shortest paths from one vertex after another, over typed arrays that are made once.
 *
 * References: E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959)
 * 269-271; binary heap: J. W. J. Williams, Algorithm 232: heapsort, Communications of the ACM 7 (1964) 347-348.
 */
export class ShortestPaths {
  readonly #arcs: Arcs;
  readonly #distance: Float64Array;
  /** Arc's edge and tail by which a vertex was reached. */
  readonly #by: Int32Array;
  readonly #from: Int32Array;
  readonly #items: Int32Array;
  readonly #keys: Float64Array;
  #size = 0;
  #start = -1;

  constructor(arcs: Arcs) {
    this.#arcs = arcs;
    const vertices = arcs.first.length - 1;
    this.#distance = new Float64Array(vertices);
    this.#by = new Int32Array(vertices);
    this.#from = new Int32Array(vertices);
    this.#items = new Int32Array(arcs.head.length + 1);
    this.#keys = new Float64Array(arcs.head.length + 1);
  }

  /** Finds all vertices nearer than the limit; lengths below 0 count as 0, and each edge counts `step` more. */
  search(start: number, lengths: ArrayLike<number>, limit: number, step: number): void {
    const { first, head, edge } = this.#arcs;
    const distance = this.#distance.fill(Number.POSITIVE_INFINITY);
    this.#start = start;
    distance[start] = 0;
    this.#push(start, 0);
    while (this.#size > 0) {
      const [vertex, key] = [this.#items[0]!, this.#keys[0]!];
      this.#pop();
      if (key > distance[vertex]!) continue;
      for (let arc = first[vertex]!; arc < first[vertex + 1]!; arc++) {
        const [next, i] = [head[arc]!, edge[arc]!];
        const length = key + Math.max(lengths[i]!, 0) + step;
        if (length >= limit || length >= distance[next]!) continue;
        distance[next] = length;
        this.#by[next] = i;
        this.#from[next] = vertex;
        this.#push(next, length);
      }
    }
  }

  /** Infinite where the vertex was not reached. */
  distanceTo(vertex: number): number {
    return this.#distance[vertex]!;
  }

  /** Edges from the start to a vertex that was reached. */
  pathTo(vertex: number): number[] {
    const path: number[] = [];
    for (let at = vertex; at !== this.#start; at = this.#from[at]!) path.push(this.#by[at]!);
    return path.reverse();
  }

  #push(item: number, key: number): void {
    let at = this.#size++;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! <= key) break;
      this.#items[at] = this.#items[parent]!;
      this.#keys[at] = this.#keys[parent]!;
    }
    this.#items[at] = item;
    this.#keys[at] = key;
  }

  #pop(): void {
    const last = --this.#size;
    const [item, key] = [this.#items[last]!, this.#keys[last]!];
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && this.#keys[child + 1]! < this.#keys[child]!) child++;
      if (this.#keys[child]! >= key) break;
      this.#items[at] = this.#items[child]!;
      this.#keys[at] = this.#keys[child]!;
      at = child;
    }
    this.#items[at] = item;
    this.#keys[at] = key;
  }
}
