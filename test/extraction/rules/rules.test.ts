import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../../src/app/reader.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Span } from '../../../src/model/span.ts';
import { ROOT } from '../../shared.ts';
import { extract } from '../reader.ts';
import { type Row, readTable, TABLES } from './table.ts';

const or = (cell: string | null): string => cell ?? '-';
const joined = (names: readonly string[]): string => or([...names].sort().join(' + ') || null);
const claimant = (extraction: Extraction, id: string): string => {
  const statement = extraction.statements.find((one) => one.id === id);
  return statement?.speaker ?? joined(extraction.events.find((one) => one.id === id)?.initiators ?? []);
};

/** What an extraction holds of each kind, in the columns of its table. */
const FOUND: Record<(typeof TABLES)[number], (extraction: Extraction, words: (span: Span) => string) => Row[]> = {
  mentions: ({ actors, places }, words) => [
    ...actors.flatMap(({ name, mentions }) => mentions.map((one) => ({ rule: one.rule, words: words(one), actor: name }))),
    ...places.map((one) => ({ rule: one.rule, words: words(one), actor: one.name })),
  ],
  statements: ({ statements }, words) =>
    statements.map((one) => ({ rule: one.rule, speaker: one.speaker, voice: one.voice, words: words(one) })),
  positions: ({ positions }) =>
    positions.map(({ rule, holder, voicedBy, polarity, target, act }) => ({
      rule,
      holder,
      voicedBy: or(voicedBy),
      polarity,
      target: or(target),
      act,
    })),
  events: ({ events }) =>
    events.map(({ rule, type, initiators, recipients, factuality, date, place }) => ({
      rule,
      type,
      initiators: joined(initiators),
      recipients: joined(recipients),
      factuality,
      date: or(date),
      place: or(place),
    })),
  terms: ({ terms }) => terms.map(({ rule, text, user, voice }) => ({ rule, words: text, user: or(user), voice })),
  orders: (extraction) =>
    extraction.orders.map(({ rule, before, after }) => ({
      rule,
      earlier: claimant(extraction, before),
      later: claimant(extraction, after),
    })),
  abstentions: ({ abstentions }, words) => abstentions.map((one) => ({ rule: one.rule, words: words(one) })),
};

describe.each(TABLES)('%s', (table) => {
  it.each(readTable(table).map((row) => [row.rule!, row.text!, row] as const))('%s: %s', (_rule, text, row) => {
    const { text: _, ...expected } = row;
    const found = FOUND[table](extract(text), ({ start, end }) => text.slice(start, end));
    expect(found).toContainEqual(expected);
  });
});

/** Rule ids by the table whose rows test them, as they fire in an extraction. */
function firing(extraction: Extraction): [table: string, rule: string][] {
  const pairs = TABLES.flatMap((table) => FOUND[table](extraction, () => '').map((row) => `${table} ${row.rule}`));
  return [...new Set(pairs)].sort().map((pair) => pair.split(' ') as [string, string]);
}

describe('every rule that fires on the sample article', () => {
  const reader = loadReader();
  const bytes = readFileSync(join(ROOT, 'data', 'articles', 'la-jornada-2024-07-11.txt'));
  const rules = firing(reader.read(reader.document({ name: 'sample.txt', bytes })).extraction);

  it('is known by its id', () => expect(rules.length).toBeGreaterThan(20));

  it.each(rules)('%s: %s has three rows of its own', (table, rule) => {
    const texts = new Set(
      readTable(table)
        .filter((row) => row.rule === rule)
        .map((row) => row.text),
    );
    expect(texts.size).toBeGreaterThanOrEqual(3);
  });
});
