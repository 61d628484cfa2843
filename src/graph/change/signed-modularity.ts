/**
 * How well a partition separates friends from foes beyond what the actors' degrees lead to expect.
 *
 * Reference: S. Gomez, P. Jensen and A. Arenas, Analysis of community structure in networks of correlated data,
 * Physical Review E 80 (2009) 016114, equation (14), undirected:
 * Q = 1/(2W+ + 2W-) * sum_ij [w_ij - (w+_i w+_j / 2W+ - w-_i w-_j / 2W-)] * same(i, j).
 */

/** An undirected signed tie between two actors by index; weight above or below zero. */
export interface WeightedTie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Numbers that modularity is made of. */
class Ledger {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  readonly neighbours: { readonly other: number; readonly weight: number }[][];
  /** 2W+ and 2W-. */
  allPositive = 0;
  allNegative = 0;

  constructor(size: number, ties: readonly WeightedTie[]) {
    this.positive = new Float64Array(size);
    this.negative = new Float64Array(size);
    this.neighbours = Array.from({ length: size }, () => []);
    for (const { a, b, weight } of ties) {
      this.#arrive(a, b, weight);
      this.#arrive(b, a, weight);
    }
  }

  #arrive(at: number, other: number, weight: number): void {
    this.neighbours[at]!.push({ other, weight });
    if (weight > 0) {
      this.positive[at]! += weight;
      this.allPositive += weight;
    } else {
      this.negative[at]! -= weight;
      this.allNegative -= weight;
    }
  }

  /** What degrees lead to expect between an actor and a group with the given sums of degrees. */
  expected(actor: number, positive: number, negative: number): number {
    const friends = this.allPositive > 0 ? (this.positive[actor]! * positive) / this.allPositive : 0;
    const foes = this.allNegative > 0 ? (this.negative[actor]! * negative) / this.allNegative : 0;
    return friends - foes;
  }
}

/** Modularity of a partition (group by actor), from -1 to 1; null without ties. */
export function signedModularity(groups: readonly number[], ties: readonly WeightedTie[]): number | null {
  const ledger = new Ledger(groups.length, ties);
  const all = ledger.allPositive + ledger.allNegative;
  if (all === 0) return null;
  const sums = sumsOf(groups, ledger);
  let total = 0;
  for (const { a, b, weight } of ties) if (groups[a] === groups[b]) total += 2 * weight;
  for (let actor = 0; actor < groups.length; actor++) {
    const sum = sums.get(groups[actor]!)!;
    total -= ledger.expected(actor, sum.positive, sum.negative);
  }
  return total / all;
}

interface Sums {
  positive: number;
  negative: number;
}

function sumsOf(groups: readonly number[], ledger: Ledger): Map<number, Sums> {
  const sums = new Map<number, Sums>();
  for (const [actor, group] of groups.entries()) {
    const sum = sums.get(group) ?? { positive: 0, negative: 0 };
    sum.positive += ledger.positive[actor]!;
    sum.negative += ledger.negative[actor]!;
    sums.set(group, sum);
  }
  return sums;
}

/**
 * A partition of high modularity: each actor moves to the group that gains most until none gains (the local phase of
 * V. D. Blondel et al., Journal of Statistical Mechanics (2008) P10008, from single actors, in order of index). No proof
 * that none is better.
 */
export function modularPartition(size: number, ties: readonly WeightedTie[]): number[] {
  const ledger = new Ledger(size, ties);
  const groups = Array.from({ length: size }, (_, actor) => actor);
  const sums = sumsOf(groups, ledger);
  for (let moved = true, rounds = 0; moved && rounds < 100; rounds++) {
    moved = false;
    for (let actor = 0; actor < size; actor++) {
      const from = groups[actor]!;
      const to = bestGroup(actor, groups, sums, ledger);
      if (to === from) continue;
      shift(sums.get(from)!, actor, -1, ledger);
      shift(sums.get(to)!, actor, 1, ledger);
      groups[actor] = to;
      moved = true;
    }
  }
  return groups;
}

function shift(sum: Sums, actor: number, by: 1 | -1, ledger: Ledger): void {
  sum.positive += by * ledger.positive[actor]!;
  sum.negative += by * ledger.negative[actor]!;
}

function bestGroup(actor: number, groups: readonly number[], sums: ReadonlyMap<number, Sums>, ledger: Ledger): number {
  const own = groups[actor]!;
  const links = new Map<number, number>([[own, 0]]);
  for (const { other, weight } of ledger.neighbours[actor]!) {
    const group = groups[other]!;
    links.set(group, (links.get(group) ?? 0) + weight);
  }
  const gain = (group: number): number => {
    const { positive, negative } = sums.get(group)!;
    const self = group === own ? 1 : 0;
    const expected = ledger.expected(actor, positive - self * ledger.positive[actor]!, negative - self * ledger.negative[actor]!);
    return links.get(group)! - expected;
  };
  let best = own;
  let most = gain(own);
  for (const group of [...links.keys()].sort((a, b) => a - b)) {
    const value = gain(group);
    // Rounding must not make an actor move to and fro.
    if (value > most + 1e-12) {
      best = group;
      most = value;
    }
  }
  return best;
}
