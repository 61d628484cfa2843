import { multiply } from './adjacency.ts';
import { seededRandom } from './random.ts';
import { incidence, type SignedGraph } from './signed-graph.ts';

const MAX_STEPS = 3000;
const PRECISION = 1e-10;

/**
 * Signed eigenvector centrality: the eigenvector of the largest eigenvalue of the signed adjacency matrix, scaled so
 * that its largest entry is 1. Actors with the same sign are on the same side; the absolute value tells how central
 * they are to it. Null where there are no ties, or where the largest eigenvalue is not single, so that no vector is
 * distinguished (two parts alike; three actors, all foes).
 *
 * By power iteration on A + cI, c half the largest degree, from two seeded starts, which must agree.
 *
 * Reference: P. Bonacich and P. Lloyd, Calculating status with negative relations, Social Networks 26 (2004) 331-338.
 */
export function signedEigenvector(graph: SignedGraph): readonly number[] | null {
  if (graph.edges.length === 0) return null;
  const positive = neighbours(graph, 1);
  const negative = neighbours(graph, -1);
  const shift = graph.incident.reduce((most, edges) => Math.max(most, edges.length), 0) / 2;
  const step = (vector: Float64Array): Float64Array => {
    const image = multiply(positive, negative, 1, vector);
    return image.map((value, i) => value + shift * vector[i]!);
  };
  const [one, two] = [powerIteration(step, graph.ids.length, 1), powerIteration(step, graph.ids.length, 2)];
  if (one === null || two === null) return null;
  return one.some((value, i) => Math.abs(value - two[i]!) > 1e-5) ? null : [...one];
}

function neighbours(graph: SignedGraph, sign: 1 | -1): number[][] {
  const edges = graph.edges.filter((edge) => edge.sign === sign);
  return incidence(graph.ids.length, edges).map((list, vertex) =>
    list.map((i) => (edges[i]!.u === vertex ? edges[i]!.v : edges[i]!.u)),
  );
}

/** The dominant eigenvector with largest entry 1; null if the iteration does not settle. */
function powerIteration(step: (vector: Float64Array) => Float64Array, size: number, seed: number): Float64Array | null {
  const random = seededRandom(seed);
  let vector = normalised(Float64Array.from({ length: size }, () => random() - 0.5));
  for (let i = 0; i < MAX_STEPS; i++) {
    const next = normalised(step(vector));
    const change = next.reduce((most, value, at) => Math.max(most, Math.abs(value - vector[at]!)), 0);
    vector = next;
    if (change < PRECISION) return vector.map((value) => (Math.abs(value) < 1e-7 ? 0 : value));
  }
  return null;
}

/** Scaled so that the first of the entries of largest size is 1. Nearly equal entries count as equal. */
function normalised(vector: Float64Array): Float64Array {
  const size = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const lead = vector.find((value) => Math.abs(value) > size * (1 - 1e-6)) ?? 1;
  return vector.map((value) => value / lead);
}
