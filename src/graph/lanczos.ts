import type { Random } from './random.ts';

/** A symmetric matrix by what it does: writes its product with a vector into another. */
export type Apply = (vector: Float64Array, image: Float64Array) => void;

/** The largest eigenvalue that a Krylov space holds, and the vector it belongs to. */
export interface TopPair {
  readonly value: number;
  /** The least eigenvalue that the space holds. */
  readonly least: number;
  /** Of length 1. */
  readonly vector: Float64Array;
  /** Length of matrix * vector - value * vector: an eigenvalue is no farther than this from `value`. */
  readonly residual: number;
  readonly steps: number;
}

/**
 * The largest eigenvalue of a symmetric matrix by Lanczos steps from a random vector, each new vector made orthogonal
 * to all before it. Ends when the residual is small enough, when the space holds all that the start can reach, or
 * after so many steps.
 *
 * References: C. Lanczos, An iteration method for the solution of the eigenvalue problem, Journal of Research of the
 * National Bureau of Standards 45 (1950) 255-282; B. N. Parlett, The Symmetric Eigenvalue Problem (1980), chapter 13.
 */
export function lanczos(size: number, apply: Apply, random: Random, maxSteps: number, precision: number): TopPair {
  const basis: Float64Array[] = [unit(Float64Array.from({ length: size }, () => normal(random)))];
  const diagonal: number[] = [];
  const beside: number[] = [];
  const most = Math.min(size, maxSteps);
  for (let step = 0; ; step++) {
    const last = basis[step]!;
    const image = new Float64Array(size);
    apply(last, image);
    diagonal.push(dot(last, image));
    for (const vector of basis) addTo(image, vector, -dot(vector, image));
    const length = Math.sqrt(dot(image, image));
    const isEnd = step + 1 >= most || length < 1e-12 * scaleOf(diagonal, beside);
    if (isEnd || (step > 8 && step % 10 === 0)) {
      const { value, least, weights } = topOfTridiagonal(diagonal, beside);
      const residual = length * Math.abs(weights.at(-1)!);
      if (isEnd || residual <= precision * Math.max(1e-300, Math.abs(value)))
        return { value, least, vector: combined(basis, weights), residual, steps: step + 1 };
    }
    beside.push(length);
    basis.push(image.map((entry) => entry / length));
  }
}

const scaleOf = (diagonal: readonly number[], beside: readonly number[]): number =>
  [...diagonal, ...beside].reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);

/** Near enough to a normal variable for a direction without preference: a sum of twelve uniform ones. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addTo(target: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += times * vector[i]!;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function combined(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]!.length);
  for (const [i, weight] of weights.entries()) addTo(sum, basis[i]!, weight);
  return unit(sum);
}

interface TridiagonalTop {
  readonly value: number;
  readonly least: number;
  /** The eigenvector of the largest eigenvalue, of length 1. */
  readonly weights: Float64Array;
}

/**
 * Largest and least eigenvalue by bisection on the number of eigenvalues above (Sturm sequences); the vector by
 * inverse iteration.
 *
 * Reference: J. H. Wilkinson, The Algebraic Eigenvalue Problem (1965), chapter 5.
 */
function topOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): TridiagonalTop {
  const n = diagonal.length;
  const reach = diagonal.map((value, i) => {
    const radius = (i > 0 ? Math.abs(beside[i - 1]!) : 0) + (i + 1 < n ? Math.abs(beside[i]!) : 0);
    return [value - radius, value + radius] as const;
  });
  const low = reach.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const high = reach.reduce((most, [, to]) => Math.max(most, to), Number.NEGATIVE_INFINITY);
  const value = bisect(low, high, (at) => below(diagonal, beside, at) < n);
  const least = bisect(low, high, (at) => below(diagonal, beside, at) < 1);
  return { value, least, weights: inverseIteration(diagonal, beside, value) };
}

/** The point up to which the condition holds. */
function bisect(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 200 && high - low > 2.3e-16 * (Math.abs(low) + Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How many eigenvalues are less. */
function below(diagonal: readonly number[], beside: readonly number[], at: number): number {
  let [count, pivot] = [0, 1];
  for (let i = 0; i < diagonal.length; i++) {
    const off = i > 0 ? beside[i - 1]! : 0;
    pivot = diagonal[i]! - at - (i > 0 ? (off * off) / pivot : 0);
    if (pivot === 0) pivot = -1e-300;
    if (pivot < 0) count++;
  }
  return count;
}

function inverseIteration(diagonal: readonly number[], beside: readonly number[], value: number): Float64Array {
  const n = diagonal.length;
  const shift = value + 1e-14 * Math.max(1, Math.abs(value));
  let vector = new Float64Array(n).fill(1 / Math.sqrt(n));
  for (let round = 0; round < 4; round++) {
    const pivots = new Float64Array(n);
    const right = Float64Array.from(vector);
    for (let i = 0; i < n; i++) {
      const ratio = i > 0 ? beside[i - 1]! / pivots[i - 1]! : 0;
      pivots[i] = diagonal[i]! - shift - (i > 0 ? ratio * beside[i - 1]! : 0);
      if (Math.abs(pivots[i]!) < 1e-300) pivots[i] = -1e-300;
      if (i > 0) right[i]! -= ratio * right[i - 1]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      if (i + 1 < n) right[i]! -= beside[i]! * right[i + 1]!;
      right[i]! /= pivots[i]!;
    }
    vector = new Float64Array(unit(right));
  }
  return vector;
}
