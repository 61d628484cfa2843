import { otherEnd, type SignedGraph } from './signed-graph.ts';

/** Groups of actors joined by friendly ties, and whether any foes are in the same group. */
export interface Clustering {
  /** Number of the group of each actor, from 0 in the order of their first actors. */
  readonly groups: readonly number[];
  /** Negative edges within a group; none if and only if the graph is clusterable. */
  readonly within: readonly number[];
}

/**
 * Generalised (weak) balance: a graph is clusterable if its actors fall into any number of groups with friends only
 * within and foes only between them, which is so if and only if no cycle has exactly one negative edge. The groups
 * are then the components of the positive edges.
 *
 * Reference: J. A. Davis, Clustering and structural balance in graphs, Human Relations 20 (1967) 181-187, theorem 1.
 */
export function positiveClusters(graph: SignedGraph): Clustering {
  const groups = new Array<number>(graph.ids.length).fill(-1);
  let group = 0;
  for (let start = 0; start < groups.length; start++) {
    if (groups[start] !== -1) continue;
    groups[start] = group;
    const queue = [start];
    for (const vertex of queue)
      for (const i of graph.incident[vertex]!) {
        const edge = graph.edges[i]!;
        const next = otherEnd(edge, vertex);
        if (edge.sign < 0 || groups[next] !== -1) continue;
        groups[next] = group;
        queue.push(next);
      }
    group++;
  }
  const within = graph.edges.flatMap(({ u, v, sign }, i) => (sign < 0 && groups[u] === groups[v] ? [i] : []));
  return { groups, within };
}
