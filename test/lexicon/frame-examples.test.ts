import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cell, readTsv } from '../../src/lexicon/tsv.ts';
import { GOLD_FOLDER } from '../shared.ts';
import { shipped, shippedFiles } from './shipped-frames.ts';

/** Past forms that keep neither the beginning nor the consonants of the verb. */
const IRREGULAR = new Set(
  'went bought brought sought built spied upheld withheld fought told sold sent lent made has had left flew paid laid stood slew cried shied tried kept thought said'.split(
    ' ',
  ),
);

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}-]+/u);
const consonants = (word: string): string => word.replace(/[aeiouy]/g, '');

/** Rough: some word begins like the lemma and is about as long, has its consonants, or is a known irregular form. */
function hasForm(example: string, lemma: string): boolean {
  const beginning = lemma.slice(0, Math.max(3, lemma.length - 3));
  return words(example).some(
    (word) =>
      IRREGULAR.has(word) ||
      consonants(word) === consonants(lemma) ||
      (word.startsWith(beginning) && word.length <= lemma.length + 4),
  );
}

const examples = shippedFiles
  .filter(({ text }) => /^[^#\n]*\texample$/m.test(text))
  .flatMap((file) => {
    const columns = file.text
      .split('\n')
      .find((line) => !line.startsWith('#'))!
      .split('\t');
    return readTsv(file, columns).map((row) => ({
      at: `${row.file}:${row.line}`,
      lemma: cell(row, 'lemma'),
      example: cell(row, 'example'),
    }));
  });

describe('examples in the tables', () => {
  it('hold a form of their lemma', () => {
    const missing = examples.filter(({ lemma, example }) => !hasForm(example, lemma.split(' ')[0]!));
    expect(missing).toEqual([]);
  });

  it('name nobody of the annotated articles', () => {
    const persons = readdirSync(GOLD_FOLDER)
      .filter((name) => name.endsWith('.gold.json'))
      .flatMap((name): { name: string; type: string }[] => JSON.parse(readFileSync(join(GOLD_FOLDER, name), 'utf8')).actors)
      .filter(({ type }) => type === 'person')
      .map(({ name }) => name.split(' ').at(-1)!)
      .filter((name) => name.length > 3 && name[0] !== name[0]?.toLowerCase());
    expect(persons.length).toBeGreaterThan(20);
    const named = examples.filter(({ example }) => persons.some((person) => example.includes(person)));
    expect(named).toEqual([]);
  });

  it('are short', () => {
    expect(examples.filter(({ example }) => words(example).length > 16)).toEqual([]);
  });
});

describe('topics', () => {
  it('have keywords, and every parent has children', () => {
    const all = [...shipped.topics.values()];
    expect(all.filter(({ keywords }) => keywords.length === 0)).toEqual([]);
    const parents = new Set(all.map(({ broader }) => broader));
    expect(all.filter(({ id, broader }) => broader === null && !parents.has(id))).toEqual([]);
  });
});
