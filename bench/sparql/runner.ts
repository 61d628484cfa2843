import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answered, Loaded } from './child.ts';
import type { BenchQuery } from './queries.ts';

export interface Report {
  readonly load: Loaded | null;
  /** A query that took longer than the limit has no rows, and the limit as its time. */
  readonly queries: ReadonlyMap<string, Answered>;
}

export interface Limits {
  readonly loadMs: number;
  readonly queryMs: number;
  /** How often an engine is started anew before the rest is left out. */
  readonly starts: number;
}

const TOO_LONG = 'over the limit';
const NOT_RUN = 'not run';

/** What a child says next; null if that takes too long or it ends. */
const answerOf = <T>(child: ChildProcess, milliseconds: number): Promise<T | null> =>
  new Promise((resolve) => {
    const end = (answer: T | null): void => {
      clearTimeout(timer);
      child.off('message', end as never);
      child.off('exit', gone);
      resolve(answer);
    };
    const gone = (): void => end(null);
    const timer = setTimeout(gone, milliseconds);
    child.once('message', end as never);
    child.once('exit', gone);
  });

/** Runs the queries on one engine; what takes too long is ended with its process, and the rest asked of a new one. */
export const runEngine = async (
  name: string,
  file: string,
  queries: readonly BenchQuery[],
  { loadMs, queryMs, starts }: Limits,
): Promise<Report> => {
  const answers = new Map<string, Answered>();
  let load: Loaded | null = null;
  let child: ChildProcess | null = null;
  let started = 0;
  const start = async (): Promise<boolean> => {
    if (started++ >= starts) return false;
    child = fork(join(import.meta.dirname, 'child.ts'), [name, file], {
      execArgv: [...process.execArgv, '--expose-gc', '--max-old-space-size=12000'],
    });
    const loaded = await answerOf<Loaded>(child, loadMs);
    load ??= loaded;
    if (!loaded) child.kill('SIGKILL');
    return loaded !== null;
  };
  let isUp = await start();
  for (const { name: query, text } of queries) {
    if (!isUp) isUp = await start();
    if (!isUp) {
      answers.set(query, { cpu: Number.NaN, rows: -1, answer: NOT_RUN });
      continue;
    }
    child!.send(text);
    const answer: Answered | null = await answerOf<Answered>(child!, queryMs);
    answers.set(query, answer ?? { cpu: queryMs, rows: -1, answer: TOO_LONG });
    if (!answer) {
      child!.kill('SIGKILL');
      isUp = false;
    }
  }
  child!.kill('SIGKILL');
  return { load, queries: answers };
};

/** True for an answer that can be compared with another. */
export const isAnswer = (answer: Answered | undefined): answer is Answered => answer !== undefined && answer.rows >= 0;

/** True for a query that was ended: it took at least its time. */
export const isBound = (answer: Answered | undefined): boolean => answer?.answer === TOO_LONG;
