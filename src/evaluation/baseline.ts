import { DemarcheError } from '../model/errors.ts';
import type { SuiteReport } from './types.ts';

/** A figure as it was frozen, and how far it may fall before that is a failure. */
interface Frozen {
  readonly value: number;
  readonly tolerance: number;
}

/** Figures of a suite on one corpus at some moment. */
export interface Baseline {
  readonly suite: string;
  readonly n: number;
  readonly figures: Readonly<Record<string, Frozen>>;
}

/** A figure that fell by more than it may. */
export interface Drop {
  readonly figure: string;
  readonly was: number;
  readonly is: number;
  readonly tolerance: number;
}

/** Sentence corpora may lose a point. */
const POINT = 0.01;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * The figures a suite is held to. Articles are few: their figures may fall by their bootstrap error; those of sentence
 * corpora by a point.
 */
export function baselineOf(report: SuiteReport): Baseline {
  const ofArticles = report.suite === 'articles';
  const frozen = (name: string, value: number): [string, Frozen] => [
    name,
    { value: rounded(value), tolerance: rounded(ofArticles ? Math.max(POINT, report.intervals?.[name]?.error ?? 0) : POINT) },
  ];
  const layers = Object.entries(report.layers).map(([name, { f }]) => frozen(name, f));
  const scores = ofArticles ? [] : Object.entries(report.scores).map(([name, value]) => frozen(name, value));
  return { suite: report.suite, n: report.n, figures: Object.fromEntries([...layers, ...scores]) };
}

/** Reads a baseline file; throws an input error that names the file when it is none. */
export function parseBaseline(file: string, json: string): Baseline {
  let value: Partial<Baseline> | null;
  try {
    value = JSON.parse(json) as Partial<Baseline> | null;
  } catch (cause) {
    throw new DemarcheError('input', 'baseline is not valid JSON', { location: { file }, cause });
  }
  const sound = Object.values(value?.figures ?? {}).every(
    (one) => Number.isFinite(one?.value) && Number.isFinite(one?.tolerance),
  );
  if (typeof value?.suite === 'string' && typeof value.n === 'number' && value.figures && sound) return value as Baseline;
  throw new DemarcheError('input', 'not a baseline', { location: { file }, hint: 'write one with --update-baseline' });
}

/** Compares a report with a baseline of the same suite and corpus; a figure the report lacks counts as 0. */
export function dropsSince(baseline: Baseline, report: SuiteReport, file: string): Drop[] {
  if (baseline.suite !== report.suite || baseline.n !== report.n)
    throw new DemarcheError(
      'input',
      `baseline is of ${baseline.suite} over ${baseline.n}, not ${report.suite} over ${report.n}`,
      {
        location: { file },
        hint: 'name the baseline of this corpus, or write a new one with --update-baseline',
      },
    );
  return Object.entries(baseline.figures).flatMap(([figure, { value, tolerance }]) => {
    const is = report.layers[figure]?.f ?? report.scores[figure] ?? 0;
    return value - is > tolerance + 5e-5 ? [{ figure, was: value, is, tolerance }] : [];
  });
}
