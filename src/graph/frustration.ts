import { type Block, blocksOf, joinBlocks } from './blocks.ts';
import { MOST_AT_CORNERS } from './cover.ts';
import { isProven } from './cover-problem.ts';
import { exhaustiveFrustration, MAX_EXHAUSTIVE } from './exhaustive.ts';
import { type CycleLimits, coverFrustration } from './frustration-program.ts';
import { localSearchFrustration } from './local-search.ts';
import { semidefiniteBound } from './semidefinite-bound.ts';
import type { SignedGraph } from './signed-graph.ts';
import type { LinearSolver } from './solver.ts';
import { MAX_SUBSETS } from './subset-clusters.ts';
import { disjointUnbalancedTriangles } from './triangles.ts';
import { frustratedEdges, frustratedWeight, type Sides, twoColouring } from './two-colouring.ts';
import { undecidedEdges } from './undecided.ts';
import { type UndecidedPart, undecidedParts } from './undecided-parts.ts';

/** How far a signed graph is from balance. */
export interface Frustration {
  /** Fewest edges found (or, if asked for, least weight) whose removal or change of sign leaves the graph balanced. */
  readonly frustrationIndex: number;
  /** True if no partition has less; then `lowerBound` equals the index. */
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** Number of best partitions up to exchanging the two camps of a block; null where it was not counted. */
  readonly optima: number | null;
  readonly sides: Sides;
  /** Indices of the edges that this partition frustrates. */
  readonly frustrated: readonly number[];
  /** Indices of the edges on which best partitions differ; null where that is not known or was not asked for. */
  readonly undecided: readonly number[] | null;
  /** The same, split into parts that vary on their own. */
  readonly undecidedParts: readonly UndecidedPart[] | null;
}

export interface FrustrationOptions extends CycleLimits {
  /** Seed of the search in blocks too large to try all partitions (default 1). */
  readonly seed?: number | undefined;
  /** Proves optima of larger blocks; without it only a weak lower bound is known there. */
  readonly solver?: LinearSolver | undefined;
  /** Count edges by their weight (default false: each counts 1). */
  readonly weighted?: boolean | undefined;
  /** Also find the edges on which best partitions differ (default: only where all partitions are tried anyway). */
  readonly undecided?: boolean | undefined;
}

/**
 * The frustration index (line index of balance): every block is solved on its own; bridges and pendant trees are
 * never frustrated. Up to `MAX_EXHAUSTIVE` actors all partitions are tried; above, the best of a local search is
 * improved and proven by an integer programme if there is a solver. Without one, and for blocks too large for it, the
 * lower bound is that of a semidefinite programme or the weight of edge-disjoint unbalanced triangles.
 *
 * References: F. Harary, On the measurement of structural balance, Behavioral Science 4 (1959) 316-323; blocks:
 * S. Aref, A. J. Mason and M. C. Wilson, Computing the line index of balance using integer programming
 * optimisation, in: Optimization Problems in Graph Theory (2018) 65-84.
 */
export function frustration(graph: SignedGraph, options: FrustrationOptions = {}): Frustration {
  const counted = options.weighted ? graph : unweighted(graph);
  const blocks = blocksOf(counted);
  const solved = blocks.map((block) => solveBlock(block.graph, options));
  const sides = joinBlocks(counted, blocks, solved);
  const frustrationIndex = frustratedWeight(counted, sides);
  const optimal = solved.every((block) => block.optimal);
  const parts = solved.map(({ sides: own, undecided }, b) => undecided && undecidedParts(blocks[b]!.graph, own, undecided));
  return {
    frustrationIndex,
    optimal,
    lowerBound: optimal ? frustrationIndex : solved.reduce((sum, block) => sum + block.lowerBound, 0),
    optima: productOf(solved.map((block, b) => block.optima ?? productOf(parts[b]?.map(({ optima }) => optima) ?? [null]))),
    sides,
    frustrated: frustratedEdges(graph, sides),
    undecided: joinEdges(blocks, solved),
    undecidedParts: parts.some((part) => part === null) ? null : parts.flatMap((list, b) => inWhole(blocks[b]!, list!)),
  };
}

const productOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((product, count) => (product === null || count === null ? null : product * count), 1);

const inWhole = (block: Block, parts: readonly UndecidedPart[]): UndecidedPart[] =>
  parts.map(({ edges, optima }) => ({ edges: edges.map((i) => block.edges[i]!), optima }));

function joinEdges(blocks: readonly Block[], solved: readonly Solved[]): number[] | null {
  if (solved.some(({ undecided }) => undecided === null)) return null;
  return blocks.flatMap((block, b) => solved[b]!.undecided!.map((i) => block.edges[i]!)).sort((a, b) => a - b);
}

/** The same graph with all weights 1. */
export const unweighted = (graph: SignedGraph): SignedGraph => ({
  ...graph,
  edges: graph.edges.map((edge) => ({ ...edge, weight: 1 })),
});

/** True if a block is so large that only a solver can prove its optimum, for two camps or any number of groups. */
export const needsSolver = (graph: SignedGraph): boolean =>
  blocksOf(graph).some((block) => block.graph.ids.length > MAX_SUBSETS && twoColouring(block.graph).contradicted.length > 0);

interface Solved {
  readonly sides: Sides;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly optima: number | null;
  readonly undecided: readonly number[] | null;
}

function solveBlock(block: SignedGraph, options: FrustrationOptions): Solved {
  const colouring = twoColouring(block);
  if (colouring.contradicted.length === 0)
    return { sides: colouring.sides, lowerBound: 0, optimal: true, optima: 1, undecided: [] };
  if (block.ids.length <= MAX_EXHAUSTIVE) {
    const { cost, ...found } = exhaustiveFrustration(block);
    return { ...found, lowerBound: cost, optimal: true };
  }
  const { cost, sides } = localSearchFrustration(block, options.seed ?? 1);
  const { solver } = options;
  const fits = solver !== undefined && block.edges.length <= MOST_IN_PROGRAMME;
  // On small blocks the programme is as quick.
  const known = fits && block.edges.length <= MOST_AT_CORNERS ? 0 : boundOf(block);
  const optimal = isProven(cost, known, weightsOf(block));
  if (!fits || (optimal && !options.undecided))
    return { sides, lowerBound: optimal ? cost : known, optimal, optima: null, undecided: null };
  return proveBlock(block, solver, sides, { ...options, known });
}

/** Ties of a block for which there is a programme of its cycles; with more a single relaxation takes minutes. */
export const MOST_IN_PROGRAMME = 15_000;

const weightsOf = (block: SignedGraph): number[] => block.edges.map(({ weight }) => weight);

/** Without a programme. */
function boundOf(block: SignedGraph): number {
  const weights = weightsOf(block);
  const lightest = weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  const semidefinite = semidefiniteBound(block, weights);
  const whole = weights.every(Number.isInteger) ? Math.ceil(semidefinite - 1e-6) : semidefinite;
  return Math.max(lightest, disjointUnbalancedTriangles(block), whole);
}

function proveBlock(block: SignedGraph, solver: LinearSolver, start: Sides, options: FrustrationOptions): Solved {
  const proof = coverFrustration(block, solver, start, options);
  const undecided = options.undecided && proof.optimal ? undecidedEdges(block, solver, proof, options) : null;
  const cost = frustratedWeight(block, proof.sides);
  const lowerBound = Math.max(proof.lowerBound, proof.optimal ? cost : (options.known ?? 0));
  const optimal = proof.optimal || isProven(cost, lowerBound, weightsOf(block));
  return { sides: proof.sides, optimal, lowerBound: optimal ? cost : lowerBound, optima: null, undecided };
}
