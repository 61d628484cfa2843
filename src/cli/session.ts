import pc from 'picocolors';
import type { OpenOptions } from '../app/knowledge-base.ts';
import type { Progress } from '../app/ports.ts';
import { SILENT } from '../app/ports.ts';
import type { StoreChoice } from '../app/store-choice.ts';
import { describeError } from '../model/errors.ts';
import { cleanLine, cleanText } from '../report/clean.ts';
import { json } from '../report/json.ts';
import type { Io } from './io.ts';

/** Exit codes of the command line. */
export const EXIT = { done: 0, findings: 1, usage: 2 } as const;

export type Colours = ReturnType<typeof pc.createColors>;

/** One run of the command line: where results and messages go, and the exit code to leave with. */
export class Session {
  readonly io: Io;
  exitCode: number = EXIT.done;
  #quiet = false;
  #progress: Progress = SILENT;

  constructor(io: Io) {
    this.io = io;
  }

  set quiet(quiet: boolean) {
    this.#quiet = quiet;
  }

  get colours(): Colours {
    const wanted = this.io.stdout.isTerminal && !this.io.env.NO_COLOR && this.io.env.TERM !== 'dumb';
    return pc.createColors(wanted);
  }

  /** Prints a result for reading. Text from articles must have been cleaned; colour codes pass. */
  print(text: string): Promise<void> {
    return this.io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Prints a result for a machine, as it is. */
  emit(text: string): Promise<void> {
    return this.io.stdout.write(text === '' || text.endsWith('\n') ? text : `${text}\n`);
  }

  printJson(value: unknown): Promise<void> {
    return this.emit(json(value));
  }

  /** Says something to the person at the terminal, unless told to be quiet. */
  async say(message: string): Promise<void> {
    if (!this.#quiet) await this.io.stderr.write(`${cleanText(message)}\n`);
  }

  /** Says something that must be heard even with `--quiet`. */
  warn(message: string): Promise<void> {
    return this.io.stderr.write(`${cleanText(message)}\n`);
  }

  /** A damaged file of the base is told on a line of its own and makes the exit code 1; what is whole is still used. */
  baseOptions(store?: StoreChoice): OpenOptions {
    return {
      ...(store === undefined ? {} : { store }),
      onProblem: (problem) => {
        this.exitCode = EXIT.findings;
        void this.warn(`demarche: ${cleanLine(describeError(problem))}`);
      },
    };
  }

  /** A progress bar on stderr if that is a terminal, silence otherwise. */
  async progress(): Promise<Progress> {
    if (this.#quiet || !this.io.stderr.isTerminal) return SILENT;
    const { terminalProgress } = await import('./progress.ts');
    this.#progress = terminalProgress(!this.io.env.NO_COLOR);
    return this.#progress;
  }

  stopProgress(): void {
    this.#progress.stop();
  }
}
