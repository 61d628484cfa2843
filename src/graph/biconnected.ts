import { otherEnd, type SignedGraph } from './signed-graph.ts';

/**
 * Biconnected components (blocks) as lists of edge indices. Every cycle lies within one block, so frustration is
 * the sum over blocks; a block of one edge is a bridge and can always be satisfied.
 *
 * Reference: J. Hopcroft and R. Tarjan, Algorithm 447 (1973); here without recursion, so that long chains do not
 * exhaust the stack.
 */
export function biconnectedComponents(graph: SignedGraph): number[][] {
  const order = new Array<number>(graph.ids.length).fill(-1);
  const blocks: number[][] = [];
  const state = { order, low: [...order], next: 0, edges: [] as number[], blocks };
  for (let root = 0; root < graph.ids.length; root++) if (order[root] === -1) search(graph, root, state);
  return blocks.map((block) => block.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

interface State {
  readonly order: number[];
  readonly low: number[];
  next: number;
  readonly edges: number[];
  readonly blocks: number[][];
}

interface Frame {
  readonly vertex: number;
  /** Edge by which the vertex was reached; -1 for the root. */
  readonly by: number;
  at: number;
}

function search(graph: SignedGraph, root: number, state: State): void {
  const { order, low } = state;
  const stack: Frame[] = [{ vertex: root, by: -1, at: 0 }];
  order[root] = low[root] = state.next++;
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const i = graph.incident[frame.vertex]![frame.at++];
    if (i === undefined) {
      stack.pop();
      const parent = stack.at(-1);
      if (parent) closeVertex(frame, parent, state);
    } else if (i !== frame.by) visitEdge(graph, i, frame, stack, state);
  }
}

function visitEdge(graph: SignedGraph, i: number, frame: Frame, stack: Frame[], state: State): void {
  const { order, low } = state;
  const next = otherEnd(graph.edges[i]!, frame.vertex);
  if (order[next] === -1) {
    state.edges.push(i);
    order[next] = low[next] = state.next++;
    stack.push({ vertex: next, by: i, at: 0 });
  } else if (order[next]! < order[frame.vertex]!) {
    state.edges.push(i);
    low[frame.vertex] = Math.min(low[frame.vertex]!, order[next]!);
  }
}

function closeVertex(frame: Frame, parent: Frame, state: State): void {
  const { order, low, edges, blocks } = state;
  low[parent.vertex] = Math.min(low[parent.vertex]!, low[frame.vertex]!);
  if (low[frame.vertex]! >= order[parent.vertex]!) blocks.push(edges.splice(edges.lastIndexOf(frame.by)));
}
