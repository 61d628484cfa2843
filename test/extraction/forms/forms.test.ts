import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../../src/app/reader.ts';
import { ROOT } from '../../shared.ts';

const FOLDER = join(ROOT, 'test', 'fixtures', 'forms');
const [, ...LINES] = readFileSync(join(import.meta.dirname, 'forms.tsv'), 'utf8')
  .trimEnd()
  .split('\n');
const ROWS = LINES.map((line) => line.split('\t') as [form: string, speaker: string, voice: string, via: string, words: string]);

/** Statements of an article as rows; paragraphs are parted by ¶. */
function statements(form: string): string[] {
  const reader = loadReader();
  const bytes = readFileSync(join(FOLDER, `${form}.txt`));
  const document = reader.document({ name: `${form}.txt`, bytes });
  return reader
    .read(document)
    .extraction.statements.map(({ speaker, voice, attributedVia, start, end }) =>
      [speaker, voice, attributedVia ?? '-', document.text.slice(start, end).replaceAll('\n\n', '¶')].join('\t'),
    );
}

describe.each(readdirSync(FOLDER).map((name) => name.replace('.txt', '')))('%s', (form) => {
  it('says all that its rows list, and nothing else', () => {
    const expected = ROWS.filter(([name]) => name === form).map(([, ...cells]) => cells.join('\t'));
    expect(expected.length).toBeGreaterThan(2);
    expect(statements(form)).toEqual(expected);
  });
});
