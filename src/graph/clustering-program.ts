import { contradictedEdges, contradictedWeight, type Grouping, improveGroups } from './cluster-search.ts';
import { positiveClusters } from './clusterable.ts';
import { type CoverLimits, solveCover } from './cover.ts';
import type { Choice } from './cover-problem.ts';
import { oneFoeCycleFinder } from './one-foe-cycles.ts';
import { incidence, type SignedGraph } from './signed-graph.ts';
import type { LinearSolver } from './solver.ts';

export interface ProvenGrouping extends Grouping {
  readonly lowerBound: number;
  readonly optimal: boolean;
}

/**
 * The generalised frustration index as an integer programme: fewest (or lightest) edges such that every cycle with
 * exactly one negative edge holds one of them.
 *
 * References: E. D. Demaine, D. Emanuel, A. Fiat and N. Immorlica, Correlation clustering in general weighted graphs,
 * Theoretical Computer Science 361 (2006) 172-187; M. J. Brusco and P. Doreian, Partitioning signed networks using
 * relocation heuristics, tabu search, and variable neighborhood search, Social Networks 56 (2019) 70-80.
 */
export function coverClustering(
  graph: SignedGraph,
  solver: LinearSolver,
  start: readonly number[],
  limits: CoverLimits = {},
): ProvenGrouping {
  let best: Grouping = { cost: contradictedWeight(graph, start), groups: [...start] };
  const choiceOf = ({ cost, groups }: Grouping): Choice => ({ cost, columns: contradictedEdges(graph, groups) });
  const round = (values: ArrayLike<number>): Choice => {
    const found = improveGroups(graph, groupsLeft(graph, values));
    if (found.cost < best.cost) best = found;
    return choiceOf(found);
  };
  const costs = graph.edges.map(({ weight }) => weight);
  const { lowerBound, optimal } = solveCover(
    solver,
    { costs, violated: oneFoeCycleFinder(graph), round },
    choiceOf(best),
    limits,
  );
  return { ...best, lowerBound, optimal };
}

/** Actors joined by friendly edges that the values leave rather than contradict. */
function groupsLeft(graph: SignedGraph, values: ArrayLike<number>): readonly number[] {
  const edges = graph.edges.filter(({ sign }, i) => sign > 0 && values[i]! < 0.5);
  return positiveClusters({ ...graph, edges, incident: incidence(graph.ids.length, edges) }).groups;
}
