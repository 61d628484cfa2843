import { ANY_LENGTH, TOLERANCE } from './short-cycles.ts';
import { arcsOf, ShortestPaths } from './shortest-paths.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';

/**
 * Finds cycles with exactly one negative edge along which values sum to less than 1, as sorted lists of edges: for
 * each negative edge a shortest path between its ends over positive edges, looked for from both ends, which may give
 * two cycles. None if and only if there is no such cycle.
 *
 * Reference: E. D. Demaine, D. Emanuel, A. Fiat and N. Immorlica, Correlation clustering in general weighted graphs,
 * Theoretical Computer Science 361 (2006) 172-187.
 */
export function oneFoeCycleFinder(graph: SignedGraph): (values: ArrayLike<number>) => number[][] {
  const friends = graph.edges.flatMap(({ u, v, sign }, i) => (sign > 0 ? [u, v, i, v, u, i] : []));
  const paths = new ShortestPaths(arcsOf(graph.ids.length, friends));
  const foes = graph.incident.map((edges) => edges.filter((i) => graph.edges[i]!.sign < 0));
  return (values) => {
    const found = new Map<string, number[]>();
    for (const [vertex, edges] of foes.entries()) {
      const limit = edges.reduce((most, i) => Math.max(most, 1 - TOLERANCE - values[i]!), 0);
      if (limit <= 0) continue;
      paths.search(vertex, values, limit, ANY_LENGTH);
      for (const i of edges) {
        const end = otherEnd(graph.edges[i]!, vertex);
        if (!(paths.distanceTo(end) + values[i]! < 1 - TOLERANCE)) continue;
        const cycle = [i, ...paths.pathTo(end)].sort((a, b) => a - b);
        found.set(cycle.join(' '), cycle);
      }
    }
    return [...found.values()];
  };
}
