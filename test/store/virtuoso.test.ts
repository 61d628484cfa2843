import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryStore } from '../../src/sparql/query-store.ts';
import { type RemoteAddresses, remoteStore } from '../../src/store/remote/store.ts';
import type { SparqlStore } from '../../src/store/types.ts';
import { type Differences, queryStoreContract } from '../sparql/query-store.ts';
import { graphStoreContract } from './graph-store.ts';
import { isInstalled, startVirtuoso } from './virtuoso.ts';

/*
 * The remote store against a server that people run. Where it answers otherwise than the others, the answer stands here with the
 * reason: what comes from such a server is compared, not trusted.
 */

const credentials = { user: 'dba', password: 'dba' };
let server: Awaited<ReturnType<typeof startVirtuoso>> | undefined;
let addresses: RemoteAddresses;
let own: readonly string[];

const open = (isOurs = (graph: string): boolean => !own.includes(graph)): SparqlStore =>
  remoteStore(addresses, { credentials, isOurs });

/** The one server, emptied. */
const emptied = async (): Promise<SparqlStore> => {
  const store = open();
  for (const graph of await store.graphs()) await store.delete(graph);
  return store;
};

const DIFFERENCES: Differences = {
  'the union holds a triple once': { answer: ['2'], why: 'the merge of several graphs counts a triple once for each' },
};

describe.skipIf(!isInstalled)(isInstalled ? 'Virtuoso' : 'Virtuoso (not run: virtuoso-t is not installed)', () => {
  beforeAll(async () => {
    server = await startVirtuoso();
    const { origin } = server;
    const asked = `${origin}/sparql-auth`;
    addresses = { query: asked, update: asked, graphs: `${origin}/sparql-graph-crud-auth` };
    own = await remoteStore(addresses, { credentials }).graphs();
  });
  afterAll(() => server?.stop());

  it('has graphs of its own', () => expect(own.length).toBeGreaterThan(0));

  it('drops only graphs that were created by CREATE GRAPH, unlike the others', async () => {
    const store = await emptied();
    await store.update('INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }');
    await expect(store.update('DROP GRAPH <urn:g>')).rejects.toThrow('has not been explicitly created');
  });

  graphStoreContract('Virtuoso', emptied);
  queryStoreContract('Virtuoso', async () => queryStore(await emptied()), DIFFERENCES);
});
