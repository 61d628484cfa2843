/**
 * Spherical k-means (Dhillon and Modha 2001, "Concept decompositions for large sparse text data using clustering"): unit
 * vectors are put to the centre with the largest cosine, centres are the weighted means brought back to length 1. Nothing but
 * sums, products and square roots in a fixed order: the same input gives the same clusters on any machine.
 */
import type { Random } from './random.ts';

/** `count` vectors of `width` numbers in one array, each of length 1, and how much each counts. */
export interface Vectors {
  readonly count: number;
  readonly width: number;
  readonly values: Float32Array;
  readonly weights: Float64Array;
}

export interface Clustering {
  /** Cluster of each vector. */
  readonly clusterOf: Int32Array;
  /** The centres; each counts as much as its members together. */
  readonly centres: Vectors;
}

/** At most `rounds` rounds from `k` centres drawn among the vectors by their weight; fewer where nothing moves any more. */
export const sphericalKMeans = (vectors: Vectors, k: number, rounds: number, random: Random): Clustering => {
  const clusterOf = new Int32Array(vectors.count).fill(-1);
  const nearness = new Float64Array(vectors.count);
  let centres = drawCentres(vectors, k, random);
  for (let round = 0; round < rounds; round++) {
    if (!assign(vectors, centres, clusterOf, nearness)) break;
    centres = meansOf(vectors, k, clusterOf, nearness);
  }
  assign(vectors, centres, clusterOf, nearness);
  const weights = new Float64Array(k);
  for (let i = 0; i < vectors.count; i++) weights[clusterOf[i]!]! += vectors.weights[i]!;
  return { clusterOf, centres: { count: k, width: vectors.width, values: centres, weights } };
};

/** Different vectors, drawn with a chance in proportion to their weight. */
const drawCentres = ({ count, width, values, weights }: Vectors, k: number, random: Random): Float32Array => {
  const left = Float64Array.from(weights);
  const centres = new Float32Array(k * width);
  for (let c = 0; c < k; c++) {
    let rest = random() * left.reduce((sum, weight) => sum + weight, 0);
    let drawn = -1;
    for (let i = 0; i < count && rest >= 0; i++) {
      if (left[i] === 0) continue;
      drawn = i;
      rest -= left[i]!;
    }
    left[drawn] = 0;
    centres.set(values.subarray(drawn * width, (drawn + 1) * width), c * width);
  }
  return centres;
};

/** Puts every vector to its nearest centre; true when one changed its place. */
const assign = (
  { count, width, values }: Vectors,
  centres: Float32Array,
  clusterOf: Int32Array,
  nearness: Float64Array,
): boolean => {
  let moved = false;
  for (let i = 0; i < count; i++) {
    const from = i * width;
    let best = 0;
    let most = -2;
    for (let at = 0, c = 0; at < centres.length; at += width, c++) {
      let cosine = 0;
      for (let d = 0; d < width; d++) cosine += values[from + d]! * centres[at + d]!;
      if (cosine > most) {
        most = cosine;
        best = c;
      }
    }
    moved ||= clusterOf[i] !== best;
    clusterOf[i] = best;
    nearness[i] = most;
  }
  return moved;
};

/** The weighted mean of each cluster, of length 1; an empty cluster begins anew at a vector that lies far from its centre. */
const meansOf = (
  { count, width, values, weights }: Vectors,
  k: number,
  clusterOf: Int32Array,
  nearness: Float64Array,
): Float32Array => {
  const sums = new Float64Array(k * width);
  for (let i = 0; i < count; i++) {
    const to = clusterOf[i]! * width;
    for (let d = 0; d < width; d++) sums[to + d]! += weights[i]! * values[i * width + d]!;
  }
  const filled = new Set(clusterOf);
  const strays = [...nearness.keys()].sort((a, b) => nearness[a]! - nearness[b]! || a - b).values();
  const centres = new Float32Array(k * width);
  for (let c = 0; c < k; c++) {
    const from = filled.has(c) ? c * width : strays.next().value! * width;
    centres.set(unit((filled.has(c) ? sums : values).subarray(from, from + width)), c * width);
  }
  return centres;
};

/** The vector of length 1 in the same direction; zeros stay zeros. */
export const unit = (vector: ArrayLike<number>): Float32Array => {
  let squares = 0;
  for (let d = 0; d < vector.length; d++) squares += vector[d]! * vector[d]!;
  const length = squares > 0 ? Math.sqrt(squares) : 1;
  return Float32Array.from(vector, (value) => value / length);
};
