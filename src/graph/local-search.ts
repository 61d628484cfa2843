import { anneal } from './annealing.ts';
import { costOfMoving } from './exhaustive.ts';
import { type Random, seededRandom } from './random.ts';
import { otherEnd, type SignedGraph } from './signed-graph.ts';
import { frustratedWeight, type Sides, twoColouring } from './two-colouring.ts';

export interface LocalSearchResult {
  /** Weights of the frustrated edges together. */
  readonly cost: number;
  readonly sides: Sides;
}

const ROUNDS = 60;
const KICK = 0.08;
/** Less is the rounding of sums of fractions, and moves for its sake might never end. */
const LEAST_GAIN = 1e-9;

/**
 * Looks for a partition with few frustrated edges: starting from the colouring of a spanning tree, moves single
 * actors to the other camp as long as that helps, then disturbs a few and goes on from the best (iterated local
 * search); in large graphs also by simulated annealing. An upper bound, without proof.
 *
 * Reference: H. R. Lourenço, O. C. Martin, T. Stützle, Iterated local search, in: Handbook of Metaheuristics
 * (2003).
 */
export function localSearchFrustration(graph: SignedGraph, seed: number): LocalSearchResult {
  const random = seededRandom(seed);
  let best = descend(graph, [...twoColouring(graph).sides]);
  for (let round = 0; round < ROUNDS && best.cost > 0; round++) {
    const found = descend(graph, kicked(best.sides, random));
    if (found.cost <= best.cost) best = found;
  }
  if (graph.ids.length < LARGE || best.cost === 0) return best;
  const annealed = annealedSides(graph, best.sides, random);
  return annealed.cost < best.cost ? annealed : best;
}

/** Where disturbing a few actors reaches too few of the partitions; looks at each actor so often. */
const LARGE = 100;
const SWEEPS = 1500;

function annealedSides(graph: SignedGraph, start: Sides, random: Random): LocalSearchResult {
  const groups = start.map((side) => (side > 0 ? 0 : 1));
  anneal(graph, groups, random, { sweeps: SWEEPS, most: 2 });
  return descend(
    graph,
    groups.map((group) => (group === 0 ? 1 : -1)),
  );
}

function kicked(sides: Sides, random: Random): Sides {
  const moved = sides.map((side) => (random() < KICK ? -side : side)) as Sides;
  return moved;
}

/** Moves actors, in place, while a move helps; the queue holds those whose neighbourhood has changed. */
export function descend(graph: SignedGraph, sides: Sides): LocalSearchResult {
  const queue = sides.map((_side, vertex) => vertex);
  const waiting = new Array<boolean>(sides.length).fill(true);
  for (let at = 0; at < queue.length; at++) {
    const vertex = queue[at]!;
    waiting[vertex] = false;
    if (costOfMoving(graph, sides, vertex) >= -LEAST_GAIN) continue;
    sides[vertex] = -sides[vertex]! as 1 | -1;
    for (const i of graph.incident[vertex]!) {
      const next = otherEnd(graph.edges[i]!, vertex);
      if (waiting[next]) continue;
      waiting[next] = true;
      queue.push(next);
    }
  }
  return { cost: frustratedWeight(graph, sides), sides };
}
