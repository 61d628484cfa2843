import type { Files, Progress } from '../app/ports.ts';
import type { ArticleReader } from '../app/reader.ts';
import type { Spread } from './bootstrap.ts';
import type { Judgement, RuleScore } from './rules.ts';
import type { Finding, LayerScore } from './tally.ts';

/** What a suite gets to work with. */
export interface SuiteInput {
  /** File or folder with the gold. */
  readonly path: string;
  readonly files: Files;
  readonly progress: Progress;
  /** Findings carry the parse of their sentence. */
  readonly verbose?: boolean;
  /** Reads with another codebook than the shipped one. */
  readonly reader?: ArticleReader;
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
  /** Bootstrap intervals by figure: F1 of a layer, or a score. */
  readonly intervals?: Readonly<Record<string, Spread>>;
  /** Precision and coverage of each rule. */
  readonly rules?: readonly RuleScore[];
  /** Every claim with its confidence and what the gold says of it. */
  readonly judgements?: readonly Judgement[];
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
