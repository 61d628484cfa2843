import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loaded, Outcome, Question } from './messages.ts';
import type { BenchQuery } from './queries.ts';

export interface Report {
  /** Null where it could not load the file in time. */
  readonly load: Loaded | null;
  readonly queries: ReadonlyMap<string, Outcome>;
}

export interface Limits {
  readonly loadMs: number;
  /** Of all rounds of a query, in CPU time. */
  readonly queryMs: number;
  /** How often an engine is started, with all it loads, before the rest is not asked. */
  readonly starts: number;
  readonly heapMb: number;
}

type Said<T> = T | 'late' | 'died';

/** Milliseconds of CPU time that a process has used; null where the system does not tell. */
const cpuOf = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
};

/** Beyond its limit, for an engine that stops by itself. */
const GRACE = 3000;

/** What a child says next, unless that takes too long, in CPU time where that is known, or it ends. */
const answerOf = <T extends object>(child: ChildProcess, milliseconds: number): Promise<Said<T>> =>
  new Promise((resolve) => {
    const before = { cpu: cpuOf(child.pid!), clock: performance.now() };
    const used = (): number => {
      const now = cpuOf(child.pid!);
      return now === null || before.cpu === null ? performance.now() - before.clock : now - before.cpu;
    };
    const end = (said: Said<T>): void => {
      clearInterval(timer);
      child.off('message', end as never);
      child.off('exit', died);
      resolve(said);
    };
    const died = (): void => end('died');
    const timer = setInterval(() => used() > milliseconds + GRACE && end('late'), 250);
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
    const limit = this.#limits.queryMs;
    this.#child!.send({ text, limit } satisfies Question);
    const said = await answerOf<Outcome>(this.#child!, limit);
    if (typeof said === 'string' || (said.kind === 'late' && said.isBusy)) this.end();
    if (said === 'died') return { kind: 'died' };
    return said === 'late' ? { kind: 'late', cpu: limit, isBusy: true } : said;
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
  for (const { name: query, text } of queries) {
    outcomes.set(query, await runner.ask(text));
    process.stderr.write('.');
  }
  process.stderr.write(` ${name}\n`);
  runner.end();
  return { load: runner.load, queries: outcomes };
};
