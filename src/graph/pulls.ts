import type { SignedGraph } from './signed-graph.ts';

/** The ties of each actor as it sees them, in arrays that searches can go through millions of times. */
export interface Pulls {
  /** Ties of actor v: from `first[v]` to before `first[v + 1]`. */
  readonly first: Int32Array;
  readonly other: Int32Array;
  /** Weight of the tie, negative for foes: how much the actor wants to be with the other. */
  readonly value: Float64Array;
}

export function pullsOf(graph: SignedGraph): Pulls {
  const n = graph.ids.length;
  const first = new Int32Array(n + 1);
  for (let vertex = 0; vertex < n; vertex++) first[vertex + 1] = first[vertex]! + graph.incident[vertex]!.length;
  const other = new Int32Array(first[n]!);
  const value = new Float64Array(first[n]!);
  for (let vertex = 0, at = 0; vertex < n; vertex++)
    for (const i of graph.incident[vertex]!) {
      const { u, v, sign, weight } = graph.edges[i]!;
      other[at] = u === vertex ? v : u;
      value[at++] = sign * weight;
    }
  return { first, other, value };
}
