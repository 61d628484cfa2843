/* What the process of an engine tells. */

export interface Loaded {
  /** Milliseconds of CPU time for reading the file. */
  readonly load: number;
  /** Milliseconds of CPU time from there until the first answer: the union of the graphs is made. */
  readonly ready: number;
  /** Bytes resident beyond those of the bare process. */
  readonly rss: number;
}

export interface Answered {
  readonly kind: 'answered';
  /** Milliseconds of CPU time, the least of the rounds. */
  readonly cpu: number;
  readonly rows: number;
  /** The same for the same rows. */
  readonly fingerprint: string;
}

export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
}

export interface Late {
  readonly kind: 'late';
  /** The limit. */
  readonly cpu: number;
  /** True where the process works on although it was told to stop. */
  readonly isBusy: boolean;
}

/** A query, and the milliseconds of CPU time that all its rounds may take. */
export interface Question {
  readonly text: string;
  readonly limit: number;
}

/** What became of a query: `late` was ended at the limit, `died` took its process with it. */
export type Outcome = Answered | Failed | Late | { readonly kind: 'died' } | { readonly kind: 'not asked' };
