/**
 * Polarization of a distribution over a line.
 *
 * Reference: J.-M. Esteban and D. Ray, On the measurement of polarization, Econometrica 62 (1994) 819-851:
 * P = K * sum_i sum_j p_i^(1 + alpha) p_j |y_i - y_j|, over groups i, j with shares p and places y.
 */

export interface Holder {
  /** Place on the line from -1 (against) to 1 (for). */
  readonly stance: number;
  /** Positive. */
  readonly weight: number;
}

/**
 * 0 where all stand at one place, 1 where two equal groups stand at the ends. alpha, how much likeness within a group counts,
 * is 1 (the axioms allow 0 < alpha <= 1.6); K is 2, since that distribution gives 2 * (1/2)^2 * 1/2 * 2 = 1/2. Null without
 * holders.
 */
export function estebanRay(holders: readonly Holder[]): number | null {
  const groups = new Map<number, number>();
  let total = 0;
  for (const { stance, weight } of holders) {
    groups.set(stance, (groups.get(stance) ?? 0) + weight);
    total += weight;
  }
  if (total === 0) return null;
  let sum = 0;
  for (const [stance, weight] of groups)
    for (const [other, otherWeight] of groups)
      sum += (weight / total) * (weight / total) * (otherWeight / total) * Math.abs(stance - other);
  return 2 * sum;
}
