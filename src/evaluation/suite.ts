import type { Files, Progress } from '../app/ports.ts';
import { DemarcheError } from '../model/errors.ts';
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

/** The suites on offer; each is loaded when it is run. */
export const SUITES: readonly Suite[] = [
  {
    name: 'articles',
    summary: 'actors, statements, positions, events and edges of whole articles',
    path: 'a folder of NN-slug.txt with NN-slug.gold.json',
    run: async (input) => (await import('./articles/suite.ts')).runArticles(input),
  },
];

/** @throws DemarcheError (usage) that lists the suites on offer. */
export function suiteNamed(name: string): Suite {
  const suite = SUITES.find((candidate) => candidate.name === name);
  if (suite) return suite;
  const offered = SUITES.map((candidate) => candidate.name).join(', ');
  throw new DemarcheError('usage', `unknown suite "${name}"`, { hint: `on offer: ${offered}` });
}
