import { lanczos } from './lanczos.ts';
import { seededRandom } from './random.ts';
import type { PairWeights } from './unit-vectors.ts';

/** Items up to which a bound is proven by a factorisation; its time grows with their third power. */
const MOST_FACTORED = 1200;

/**
 * A number that no eigenvalue of Q - diag(d) exceeds, with Q the matrix of the weights.
 *
 * Up to 1200 items it is proven: (d + bound) I - Q has a Cholesky factor, and what rounding may have hidden is added.
 * Above, it is the largest eigenvalue that Lanczos steps find from a random start, and as much more as they miss with
 * a chance below 1e-12.
 *
 * References: S. M. Rump, Verification of positive definiteness, BIT Numerical Mathematics 46 (2006) 433-452;
 * J. Kuczyński and H. Woźniakowski, Estimating the largest eigenvalue by the power and Lanczos algorithms with a random
 * start, SIAM Journal on Matrix Analysis and Applications 13 (1992) 1094-1122, theorem 4.2.
 */
export function largestEigenvalueBound(weights: PairWeights, diagonal: Float64Array): number {
  const n = diagonal.length;
  const found = lanczos(n, times(weights, diagonal), seededRandom(1), 250, 1e-4);
  if (n <= MOST_FACTORED) {
    const scale = diagonal.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
    for (let more = found.residual + 1e-6 * scale; ; more *= 4)
      if (isPositiveDefinite(weights, diagonal, found.value + more)) return found.value + more + 1e-8 * scale;
  }
  const share = missedShare(n, found.steps);
  if (share >= 0.25) return rowBound(weights, diagonal);
  return found.value + (share * (found.value - found.least)) / (1 - 2 * share);
}

/** Products with Q - diag(d). */
const times =
  ({ first, other, value }: PairWeights, diagonal: Float64Array) =>
  (vector: Float64Array, image: Float64Array): void => {
    for (let item = 0; item < diagonal.length; item++) {
      let sum = -diagonal[item]! * vector[item]!;
      for (let at = first[item]!; at < first[item + 1]!; at++) sum += value[at]! * vector[other[at]!]!;
      image[item] = sum;
    }
  };

/**
 * By what share of the distance between the extreme eigenvalues so many steps miss the largest, but for a chance of
 * 1e-12: 1.648 sqrt(n) exp(-sqrt(share) (2 steps - 1)) = 1e-12, with the logarithm of n rounded up to whole powers of 2.
 */
function missedShare(n: number, steps: number): number {
  const root = (28.2 + 0.3466 * (32 - Math.clz32(n))) / (2 * steps - 1);
  return root * root;
}

/** S. Gershgorin's circles, 1931. */
const rowBound = ({ first, value }: PairWeights, diagonal: Float64Array): number =>
  diagonal.reduce((most, own, item) => {
    let sum = -own;
    for (let at = first[item]!; at < first[item + 1]!; at++) sum += Math.abs(value[at]!);
    return Math.max(most, sum);
  }, Number.NEGATIVE_INFINITY);

/** Whether diag(d) + shift I - Q has a Cholesky factor. */
function isPositiveDefinite({ first, other, value }: PairWeights, diagonal: Float64Array, shift: number): boolean {
  const n = diagonal.length;
  const rows = Array.from({ length: n }, (_, item) => {
    const row = new Float64Array(item + 1);
    for (let at = first[item]!; at < first[item + 1]!; at++) if (other[at]! < item) row[other[at]!] = -value[at]!;
    row[item] = diagonal[item]! + shift;
    return row;
  });
  for (let i = 0; i < n; i++) {
    const row = rows[i]!;
    let rest = row[i]!;
    for (let j = 0; j < i; j++) {
      const before = rows[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * before[k]!;
      row[j] = sum / before[j]!;
      rest -= row[j]! * row[j]!;
    }
    if (!(rest > 0)) return false;
    row[i] = Math.sqrt(rest);
  }
  return true;
}
