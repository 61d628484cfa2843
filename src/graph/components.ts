import { otherEnd, type SignedGraph } from './signed-graph.ts';

/**
 * Connected components: sets of actors joined by edges of any sign, largest first, then by first actor. An actor
 * without edges is a component of its own.
 *
 * Reference: J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
 * Communications of the ACM 16 (1973) 372-378.
 */
export function connectedComponents(graph: SignedGraph): number[][] {
  const seen = new Array<boolean>(graph.ids.length).fill(false);
  const components: number[][] = [];
  for (let start = 0; start < graph.ids.length; start++) {
    if (seen[start]) continue;
    seen[start] = true;
    const component = [start];
    for (const vertex of component)
      for (const i of graph.incident[vertex]!) {
        const next = otherEnd(graph.edges[i]!, vertex);
        if (seen[next]) continue;
        seen[next] = true;
        component.push(next);
      }
    components.push(component.sort((a, b) => a - b));
  }
  return components.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
