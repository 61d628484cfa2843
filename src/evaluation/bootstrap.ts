import type { Interval } from './wilson.ts';

/** A figure's 95 % percentile interval over resampled units, and its standard error. */
export interface Spread extends Interval {
  readonly error: number;
}

const ROUNDS = 1000;

/** Linear congruential generator (Numerical Recipes) with a fixed seed: the same intervals on every run. */
function seeded(): (below: number) => number {
  let state = 20241;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/**
 * Bootstrap over units (Efron 1979): articles or sentences are drawn with replacement, as many as there are, and the
 * figures are taken again. Empty for fewer than two units.
 */
export function bootstrap<Unit>(
  units: readonly Unit[],
  figures: (sample: readonly Unit[]) => Readonly<Record<string, number>>,
): Record<string, Spread> {
  if (units.length < 2) return {};
  const random = seeded();
  const drawn = new Map<string, number[]>(Object.keys(figures(units)).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const sample = units.map(() => units[random(units.length)]!);
    for (const [name, value] of Object.entries(figures(sample))) drawn.get(name)?.push(value);
  }
  return Object.fromEntries([...drawn].map(([name, values]) => [name, spreadOf(values)]));
}

function spreadOf(values: number[]): Spread {
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { low: at(0.025), high: at(0.975), error: Math.sqrt(variance) };
}
