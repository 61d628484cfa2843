import type { Judgement } from './rules.ts';
import type { SuiteReport } from './types.ts';
import { type Interval, wilson } from './wilson.ts';

/** Claims whose confidence lies in one tenth of the scale. */
export interface ReliabilityBin extends Interval {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  readonly right: number;
  /** Mean confidence of the claims. */
  readonly confidence: number;
}

/** How far stated confidence and share of right claims agree. */
export interface Reliability {
  readonly claims: number;
  /** Expected calibration error over ten bins of equal width. */
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
}

/** A claim's confidence and whether it is right. */
export interface Scored {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/**
 * Reliability table and expected calibration error (Naeini, Cooper and Hauskrecht 2015, "Obtaining well calibrated
 * probabilities using Bayesian binning"), with Wilson intervals.
 */
export function reliability(scored: readonly Scored[]): Reliability {
  const bins = Array.from({ length: BINS }, (_, i) => {
    const inside = scored.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)) === i);
    const right = inside.filter((one) => one.right).length;
    const confidence = inside.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, inside.length);
    return { from: i / BINS, to: (i + 1) / BINS, claims: inside.length, right, confidence, ...wilson(right, inside.length) };
  }).filter(({ claims }) => claims > 0);
  const gap = bins.reduce((sum, { claims, right, confidence }) => sum + Math.abs(right - confidence * claims), 0);
  return { claims: scored.length, ece: scored.length > 0 ? gap / scored.length : 0, bins };
}

/** Judged claims that state a confidence; what the gold leaves open does not count. */
export const scoredClaims = (judgements: readonly Judgement[]): Scored[] =>
  judgements.flatMap(({ confidence, outcome }) =>
    confidence === null || outcome === 'ignored' ? [] : [{ confidence, right: outcome === 'right' }],
  );

/** Reliability of a suite's claims, all together and layer by layer. */
export function calibrationOf({ judgements = [] }: SuiteReport): Record<string, Reliability> {
  const layers = [...new Set(judgements.map(({ layer }) => layer))];
  return Object.fromEntries(
    [['all', judgements] as const, ...layers.map((layer) => [layer, judgements.filter((one) => one.layer === layer)] as const)]
      .map(([name, some]): [string, Reliability] => [name, reliability(scoredClaims(some))])
      .filter(([, { claims }]) => claims > 0),
  );
}
