import type { AffiliationRow, EventRow, Network, PositionRow, RowFilter, StanceOptions } from '../graph/index.ts';
import type { Factuality } from '../model/extraction.ts';
import { FACTUALITIES } from '../model/extraction.ts';
import type { Catalogue, CellValue, Engine } from '../sparql/index.ts';
import type { NetworkKind } from './formats.ts';

/** Which claims a network is made of. */
export interface NetworkFilter {
  /** First and last ISO day. */
  readonly since?: string;
  readonly until?: string;
  /** A topic by name or id; those below it are included. */
  readonly topic?: string;
  /** Also what is only said to be done. */
  readonly verbal?: boolean;
  /** Also events that are only alleged, planned or denied. */
  readonly factuality?: boolean;
  /** Also positions that other words only take for granted. */
  readonly presupposed?: boolean;
  /** Also positions of headlines, which repeat what their article says. */
  readonly headlines?: boolean;
}

/** What networks are made from: an engine over the base and the queries that yield rows. */
export interface NetworkSource {
  readonly engine: Engine;
  readonly rows: Catalogue;
  readonly commands: Catalogue;
  /** Base IRI of individuals. */
  readonly base: string;
}

/** The network of one kind, or of several joined. */
export async function buildNetwork(
  source: NetworkSource,
  kinds: readonly NetworkKind[],
  filter: NetworkFilter = {},
): Promise<Network> {
  const [graph, rowFilter] = await Promise.all([import('../graph/index.ts'), rowFilterOf(source, filter)]);
  const stance = { ...rowFilter, presupposed: filter.presupposed, headlines: filter.headlines };
  const factuality: readonly Factuality[] = filter.factuality ? FACTUALITIES : ['asserted'];
  const make: Record<NetworkKind, () => Promise<Network>> = {
    stance: async () => graph.stanceNetwork(await rowsOf<PositionRow>(source, 'positions'), stance),
    congruence: async () => graph.congruenceNetwork(await rowsOf<PositionRow>(source, 'positions'), stance),
    conflict: async () => graph.conflictNetwork(await rowsOf<PositionRow>(source, 'positions'), stance),
    action: async () =>
      graph.actionNetwork(await rowsOf<EventRow>(source, 'events'), { ...rowFilter, verbal: filter.verbal, factuality }),
    affiliation: async () => graph.affiliationNetwork(await rowsOf<AffiliationRow>(source, 'affiliations'), rowFilter),
  };
  const networks: Network[] = [];
  for (const kind of new Set(kinds)) networks.push(await make[kind]());
  return graph.combineNetworks(networks);
}

const rowFilterOf = async (source: NetworkSource, { since, until, topic }: NetworkFilter): Promise<RowFilter> => ({
  since,
  until,
  topics: await topicsBelow(source, topic),
});

/** The positions of a base and which of them count. */
export async function positionRows(
  source: NetworkSource,
  filter: NetworkFilter,
): Promise<{ readonly rows: readonly PositionRow[]; readonly options: StanceOptions }> {
  const { presupposed, headlines } = filter;
  const options = { ...(await rowFilterOf(source, filter)), presupposed, headlines };
  return { rows: await rowsOf<PositionRow>(source, 'positions'), options };
}

/** Rows of a network query as plain objects by column; what is not bound is null. */
async function rowsOf<Row>({ engine, rows, base }: NetworkSource, name: string): Promise<Row[]> {
  const { ask, tableOf } = await import('../sparql/index.ts');
  const { query, result } = await ask(engine, rows, name);
  const table = tableOf(result, base);
  const columns = query.columns.map((column) => column.name);
  return table.rows.map((cells) => {
    const bound = new Map<string, CellValue>(table.columns.map((column, index) => [column, cells[index] ?? null]));
    return Object.fromEntries(columns.map((column) => [column, bound.get(column) ?? null])) as Row;
  });
}

async function topicsBelow({ engine, commands, base }: NetworkSource, topic: string | undefined): Promise<string[] | undefined> {
  if (topic === undefined) return undefined;
  const { ask, tableOf } = await import('../sparql/index.ts');
  const { result } = await ask(engine, commands, 'topics-below', { topic });
  return tableOf(result, base).rows.map(([below]) => String(below));
}
