import { actorsOf, type Network } from './network.ts';

/** Signed arcs as lists of neighbours, for algorithms that multiply by the adjacency matrix. */
export interface Adjacency {
  readonly ids: readonly string[];
  /** For each actor the heads of its positive arcs, and so on; in an undirected network each tie counts both ways. */
  readonly positiveOut: readonly (readonly number[])[];
  readonly negativeOut: readonly (readonly number[])[];
  readonly positiveIn: readonly (readonly number[])[];
  readonly negativeIn: readonly (readonly number[])[];
}

/** Arcs by sign; those with as much for as against are left out. */
export function adjacencyOf(network: Network): Adjacency {
  const ids = actorsOf(network);
  const index = new Map(ids.map((id, i) => [id, i]));
  const lists = (): number[][] => ids.map(() => []);
  const found = { ids, positiveOut: lists(), negativeOut: lists(), positiveIn: lists(), negativeIn: lists() };
  const add = (from: number, to: number, sign: number): void => {
    (sign > 0 ? found.positiveOut : found.negativeOut)[from]!.push(to);
    (sign > 0 ? found.positiveIn : found.negativeIn)[to]!.push(from);
  };
  network.forEachEdge((_edge, { sign }, source, target) => {
    if (sign === 0) return;
    const [from, to] = [index.get(source)!, index.get(target)!];
    add(from, to, sign);
    if (network.type === 'undirected') add(to, from, sign);
  });
  for (const list of [found.positiveOut, found.negativeOut, found.positiveIn, found.negativeIn])
    for (const neighbours of list) neighbours.sort((a, b) => a - b);
  return found;
}

/** The matrix with 1 on positive arcs and -`weight` on negative ones, times a vector. */
export function multiply(
  positive: readonly (readonly number[])[],
  negative: readonly (readonly number[])[],
  weight: number,
  vector: Float64Array,
): Float64Array {
  return vector.map((_value, i) => {
    let sum = 0;
    for (const j of positive[i]!) sum += vector[j]!;
    for (const j of negative[i]!) sum -= weight * vector[j]!;
    return sum;
  });
}
