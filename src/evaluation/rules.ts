import { type Interval, wilson } from './wilson.ts';

/** What became of one claim of the program: `ignored` where the gold leaves it open. */
export type Outcome = 'right' | 'wrong' | 'ignored';

/** A claim with what the gold says of it. */
export interface Judgement {
  readonly unit: string;
  readonly layer: string;
  readonly rule: string;
  /** 0 to 1, as the program gave it; null where it gives none. */
  readonly confidence: number | null;
  readonly outcome: Outcome;
}

/** How a rule does: how often it fired, how often it was right, and the share of the gold it finds. */
export interface RuleScore {
  readonly layer: string;
  readonly rule: string;
  /** Claims that count: those the gold leaves open are left out. */
  readonly fired: number;
  readonly right: number;
  readonly precision: number;
  /** 95 % interval of the precision (Wilson). */
  readonly interval: Interval;
  /** Right claims over all gold items of the layer. */
  readonly coverage: number;
}

/** Precision and coverage of each rule, by layer, those that fire most first. */
export function ruleScores(judgements: readonly Judgement[], gold: Readonly<Record<string, number>>): RuleScore[] {
  const counts = new Map<string, { layer: string; rule: string; fired: number; right: number }>();
  for (const { layer, rule, outcome } of judgements) {
    if (outcome === 'ignored') continue;
    const key = `${layer}\t${rule}`;
    const known = counts.get(key) ?? { layer, rule, fired: 0, right: 0 };
    counts.set(key, known);
    known.fired++;
    if (outcome === 'right') known.right++;
  }
  return [...counts.values()]
    .map((one) => ({
      ...one,
      precision: one.right / one.fired,
      interval: wilson(one.right, one.fired),
      coverage: gold[one.layer] ? one.right / gold[one.layer]! : 0,
    }))
    .sort((a, b) => (a.layer < b.layer ? -1 : a.layer > b.layer ? 1 : b.fired - a.fired || (a.rule < b.rule ? -1 : 1)));
}
