import { type Adjacency, multiply } from './adjacency.ts';

/** PN centralities; in an undirected network all three are the same. */
export interface PnCentrality {
  readonly all: readonly number[] | null;
  /** From incoming and from outgoing arcs. */
  readonly in: readonly number[] | null;
  readonly out: readonly number[] | null;
}

/**
 * PN centrality: friends add to it, the more the more central they are; foes take twice that away. With A = P - 2N
 * and n actors, (I - A / (2n - 2))^-1 1; with directions (I - B'B)^-1 (I + B') 1 for incoming arcs and
 * (I - BB')^-1 (I + B) 1 for outgoing ones, B = A / (2n - 2). An actor without ties has 1.
 *
 * Solved by conjugate gradients, since the matrices are symmetric and positive definite, except where all actors are
 * foes of all others in both directions: then there is no solution, and null is given.
 *
 * References: M. G. Everett and S. P. Borgatti, Networks containing negative ties, Social Networks 38 (2014) 111-120;
 * M. R. Hestenes and E. Stiefel, Methods of conjugate gradients for solving linear systems, Journal of Research of
 * the National Bureau of Standards 49 (1952) 409-436.
 */
export function pnCentrality(adjacency: Adjacency, directed: boolean): PnCentrality {
  const { ids, positiveOut, negativeOut, positiveIn, negativeIn } = adjacency;
  const n = ids.length;
  const ones = new Float64Array(n).fill(1);
  if (n < 2) return { all: [...ones], in: [...ones], out: [...ones] };
  const beta = 1 / (2 * n - 2);
  const scaled = (positive: typeof positiveOut, negative: typeof positiveOut) => (vector: Float64Array) =>
    multiply(positive, negative, 2, vector).map((value) => value * beta);
  const forward = scaled(positiveOut, negativeOut);
  if (!directed) {
    const all = conjugateGradients((x) => minus(x, forward(x)), ones);
    return { all, in: all, out: all };
  }
  if (negativeOut.every((foes) => foes.length === n - 1)) return { all: null, in: null, out: null };
  const backward = scaled(positiveIn, negativeIn);
  return {
    all: null,
    in: conjugateGradients((x) => minus(x, backward(forward(x))), plus(ones, backward(ones))),
    out: conjugateGradients((x) => minus(x, forward(backward(x))), plus(ones, forward(ones))),
  };
}

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]!);
const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!);
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const MAX_STEPS = 2000;
const PRECISION = 1e-13;

/** The x with matrix x = target; null if there is none or it is not found. */
function conjugateGradients(matrix: (x: Float64Array) => Float64Array, target: Float64Array): number[] | null {
  let x = target;
  let residual = minus(target, matrix(x));
  let direction = residual;
  let error = dot(residual, residual);
  const enough = PRECISION * PRECISION * dot(target, target);
  for (let step = 0; step < MAX_STEPS && error > enough; step++) {
    const image = matrix(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 1e-14 * dot(direction, direction))) return null;
    const length = error / curvature;
    x = x.map((value, i) => value + length * direction[i]!);
    residual = residual.map((value, i) => value - length * image[i]!);
    const next = dot(residual, residual);
    const ratio = next / error;
    direction = residual.map((value, i) => value + ratio * direction[i]!);
    error = next;
  }
  return error > 1e-16 * dot(target, target) ? null : [...x];
}
