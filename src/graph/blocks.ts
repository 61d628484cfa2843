import { biconnectedComponents } from './biconnected.ts';
import { incidence, type SignedEdge, type SignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';

/** A block as a graph of its own. */
export interface Block {
  /** Edge of the block to edge of the whole. */
  readonly edges: readonly number[];
  /** Vertex of the block to vertex of the whole. */
  readonly vertices: readonly number[];
  readonly graph: SignedGraph;
}

/** The blocks of a graph; bridges are blocks of one edge. */
export const blocksOf = (graph: SignedGraph): Block[] => biconnectedComponents(graph).map((edges) => subgraph(graph, edges));

function subgraph(graph: SignedGraph, edgeIndices: readonly number[]): Block {
  const vertices = [...new Set(edgeIndices.flatMap((i) => [graph.edges[i]!.u, graph.edges[i]!.v]))].sort((a, b) => a - b);
  const index = new Map(vertices.map((vertex, i) => [vertex, i]));
  const edges = edgeIndices.map((i): SignedEdge => {
    const { u, v, sign, weight } = graph.edges[i]!;
    return { u: index.get(u)!, v: index.get(v)!, sign, weight };
  });
  const ids = vertices.map((vertex) => graph.ids[vertex]!);
  return { vertices, edges: edgeIndices, graph: { ids, edges, incident: incidence(ids.length, edges), ambivalent: [] } };
}

/** Blocks meet in single actors and form a tree: each is turned over where needed to agree with those before it. */
export function joinBlocks(graph: SignedGraph, blocks: readonly Block[], solved: readonly { readonly sides: Sides }[]): Sides {
  const sides = new Array<1 | -1 | 0>(graph.ids.length).fill(0);
  const blocksAt: number[][] = graph.ids.map(() => []);
  for (const [b, block] of blocks.entries()) for (const vertex of block.vertices) blocksAt[vertex]!.push(b);
  const done = new Array<boolean>(blocks.length).fill(false);
  for (let root = 0; root < sides.length; root++) {
    if (sides[root] !== 0) continue;
    sides[root] = 1;
    const queue = [root];
    for (const vertex of queue)
      for (const b of blocksAt[vertex]!) {
        if (done[b]) continue;
        done[b] = true;
        queue.push(...placeBlock(blocks[b]!, solved[b]!, vertex, sides));
      }
  }
  return sides as Sides;
}

function placeBlock(block: Block, solved: { readonly sides: Sides }, anchor: number, sides: (1 | -1 | 0)[]): number[] {
  const turn = sides[anchor]! * solved.sides[block.vertices.indexOf(anchor)]!;
  const placed: number[] = [];
  for (const [i, vertex] of block.vertices.entries()) {
    if (vertex === anchor) continue;
    sides[vertex] = (solved.sides[i]! * turn) as 1 | -1;
    placed.push(vertex);
  }
  return placed;
}
