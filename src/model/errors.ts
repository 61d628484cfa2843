/** Where in a file something is wrong; lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * An error a user can act on: one line that says what, where and what to do.
 * Everything else that is thrown is a defect of the program.
 */
export class DemarcheError extends Error {
  readonly kind: ErrorKind;
  readonly location: Location | undefined;
  readonly hint: string | undefined;

  constructor(kind: ErrorKind, message: string, detail: { location?: Location; hint?: string; cause?: unknown } = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'DemarcheError';
    this.kind = kind;
    this.location = detail.location;
    this.hint = detail.hint;
  }
}

/** What went wrong, for exit codes and tests: `usage` exits 2, the others 1. */
export type ErrorKind = 'usage' | 'input' | 'lexicon' | 'query' | 'store' | 'rdf' | 'model' | 'network';

/** `file:line:column`, as far as known. */
export const formatLocation = (at: Location): string =>
  [at.file, at.line, at.line === undefined ? undefined : at.column].filter((part) => part !== undefined).join(':');

/** The one line a user sees. */
export const describeError = (error: DemarcheError): string =>
  [error.location ? `${formatLocation(error.location)}: ` : '', error.message, error.hint ? ` (${error.hint})` : ''].join('');
