/** What can be wrong with a request: a table for the server, its tests and the page that explains them. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is malformed' },
  'malformed-query': { status: 400, title: 'The query cannot be understood' },
  unauthorized: { status: 401, title: 'A token is needed' },
  refused: { status: 403, title: 'The operation is refused' },
  'cross-origin': { status: 403, title: 'Requests from other sites are refused' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'The answer has none of the forms asked for' },
  'too-large': { status: 413, title: 'The request is too large' },
  'wrong-media-type': { status: 415, title: 'The body has a form that is not taken here' },
  'wrong-host': { status: 421, title: 'The server does not go by this name' },
  rows: { status: 422, title: 'The answer has too many rows' },
  deadline: { status: 422, title: 'The query took too long' },
  memory: { status: 422, title: 'The query took too much memory' },
  'too-many-requests': { status: 429, title: 'Too many queries of this client wait already' },
  'header-too-large': { status: 431, title: 'The header or the address is too long' },
  internal: { status: 500, title: 'The server failed' },
  busy: { status: 503, title: 'The server is busy' },
} as const;

export type ProblemType = keyof typeof PROBLEMS;

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: ProblemType;
  /** What is wrong with this request, and what to do. */
  readonly detail: string;
  /** Where in the query, counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Seconds after which another try may do better. */
  readonly retryAfter?: number;
}

/** A request that gets a problem document for an answer. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(type: ProblemType, detail: string, more: Omit<Problem, 'type' | 'detail'> = {}) {
    super(detail);
    this.name = 'ProblemError';
    this.problem = { type, detail, ...more };
  }
}
