import { DemarcheError } from '../../model/errors.ts';
import { type BaseWatch, watchBase } from './base-watch.ts';
import type { WorkerSettings } from './messages.ts';
import { ProblemError, type ProblemType } from './problems.ts';
import { jobThatYields, nextJob, Usage } from './schedule.ts';
import type { Caller, Endpoint, EndpointAnswer, EndpointLimits, EndpointRequest } from './types.ts';
import { type LaunchOptions, WorkerProcess, type WorkerProgram } from './worker-process.ts';

export interface PoolOptions {
  readonly directory: string;
  readonly limits: EndpointLimits;
  /** Queries that run at the same time. */
  readonly workers: number;
  /** Processes kept ready beside them, to take the place of one that is killed. */
  readonly spares: number;
  readonly federate: readonly string[];
  /** MB of objects that reading the base may need. */
  readonly loadHeapMb?: number;
  readonly program?: WorkerProgram;
  readonly onEvent?: (event: PoolEvent) => void;
}

/** What happens to processes, for the log. */
export interface PoolEvent {
  readonly event: 'worker-ready' | 'worker-gone' | 'worker-unusable' | 'base-problem' | 'base-changed';
  /** Of the server's own process for what concerns the base. */
  readonly pid: number;
  readonly reason?: string;
}

interface Job {
  readonly client: string;
  readonly request: EndpointRequest;
  readonly deadline: number;
  readonly resolve: (answer: EndpointAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Running extends Job {
  readonly worker: WorkerProcess;
  readonly since: number;
  /** When the process is killed: the query's deadline, then that of the answer's delivery. */
  killAt: number;
  /** The caller has gone at this time. */
  goneAt: number | null;
}

/** Milliseconds between looks at time and memory. */
const LOOK_MS = 50;
/** After so long a query runs at low priority: short ones and new processes go first. */
const POLITE_MS = 300;
/** After so long a query gives way, when all places are taken, to a client that has used less. */
const PATIENCE_MS = 750;
/** A query whose caller has gone may still end by itself within this time; a new process costs more. */
const GRACE_MS = 200;
/** A caller that reads slowly holds a process; this long and no longer. */
const DELIVERY_MS = 30_000;
const MOST_WAITING = 256;
const MOST_WAITING_PER_CLIENT = 64;
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const MB = 1024 * 1024;

const seconds = (): number => performance.now() / 1000;

/**
 * Processes that answer queries over a base: each query alone in one, with a deadline and a memory cap, after which its process
 * is killed and a spare one takes its place. Clients share the processes by the time they use.
 */
export class EndpointPool implements Endpoint {
  readonly #options: PoolOptions;
  readonly #idle: WorkerProcess[] = [];
  readonly #running = new Set<Running>();
  readonly #usage = new Usage();
  readonly #waiting: Job[] = [];
  #starting = 0;
  #failures = 0;
  #closing = false;
  /** Processes that hold the base as it is now; others are replaced. */
  #current = new WeakSet<WorkerProcess>();
  #watch: BaseWatch | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * Starts the first process, and the others after it.
   * @throws DemarcheError where the base cannot be opened
   */
  static async start(options: PoolOptions): Promise<EndpointPool> {
    const pool = new EndpointPool(options);
    pool.#watch = watchBase(options.directory, () => pool.#renew());
    const first = pool.#launch();
    try {
      await pool.#admit(first);
    } catch (error) {
      pool.#watch.stop();
      throw new DemarcheError('store', (error as Error).message);
    }
    pool.#timer = setInterval(() => void pool.#look(), LOOK_MS);
    pool.#timer.unref();
    pool.#fill();
    return pool;
  }

  /** Ids of the processes, for tests and for those who watch. */
  get pids(): readonly number[] {
    return [...this.#idle, ...[...this.#running].map(({ worker }) => worker)].map(({ pid }) => pid);
  }

  answer(request: EndpointRequest, { client, signal }: Caller): Promise<EndpointAnswer> {
    return new Promise((resolve, reject) => {
      const { timeoutMs } = this.#options.limits;
      const job: Job = { client, request, deadline: performance.now() + timeoutMs, resolve, reject };
      const own = this.#waiting.filter((other) => other.client === client).length;
      if (this.#closing) return reject(new ProblemError('busy', 'the server is stopping'));
      if (own >= MOST_WAITING_PER_CLIENT)
        return reject(new ProblemError('too-many-requests', 'wait for the answers to your other queries', { retryAfter: 5 }));
      if (this.#waiting.length >= MOST_WAITING)
        return reject(new ProblemError('busy', 'too many queries wait', { retryAfter: 10 }));
      signal.addEventListener('abort', () => this.#abandon(job), { once: true });
      if (signal.aborted) return reject(new ProblemError('busy', 'the caller has gone'));
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Stops all processes; queries that run get up to so many milliseconds to end. */
  async close(graceMs = 0): Promise<void> {
    this.#closing = true;
    for (const job of this.#waiting.splice(0)) job.reject(new ProblemError('busy', 'the server is stopping'));
    const until = performance.now() + graceMs;
    while (this.#running.size > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    clearInterval(this.#timer);
    this.#watch?.stop();
    const workers = [...this.#idle, ...[...this.#running].map(({ worker }) => worker)];
    for (const worker of workers) worker.kill('busy', 'the server is stopping');
    await Promise.all(workers.map(({ closed }) => closed));
  }

  #launch(): WorkerProcess {
    this.#starting++;
    const { directory, limits, federate, loadHeapMb = 512, program } = this.#options;
    const settings: WorkerSettings = { directory, maxRows: limits.maxRows, federate };
    const launch: LaunchOptions = {
      program: program ?? { file: new URL('./worker.js', import.meta.url) },
      settings,
      heapMb: limits.memoryMb + loadHeapMb,
    };
    const worker = new WorkerProcess(launch);
    this.#current.add(worker);
    return worker;
  }

  /** The base has changed: processes that hold it as it was answer until others are there to take their places. */
  #renew(): void {
    this.#current = new WeakSet();
    this.#tell({ event: 'base-changed', pid: process.pid });
    this.#fill();
  }

  /** Ends the idle processes that hold the base as it was: what one caller has seen of the new one, no other is to miss. */
  #retire(): void {
    const old = this.#idle.filter((worker) => !this.#current.has(worker));
    for (const worker of old) {
      this.#idle.splice(this.#idle.indexOf(worker), 1);
      worker.kill('busy', 'the base has changed');
    }
  }

  async #admit(worker: WorkerProcess): Promise<void> {
    try {
      const problems = await worker.started;
      for (const reason of problems) this.#tell({ event: 'base-problem', pid: worker.pid, reason });
    } finally {
      this.#starting--;
    }
    this.#failures = 0;
    if (this.#closing) return worker.kill('busy', 'the server is stopping');
    // While the base changes, what has just read it may not hold what the others hold; the change itself brings new processes.
    if (this.#serves() && (await this.#watch?.isChanged())) return worker.kill('busy', 'the base has changed');
    void worker.closed.then(() => this.#lose(worker));
    if (!this.#current.has(worker)) return worker.kill('busy', 'the base has changed');
    this.#tell({ event: 'worker-ready', pid: worker.pid });
    this.#retire();
    this.#idle.push(worker);
    this.#next();
    this.#fill();
  }

  /** True if some process answers. */
  #serves(): boolean {
    return this.#idle.length + this.#running.size > 0;
  }

  /** Starts as many processes as are missing. */
  #fill(): void {
    const { workers, spares } = this.#options;
    const ready = (): number => this.#idle.filter((worker) => this.#current.has(worker)).length;
    while (!this.#closing && ready() + this.#running.size + this.#starting < workers + spares) {
      const worker = this.#launch();
      this.#admit(worker).catch((error: Error) => {
        this.#tell({ event: 'worker-unusable', pid: worker.pid, reason: error.message });
        const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)]!;
        setTimeout(() => this.#fill(), wait).unref();
      });
      if (this.#failures > 0) break;
    }
  }

  #lose(worker: WorkerProcess): void {
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#tell({ event: 'worker-gone', pid: worker.pid, ...(worker.lastWords ? { reason: worker.lastWords } : {}) });
    this.#fill();
  }

  #tell(event: PoolEvent): void {
    this.#options.onEvent?.(event);
  }

  /** Runs what may run now. */
  #next(): void {
    const { workers } = this.#options;
    const now = seconds();
    while (this.#idle.length > 0 && this.#running.size < workers) {
      const shares = { places: workers, usage: (client: string) => this.#used(client, now) };
      const job = nextJob(this.#waiting, [...this.#running], shares);
      if (job === null) return;
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      void this.#run(job, this.#idle.shift()!);
    }
  }

  async #run(job: Job, worker: WorkerProcess): Promise<void> {
    const running: Running = { ...job, worker, since: performance.now(), killAt: job.deadline, goneAt: null };
    this.#running.add(running);
    try {
      const answer = await worker.ask(job.request);
      running.killAt = performance.now() + DELIVERY_MS;
      job.resolve({ ...answer, body: this.#delivering(running, answer) });
    } catch (error) {
      this.#finish(running, error instanceof ProblemError && SURVIVED.has(error.problem.type));
      job.reject(error as Error);
    }
  }

  /** The body; the process is free again when all of it has been read. */
  async *#delivering(running: Running, answer: EndpointAnswer): AsyncGenerator<Uint8Array> {
    let whole = false;
    try {
      yield* answer.body;
      whole = true;
    } finally {
      this.#finish(running, whole);
    }
  }

  #finish(running: Running, isUsable: boolean): void {
    if (!this.#running.delete(running)) return;
    const now = seconds();
    this.#usage.add(running.client, (performance.now() - running.since) / 1000, now);
    const isCurrent = this.#current.has(running.worker);
    if (isUsable && isCurrent && !this.#closing && running.worker.resume()) this.#idle.push(running.worker);
    else running.worker.kill('internal', 'the answer was not taken');
    this.#next();
  }

  /** What a client has used, with what it uses now. */
  #used(client: string, now: number): { total: number; typical: number } {
    let { total, typical } = this.#usage.of(client, now);
    for (const job of this.#running) {
      if (job.client !== client) continue;
      const since = (performance.now() - job.since) / 1000;
      total += since;
      typical = Math.max(typical, since);
    }
    return { total, typical };
  }

  #abandon(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    if (at >= 0) job.reject(new ProblemError('busy', 'the caller has gone'));
    for (const running of this.#running) if (running.resolve === job.resolve) running.goneAt ??= performance.now();
  }

  /** Ends what has used up its time or memory. */
  async #look(): Promise<void> {
    const now = performance.now();
    const { timeoutMs, memoryMb } = this.#options.limits;
    const took = `the query took more than ${timeoutMs / 1000} s: narrow it down, or add a LIMIT`;
    for (const job of this.#waiting.filter(({ deadline }) => deadline <= now)) {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      job.reject(new ProblemError('busy', 'no process became free in time', { retryAfter: 10 }));
    }
    for (const { killAt, goneAt, worker } of this.#running) {
      if (killAt <= now) worker.kill('deadline', took);
      else if (goneAt !== null && now - goneAt > GRACE_MS) worker.kill('busy', 'the caller has gone');
    }
    for (const { since, worker } of this.#running) if (now - since > POLITE_MS) worker.yieldToOthers();
    this.#relieve(now);
    for (const { worker } of this.#running)
      if ((await worker.added()) > memoryMb * MB)
        worker.kill('memory', `the query took more than ${memoryMb} MB: narrow it down, or add a LIMIT`);
  }

  /** Where long queries take all places and others wait, one of them gives way. */
  #relieve(now: number): void {
    const running = [...this.#running];
    if (running.length < this.#options.workers || running.some(({ since }) => now - since < PATIENCE_MS)) return;
    const victim = jobThatYields(this.#waiting, running, (client) => this.#used(client, seconds()).total);
    victim?.worker.kill('busy', 'others were waiting and your queries have used most of the time');
  }
}

/** Problems after which a process goes on. */
const SURVIVED: ReadonlySet<ProblemType> = new Set<ProblemType>([
  'malformed-query',
  'refused',
  'not-found',
  'not-acceptable',
  'rows',
  'bad-request',
]);
