import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/app/ports.ts';
import { SILENT } from '../../../src/app/ports.ts';
import { parseBrat, parseGold } from '../../../src/evaluation/attribution/gold.ts';
import { compare, covered, jaccard, tokensOf } from '../../../src/evaluation/attribution/matching.ts';
import { runAttribution } from '../../../src/evaluation/attribution/suite.ts';
import type { Attribution } from '../../../src/model/attribution.ts';
import type { Span } from '../../../src/model/span.ts';

const TEXT = 'The mayor said that the old bridge is safe. Critics doubt it.';
const spanOf = (words: string): Span => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const firstWord = (spans: readonly Span[]): Span | undefined => spans[0];
const CONTENT = 'that the old bridge is safe';

const found = (source: string | null, cue: string, content: string): Attribution => ({
  source: source === null ? null : spanOf(source),
  sourceHead: source === null ? null : spanOf(source),
  cue: spanOf(cue),
  content: [spanOf(content)],
  rule: 'test',
});
const gold = (source: string | null, cue: string, content: string) => ({
  source: source === null ? [] : [spanOf(source)],
  cue: [spanOf(cue)],
  content: [spanOf(content)],
});

describe('brat annotations', () => {
  const annotations = [
    'T1\tSource 0 9\tThe mayor',
    'T2\tCue 10 14\tsaid',
    'T3\tContent 15 27;34 42\tthat the old … is safe',
    'E1\tAttribution:T4 Source:T1 Cue:T2 Content2:T3',
    'T5\tDiscard 0 5\t',
    'E2\tAttribution:T4 Source:T1',
  ].join('\n');

  it('gives events with a content, discontinuous spans in parts', () => {
    expect(parseBrat(annotations)).toEqual([
      {
        source: [{ start: 0, end: 9 }],
        cue: [{ start: 10, end: 14 }],
        content: [
          { start: 15, end: 27 },
          { start: 34, end: 42 },
        ],
      },
    ]);
  });

  it('takes the first listed annotator', () => {
    const row = JSON.stringify({ id: 'a', text: 'x', brat: { second_name_a: annotations, first_by_alphabet: '' } });
    expect(parseGold('f.jsonl', row)[0]?.attributions).toHaveLength(1);
  });

  it.each([
    ['{"id": "a"', 2],
    ['{"id": "a", "text": "x"}', 2],
  ])('%s is an error that names the line', (line, number) => {
    expect(() => parseGold('f.jsonl', `\n${line}`)).toThrow(
      expect.objectContaining({ kind: 'input', location: { file: 'f.jsonl', line: number } }),
    );
  });
});

describe('similarity of contents', () => {
  it.each([
    [CONTENT, CONTENT, 1],
    [CONTENT, 'the old bridge is safe', 5 / 6],
    ['that the', 'bridge is', 0],
    ['old bridge', 'bridge is safe', 1 / 4],
  ])('"%s" and "%s": %d', (a, b, similarity) => {
    const tokens = tokensOf(TEXT);
    expect(jaccard(covered(tokens, [spanOf(a)]), covered(tokens, [spanOf(b)]))).toBeCloseTo(similarity);
  });
});

describe('pairing', () => {
  it.each([
    ['the same', found('The mayor', 'said', CONTENT), { contentRight: true, sourceRight: true }],
    ['half of the content', found('The mayor', 'said', 'the old bridge'), { contentRight: true, sourceRight: true }],
    ['less than half of the content', found('The mayor', 'said', 'is safe'), { contentRight: false, sourceRight: true }],
    ['another source', found('Critics', 'said', CONTENT), { contentRight: true, sourceRight: false }],
    ['no source', found(null, 'said', CONTENT), { contentRight: true, sourceRight: false }],
    ['the same cue with other words', found('The mayor', 'said', 'Critics'), { contentRight: false, sourceRight: true }],
  ])('%s', (_name, one, right) => {
    const { pairs } = compare(TEXT, [gold('The mayor', 'said', CONTENT)], [one], firstWord);
    expect(pairs).toEqual([expect.objectContaining(right)]);
  });

  it('is one to one, the most similar first', () => {
    const golds = [gold('The mayor', 'said', CONTENT)];
    const answers = [found('Critics', 'doubt', 'the old bridge'), found('The mayor', 'said', CONTENT)];
    expect(compare(TEXT, golds, answers, firstWord).pairs).toEqual([
      { gold: 0, found: 1, similarity: 1, sameCue: true, contentRight: true, sourceRight: true },
    ]);
  });

  it('counts sources only where there is one', () => {
    const golds = [gold(null, 'said', CONTENT), gold('Critics', 'doubt', 'it')];
    const { sourcedGold, sourcedFound } = compare(TEXT, golds, [found(null, 'said', CONTENT)], firstWord);
    expect([sourcedGold, sourcedFound]).toEqual([1, 0]);
  });
});

describe('the suite', () => {
  const text = 'The ferry is old.\n\nCritics say that the ferry line loses money.';
  const at = (words: string): string => `${text.indexOf(words)} ${text.indexOf(words) + words.length}`;
  const brat = [
    `T1\tSource ${at('Critics')}\t`,
    `T2\tCue ${at('say')}\t`,
    `T3\tContent ${at('that the ferry line loses money')}\t`,
    'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3',
  ].join('\n');
  const jsonl = `${JSON.stringify({ id: 'one', text, brat: { annotator: brat } })}\n`;
  const files = (bytes: Uint8Array): Files => ({
    read: async () => bytes,
    kind: async () => 'file',
    listFiles: async () => [],
  });

  it.each([
    ['plain', Buffer.from(jsonl)],
    ['gzipped', gzipSync(jsonl)],
  ])('scores %s JSONL', async (_name, bytes) => {
    const { n, layers } = await runAttribution({ path: 'gold.jsonl', files: files(bytes), progress: SILENT });
    expect(n).toBe(1);
    expect(layers).toEqual({
      sourceHead: { p: 1, r: 1, f: 1, predicted: 1, gold: 1 },
      content: { p: 1, r: 1, f: 1, predicted: 1, gold: 1 },
    });
  });

  it('says that a gzip file is damaged', async () => {
    const bytes = gzipSync(jsonl).subarray(0, 40);
    await expect(runAttribution({ path: 'gold.jsonl.gz', files: files(bytes), progress: SILENT })).rejects.toMatchObject({
      kind: 'input',
    });
  });
});
