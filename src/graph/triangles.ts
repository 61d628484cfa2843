import type { SignedGraph } from './signed-graph.ts';

/** Triangles by how many of their edges are negative. */
export interface TriangleCensus {
  /** Counts with 0, 1, 2 and 3 negative edges. */
  readonly counts: readonly [number, number, number, number];
  readonly total: number;
  /** Share of triangles whose signs multiply to plus (0 or 2 negative edges); null without triangles. */
  readonly balance: number | null;
}

/**
 * Counts the triangles of an undirected signed graph.
 *
 * References: D. Cartwright and F. Harary, Structural balance, Psychological Review 63 (1956), degree of balance
 * restricted to cycles of length 3; enumeration by edges directed from lower to higher degree, N. Chiba and
 * T. Nishizeki, Arboricity and subgraph listing algorithms, SIAM Journal on Computing 14 (1985).
 */
export function triangleCensus(graph: SignedGraph): TriangleCensus {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  forEachTriangle(graph, (a, b, c) => {
    const negative = [a, b, c].filter((i) => graph.edges[i]!.sign < 0).length as 0 | 1 | 2 | 3;
    counts[negative]++;
  });
  const total = counts[0] + counts[1] + counts[2] + counts[3];
  return { counts, total, balance: total === 0 ? null : (counts[0] + counts[2]) / total };
}

/** Calls back once for each triangle, with the indices of its three edges. */
export function forEachTriangle(graph: SignedGraph, visit: (a: number, b: number, c: number) => void): void {
  const before = (u: number, v: number): boolean => {
    const difference = graph.incident[u]!.length - graph.incident[v]!.length;
    return difference < 0 || (difference === 0 && u < v);
  };
  // out[u]: neighbours that come after u, with the edge that leads there.
  const out = graph.ids.map(() => new Map<number, number>());
  for (const [i, { u, v }] of graph.edges.entries()) {
    if (before(u, v)) out[u]!.set(v, i);
    else out[v]!.set(u, i);
  }
  for (const from of out)
    for (const [v, toV] of from)
      for (const [w, vToW] of out[v]!) {
        const toW = from.get(w);
        if (toW !== undefined) visit(toV, toW, vToW);
      }
}

/** Weight that disjoint unbalanced triangles leave frustrated at the least: each needs an edge of its own. */
export function disjointUnbalancedTriangles(graph: SignedGraph): number {
  const used = new Set<number>();
  let bound = 0;
  forEachTriangle(graph, (...triangle) => {
    if (!isUnbalanced(graph, triangle) || triangle.some((i) => used.has(i))) return;
    for (const i of triangle) used.add(i);
    bound += Math.min(...triangle.map((i) => graph.edges[i]!.weight));
  });
  return bound;
}

/** True if an odd number of the edges is negative. */
export const isUnbalanced = (graph: SignedGraph, edges: readonly number[]): boolean =>
  edges.reduce((sign, i) => sign * graph.edges[i]!.sign, 1) < 0;
