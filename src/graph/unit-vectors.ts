import type { Random } from './random.ts';

/** Symmetric weights between items: the neighbours of item v from `first[v]` to before `first[v + 1]`. */
export interface PairWeights {
  readonly first: Int32Array;
  readonly other: Int32Array;
  readonly value: Float64Array;
}

/**
 * Unit vectors, one for each item, whose inner products times the weights of the pairs are to be large: each vector in
 * turn is set in the direction of the weighted sum of the others (coordinate ascent on a semidefinite programme of
 * low rank, which has no bad local optima once the rank is about the root of twice the size).
 *
 * References: P.-W. Wang, W.-C. Chang and J. Z. Kolter, The mixing method: low-rank coordinate descent for
 * semidefinite programming with diagonal constraints, arXiv:1706.00476 (2017); S. Burer and R. D. C. Monteiro, A
 * nonlinear programming algorithm for solving semidefinite programs via low-rank factorization, Mathematical
 * Programming 95 (2003) 329-357.
 */
export class UnitVectors {
  readonly #rank: number;
  readonly #vectors: Float64Array;
  readonly #sum: Float64Array;

  constructor(size: number, rank: number, random: Random) {
    this.#rank = rank;
    this.#vectors = Float64Array.from({ length: size * rank }, () => random() - 0.5);
    this.#sum = new Float64Array(rank);
    for (let item = 0; item < size; item++) {
      this.#sum.set(this.#vectors.subarray(item * rank, (item + 1) * rank));
      this.#place(item, Math.sqrt(squared(this.#sum)));
    }
  }

  /** Goes once through all items; writes the length of each weighted sum. */
  sweep({ first, other, value }: PairWeights, lengths: Float64Array): void {
    const [rank, vectors, sum] = [this.#rank, this.#vectors, this.#sum];
    for (let item = 0; item + 1 < first.length; item++) {
      sum.fill(0);
      for (let at = first[item]!; at < first[item + 1]!; at++) {
        const [from, weight] = [other[at]! * rank, value[at]!];
        for (let k = 0; k < rank; k++) sum[k]! += weight * vectors[from + k]!;
      }
      lengths[item] = Math.sqrt(squared(sum));
      this.#place(item, lengths[item]!);
    }
  }

  /** Inner product of two vectors: 1 if they are the same, -1 if they are opposite. */
  product(u: number, v: number): number {
    const rank = this.#rank;
    let product = 0;
    for (let k = 0; k < rank; k++) product += this.#vectors[u * rank + k]! * this.#vectors[v * rank + k]!;
    return product;
  }

  #place(item: number, length: number): void {
    if (length < 1e-12) return;
    for (let k = 0; k < this.#rank; k++) this.#vectors[item * this.#rank + k] = this.#sum[k]! / length;
  }
}

function squared(vector: Float64Array): number {
  let square = 0;
  for (let k = 0; k < vector.length; k++) square += vector[k]! * vector[k]!;
  return square;
}
