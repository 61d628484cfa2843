import { biconnectedComponents } from './biconnected.ts';
import { exhaustiveFrustration, MAX_EXHAUSTIVE } from './exhaustive.ts';
import { localSearchFrustration } from './local-search.ts';
import { incidence, type SignedEdge, type SignedGraph } from './signed-graph.ts';
import { forEachTriangle } from './triangles.ts';
import { frustratedEdges, type Sides, twoColouring } from './two-colouring.ts';

/** How far a signed graph is from balance. */
export interface Frustration {
  /** Fewest edges found whose removal (or change of sign) leaves the graph balanced. */
  readonly frustrationIndex: number;
  /** True if no partition has fewer; then `lowerBound` equals the index. */
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** Number of best partitions up to exchanging the two camps of a block; null where it was not counted. */
  readonly optima: number | null;
  readonly sides: Sides;
  /** Indices of the edges that this partition frustrates. */
  readonly frustrated: readonly number[];
}

export interface FrustrationOptions {
  /** Seed of the search in blocks too large to try all partitions (default 1). */
  readonly seed?: number | undefined;
}

/**
 * The frustration index (line index of balance): every block is solved on its own, exactly up to
 * `MAX_EXHAUSTIVE` actors and by local search above; bridges and pendant trees are never frustrated. The lower
 * bound of a searched block is the number of edge-disjoint unbalanced triangles found, and at least 1 if it is
 * not balanced.
 *
 * References: F. Harary, On the measurement of structural balance, Behavioral Science 4 (1959) 316-323; blocks:
 * S. Aref, A. J. Mason and M. C. Wilson, Computing the line index of balance using integer programming
 * optimisation, in: Optimization Problems in Graph Theory (2018) 65-84.
 */
export function frustration(graph: SignedGraph, options: FrustrationOptions = {}): Frustration {
  const blocks = biconnectedComponents(graph).map((edges) => subgraph(graph, edges));
  const solved = blocks.map((block) => solveBlock(block.graph, options.seed ?? 1));
  const sides = joinBlocks(graph, blocks, solved);
  const frustrated = frustratedEdges(graph, sides);
  const lowerBound = solved.reduce((sum, block) => sum + block.lowerBound, 0);
  return {
    frustrationIndex: frustrated.length,
    optimal: lowerBound === frustrated.length,
    lowerBound,
    optima: solved.reduce<number | null>(
      (product, { optima }) => (product === null || optima === null ? null : product * optima),
      1,
    ),
    sides,
    frustrated,
  };
}

interface Block {
  /** Vertex of the block to vertex of the whole. */
  readonly vertices: readonly number[];
  readonly graph: SignedGraph;
}

function subgraph(graph: SignedGraph, edgeIndices: readonly number[]): Block {
  const vertices = [...new Set(edgeIndices.flatMap((i) => [graph.edges[i]!.u, graph.edges[i]!.v]))].sort((a, b) => a - b);
  const index = new Map(vertices.map((vertex, i) => [vertex, i]));
  const edges = edgeIndices.map((i): SignedEdge => {
    const { u, v, sign, weight } = graph.edges[i]!;
    return { u: index.get(u)!, v: index.get(v)!, sign, weight };
  });
  const ids = vertices.map((vertex) => graph.ids[vertex]!);
  return { vertices, graph: { ids, edges, incident: incidence(ids.length, edges), ambivalent: [] } };
}

interface Solved {
  readonly sides: Sides;
  readonly lowerBound: number;
  readonly optima: number | null;
}

function solveBlock(block: SignedGraph, seed: number): Solved {
  const colouring = twoColouring(block);
  if (colouring.contradicted.length === 0) return { sides: colouring.sides, lowerBound: 0, optima: 1 };
  if (block.ids.length <= MAX_EXHAUSTIVE) {
    const { cost, sides, optima } = exhaustiveFrustration(block);
    return { sides, lowerBound: cost, optima };
  }
  return {
    sides: localSearchFrustration(block, seed).sides,
    lowerBound: Math.max(1, disjointUnbalancedTriangles(block)),
    optima: null,
  };
}

/** Each of these triangles needs a frustrated edge of its own. */
function disjointUnbalancedTriangles(graph: SignedGraph): number {
  const used = new Set<number>();
  let count = 0;
  forEachTriangle(graph, (a, b, c) => {
    const balanced = graph.edges[a]!.sign * graph.edges[b]!.sign * graph.edges[c]!.sign > 0;
    if (balanced || used.has(a) || used.has(b) || used.has(c)) return;
    used.add(a).add(b).add(c);
    count++;
  });
  return count;
}

/** Blocks meet in single actors and form a tree: each is turned over where needed to agree with those before it. */
function joinBlocks(graph: SignedGraph, blocks: readonly Block[], solved: readonly Solved[]): Sides {
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

function placeBlock(block: Block, solved: Solved, anchor: number, sides: (1 | -1 | 0)[]): number[] {
  const turn = sides[anchor]! * solved.sides[block.vertices.indexOf(anchor)]!;
  const placed: number[] = [];
  for (const [i, vertex] of block.vertices.entries()) {
    if (vertex === anchor) continue;
    sides[vertex] = (solved.sides[i]! * turn) as 1 | -1;
    placed.push(vertex);
  }
  return placed;
}
