import type { Files, Progress } from '../app/ports.ts';
import type { Finding, LayerScore } from './tally.ts';

/** What a suite gets to work with. */
export interface SuiteInput {
  /** File or folder with the gold. */
  readonly path: string;
  readonly files: Files;
  readonly progress: Progress;
}

/** What `evaluate --json` prints. */
export interface SuiteScores {
  readonly suite: string;
  /** Number of articles, sentences or records scored. */
  readonly n: number;
  readonly layers: Readonly<Record<string, LayerScore>>;
  readonly scores: Readonly<Record<string, number>>;
}

export interface SuiteReport extends SuiteScores {
  /** Counts behind `scores`, for the readable report. */
  readonly counts: Readonly<Record<string, string>>;
  /** Misses, false alarms and traps. */
  readonly findings: readonly Finding[];
}

/** A way to measure the program against gold. */
export interface Suite {
  readonly name: string;
  readonly summary: string;
  /** What PATH must be. */
  readonly path: string;
  run(input: SuiteInput): Promise<SuiteReport>;
}
