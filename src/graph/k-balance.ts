import { anneal } from './annealing.ts';
import { contradictedEdges, contradictedWeight, type Grouping } from './cluster-search.ts';
import { type FrustrationOptions, unweighted } from './frustration.ts';
import { type GeneralisedFrustration, generalisedFrustration } from './generalised-frustration.ts';
import { type Random, seededRandom } from './random.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';

const STARTS = 8;
const SWEEPS = 400;

/**
 * k-balance: at most so many groups with few friends between and few foes within, by annealing and relocation from
 * seeded starts. The lower bound is that for groups of any number; the result is proven where it is reached.
 *
 * Reference: P. Doreian and A. Mrvar, A partitioning approach to structural balance, Social Networks 18 (1996)
 * 149-168.
 */
export function kBalance(graph: SignedGraph, k: number, options: FrustrationOptions = {}): GeneralisedFrustration {
  const counted = options.weighted ? graph : unweighted(graph);
  const { lowerBound } = generalisedFrustration(graph, options);
  const best = searchK(counted, k, options.seed ?? 1, lowerBound);
  return {
    index: best.cost,
    lowerBound,
    optimal: best.cost <= lowerBound,
    groups: best.groups,
    contradicted: contradictedEdges(graph, best.groups),
  };
}

/** The best of several starts; ends early at a cost that cannot be undercut. */
export function searchK(graph: SignedGraph, k: number, seed: number, least = 0): Grouping {
  const random = seededRandom(seed);
  let best = start(graph, k, random);
  for (let round = 1; round < STARTS && best.cost > least; round++) {
    const found = start(graph, k, random);
    if (found.cost < best.cost) best = found;
  }
  return best;
}

function start(graph: SignedGraph, k: number, random: Random): Grouping {
  const groups = graph.ids.map(() => Math.floor(random() * k));
  anneal(graph, groups, random, { sweeps: SWEEPS, most: k });
  relocate(graph, groups, k);
  return { cost: contradictedWeight(graph, groups), groups };
}

/** Moves actors, in place, to the group of the k that contradicts least, until none gains. */
function relocate(graph: SignedGraph, groups: number[], k: number): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const [vertex, edges] of graph.incident.entries()) {
      const pulls = new Float64Array(k);
      for (const i of edges) {
        const edge = graph.edges[i]!;
        pulls[groups[otherEnd(edge, vertex)]!]! += edge.sign * edge.weight;
      }
      const best = pulls.indexOf(pulls.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
      if (pulls[best]! <= pulls[groups[vertex]!]! + 1e-9) continue;
      groups[vertex] = best;
      moved = true;
    }
  }
}
