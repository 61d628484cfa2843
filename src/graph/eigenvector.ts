import { type Apply, lanczos } from './lanczos.ts';
import { pullsOf } from './pulls.ts';
import { seededRandom } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';

const MAX_STEPS = 500;
const PRECISION = 1e-11;
/** Of the vector from the second start only the direction is needed, and its error counts by its square. */
const ROUGH = 1e-7;
const SAME_DIRECTION = 1 - 1e-6;

/**
 * Signed eigenvector centrality: the eigenvector of the largest eigenvalue of the signed adjacency matrix, scaled so
 * that its largest entry is 1. Actors with the same sign are on the same side; the absolute value tells how central
 * they are to it. Null where there are no ties, or where the largest eigenvalue is not single, so that no vector is
 * distinguished (two parts alike; three actors, all foes).
 *
 * By Lanczos steps from two seeded starts, which must agree.
 *
 * Reference: P. Bonacich and P. Lloyd, Calculating status with negative relations, Social Networks 26 (2004) 331-338.
 */
export function signedEigenvector(graph: SignedGraph): readonly number[] | null {
  if (graph.edges.length === 0) return null;
  const apply = adjacency(graph);
  const [one, two] = [PRECISION, ROUGH].map(
    (precision, start) => lanczos(graph.ids.length, apply, seededRandom(start + 1), MAX_STEPS, precision).vector,
  ) as [Float64Array, Float64Array];
  const cosine = one.reduce((sum, value, i) => sum + value * two[i]!, 0);
  if (Math.abs(cosine) < SAME_DIRECTION) return null;
  return Array.from(normalised(one), (value) => (Math.abs(value) < 1e-7 ? 0 : value));
}

/** Products with the signed adjacency matrix; weights are not counted. */
function adjacency(graph: SignedGraph): Apply {
  const { first, other, value } = pullsOf(graph);
  const signs = value.map((pull) => (pull > 0 ? 1 : -1));
  return (vector, image) => {
    for (let vertex = 0; vertex < image.length; vertex++) {
      let sum = 0;
      for (let at = first[vertex]!; at < first[vertex + 1]!; at++) sum += signs[at]! * vector[other[at]!]!;
      image[vertex] = sum;
    }
  };
}

/** Scaled so that the first of the entries of largest size is 1. Nearly equal entries count as equal. */
function normalised(vector: Float64Array): Float64Array {
  const size = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const lead = vector.find((value) => Math.abs(value) > size * (1 - 1e-6)) ?? 1;
  return vector.map((value) => value / lead);
}
