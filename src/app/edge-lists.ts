import { dayOf, type EdgeRow, edgeListNetwork, inWindow, type Network, parseEdges, timeWindows } from '../graph/index.ts';
import { DemarcheError } from '../model/errors.ts';
import { didYouMean } from '../sparql/suggest.ts';
import { nodeFiles } from './node-files.ts';
import { chosen, type TimeCut, windowRule } from './time-cut.ts';

/** Which lines of an edge list count. */
export interface EdgeFilter {
  /** One of the windows that the list names, or that its days are cut into. */
  readonly window?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** A topic as the list writes it. */
  readonly topic?: string | undefined;
  /** Lines lead from one to the other (default: they hold both ways). */
  readonly directed?: boolean | undefined;
}

/** A network of a plain edge list, or of one of its windows. */
export interface WindowNetwork {
  /** Null where the list has no column `window`. */
  readonly window: string | null;
  readonly network: Network;
}

/**
 * The lines of an edge list that count, as they are.
 *
 * @param path of the file, or `-` for standard input
 * @throws DemarcheError as `edgeListNetworks`
 */
export async function edgeRows(path: string, filter: EdgeFilter, readStdin?: () => Promise<Uint8Array>): Promise<EdgeRow[]> {
  const { window } = filter;
  const { counted } = await readEdges(path, filter, readStdin);
  return window === undefined ? counted : counted.filter((row) => row.window === window);
}

/**
 * The networks of an edge list: one for each window, in the order of the list; a single one without windows. A list
 * without windows of its own can be cut by its days.
 *
 * @param path of the file, or `-` for standard input
 * @throws DemarcheError for what cannot be read, and for unknown windows and topics
 */
export async function edgeListNetworks(
  path: string,
  filter: EdgeFilter & TimeCut = {},
  readStdin?: () => Promise<Uint8Array>,
): Promise<WindowNetwork[]> {
  if (windowRule(filter) !== null) return cutNetworks(path, filter, readStdin);
  const { rows, counted } = await readEdges(path, filter, readStdin);
  const type = filter.directed ? 'directed' : 'undirected';
  return windowsOf(rows, filter.window).map((window) => ({
    window,
    network: edgeListNetwork(window === null ? counted : counted.filter((row) => row.window === window), type),
  }));
}

async function cutNetworks(
  path: string,
  filter: EdgeFilter & TimeCut,
  readStdin: (() => Promise<Uint8Array>) | undefined,
): Promise<WindowNetwork[]> {
  const { window: wanted, ...rest } = filter;
  const { rows, counted } = await readEdges(path, rest, readStdin);
  if (rows.some(({ window }) => window !== undefined))
    throw new DemarcheError('usage', 'the list names its windows', {
      location: { file: path },
      hint: 'leave --by and --bandwidth away, or the column "window"',
    });
  const dayIn = ({ date }: EdgeRow): string | null => dayOf({ said: date ?? null, published: null });
  const windows = chosen(
    () =>
      timeWindows(
        counted.flatMap((row) => dayIn(row) ?? []),
        windowRule(filter)!,
      ),
    wanted,
  );
  const type = filter.directed ? 'directed' : 'undirected';
  const weighed = (weigh: (day: string) => number): EdgeRow[] =>
    counted.flatMap((row) => {
      const day = dayIn(row);
      const weight = day === null ? 0 : weigh(day) * (row.weight ?? 1);
      return weight > 0 ? [{ ...row, weight }] : [];
    });
  if (windows.length === 0) return [{ window: null, network: edgeListNetwork([], type) }];
  return windows.map((window) => ({
    window: window.name,
    network: edgeListNetwork(
      weighed((day) => window.weight(day)),
      type,
    ),
  }));
}

async function readEdges(path: string, filter: EdgeFilter, readStdin: (() => Promise<Uint8Array>) | undefined) {
  const bytes = path === '-' && readStdin ? await readStdin() : await nodeFiles.read(path);
  const rows = parseEdges(new TextDecoder('utf-8').decode(bytes), path === '-' ? 'stdin' : path);
  if (filter.topic !== undefined) known(filter.topic, rows, 'topic', path);
  if (filter.window !== undefined) known(filter.window, rows, 'window', path);
  return { rows, counted: rows.filter((row) => counts(row, filter)) };
}

const counts = (row: EdgeRow, { since, until, topic }: EdgeFilter): boolean =>
  (topic === undefined || row.topic === topic) && inWindow(row.date ?? null, since, until);

function windowsOf(rows: readonly EdgeRow[], wanted: string | undefined): (string | null)[] {
  if (wanted !== undefined) return [wanted];
  const windows = new Set(rows.flatMap(({ window }) => (window === undefined ? [] : [window])));
  return windows.size === 0 ? [null] : [...windows];
}

function known(name: string, rows: readonly EdgeRow[], column: 'topic' | 'window', file: string): void {
  const names = new Set(rows.flatMap((row) => row[column] ?? []));
  if (names.has(name)) return;
  const [first, last] = [[...names][0], [...names].at(-1)];
  const offer = first === undefined ? `the list has no column "${column}"` : `there are ${names.size}: ${first} to ${last}`;
  throw new DemarcheError('usage', `no ${column} "${name}"`, { location: { file }, hint: didYouMean(name, names, offer) });
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** The actor of that name or identifier, whatever its capitals; @throws DemarcheError that names those nearest. */
export function findActor<Actor extends Named>(name: string, actors: readonly Actor[]): Actor {
  const wanted = name.toLowerCase();
  const found =
    actors.find(({ id, label }) => id === name || label === name) ??
    actors.find(({ id, label }) => [label, id, id.replace(/^actor:/, '')].some((text) => text.toLowerCase() === wanted));
  if (found) return found;
  const labels = actors.map(({ label }) => label);
  const hint = didYouMean(name, labels, actors.length === 0 ? 'the network is empty' : 'analyze centrality lists all actors');
  throw new DemarcheError('usage', `the network has no actor "${name}"`, { hint });
}
