import { otherEnd, type SignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';

/** A best partition and how many there are (a partition and its mirror image count once). */
export interface ExhaustiveResult {
  /** Weights of the frustrated edges together. */
  readonly cost: number;
  readonly sides: Sides;
  readonly optima: number;
  /** Indices of the edges that some best partitions satisfy and others frustrate. */
  readonly undecided: readonly number[];
}

/** Most actors for which all partitions are tried: 2^19 of them. */
export const MAX_EXHAUSTIVE = 20;

/**
 * Tries all partitions of the actors into two camps, in the order of the reflected Gray code, so that each step
 * moves one actor and only its edges need be looked at. The first actor stays where it is.
 *
 * Reference: D. E. Knuth, The Art of Computer Programming 4A, section 7.2.1.1, algorithm L.
 */
export function exhaustiveFrustration(graph: SignedGraph): ExhaustiveResult {
  const n = graph.ids.length;
  const sides = new Array<1 | -1>(n).fill(1) as Sides;
  let cost = 0;
  for (const edge of graph.edges) if (edge.sign < 0) cost += edge.weight;
  // Sums of fractions differ by the order of their terms.
  const slack = graph.edges.every(({ weight }) => Number.isInteger(weight)) ? 0 : 1e-9 * (1 + totalWeight(graph));
  let best = { cost, sides: [...sides] as Sides, optima: 1 };
  const seen = new TieStates(graph, sides);
  for (let step = 1; step < 2 ** (n - 1); step++) {
    const vertex = 1 + trailingZeros(step);
    cost += costOfMoving(graph, sides, vertex);
    sides[vertex] = -sides[vertex]! as 1 | -1;
    if (cost < best.cost - slack) {
      best = { cost, sides: [...sides] as Sides, optima: 1 };
      seen.restart();
    } else if (cost <= best.cost + slack) {
      best.optima++;
      seen.add();
    }
  }
  return { ...best, undecided: seen.undecided() };
}

/** In which states, satisfied or frustrated, the best partitions so far leave each edge. */
class TieStates {
  readonly #graph: SignedGraph;
  readonly #sides: Sides;
  #first: Sides;
  #differs: Uint8Array;

  constructor(graph: SignedGraph, sides: Sides) {
    this.#graph = graph;
    this.#sides = sides;
    this.#first = [...sides];
    this.#differs = new Uint8Array(graph.edges.length);
  }

  restart(): void {
    this.#first = [...this.#sides];
    this.#differs.fill(0);
  }

  add(): void {
    for (const [i, { u, v }] of this.#graph.edges.entries())
      if (this.#sides[u]! * this.#sides[v]! !== this.#first[u]! * this.#first[v]!) this.#differs[i] = 1;
  }

  undecided(): number[] {
    return this.#graph.edges.flatMap((_edge, i) => (this.#differs[i] ? [i] : []));
  }
}

/** By how much frustrated weight the partition gets worse (or, if negative, better) if the actor changes camp. */
export function costOfMoving(graph: SignedGraph, sides: Sides, vertex: number): number {
  let change = 0;
  for (const i of graph.incident[vertex]!) {
    const edge = graph.edges[i]!;
    change += sides[vertex]! * sides[otherEnd(edge, vertex)]! === edge.sign ? edge.weight : -edge.weight;
  }
  return change;
}

const totalWeight = (graph: SignedGraph): number => graph.edges.reduce((sum, { weight }) => sum + weight, 0);

const trailingZeros = (value: number): number => 31 - Math.clz32(value & -value);
