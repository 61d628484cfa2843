import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { exactly } from './exact-bytes.ts';
import type { WorkerMessage, WorkerSettings } from './messages.ts';
import { ProblemError, type ProblemType } from './problems.ts';
import { residentBytes } from './resident.ts';
import type { EndpointAnswer, EndpointRequest } from './types.ts';

/** Where the process's program is; a test may run it from source. */
export interface WorkerProgram {
  readonly file: string | URL;
  readonly nodeOptions?: readonly string[];
}

/** How the process is started. */
export interface LaunchOptions {
  readonly program: WorkerProgram;
  readonly settings: WorkerSettings;
  /** Largest heap of JavaScript objects, in MB. */
  readonly heapMb: number;
}

const KEPT_STDERR = 2000;

/** The process ran out of heap: V8 aborts. */
const isOutOfMemory = (code: number | null, signal: string | null): boolean => signal === 'SIGABRT' || code === 134;

/** A child process that answers one request at a time. Once killed it is of no more use. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #started: Promise<readonly string[]>;
  readonly #closed: Promise<void>;
  #receive: ((message: WorkerMessage) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;
  #end: { type: ProblemType; detail: string } | undefined;
  #stderr = '';
  #baseline = 0;
  #isPolite = false;

  constructor({ program, settings, heapMb }: LaunchOptions) {
    this.#child = fork(program.file, [JSON.stringify(settings)], {
      execArgv: [...(program.nodeOptions ?? []), `--max-old-space-size=${heapMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Options of the parent (a debugger, a loader) are not for its children, and no secret is.
      env: { ...process.env, NODE_OPTIONS: '', DEMARCHE_TOKEN: '' },
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-KEPT_STDERR);
    });
    this.#closed = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.#started = this.#start();
    this.#started.catch(() => {});
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves with the base's damaged files when requests are taken. @throws Error where the base cannot be opened */
  get started(): Promise<readonly string[]> {
    return this.#started;
  }

  /** Resolves when the process is gone. */
  get closed(): Promise<void> {
    return this.#closed;
  }

  /** What the process said before it went, for the log. */
  get lastWords(): string {
    return this.#stderr;
  }

  /** Bytes of memory that the request at hand has added. */
  async added(): Promise<number> {
    return (await residentBytes(this.pid)) - this.#baseline;
  }

  /** Lets others go first on the processor. */
  yieldToOthers(): void {
    if (this.#isPolite) return;
    this.#isPolite = true;
    this.#setPriority(constants.priority.PRIORITY_LOW);
  }

  /** Takes its turn again. @returns false where the system does not let it: then another process is to take its place */
  resume(): boolean {
    if (!this.#isPolite) return true;
    this.#isPolite = !this.#setPriority(constants.priority.PRIORITY_NORMAL);
    return !this.#isPolite;
  }

  #setPriority(priority: number): boolean {
    try {
      setPriority(this.pid, priority);
      return true;
    } catch {
      return false;
    }
  }

  /** @throws ProblemError */
  async ask(request: EndpointRequest): Promise<EndpointAnswer> {
    const message = await this.#exchange(request);
    if (message.kind === 'problem') {
      const { type, detail, ...more } = message.problem;
      throw new ProblemError(type, detail, more);
    }
    if (message.kind !== 'answer') throw new ProblemError('internal', 'an answer out of turn');
    const { format, rows, length } = message;
    return { format, rows, length, body: this.#body(length) };
  }

  /** Ends the process; whoever waits for its answer is told why. */
  kill(type: ProblemType, detail: string): void {
    this.#end ??= { type, detail };
    this.#child.kill('SIGKILL');
  }

  async *#body(length: number): AsyncGenerator<Uint8Array> {
    yield* exactly(this.#child.stdout as Readable, length);
  }

  #exchange(request: EndpointRequest): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      this.#receive = resolve;
      this.#fail = reject;
      this.#child.send(request, (error) => error && this.#fail?.(this.#farewell(null, null)));
    });
  }

  #start(): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      this.#child.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') {
          void residentBytes(this.pid).then((bytes) => {
            this.#baseline = bytes;
            resolve(message.problems);
          });
        } else if (message.kind === 'unusable') reject(new Error(message.reason));
        else this.#receive?.(message);
      });
      this.#child.once('error', reject);
      this.#child.once('close', (code, signal) => {
        const error = this.#farewell(code, signal);
        reject(error);
        this.#fail?.(error);
      });
    });
  }

  #farewell(code: number | null, signal: string | null): ProblemError {
    if (this.#end) return new ProblemError(this.#end.type, this.#end.detail);
    if (isOutOfMemory(code, signal)) return new ProblemError('memory', 'the query needs more memory than a query may have');
    return new ProblemError('internal', 'the process that ran the query died');
  }
}
