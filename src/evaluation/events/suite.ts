import { type ArticleReader, loadReader } from '../../app/reader.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { Extraction } from '../../model/extraction.ts';
import { overlaps, type Span } from '../../model/span.ts';
import { Tally } from '../tally.ts';
import type { SuiteInput, SuiteReport } from '../types.ts';
import { type GoldRecord, parseRecords } from './gold.ts';
import { principalEvent } from './principal.ts';

/** Scores type and parties of the event that each record codes (the PLOVER gold-standard records). */
export async function runEvents({ path, files, progress }: SuiteInput): Promise<SuiteReport> {
  const records = parseRecords(path, new TextDecoder().decode(await files.read(path)));
  if (records.length === 0) throw new DemarcheError('input', 'no records here', { location: { file: path } });
  const reader = loadReader();
  const tally = new Tally();
  progress.start(records.length, 'scoring');
  for (const record of records) {
    progress.step(record.id);
    scoreRecord(record, extract(record, reader), tally);
  }
  progress.stop();
  const ratios = [...tally.counters];
  return {
    suite: 'events',
    n: records.length,
    layers: Object.fromEntries(tally.layers),
    scores: Object.fromEntries(ratios.map(([name, { hits, trials }]) => [name, hits / trials])),
    counts: Object.fromEntries(ratios.map(([name, { hits, trials }]) => [name, `${hits}/${trials}`])),
    findings: tally.findings,
  };
}

function extract(record: GoldRecord, reader: ArticleReader): Extraction {
  const bytes = new TextEncoder().encode(record.text);
  return reader.read(reader.document({ name: `${record.id}.txt`, bytes })).extraction;
}

/** Counts one record: the principal event's type and parties, and whether any event of the text has the type. */
export function scoreRecord(gold: GoldRecord, extraction: Extraction, tally: Tally): void {
  const found = principalEvent(extraction);
  const right = found?.type === gold.type;
  tally.count('type of the principal event', right ? 1 : 0);
  tally.count('type among all events of the text', extraction.events.some((event) => event.type === gold.type) ? 1 : 0);
  tally.count('records with an event', found ? 1 : 0);
  if (!right) tally.finding(gold.id, 'type', gold.type, found ? `${found.type} ${found.rule}` : 'none', gold.text.slice(0, 160));
  const symmetric = found?.reciprocal === true || gold.target.length === 0;
  const given = { source: found?.initiators ?? [], target: found?.recipients ?? [] };
  if (symmetric) {
    scoreParties('source', gold, [...gold.source, ...gold.target], [...given.source, ...given.target], extraction, tally);
    return;
  }
  scoreParties('source', gold, gold.source, given.source, extraction, tally);
  scoreParties('target', gold, gold.target, given.target, extraction, tally);
}

function scoreParties(
  role: 'source' | 'target',
  { id, text }: GoldRecord,
  golds: readonly string[],
  names: readonly string[],
  extraction: Extraction,
  tally: Tally,
): void {
  const wanted = golds.map((words) => spanOf(text, words));
  const found = names.map((name) => extraction.actors.find((actor) => actor.name === name)?.mentions ?? []);
  const meets = (gold: Span | null, mentions: readonly Span[]): boolean =>
    gold !== null && mentions.some((mention) => overlaps(mention, gold));
  const hit = wanted.filter((gold) => found.some((mentions) => meets(gold, mentions))).length;
  tally.layer(role, {
    right: found.filter((mentions) => wanted.some((gold) => meets(gold, mentions))).length,
    predicted: found.length,
    gold: wanted.length,
    found: hit,
  });
  if (hit < wanted.length) tally.finding(id, `${role} missed`, golds.join(' + '), names.join(' + '));
}

/** Where the words that name a party stand, ellipses of the coder read as gaps. */
function spanOf(text: string, words: string): Span | null {
  const part = words.split(/\s*\.{2,}\s*/)[0]!;
  const start = text.indexOf(part);
  return start < 0 ? null : { start, end: start + part.length };
}
