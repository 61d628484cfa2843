import { shortFirst, TOLERANCE } from './short-cycles.ts';
import { arcsOf, ShortestPaths } from './shortest-paths.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';
import { oddPart } from './unbalanced-cycles.ts';

/**
 * Finds cycles with an odd number of negative edges along which values sum to less than 1, as sorted lists of edges:
 * for each edge a shortest odd walk through it, so many at once. None if and only if there is no such cycle, or
 * no time is left.
 *
 * Vertex v stands twice in the signed double cover, as 2v and 2v + 1; a negative edge leads to the other copy.
 *
 * Reference: F. Barahona and A. R. Mahjoub, On the cut polytope, Mathematical Programming 36 (1986) 157-173.
 */
export function oddCycleFinder(
  graph: SignedGraph,
  expired: () => boolean = () => false,
): (values: ArrayLike<number>) => number[][] {
  const arcs = graph.edges.flatMap(({ u, v, sign }, i) => {
    const [same, other] = sign > 0 ? [2 * v, 2 * v + 1] : [2 * v + 1, 2 * v];
    return [2 * u, same, i, same, 2 * u, i, 2 * u + 1, other, i, other, 2 * u + 1, i];
  });
  const paths = new ShortestPaths(arcsOf(2 * graph.ids.length, arcs));
  return shortFirst((values, step) => {
    const found = new Map<string, number[]>();
    for (const [vertex, edges] of graph.incident.entries()) {
      if (expired()) break;
      const limit = edges.reduce((most, i) => Math.max(most, 1 - TOLERANCE - values[i]!), 0);
      if (limit <= 0) continue;
      paths.search(2 * vertex, values, limit, step);
      for (const i of edges) {
        const edge = graph.edges[i]!;
        const end = otherEnd(edge, vertex);
        // The path and the edge together change sides an odd number of times.
        const to = edge.sign > 0 ? 2 * end + 1 : 2 * end;
        if (!(paths.distanceTo(to) + values[i]! < 1 - TOLERANCE)) continue;
        const cycle = oddPart(graph, [i, ...paths.pathTo(to).reverse()], vertex).sort((a, b) => a - b);
        found.set(cycle.join(' '), cycle);
      }
    }
    return [...found.values()];
  });
}
