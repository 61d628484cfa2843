/** Multinomial logistic regression with a Gaussian prior (Chen and Rosenfeld 1999), fitted to its optimum by L-BFGS. */

/** A training example: features by number, the class, and how much it counts. */
export interface Example {
  readonly features: Int32Array;
  readonly gold: number;
  readonly weight: number;
}

/** Pairs of steps and gradient changes that L-BFGS remembers (Liu and Nocedal 1989 advise 3 to 20). */
const MEMORY = 8;
const ITERATIONS = 100;
/** Relative fall of the loss below which the optimum counts as reached. */
const ENOUGH = 1e-5;

type Vector = Float64Array<ArrayBuffer>;

const dot = (a: Vector, b: Vector): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** y + factor * x, in a new vector. */
function plus(y: Vector, factor: number, x: Vector): Vector {
  const sum = y.slice();
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * x[i]!;
  return sum;
}

function times(factor: number, x: Vector): Vector {
  const product = x.slice();
  for (let i = 0; i < product.length; i++) product[i]! *= factor;
  return product;
}

/** Class probabilities of an example under weights by feature and class, written into `shares`. */
export function classShares(weights: Vector, features: Int32Array, shares: Float64Array): void {
  const classes = shares.length;
  shares.fill(0);
  for (let i = 0; i < features.length; i++) {
    const row = features[i]! * classes;
    for (let at = 0; at < classes; at++) shares[at]! += weights[row + at]!;
  }
  let top = -Infinity;
  for (let at = 0; at < classes; at++) top = Math.max(top, shares[at]!);
  let total = 0;
  for (let at = 0; at < classes; at++) {
    shares[at] = Math.exp(shares[at]! - top);
    total += shares[at]!;
  }
  for (let at = 0; at < classes; at++) shares[at]! /= total;
}

/** Negative log-likelihood plus the prior, and its gradient. */
function lossAt(weights: Vector, examples: readonly Example[], classes: number, prior: number): { loss: number; slope: Vector } {
  const slope = times(prior, weights);
  const shares = new Float64Array(classes);
  let loss = (prior / 2) * dot(weights, weights);
  for (const { features, gold, weight } of examples) {
    classShares(weights, features, shares);
    loss -= weight * Math.log(Math.max(shares[gold]!, 1e-12));
    shares[gold]! -= 1;
    for (let at = 0; at < classes; at++) shares[at]! *= weight;
    for (let i = 0; i < features.length; i++) {
      const row = features[i]! * classes;
      for (let at = 0; at < classes; at++) slope[row + at]! += shares[at]!;
    }
  }
  return { loss, slope };
}

interface Step {
  readonly move: Vector;
  readonly change: Vector;
  readonly curvature: number;
}

/** The two-loop recursion: the gradient times an estimate of the inverse Hessian. */
function direction(slope: Vector, steps: readonly Step[]): Vector {
  let way = slope.slice();
  const shares: number[] = [];
  for (const { move, change, curvature } of steps.toReversed()) {
    const share = dot(move, way) / curvature;
    shares.push(share);
    way = plus(way, -share, change);
  }
  const last = steps.at(-1);
  if (last) way = times(last.curvature / dot(last.change, last.change), way);
  for (const { move, change, curvature } of steps) way = plus(way, shares.pop()! - dot(change, way) / curvature, move);
  return way;
}

/**
 * Weights by feature and class that make the examples likeliest under the prior.
 * @param prior inverse variance of the Gaussian prior of each weight.
 */
export function fitLogistic(examples: readonly Example[], width: number, classes: number, prior: number): Vector {
  let weights: Vector = new Float64Array(width * classes);
  let now = lossAt(weights, examples, classes, prior);
  const steps: Step[] = [];
  for (let round = 0; round < ITERATIONS; round++) {
    const way = direction(now.slope, steps);
    const descent = dot(way, now.slope);
    // Backtracking until the loss falls by a small share of what the slope promises (Armijo 1966).
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(way, way)) : 1;
    let tried = plus(weights, -length, way);
    let next = lossAt(tried, examples, classes, prior);
    while (next.loss > now.loss - 1e-4 * length * descent && length > 1e-10) {
      length /= 2;
      tried = plus(weights, -length, way);
      next = lossAt(tried, examples, classes, prior);
    }
    const change = plus(next.slope, -1, now.slope);
    const move = plus(tried, -1, weights);
    const curvature = dot(move, change);
    if (curvature > 1e-12) steps.push({ move, change, curvature });
    if (steps.length > MEMORY) steps.shift();
    const gain = (now.loss - next.loss) / Math.abs(now.loss);
    weights = tried;
    now = next;
    if (gain < ENOUGH) break;
  }
  return weights;
}
