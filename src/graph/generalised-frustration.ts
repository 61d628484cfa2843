import { type Block, blocksOf } from './blocks.ts';
import { contradictedEdges, contradictedWeight, searchGroups } from './cluster-search.ts';
import { positiveClusters } from './clusterable.ts';
import { coverClustering, type ProvenGrouping } from './clustering-program.ts';
import { type FrustrationOptions, MOST_IN_PROGRAMME, unweighted } from './frustration.ts';
import { packOneFoeCycles } from './one-foe-packing.ts';
import { incidence, type SignedGraph } from './signed-graph.ts';
import { exhaustiveGroups, MAX_SUBSETS } from './subset-clusters.ts';

/** How far a signed graph is from falling into groups, friends within and foes between. */
export interface GeneralisedFrustration {
  /** Fewest edges found (or least weight) that must go or change sign for the graph to be clusterable. */
  readonly index: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** Number of the group of each actor, from 0. */
  readonly groups: readonly number[];
  /** Indices of the edges that the groups contradict. */
  readonly contradicted: readonly number[];
}

/**
 * The generalised frustration index: groups of any number instead of two camps. Foes whom no chain of friends joins
 * are never together; every block of what is left is solved on its own, up to `MAX_SUBSETS` actors by comparing all
 * groupings, above by a search that an integer programme improves and proves if there is a solver. Without one, and for
 * blocks too large for it, the lower bound is that of cycles that share no weight.
 *
 * References: J. A. Davis, Clustering and structural balance in graphs, Human Relations 20 (1967) 181-187;
 * P. Doreian and A. Mrvar, A partitioning approach to structural balance, Social Networks 18 (1996) 149-168.
 */
export function generalisedFrustration(graph: SignedGraph, options: FrustrationOptions = {}): GeneralisedFrustration {
  const counted = options.weighted ? graph : unweighted(graph);
  const blocks = blocksOf(withoutDistantFoes(counted));
  const solved = blocks.map((block) => groupBlock(block.graph, options));
  const groups = joinGroups(counted, blocks, solved);
  const index = contradictedWeight(counted, groups);
  const optimal = solved.every((block) => block.optimal);
  const lowerBound = optimal ? index : solved.reduce((sum, block) => sum + block.lowerBound, 0);
  return { index, lowerBound, optimal, groups, contradicted: contradictedEdges(graph, groups) };
}

function withoutDistantFoes(graph: SignedGraph): SignedGraph {
  const { groups } = positiveClusters(graph);
  const edges = graph.edges.filter(({ u, v }) => groups[u] === groups[v]);
  return { ...graph, edges, incident: incidence(graph.ids.length, edges) };
}

function groupBlock(block: SignedGraph, options: FrustrationOptions): ProvenGrouping {
  const { groups, within } = positiveClusters(block);
  if (within.length === 0) return { cost: 0, groups: [...groups], lowerBound: 0, optimal: true };
  if (block.ids.length <= MAX_SUBSETS) {
    const found = exhaustiveGroups(block);
    return { ...found, lowerBound: found.cost, optimal: true };
  }
  const start = searchGroups(block, options.seed ?? 1);
  if (options.solver && block.edges.length <= MOST_IN_PROGRAMME)
    return coverClustering(block, options.solver, start.groups, options);
  const lowerBound = packOneFoeCycles(block);
  return { ...start, lowerBound, optimal: lowerBound >= start.cost - 1e-9 * Math.max(1, start.cost) };
}

/** Blocks meet in single actors and form a tree: who is in a group in one of them is so in the whole. */
function joinGroups(graph: SignedGraph, blocks: readonly Block[], solved: readonly ProvenGrouping[]): readonly number[] {
  const ties = blocks.flatMap(({ vertices, graph: block }, b) => {
    const { groups } = solved[b]!;
    return block.edges.flatMap(({ u, v, sign, weight }) =>
      sign > 0 && groups[u] === groups[v] ? [{ u: vertices[u]!, v: vertices[v]!, sign, weight }] : [],
    );
  });
  return positiveClusters({ ...graph, edges: ties, incident: incidence(graph.ids.length, ties) }).groups;
}
