import { largestEigenvalueBound } from './eigenvalue-bound.ts';
import { seededRandom } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';
import { type PairWeights, UnitVectors } from './unit-vectors.ts';

/** More dimensions make a sweep dearer and the bound hardly better. */
const MOST_DIMENSIONS = 32;
/** Sweeps end when one changes the sum of the lengths by less than this share, or after so many. */
const [SETTLED, MOST_SWEEPS] = [1e-6, 300];

/**
 * A bound on the cost of the edges that two camps frustrate, whatever the camps, for costs of any sign. Camps become
 * unit vectors instead of the numbers 1 and -1; the lengths of the weighted sums at the best vectors are nearly a
 * solution of the dual programme, and the largest eigenvalue tells what is missing. It is far better than that of odd
 * cycles where these are long: on signs that fall by chance.
 *
 * References: M. X. Goemans and D. P. Williamson, Improved approximation algorithms for maximum cut and
 * satisfiability problems using semidefinite programming, Journal of the ACM 42 (1995) 1115-1145; C. Delorme and
 * S. Poljak, Laplacian eigenvalues and the maximum cut problem, Mathematical Programming 62 (1993) 557-574.
 */
export function semidefiniteBound(graph: SignedGraph, costs: ArrayLike<number>): number {
  const n = graph.ids.length;
  if (graph.edges.length === 0) return 0;
  const weights = pairWeights(graph, costs);
  const dimensions = Math.min(MOST_DIMENSIONS, Math.ceil(Math.sqrt(2 * n)) + 1);
  const vectors = new UnitVectors(n, dimensions, seededRandom(1));
  const lengths = new Float64Array(n);
  for (let sweep = 0, before = 0; sweep < MOST_SWEEPS; sweep++) {
    vectors.sweep(weights, lengths);
    const sum = total(lengths);
    if (sweep > 10 && Math.abs(sum - before) <= SETTLED * sum) break;
    before = sum;
  }
  // An edge costs half of its cost, and as much more or less as the product of its ends says.
  const most = (total(lengths) + n * largestEigenvalueBound(weights, lengths)) / 2;
  return total(costs) / 2 - most;
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** Half the cost of each edge between its ends, negative for foes. */
function pairWeights(graph: SignedGraph, costs: ArrayLike<number>): PairWeights {
  const n = graph.ids.length;
  const first = new Int32Array(n + 1);
  for (let vertex = 0; vertex < n; vertex++) first[vertex + 1] = first[vertex]! + graph.incident[vertex]!.length;
  const other = new Int32Array(first[n]!);
  const value = new Float64Array(first[n]!);
  for (let vertex = 0, at = 0; vertex < n; vertex++)
    for (const i of graph.incident[vertex]!) {
      const { u, v, sign } = graph.edges[i]!;
      other[at] = u === vertex ? v : u;
      value[at++] = (sign * costs[i]!) / 2;
    }
  return { first, other, value };
}
