/** What stands at a path. */
export type PathKind = 'file' | 'directory' | 'missing' | 'other';

/** The outside world as the use cases see it, so that they can be run in a test without one. */
export interface Files {
  /** @throws DemarcheError (kind `input`) that names the path when it cannot be read. */
  read(path: string): Promise<Uint8Array>;
  kind(path: string): Promise<PathKind>;
  /** Paths of all files below a directory, in code-unit order; hidden files and folders are left out. */
  listFiles(directory: string): Promise<string[]>;
}

/** Tells somebody who waits how far a long task is. */
export interface Progress {
  start(total: number, label: string): void;
  step(label?: string): void;
  stop(): void;
}

/** Says nothing. */
export const SILENT: Progress = { start() {}, step() {}, stop() {} };

/** Time for human eyes only; nothing that is stored or printed as a result depends on it. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  milliseconds(): number;
}

/** A language model that answers one question at a time. */
export interface LanguageModel {
  readonly name: string;
  /**
   * What the model answers.
   * @throws DemarcheError (kind `network`) where no answer comes, (kind `input`) where it has no words
   */
  complete(messages: { readonly system: string; readonly user: string }, schema: object): Promise<string>;
}
