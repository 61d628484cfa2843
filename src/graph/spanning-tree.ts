import type { SignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';

/**
 * Colours the actors along a spanning forest of the edges with the least values: friends alike, foes unlike. Where
 * the values are those of a relaxation, edges that it would frustrate come last and are likely to be contradicted.
 *
 * References: J. B. Kruskal, On the shortest spanning subtree of a graph, Proceedings of the American
 * Mathematical Society 7 (1956) 48-50; with signs: D. Gülpınar, G. Gutin, G. Mitra, A. Zverovitch, Extracting pure
 * network submatrices in linear programs using signed graphs, Discrete Applied Mathematics 137 (2004) 359-372.
 */
export function treeColouring(graph: SignedGraph, values: ArrayLike<number>): Sides {
  const parent = graph.ids.map((_id, i) => i);
  // Side relative to the parent.
  const turn = new Array<1 | -1>(parent.length).fill(1);
  const rootOf = (vertex: number): number => {
    let [root, side] = [vertex, 1];
    for (; parent[root] !== root; root = parent[root]!) side *= turn[root]!;
    for (let at = vertex; at !== root; ) {
      const [next, own] = [parent[at]!, turn[at]!];
      parent[at] = root;
      turn[at] = side as 1 | -1;
      side *= own;
      at = next;
    }
    return root;
  };
  const order = graph.edges.map((_edge, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  for (const i of order) {
    const { u, v, sign } = graph.edges[i]!;
    const [a, b] = [rootOf(u), rootOf(v)];
    if (a === b) continue;
    const [sideU, sideV] = [u === a ? 1 : turn[u]!, v === b ? 1 : turn[v]!];
    parent[b] = a;
    turn[b] = (sideU * sideV * sign) as 1 | -1;
  }
  return graph.ids.map((_id, i) => (rootOf(i) === i ? 1 : turn[i]!)) as Sides;
}
