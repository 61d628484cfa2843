import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/language/english.ts';
import { loadNames } from '../../src/language/names.ts';
import { ROOT } from '../shared.ts';

const model = (name: string) => readFileSync(join(ROOT, 'data', 'models', name));
const english = loadEnglish(model('english.bin'));
const tagger = loadNames(model('names.bin'));

/** "TYPE words" for the names of a text. */
const namesOf = (text: string): string[] =>
  english
    .analyze(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    .flatMap((sentence) =>
      tagger
        .tag(sentence)
        .map(({ type, start, end }) => `${type} ${text.slice(sentence.tokens[start]!.start, sentence.tokens[end - 1]!.end)}`),
    );

describe('names', () => {
  it.each<[string, string[]]>([
    ['Maria Jensen travelled to Germany.', ['PER Maria Jensen', 'LOC Germany']],
    ['The talks in Geneva failed.', ['LOC Geneva']],
    ['He was a student at Stanford University.', ['ORG Stanford University']],
    ['The minister said nothing about it.', []],
  ])('finds in %j', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('gives ranges within the sentence, in order and without overlaps', () => {
    const text = 'President Anna Kovacs of Hungary met John Smith, the head of the World Bank, in New York on Friday.';
    const [sentence] = english.analyze(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
    let at = 0;
    const names = tagger.tag(sentence!);
    expect(names.length).toBeGreaterThan(2);
    for (const { start, end } of names) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBeLessThanOrEqual(sentence!.tokens.length);
  });

  it('refuses what is no model', () => {
    expect(() => loadNames(new Uint8Array(40))).toThrow(expect.objectContaining({ kind: 'model' }));
    expect(() => loadNames(model('english.bin'))).toThrow(expect.objectContaining({ kind: 'model' }));
  });
});
