import { gunzipSync } from 'node:zlib';
import { type ArticleReader, loadReader } from '../../app/reader.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { NamedSpan } from '../../model/names.ts';
import { overlaps } from '../../model/span.ts';
import { Tally } from '../tally.ts';
import type { SuiteInput, SuiteReport } from '../types.ts';
import { NAME_KINDS } from './entities.ts';
import { type GoldDocument, parseDocuments } from './gold.ts';

/** Genres of the figure that issues and card speak of; other genres count where a file has none of these. */
const GENRES: ReadonlySet<string> = new Set(['news', 'interview', 'speech', 'bio']);

/**
 * Scores names of persons, places and organisations against entity annotation in CoNLL-U. A name counts as found when one of its
 * kind overlaps it; the exact layers ask for the same span.
 */
export async function runNames({ path, files, progress }: SuiteInput): Promise<SuiteReport> {
  const all = parseDocuments(path, decode(path, await files.read(path)));
  const chosen = all.filter((document) => GENRES.has(document.genre));
  const documents = chosen.length > 0 ? chosen : all;
  const reader = loadReader();
  const tally = new Tally();
  progress.start(documents.length, 'scoring');
  for (const gold of documents) {
    progress.step(gold.id);
    scoreNames(gold, namesIn(gold, reader), tally);
  }
  progress.stop();
  return {
    suite: 'names',
    n: documents.length,
    layers: Object.fromEntries(tally.layers),
    scores: {},
    counts: {},
    findings: tally.findings,
  };
}

function decode(path: string, bytes: Uint8Array): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder().decode(zipped ? gunzipSync(bytes) : bytes);
  } catch (cause) {
    throw new DemarcheError('input', 'a damaged gzip file', { location: { file: path }, cause });
  }
}

function namesIn(gold: GoldDocument, reader: ArticleReader): readonly NamedSpan[] {
  const document = reader.document({ name: `${gold.id}.txt`, bytes: new TextEncoder().encode(gold.text) });
  if (document.text !== gold.text)
    throw new DemarcheError('input', `the text of ${gold.id} is not read as it stands`, { location: { file: gold.id } });
  return reader.names(document);
}

/** Counts one document. */
export function scoreNames(gold: GoldDocument, found: readonly NamedSpan[], tally: Tally): void {
  for (const kind of NAME_KINDS) {
    const wanted = gold.names.filter((name) => name.kind === kind);
    const given = found.filter((name) => name.kind === kind);
    const isMet = (name: { start: number; end: number }, by: readonly { start: number; end: number }[]): boolean =>
      by.some((other) => overlaps(name, other));
    tally.layer(kind, {
      right: given.filter((name) => isMet(name, wanted)).length,
      predicted: given.length,
      gold: wanted.length,
      found: wanted.filter((name) => isMet(name, given)).length,
    });
    const same = wanted.filter((name) => given.some((other) => other.start === name.start && other.end === name.end)).length;
    tally.layer(`${kind} (exact)`, { right: same, predicted: given.length, gold: wanted.length });
    for (const name of wanted)
      if (!isMet(name, given)) tally.finding(gold.id, `${kind} missed`, around(gold.text, name), seenAs(name, found));
    for (const name of given)
      if (!isMet(name, wanted)) tally.finding(gold.id, `${kind} extra`, around(gold.text, name), name.rule);
  }
}

const seenAs = (name: { start: number; end: number }, found: readonly NamedSpan[]): string =>
  found
    .filter((other) => overlaps(name, other))
    .map((other) => `${other.kind} by ${other.rule}`)
    .join(', ');

const around = (text: string, { start, end }: { start: number; end: number }): string =>
  `${text.slice(Math.max(0, start - 25), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`.replace(/\s+/g, ' ');
