import type { Problem } from './problems.ts';
import type { EndpointAnswer, EndpointRequest } from './types.ts';

/** What a process that answers queries is told when it starts, as its only argument, in JSON. */
export interface WorkerSettings {
  readonly directory: string;
  readonly maxRows: number;
  /** Endpoints that SERVICE may ask. */
  readonly federate: readonly string[];
}

/** From the server to the process. */
export type WorkerRequest = EndpointRequest;

/** From the process to the server. The body of an answer follows on stdout: `length` bytes and nothing else. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly problems: readonly string[] }
  | { readonly kind: 'unusable'; readonly reason: string }
  | ({ readonly kind: 'answer' } & Omit<EndpointAnswer, 'body'>)
  | { readonly kind: 'problem'; readonly problem: Problem };
