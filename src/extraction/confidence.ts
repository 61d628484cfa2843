import type { CalibratedLayer, Calibration } from '../model/calibration.ts';

/** No claim is certain, and none is made that is surely wrong. */
const LEAST = 0.05;
const MOST = 0.98;

/** Two decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * The share of claims like this one that were right in annotated articles: by layer, by what the rule thinks of its own
 * claim (an isotonic curve; Zadrozny and Elkan 2002), and by what the rule does better or worse than its layer.
 */
export function calibrated(calibration: Calibration, layer: CalibratedLayer, rule: string, confidence: number): number {
  const steps = calibration.curves.get(layer);
  if (!steps || steps.length === 0) return rounded(confidence);
  const step = steps.findLast(({ from }) => from <= confidence + 1e-9) ?? steps[0]!;
  const probability = step.probability + (calibration.offsets.get(`${layer} ${rule}`) ?? 0);
  return rounded(Math.min(MOST, Math.max(LEAST, probability)));
}
