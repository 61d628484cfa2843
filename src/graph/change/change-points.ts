import { type Random, seededRandom } from '../random.ts';

/*
 * Changes of the mean in a series: cumulative sums (E. S. Page, Biometrika 41 (1954) 100-115) with binary segmentation
 * (L. Ju. Vostrikova, Soviet Mathematics Doklady 24 (1981) 55-59). Whether a change is more than chance is asked by
 * shuffling the series: a permutation test needs no distribution of the values.
 */

export interface ChangePointOptions {
  /** Shuffles for each candidate. Default 999. */
  readonly shuffles?: number | undefined;
  /** Largest p of a change that is kept. Default 0.05. */
  readonly level?: number | undefined;
  readonly seed?: number | undefined;
}

/** A change between two values of a series. */
export interface ChangePoint {
  /** Index of the first value after the change. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** (shuffles with a deviation as large + 1) / (shuffles + 1). */
  readonly p: number;
}

/** The changes of a series in its order; means are those of the segments beside the change. */
export function changePoints(values: readonly number[], options: ChangePointOptions = {}): ChangePoint[] {
  const { shuffles = 999, level = 0.05, seed = 1 } = options;
  const random = seededRandom(seed);
  const found: { at: number; p: number }[] = [];
  const open: [from: number, to: number][] = [[0, values.length]];
  for (let segment = open.pop(); segment; segment = open.pop()) {
    const [from, to] = segment;
    const split = strongest(values.slice(from, to));
    if (!split) continue;
    const p = chance(values.slice(from, to), split.deviation, shuffles, random);
    if (p > level) continue;
    found.push({ at: from + split.at, p });
    open.push([from + split.at, to], [from, from + split.at]);
  }
  return withMeans(
    values,
    found.sort((a, b) => a.at - b.at),
  );
}

function withMeans(values: readonly number[], found: readonly { at: number; p: number }[]): ChangePoint[] {
  const bounds = [0, ...found.map(({ at }) => at), values.length];
  const means = bounds.slice(1).map((to, i) => mean(values.slice(bounds[i]!, to)));
  return found.map(({ at, p }, i) => ({ at, p, before: means[i]!, after: means[i + 1]! }));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the cumulative sum of deviations from the mean is farthest from zero; none in a constant series. */
function strongest(values: readonly number[]): { at: number; deviation: number } | undefined {
  const middle = mean(values);
  let sum = 0;
  let best: { at: number; deviation: number } | undefined;
  for (let i = 0; i + 1 < values.length; i++) {
    sum += values[i]! - middle;
    // What rounding leaves over is no change.
    if (Math.abs(sum) > (best?.deviation ?? 1e-9)) best = { at: i + 1, deviation: Math.abs(sum) };
  }
  return best;
}

function chance(values: number[], deviation: number, shuffles: number, random: Random): number {
  let asLarge = 0;
  for (let i = 0; i < shuffles; i++) {
    shuffle(values, random);
    if ((strongest(values)?.deviation ?? 0) >= deviation - 1e-9) asLarge++;
  }
  return (asLarge + 1) / (shuffles + 1);
}

/** In place (R. Durstenfeld, Communications of the ACM 7 (1964) 420). */
function shuffle(values: number[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
