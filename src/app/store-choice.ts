import { DemarcheError } from '../model/errors.ts';
import type { Engine, EngineOptions } from '../sparql/index.ts';
import type { Credentials } from '../store/remote/http.ts';
import type { RemoteAddresses } from '../store/remote/store.ts';
import type { Dataset, SparqlStore } from '../store/types.ts';

/** Where graphs are asked: in memory by the engine here (the default), in memory by Oxigraph, or on a server. */
export type StoreChoice = 'memory' | 'oxigraph' | RemoteChoice;

export interface RemoteChoice {
  readonly addresses: RemoteAddresses;
  readonly credentials?: Credentials;
}

const HINT = 'memory, oxigraph, or sparql:URL, with the addresses for updates and graphs after commas where they differ';

const addressOf = (text: string): string => {
  if (/^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).username === '') return new URL(text).href;
  throw new DemarcheError('usage', `"${text.replace(/\/\/.*@/, '//…@')}" is no address of a store`, {
    hint: `${HINT}; user and password stand in DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD`,
  });
};

const credentialsOf = (env: Readonly<Record<string, string | undefined>>): Credentials | null => {
  const { DEMARCHE_STORE_TOKEN: token, DEMARCHE_STORE_USER: user, DEMARCHE_STORE_PASSWORD: password = '' } = env;
  if (token) return { token };
  return user ? { user, password } : null;
};

/**
 * What `--store` says: `memory`, `oxigraph`, or `sparql:QUERY[,UPDATE[,GRAPHS]]`.
 * @throws DemarcheError (kind `usage`)
 */
export const readStoreChoice = (text: string, env: Readonly<Record<string, string | undefined>>): StoreChoice => {
  if (text === 'memory' || text === 'oxigraph') return text;
  if (!text.startsWith('sparql:')) throw new DemarcheError('usage', `there is no store "${text}"`, { hint: HINT });
  const [query = '', update = query, graphs = update] = text.slice('sparql:'.length).split(',');
  const credentials = credentialsOf(env);
  const addresses = { query: addressOf(query), update: addressOf(update), graphs: addressOf(graphs) };
  return credentials ? { addresses, credentials } : { addresses };
};

/** A remote store by its choice: of the server's graphs those of a base. */
export const openRemote = async ({ addresses, credentials }: RemoteChoice, baseIri: string): Promise<SparqlStore> => {
  const { remoteStore } = await import('../store/remote/store.ts');
  const isOurs = (graph: string): boolean => graph.startsWith(`${baseIri}graph/`);
  return remoteStore(addresses, credentials ? { credentials, isOurs } : { isOurs });
};

/** Graph by graph, as a store keeps them; what was rejected is left out, as other engines cannot leave it out themselves. */
export const graphsOf = (dataset: Dataset, rejected: ReadonlySet<string>, curation: string) => {
  const graphs = new Map<string, Dataset['named'][number][]>();
  for (const quad of dataset.named) {
    const graph = quad.graph.value;
    if (graph !== curation && (rejected.has(quad.subject.value) || rejected.has(quad.object.value))) continue;
    const quads = graphs.get(graph);
    if (quads) quads.push(quad);
    else graphs.set(graph, [quad]);
  }
  return graphs;
};

/** An engine over graphs in Oxigraph. */
export const oxigraphEngine = async (graphs: ReadonlyMap<string, Dataset['named']>, options: EngineOptions): Promise<Engine> => {
  const [{ queryStore }, { oxigraphStore }] = await Promise.all([
    import('../sparql/query-store.ts'),
    import('../store/oxigraph.ts'),
  ]);
  const store = await oxigraphStore();
  for (const [graph, quads] of graphs) await store.put(graph, quads);
  return queryStore(store, options).engine;
};

/** An engine over a remote server. */
export const remoteEngine = async (choice: RemoteChoice, baseIri: string): Promise<Engine> => {
  const { queryStore } = await import('../sparql/query-store.ts');
  return queryStore(await openRemote(choice, baseIri), { baseIri }).engine;
};
