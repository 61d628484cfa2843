import { DemarcheError } from '../model/errors.ts';
import type { QueryLimits } from './types.ts';

/** What a query may use up. */
export interface Guard {
  readonly maxRows: number;
  /** Throws where the time is up. */
  check(): void;
}

export const guardOf = (limits: QueryLimits): Guard => {
  const deadline = limits.timeoutMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + limits.timeoutMs;
  return {
    maxRows: limits.maxRows ?? Number.POSITIVE_INFINITY,
    check: () => {
      if (performance.now() <= deadline) return;
      throw new DemarcheError('query', `the query took more than ${limits.timeoutMs} ms`, {
        hint: 'narrow it down, or raise the limit',
      });
    },
  };
};
