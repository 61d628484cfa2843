import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Loaded, Outcome } from './messages.ts';
import type { BenchQuery } from './queries.ts';

export interface Report {
  /** Null where it could not load the file in time. */
  readonly load: Loaded | null;
  readonly queries: ReadonlyMap<string, Outcome>;
}

export interface Limits {
  readonly loadMs: number;
  /** Of all rounds of a query, by the clock. */
  readonly queryMs: number;
  /** How often an engine is started, with all it loads, before the rest is not asked. */
  readonly starts: number;
  readonly heapMb: number;
}

type Said<T> = T | 'late' | 'died';

/** What a child says next, unless that takes too long or it ends. */
const answerOf = <T extends object>(child: ChildProcess, milliseconds: number): Promise<Said<T>> =>
  new Promise((resolve) => {
    const end = (said: Said<T>): void => {
      clearTimeout(timer);
      child.off('message', end as never);
      child.off('exit', died);
      resolve(said);
    };
    const died = (): void => end('died');
    const timer = setTimeout(() => end('late'), milliseconds);
    child.once('message', end as never);
    child.once('exit', died);
  });

/** The process of an engine, started anew after each end. */
class Runner {
  load: Loaded | null = null;
  readonly #arguments: readonly string[];
  readonly #limits: Limits;
  #child: ChildProcess | null = null;
  #started = 0;

  constructor(name: string, file: string, limits: Limits) {
    this.#arguments = [name, file];
    this.#limits = limits;
  }

  async start(): Promise<boolean> {
    if (this.#child) return true;
    if (this.#started++ >= this.#limits.starts) return false;
    const execArgv = [...process.execArgv, '--expose-gc', `--max-old-space-size=${this.#limits.heapMb}`];
    // What V8 says of a heap that is full is told in the table.
    const stdio = ['ignore', 'inherit', 'ignore', 'ipc'] as const;
    this.#child = fork(join(import.meta.dirname, 'child.ts'), [...this.#arguments], { execArgv, stdio: [...stdio] });
    const loaded = await answerOf<Loaded>(this.#child, this.#limits.loadMs);
    if (typeof loaded === 'string') this.end();
    else this.load ??= loaded;
    return typeof loaded !== 'string';
  }

  async ask(text: string): Promise<Outcome> {
    if (!(await this.start())) return { kind: 'not asked' };
    this.#child!.send(text);
    const said = await answerOf<Outcome>(this.#child!, this.#limits.queryMs);
    if (typeof said === 'object') return said;
    this.end();
    return said === 'late' ? { kind: 'late', cpu: this.#limits.queryMs } : { kind: 'died' };
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

/** Runs the queries on one engine; what takes too long is ended with its process, and the rest asked of a new one. */
export const runEngine = async (name: string, file: string, queries: readonly BenchQuery[], limits: Limits): Promise<Report> => {
  const runner = new Runner(name, file, limits);
  const outcomes = new Map<string, Outcome>();
  await runner.start();
  for (const { name: query, text } of queries) outcomes.set(query, await runner.ask(text));
  runner.end();
  return { load: runner.load, queries: outcomes };
};
