import type { Grouping } from './cluster-search.ts';
import type { SignedGraph } from './signed-graph.ts';

/** Most actors for which all groupings are compared: time grows as 3^n. */
export const MAX_SUBSETS = 14;

/**
 * The groups that contradict least, out of all groupings: the best for a set of actors is one group with its first
 * actor and the best for the rest (dynamic programming over subsets).
 *
 * Reference: P. Hansen and B. Jaumard, Cluster analysis and mathematical programming, Mathematical Programming 79
 * (1997) 191-215, section 4.
 */
export function exhaustiveGroups(graph: SignedGraph): Grouping {
  const n = graph.ids.length;
  const within = costsWithin(graph);
  const best = new Float64Array(2 ** n);
  const group = new Int32Array(2 ** n);
  for (let set = 1; set < 2 ** n; set++) {
    const first = set & -set;
    const rest = set ^ first;
    best[set] = Number.POSITIVE_INFINITY;
    // All subsets of the rest, from all of it to none.
    for (let others = rest; ; others = (others - 1) & rest) {
      const cost = within[others | first]! + best[rest ^ others]!;
      if (cost < best[set]!) {
        best[set] = cost;
        group[set] = others | first;
      }
      if (others === 0) break;
    }
  }
  const groups = new Array<number>(n).fill(0);
  let number = 0;
  for (let set = 2 ** n - 1; set > 0; set ^= group[set]!, number++)
    for (let vertex = 0; vertex < n; vertex++) if (group[set]! & (1 << vertex)) groups[vertex] = number;
  const friends = graph.edges.reduce((sum, { sign, weight }) => (sign > 0 ? sum + weight : sum), 0);
  return { cost: friends + best[2 ** n - 1]!, groups };
}

/** For each set of actors the weight of foes less friends within. */
function costsWithin(graph: SignedGraph): Float64Array {
  const n = graph.ids.length;
  const value = Array.from({ length: n }, () => new Float64Array(n));
  for (const { u, v, sign, weight } of graph.edges) value[u]![v] = value[v]![u] = -sign * weight;
  const within = new Float64Array(2 ** n);
  for (let set = 1; set < 2 ** n; set++) {
    const first = 31 - Math.clz32(set & -set);
    let cost = within[set & (set - 1)]!;
    for (let other = first + 1; other < n; other++) if (set & (1 << other)) cost += value[first]![other]!;
    within[set] = cost;
  }
  return within;
}
