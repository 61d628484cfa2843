import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  ACTOR_LEVELS,
  COUNTING_RULES,
  KERNEL_NAMES,
  NETWORK_KINDS,
  type NetworkKind,
  NORMALISATION_NAMES,
  PERIOD_NAMES,
} from '../app/formats.ts';
import type { ModelChoice } from '../app/language-model/choice.ts';
import type { StoreChoice } from '../app/store-choice.ts';
import type { Session } from './session.ts';

/** `--kb DIR`, with its default from the environment. */
export const kbOption = (session: Session): Option =>
  new Option('--kb <dir>', 'folder of the knowledge base').default(session.io.env.DEMARCHE_KB || 'kb', 'DEMARCHE_KB or ./kb');

/** `--store`, for commands that ask. */
export const storeOption = (): Option =>
  new Option('--store <store>', 'where queries are answered: memory, oxigraph, or sparql:URL[,UPDATE[,GRAPHS]]');

/** What `--store` or DEMARCHE_STORE says; undefined where they say nothing. @throws DemarcheError */
export async function storeOf(session: Session, { store }: { readonly store?: string }): Promise<StoreChoice | undefined> {
  const said = store ?? session.io.env.DEMARCHE_STORE;
  if (!said) return undefined;
  const { readStoreChoice } = await import('../app/store-choice.ts');
  return readStoreChoice(said, session.io.env);
}

/** `--extractor`, for commands that read articles. */
export const extractorOption = (): Option =>
  new Option(
    '--extractor <extractor>',
    'who reads: rules (offline), or openai:URL#MODEL, which sends the text to that server',
  ).default('rules');

/** What `--extractor` says; null for the rules. @throws DemarcheError */
export async function modelOf(session: Session, { extractor }: { readonly extractor?: string }): Promise<ModelChoice | null> {
  if (extractor === undefined || extractor === 'rules') return null;
  const { readExtractorChoice } = await import('../app/language-model/choice.ts');
  return readExtractorChoice(extractor, session.io.env);
}

/** `--quiet`, which takes effect as soon as it is read. */
export const quietOption = (): Option => new Option('-q, --quiet', 'results and errors only');

export const jsonOption = (): Option => new Option('--json', 'JSON for machines');

/** What an article's text may lack. */
export const metadataOptions = (): Option[] => [
  new Option('--published <date>', 'publication day where the text names none (YYYY-MM-DD)'),
  new Option('--outlet <name>', 'newspaper or agency where the text names none'),
  new Option('--language <tag>', 'language of the text (default: en)'),
];

/** Restricts a network to a stretch of time or a topic. */
export const windowOptions = (): Option[] => [
  new Option('--since <date>', 'from this day on (YYYY-MM-DD)').argParser(isoDay),
  new Option('--until <date>', 'up to and including this day (YYYY-MM-DD)').argParser(isoDay),
  new Option('--topic <topic>', 'this topic and those below it'),
];

/** Which claims a network is made of besides the plain ones. */
export const claimOptions = (): Option[] => [
  new Option('--verbal', 'with what is only said to be done: accusations, requests, threats, talks'),
  new Option('--factuality', 'with events that are only alleged, planned or denied'),
  new Option('--headlines', 'with positions of headlines, which repeat what their article says'),
  new Option('--presupposed', 'with positions that other words only take for granted'),
];

/** Which networks are joined. */
export const layersOption = (): Option =>
  new Option('--layers <kinds>', 'networks to join, with commas: stance, action').argParser(layers).default(['stance'], 'stance');

function layers(value: string): NetworkKind[] {
  const kinds = value.split(',').map((kind) => kind.trim());
  for (const kind of kinds)
    if (!(NETWORK_KINDS as readonly string[]).includes(kind))
      throw new InvalidArgumentError(`"${kind}" is no network; choose from ${NETWORK_KINDS.join(', ')}.`);
  return kinds as NetworkKind[];
}

/** How claims are counted in networks. */
export const countingOptions = (): Option[] => [
  new Option('--count <once>', 'what counts once (default: each claim; each topic in congruence, conflict, subtract)').choices(
    COUNTING_RULES,
  ),
  new Option('--reprints', 'count what several articles print in the same words for each of them'),
  new Option('--actors <level>', 'actors as they are named, or what they stand for (default: top)').choices(ACTOR_LEVELS),
  new Option('--topic-level <n>', 'topics count for those above them: 1 topmost, 2 next').argParser(positive),
  new Option('--graded', 'claims weigh by the strength of their words, events by the published scale'),
  new Option(
    '--normalise <how>',
    'congruence, conflict, subtract: average, jaccard, cosine; actor-topic: activity, prominence',
  ).choices(NORMALISATION_NAMES),
];

/** How time is cut. */
export const cutOptions = (period: string): Option[] => [
  new Option('--by <period>', period).choices(PERIOD_NAMES),
  new Option('--bandwidth <days>', 'overlapping windows instead, with so many days to each side').argParser(positive),
  new Option('--kernel <kernel>', 'how claims count in them (default: uniform)').choices(KERNEL_NAMES),
  new Option('--step <days>', 'days from one to the next (default: a quarter of the bandwidth)').argParser(positive),
];

/** What a command is told of a plain edge list. */
export interface EdgeOptions {
  readonly edges?: string;
  readonly window?: string | undefined;
  readonly directed?: boolean;
}

/** A plain edge list instead of a knowledge base. */
export const edgeOptions = (): Option[] => [
  new Option('--edges <file>', 'a CSV file (- for stdin) instead of the base: from,to,sign[,weight,date,topic,window]'),
  new Option('--window <name>', 'this window only: of an edge list, or of those that time is cut into'),
  new Option('--directed', 'with --edges: lines lead from one to the other'),
];

/** A whole number from 0. */
export function integer(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('give a whole number from 0.');
}

/** A whole number from 1. */
export function positive(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('give a whole number from 1.');
}

function isoDay(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // 31 February parses, as 2 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('give a day as YYYY-MM-DD.');
}

/** Collects a repeatable `key=value` option. */
export function keyValue(pair: string, sofar: Readonly<Record<string, string>>): Record<string, string> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('give it as name=value.');
  return { ...sofar, [pair.slice(0, at)]: pair.slice(at + 1) };
}

/** Adds options and, below the help, examples. */
export function withOptions(
  command: Command,
  options: readonly Option[],
  examples: readonly [line: string, meaning: string][],
): Command {
  for (const option of options) command.addOption(option);
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
