import { CLASSES, type SentimentClass } from './gold.ts';
import type { StanceLogs } from './model.ts';

/**
 * Logarithm of how likely each class is, taking the two directions as independent: one name may be for or against the other, not both.
 */
export function classLogs(pq: StanceLogs, qp: StanceLogs): number[] {
  return [pq[0] + qp[0], pq[1] + qp[0], pq[0] + qp[1], pq[2] + qp[0], pq[0] + qp[2]];
}

/** The likeliest class; of equals the first. */
export const likeliest = (logs: readonly number[]): SentimentClass =>
  CLASSES.reduce((best, at) => (logs[at]! > logs[best]! ? at : best), 0 as SentimentClass);
