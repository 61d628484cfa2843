import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../../src/app/reader.ts';
import type { Span } from '../../../src/model/span.ts';

const PARTS = ' … ';

/** Attributions of a text as rows of the tables; paragraphs are parted by ¶. */
function attributions(text: string): { rule: string; source: string; cue: string; content: string }[] {
  const reader = loadReader();
  const bytes = new TextEncoder().encode(text.replaceAll('¶', '\n'));
  const document = reader.document({ name: 'article.txt', bytes });
  const words = ({ start, end }: Span): string => document.text.slice(start, end);
  return reader.attributions(document).attributions.map(({ rule, source, cue, content }) => ({
    rule,
    source: source ? words(source) : '-',
    cue: cue ? words(cue) : '-',
    content: content.map(words).join(PARTS).replaceAll('\n', '¶'),
  }));
}

const rows = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

describe('attributions', () => {
  it.each(rows('attributions.tsv') as [string, string, string, string, string][])(
    '%s: %s',
    (rule, text, source, cue, content) => {
      const found = attributions(text).map((one) => ({ ...one, cue: one.cue.toLowerCase() }));
      expect(found).toContainEqual({ rule, source, cue, content });
    },
  );
});

describe('what is no attribution of its own', () => {
  it.each([
    ['a thought inside a quotation is the speaker’s', '“The council wants to close the school,” a teacher said.', 'wants'],
    ['a wish inside a reported content is the source’s', 'Doctors say that patients want to leave the ward.', 'want'],
    ['a rubric labels no speech', 'Update: The ferry has left the harbour¶¶The ferry left at noon.', ':'],
    ['a participle that only describes a noun', 'The statement released on Monday by the bank was short.', 'statement'],
  ])('%s', (_regularity, text, cue) => {
    expect(attributions(text).filter((one) => one.cue === cue)).toEqual([]);
  });
});
