import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../src/app/reader.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { ROOT } from '../shared.ts';
import { factsOf, LAYERS, UNCHANGED } from './facts.ts';
import { exchange, rename, reorder, SUBSTITUTIONS } from './variants.ts';

const SAMPLE = readFileSync(join(ROOT, 'data', 'articles', 'la-jornada-2024-07-11.txt'), 'utf8');

/**
 * Body paragraphs in another order. The lead stays first, since it introduces the alliance by name; what follows on from a
 * paragraph ("He urged …", a quotation without a speaker) stays behind it.
 */
const REORDERED = [0, 1, 2, 3, 4, 10, 11, 8, 9, 6, 7, 5, 12];

function extract(text: string): Extraction {
  const reader = loadReader();
  return reader.read(reader.document({ name: 'article.txt', bytes: new TextEncoder().encode(text) })).extraction;
}

const original = extract(SAMPLE);

describe('the sample as a touchstone', () => {
  it('holds enough of each layer to compare', () => {
    for (const layer of LAYERS) expect(factsOf(original, SAMPLE, layer, true), layer).not.toEqual([]);
  });
});

describe.each(SUBSTITUTIONS)('$name', (substitution) => {
  const text = exchange(SAMPLE, substitution);
  const variant = extract(text);
  const words = substitution.exchanges === 'actors';
  const renaming = {
    name: (name: string) => rename(name, substitution),
    text: (said: string) => exchange(said, substitution),
  };

  it('exchanges all that it names', () => {
    for (const [before, after] of Object.entries(substitution.words)) if (SAMPLE.includes(before)) expect(text).toContain(after);
    expect(text).not.toBe(SAMPLE);
  });

  it.each(LAYERS)('%s', (layer) => {
    expect(factsOf(variant, text, layer, words)).toEqual(factsOf(original, SAMPLE, layer, words, renaming));
  });
});

describe('paragraphs in another order', () => {
  const text = reorder(SAMPLE, REORDERED);
  const variant = extract(text);

  it.each(LAYERS)('%s', (layer) => {
    expect(factsOf(variant, text, layer, true)).toEqual(factsOf(original, SAMPLE, layer, true, UNCHANGED));
  });
});
