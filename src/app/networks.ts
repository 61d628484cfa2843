import type {
  AffiliationRow,
  Broader,
  CountingOptions,
  DuplicateRule,
  EventRow,
  Network,
  Normalisation,
  PositionRow,
  RowFilter,
  StanceOptions,
  TimeWindow,
} from '../graph/index.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Factuality } from '../model/extraction.ts';
import { FACTUALITIES } from '../model/extraction.ts';
import type { Catalogue, CellValue, Engine } from '../sparql/index.ts';
import type { WindowNetwork } from './edge-lists.ts';
import { type NetworkKind, PAIR_KINDS } from './formats.ts';
import { chosen, type TimeCut, windowRule } from './time-cut.ts';

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
  /** What counts once; default: each claim, and for agreement over topics each actor once for a topic and side. */
  readonly count?: DuplicateRule;
  /** Count each print of what several articles print in the same words (default: they count once). */
  readonly reprints?: boolean;
  /** Actors for themselves, or for the state or organisation they stand for (the default). */
  readonly actors?: 'own' | 'top';
  /** Topics count for those above them at this level: 1 for the topmost (default: for themselves). */
  readonly topicLevel?: number;
  /** Claims weigh as much as their words are strong, events by the published scale (default: each 1). */
  readonly graded?: boolean;
  /** What the weights of agreement over topics, or of actors and topics, are divided by. */
  readonly normalise?: Normalisation;
}

/** What networks are made from: an engine over the base and the queries that yield rows. */
export interface NetworkSource {
  readonly engine: Engine;
  readonly rows: Catalogue;
  readonly commands: Catalogue;
  /** Base IRI of individuals. */
  readonly base: string;
}

/** The network of one kind, or of several joined. @throws DemarcheError for a normalisation that a kind has not */
export async function buildNetwork(
  source: NetworkSource,
  kinds: readonly NetworkKind[],
  filter: NetworkFilter = {},
): Promise<Network> {
  return (await networkMaker(source, kinds, filter)).make();
}

/**
 * The network of each time window, in order; a single one, without name, where time is not cut.
 * @throws DemarcheError for an unknown window, and if there would be thousands
 */
export async function buildNetworks(
  source: NetworkSource,
  kinds: readonly NetworkKind[],
  filter: NetworkFilter = {},
  cut: TimeCut = {},
): Promise<WindowNetwork[]> {
  return windowNetworks(await networkMaker(source, kinds, filter), cut);
}

async function windowNetworks(maker: NetworkMaker, cut: TimeCut): Promise<WindowNetwork[]> {
  const rule = windowRule(cut);
  if (rule === null && cut.window !== undefined)
    throw new DemarcheError('usage', 'time is not cut into windows', { hint: 'add --by or --bandwidth' });
  if (rule === null) return [{ window: null, network: maker.make() }];
  const { timeWindows } = await import('../graph/index.ts');
  const windows = chosen(() => timeWindows(maker.days(), rule), cut.window);
  if (windows.length === 0) return [{ window: null, network: maker.make(() => 0) }];
  return windows.map((window) => ({ window: window.name, network: maker.make((day) => window.weight(day)) }));
}

interface NetworkMaker {
  make(weigh?: TimeWindow['weight']): Network;
  /** Days of the claims that the networks are made of. */
  days(): string[];
}

/** What networks are made of. */
interface Material {
  readonly positions: readonly PositionRow[];
  readonly stance: StanceOptions;
  readonly events: readonly EventRow[];
  readonly affiliations: readonly AffiliationRow[];
  readonly rowFilter: RowFilter & CountingOptions;
}

/**
 * Networks of actors and topics from rows of positions that come from elsewhere than a base.
 * @throws DemarcheError as `buildNetworks`
 */
export async function networksOfPositions(
  positions: readonly PositionRow[],
  kind: NetworkKind,
  filter: NetworkFilter,
  stance: StanceOptions,
  cut: TimeCut,
): Promise<WindowNetwork[]> {
  const material = { positions, stance, events: [], affiliations: [], rowFilter: stance };
  return windowNetworks(await makerOf(material, [kind], filter), cut);
}

async function networkMaker(source: NetworkSource, kinds: readonly NetworkKind[], filter: NetworkFilter): Promise<NetworkMaker> {
  for (const kind of kinds) checkNormalisation(kind, filter.normalise);
  const uses = (...some: NetworkKind[]): boolean => some.some((kind) => kinds.includes(kind));
  const events = uses('action') ? await rowsOf<EventRow>(source, 'events') : [];
  const affiliations = uses('affiliation') ? await rowsOf<AffiliationRow>(source, 'affiliations') : [];
  const said = uses('stance', 'mutual', 'congruence', 'conflict', 'subtract', 'actor-topic');
  const { rows: positions, options: stance } = said ? await positionRows(source, filter) : { rows: [], options: {} };
  const rowFilter = said ? stance : { ...(await rowFilterOf(source, filter)), ...(await countingOf(source, filter, events)) };
  return makerOf({ positions, stance, events, affiliations, rowFilter }, kinds, filter);
}

async function makerOf(material: Material, kinds: readonly NetworkKind[], filter: NetworkFilter): Promise<NetworkMaker> {
  for (const kind of kinds) checkNormalisation(kind, filter.normalise);
  const graph = await import('../graph/index.ts');
  const { positions, stance, events, affiliations, rowFilter } = material;
  const factuality: readonly Factuality[] = filter.factuality ? FACTUALITIES : ['asserted'];
  const scale = filter.graded && kinds.includes('action') ? (await import('./scale.ts')).ploverScale() : undefined;
  const normalise = filter.normalise as never;
  const make = (kind: NetworkKind, weigh: TimeWindow['weight'] | undefined): Network => {
    const counting = { ...rowFilter, weigh };
    switch (kind) {
      case 'stance':
        return graph.stanceNetwork(positions, { ...stance, weigh });
      case 'mutual':
        return graph.mutualNetwork(positions, { ...stance, weigh });
      case 'congruence':
        return graph.congruenceNetwork(positions, { ...stance, weigh, normalise });
      case 'conflict':
        return graph.conflictNetwork(positions, { ...stance, weigh, normalise });
      case 'subtract':
        return graph.subtractNetwork(positions, { ...stance, weigh, normalise });
      case 'actor-topic':
        return graph.actorTopicNetwork(positions, { ...stance, weigh, normalise });
      case 'action':
        return graph.actionNetwork(events, { ...counting, verbal: filter.verbal, factuality, scale });
      case 'affiliation':
        return graph.affiliationNetwork(affiliations, counting);
    }
  };
  return {
    make: (weigh) => graph.combineNetworks([...new Set(kinds)].map((kind) => make(kind, weigh))),
    days: () =>
      [
        ...graph.filterRows(positions, rowFilter),
        ...graph.filterRows(events, rowFilter),
        ...graph.filterRows(affiliations, rowFilter),
      ].flatMap((row) => graph.dayOf(row) ?? []),
  };
}

/** @throws DemarcheError where a kind of network knows no such normalisation */
function checkNormalisation(kind: NetworkKind, normalise: Normalisation | undefined): void {
  if (normalise === undefined) return;
  const pairs = (PAIR_KINDS as readonly string[]).includes(kind);
  const known: readonly string[] = pairs ? ['average', 'jaccard', 'cosine'] : ['activity', 'prominence'];
  if ((pairs || kind === 'actor-topic') && known.includes(normalise)) return;
  const hint =
    pairs || kind === 'actor-topic' ? `choose from ${known.join(', ')}` : `of ${PAIR_KINDS.join(', ')} and actor-topic`;
  throw new DemarcheError('usage', `the ${kind} network is not normalised by ${normalise}`, { hint });
}

const rowFilterOf = async (source: NetworkSource, { since, until, topic }: NetworkFilter): Promise<RowFilter> => ({
  since,
  until,
  topics: await topicsBelow(source, topic),
});

interface Printed {
  readonly article: string;
}

/** What is asked of counting; the words behind claims only where several articles may print the same. */
async function countingOf(
  source: NetworkSource,
  { count, actors, reprints }: NetworkFilter,
  rows: readonly Printed[],
): Promise<CountingOptions> {
  const several = new Set(rows.map(({ article }) => article)).size > 1;
  return {
    rollUp: actors !== 'own',
    countOnce: count,
    quotes: reprints ? undefined : several ? await quotesOf(source) : new Map(),
  };
}

export async function quotesOf(source: NetworkSource): Promise<ReadonlyMap<string, readonly string[]>> {
  const quotes = new Map<string, string[]>();
  for (const { claim, quote } of await rowsOf<{ claim: string; quote: string }>(source, 'quotes-of-claims', source.commands))
    quotes.set(claim, [...(quotes.get(claim) ?? []), quote]);
  return quotes;
}

/** The positions of a base and which of them count. */
export async function positionRows(
  source: NetworkSource,
  filter: NetworkFilter,
): Promise<{ readonly rows: readonly PositionRow[]; readonly options: StanceOptions }> {
  const { presupposed, headlines, graded, topicLevel } = filter;
  const rows = await rowsOf<PositionRow>(source, 'positions');
  const options = {
    ...(await rowFilterOf(source, filter)),
    ...(await countingOf(source, filter, rows)),
    presupposed,
    headlines,
    graded,
  };
  if (topicLevel === undefined) return { rows, options };
  const { filterRows, topicsAtLevel } = await import('../graph/index.ts');
  const levels = topicsAtLevel(await rowsOf<Broader>(source, 'topic-tree', source.commands), topicLevel);
  // Topics are chosen as they are, and counted for those above them.
  const chosen = filterRows(rows, { topics: options.topics });
  const raised = chosen.map((row) => (row.topic === null ? row : { ...row, topic: levels.get(row.topic) ?? row.topic }));
  return { rows: raised, options: { ...options, topics: undefined } };
}

/** Rows of a network query as plain objects by column; what is not bound is null. */
export async function rowsOf<Row>(source: NetworkSource, name: string, queries: Catalogue = source.rows): Promise<Row[]> {
  const { engine, base } = source;
  const { ask, tableOf } = await import('../sparql/index.ts');
  const { query, result } = await ask(engine, queries, name);
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
