import { otherEnd, type SignedGraph } from './signed-graph.ts';

/** Side of each actor: 1 or -1. The first actor of each component has side 1. */
export type Sides = (1 | -1)[];

/** Sides that respect every edge of a spanning forest, and the edges that contradict them. */
export interface Colouring {
  readonly sides: Sides;
  /** Indices of edges that the sides contradict; empty if and only if the graph is balanced. */
  readonly contradicted: readonly number[];
}

/**
 * Colours the actors along a breadth-first spanning forest: friends alike, foes unlike. The graph is balanced if
 * and only if no edge contradicts the colouring.
 *
 * References: F. Harary, On the notion of balance of a signed graph, Michigan Mathematical Journal 2 (1953)
 * 143-146; D. Cartwright and F. Harary, Structural balance, Psychological Review 63 (1956) 277-293.
 */
export function twoColouring(graph: SignedGraph): Colouring {
  const sides = new Array<1 | -1 | 0>(graph.ids.length).fill(0);
  for (let root = 0; root < sides.length; root++) {
    if (sides[root] !== 0) continue;
    sides[root] = 1;
    const queue = [root];
    for (const vertex of queue)
      for (const i of graph.incident[vertex]!) {
        const edge = graph.edges[i]!;
        const next = otherEnd(edge, vertex);
        if (sides[next] !== 0) continue;
        sides[next] = (sides[vertex]! * edge.sign) as 1 | -1;
        queue.push(next);
      }
  }
  return { sides: sides as Sides, contradicted: frustratedEdges(graph, sides as Sides) };
}

/** Edges that sides contradict: friends on different sides, foes on the same. */
export const frustratedEdges = (graph: SignedGraph, sides: Sides): number[] =>
  graph.edges.flatMap(({ u, v, sign }, i) => (sides[u]! * sides[v]! === sign ? [] : [i]));

/** Weights of the edges that sides contradict, together. */
export const frustratedWeight = (graph: SignedGraph, sides: Sides): number =>
  graph.edges.reduce((sum, { u, v, sign, weight }) => (sides[u]! * sides[v]! === sign ? sum : sum + weight), 0);
