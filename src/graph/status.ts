import { type Adjacency, multiply } from './adjacency.ts';

/** Each step counts this share of the one before, of what keeps the sum finite. */
const SHARE = 0.5;
const MAX_STEPS = 500;
const PRECISION = 1e-12;

/**
 * Signed status: who is esteemed by those who are esteemed; being opposed by them lowers it. x = aA'(x + 1), with A
 * the signed matrix of who stands how to whom and a = 0.5 / (largest number of ties that leave or arrive, whichever
 * bounds the eigenvalues), so that the sum over paths of all lengths is finite. An actor of whom nobody speaks has 0.
 *
 * References: L. Katz, A new status index derived from sociometric analysis, Psychometrika 18 (1953) 39-43;
 * with signs: P. Bonacich and P. Lloyd, Calculating status with negative relations, Social Networks 26 (2004)
 * 331-338.
 */
export function signedStatus({ ids, positiveIn, negativeIn }: Adjacency): readonly number[] {
  const largest = positiveIn.reduce((most, list, i) => Math.max(most, list.length + negativeIn[i]!.length), 0);
  let status = new Float64Array(ids.length);
  if (largest === 0) return [...status];
  const attenuation = SHARE / largest;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = multiply(
      positiveIn,
      negativeIn,
      1,
      status.map((value) => value + 1),
    ).map((value) => value * attenuation);
    const change = next.reduce((most, value, i) => Math.max(most, Math.abs(value - status[i]!)), 0);
    status = Float64Array.from(next);
    if (change < PRECISION) break;
  }
  return [...status];
}
