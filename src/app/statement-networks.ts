import { parseStatements, type StanceOptions } from '../graph/index.ts';
import { DemarcheError } from '../model/errors.ts';
import { didYouMean } from '../sparql/suggest.ts';
import type { WindowNetwork } from './edge-lists.ts';
import { type NetworkKind, PAIR_KINDS } from './formats.ts';
import { type NetworkFilter, networksOfPositions } from './networks.ts';
import { nodeFiles } from './node-files.ts';
import type { TimeCut } from './time-cut.ts';

const KINDS: readonly NetworkKind[] = ['actor-topic', ...PAIR_KINDS];

/**
 * Networks of a table of statements, counted as those of a base.
 *
 * @param path of the file, or `-` for standard input
 * @throws DemarcheError for what cannot be read, and for kinds, topics and options that such a table has not
 */
export async function statementNetworks(
  path: string,
  kind: NetworkKind,
  filter: NetworkFilter,
  cut: TimeCut,
  readStdin: () => Promise<Uint8Array>,
): Promise<WindowNetwork[]> {
  refuse(kind, filter);
  const bytes = path === '-' ? await readStdin() : await nodeFiles.read(path);
  const file = path === '-' ? 'stdin' : path;
  const { rows, quotes } = parseStatements(new TextDecoder('utf-8').decode(bytes), file);
  const { since, until, topic, count, actors, reprints } = filter;
  if (topic !== undefined) checkTopic(topic, new Set(rows.flatMap((row) => row.topic ?? [])), file);
  const stance: StanceOptions = {
    ...{ since, until, topics: topic === undefined ? undefined : [topic] },
    ...{ rollUp: actors !== 'own', countOnce: count, quotes: reprints ? undefined : quotes },
  };
  return networksOfPositions(rows, kind, filter, stance, cut);
}

function refuse(kind: NetworkKind, { topicLevel, graded }: NetworkFilter): void {
  const fail = (message: string, hint: string): never => {
    throw new DemarcheError('usage', message, { hint });
  };
  if (!KINDS.includes(kind)) fail(`a table of statements gives no ${kind} network`, `choose from ${KINDS.join(', ')}`);
  if (topicLevel !== undefined) fail('a table of statements has no levels of topics', 'leave --topic-level away');
  if (graded) fail('a table of statements has no strengths', 'leave --graded away');
}

function checkTopic(topic: string, known: ReadonlySet<string>, file: string): void {
  if (known.has(topic)) return;
  const hint = didYouMean(topic, known, `there are ${known.size} concepts`);
  throw new DemarcheError('usage', `no concept "${topic}"`, { location: { file }, hint });
}
