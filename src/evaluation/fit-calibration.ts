import { type CalibratedLayer, type Calibration, CALIBRATED_LAYERS as LAYERS } from '../model/calibration.ts';

/** A claim as its rule made it, and whether the gold has it. */
export interface RawClaim {
  readonly unit: string;
  readonly layer: CalibratedLayer;
  readonly rule: string;
  /** Before any calibration. */
  readonly confidence: number;
  readonly right: boolean;
}

interface Block {
  from: number;
  claims: number;
  right: number;
}

/** A step with the claims it rests on. */
export interface FittedStep extends Block {
  readonly layer: CalibratedLayer;
  readonly probability: number;
}

/** A rule's offset with the claims it rests on. */
export interface FittedRule {
  readonly layer: CalibratedLayer;
  readonly rule: string;
  readonly offset: number;
  readonly claims: number;
  readonly right: number;
}

export interface Fit {
  readonly steps: readonly FittedStep[];
  readonly rules: readonly FittedRule[];
}

/** Fewest claims a step may rest on. */
const BLOCK = 15;
/** Claims' worth of the layer's mean that each step is mixed with. */
const PRIOR = 4;
/** Claims' worth of "like its layer" that each rule is mixed with. */
const RULE_PRIOR = 12;

const decimals = (value: number): number => Math.round(value * 1000) / 1000;
const share = ({ right, claims }: { right: number; claims: number }): number => (claims === 0 ? 0 : right / claims);

/**
 * Fits the shares of right claims: per layer an isotonic curve over the rules' own confidence (pool adjacent violators;
 * Ayer et al. 1955), then per rule an offset shrunk towards none.
 */
export function fitCalibration(claims: readonly RawClaim[]): Fit {
  const steps = LAYERS.flatMap((layer) =>
    curve(
      layer,
      claims.filter((one) => one.layer === layer),
    ),
  );
  return { steps, rules: offsets(claims, steps) };
}

function curve(layer: CalibratedLayer, claims: readonly RawClaim[]): FittedStep[] {
  const values = [...new Set(claims.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  const pooled: Block[] = [];
  for (const value of values) {
    const inside = claims.filter(({ confidence }) => confidence === value);
    pooled.push({ from: value, claims: inside.length, right: inside.filter(({ right }) => right).length });
    while (pooled.length > 1 && (share(pooled.at(-2)!) >= share(pooled.at(-1)!) || pooled.at(-2)!.claims < BLOCK)) merge(pooled);
  }
  while (pooled.length > 1 && pooled.at(-1)!.claims < BLOCK) merge(pooled);
  const mean = share({ right: claims.filter(({ right }) => right).length, claims: claims.length });
  return pooled.map((block) => ({
    layer,
    ...block,
    probability: decimals((block.right + PRIOR * mean) / (block.claims + PRIOR)),
  }));
}

/** Joins the last two blocks. */
function merge(blocks: Block[]): void {
  const last = blocks.pop()!;
  const before = blocks.at(-1)!;
  before.claims += last.claims;
  before.right += last.right;
}

function offsets(claims: readonly RawClaim[], steps: readonly FittedStep[]): FittedRule[] {
  const groups = new Map<string, RawClaim[]>();
  for (const one of claims) {
    const key = `${one.layer} ${one.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => {
      const { layer, rule } = group[0]!;
      const right = group.filter((one) => one.right).length;
      const expected = group.reduce((sum, one) => sum + probabilityAt(steps, one), 0);
      return { layer, rule, offset: decimals((right - expected) / (group.length + RULE_PRIOR)), claims: group.length, right };
    })
    .sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || b.claims - a.claims || (a.rule < b.rule ? -1 : 1));
}

function probabilityAt(steps: readonly FittedStep[], { layer, confidence }: RawClaim): number {
  const own = steps.filter((step) => step.layer === layer);
  return (own.findLast(({ from }) => from <= confidence + 1e-9) ?? own[0]!).probability;
}

/** A fit in the form in which extraction applies it. */
export const asCalibration = ({ steps, rules }: Fit): Calibration => ({
  curves: new Map(LAYERS.map((layer) => [layer, steps.filter((step) => step.layer === layer)])),
  offsets: new Map(rules.map(({ layer, rule, offset }) => [`${layer} ${rule}`, offset])),
});
