import { DemarcheError } from '../../model/errors.ts';
import type { Federation } from '../../sparql/types.ts';

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** Asks listed endpoints over HTTP, and no others; redirections are not followed. */
export const httpFederation = (endpoints: readonly string[], maxRows: number): Federation => ({
  endpoints: new Set(endpoints),
  select: async (endpoint, text) => {
    const [{ remoteStore }, { readJsonResults }] = await Promise.all([
      import('../../store/remote/store.ts'),
      import('../../sparql/json-results.ts'),
    ]);
    const addresses = { query: endpoint, update: endpoint, graphs: endpoint };
    const store = remoteStore(addresses, { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
    const result = readJsonResults(await store.query({ text, gives: 'rows', dataset: null }));
    if (result.kind !== 'bindings') throw new DemarcheError('network', `${endpoint} did not answer with rows`);
    if (result.rows.length <= maxRows) return result.rows;
    throw new DemarcheError('network', `${endpoint} answered more than ${maxRows} rows`, { hint: 'ask for less in SERVICE' });
  },
});
