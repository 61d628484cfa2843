import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../src/app/ports.ts';
import { SILENT } from '../../src/app/ports.ts';
import { parseSentences } from '../../src/evaluation/directed-sentiment/gold.ts';
import { runDirectedSentiment } from '../../src/evaluation/directed-sentiment/suite.ts';
import { runTreebank } from '../../src/evaluation/treebank-suite.ts';

const files = (content: string | Uint8Array): Files => ({
  read: async () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
  kind: async () => 'file',
  listFiles: async () => [],
});
const input = (content: string | Uint8Array) => ({ path: 'corpus', files: files(content), progress: SILENT, verbose: true });

describe('directed-sentiment', () => {
  const rows = [
    '[Norway] condemned [Peru] over the fishing ban.\tNorway\tPeru\t3',
    'The ban was criticised by [Peru], as [Norway] said on Tuesday.\tPeru\tNorway\t0',
    '[Chile] was praised by [Ghana] for its aid.\tChile\tGhana\t2',
  ];

  it.each([
    ['plain', rows.join('\n')],
    ['gzipped', gzipSync(rows.join('\n'))],
  ])('scores %s TSV', async (_name, content) => {
    const { n, layers, scores, rules } = await runDirectedSentiment(input(content));
    expect(n).toBe(3);
    expect(layers.frames).toEqual({ p: 1, r: 1, f: 1, predicted: 2, gold: 2 });
    expect(scores.macroF1).toBeGreaterThan(0.3);
    expect(rules?.find(({ rule }) => rule === 'position.frame.plain')).toMatchObject({ fired: 2, right: 2 });
  });

  it('lists what is wrong with its parse', async () => {
    const { findings } = await runDirectedSentiment(input(rows[0]!.replace(/3$/, '4')));
    expect(findings[0]).toMatchObject({ kind: 'wrong way or sign' });
    expect(findings[0]!.parse!.join('\n')).toContain('condemned VERB root');
  });

  it.each([
    ['the names', '[Norway] thanked [Peru].', 'Norway', 'Peru', ['Norway', 'Peru']],
    ['a name that goes on', '[Democrat]s thanked [Peru].', 'Democrat', 'Peru', ['Democrat', 'Peru']],
    ['a quoted column', '[The ""Super""] hit [Peru].', '"The ""Super"""', 'Peru', ['The ""Super""', 'Peru']],
    ['brackets of another kind', '[Norway] said [sic] that [Peru] won.', 'Norway', 'Peru', ['Norway', 'Peru']],
  ])('finds %s', (_name, marked, p, q, names) => {
    const [row] = parseSentences('x.tsv', `${marked}\t${p}\t${q}\t0`);
    expect([row!.p, row!.q].map(({ start, end }) => row!.text.slice(start, end))).toEqual(names);
  });

  it.each([
    ['class', '[Norway] thanked [Peru].\tNorway\tPeru\t7'],
    ['names', 'Norway thanked Peru.\tNorway\tPeru\t1'],
  ])('refuses a line without %s', (_name, row) => {
    expect(() => parseSentences('x.tsv', row)).toThrow(
      expect.objectContaining({ kind: 'input', location: { file: 'x.tsv', line: 1 } }),
    );
  });
});

describe('treebank', () => {
  const row = (id: number, form: string, lemma: string, upos: string, xpos: string, head: number, deprel: string) =>
    [id, form, lemma, upos, xpos, '_', head, deprel, '_', '_'].join('\t');
  const conllu = (object: string): string =>
    [
      '# sent_id = one',
      '# text = The minister criticised the plan .',
      row(1, 'The', 'the', 'DET', 'DT', 2, 'det'),
      row(2, 'minister', 'minister', 'NOUN', 'NN', 3, 'nsubj'),
      row(3, 'criticised', 'criticise', 'VERB', 'VBD', 0, 'root'),
      row(4, 'the', 'the', 'DET', 'DT', 5, 'det'),
      row(5, 'plan', 'plan', 'NOUN', 'NN', 3, object),
      row(6, '.', '.', 'PUNCT', '.', 3, 'punct'),
      '',
    ].join('\n');

  it.each([
    ['plain', conllu('obj')],
    ['gzipped', gzipSync(conllu('obj'))],
  ])('scores %s CoNLL-U', async (_name, content) => {
    const { n, scores, findings } = await runTreebank(input(content));
    expect(n).toBe(6);
    expect(scores).toMatchObject({ upos: 1, uas: 1, las: 1, 'raw words': 1, 'raw las': 1 });
    expect(findings).toEqual([]);
  });

  it('counts a wrong relation against the labels alone', async () => {
    const { scores, rules, findings } = await runTreebank(input(conllu('iobj')));
    expect(scores.uas).toBe(1);
    expect(scores.las).toBeCloseTo(5 / 6, 10);
    expect(rules?.find(({ rule }) => rule === 'obj')).toMatchObject({ fired: 1, right: 0 });
    expect(findings).toEqual([expect.objectContaining({ article: 'one', detail: 'plan obj<criticised, gold iobj<criticised' })]);
    expect(findings[0]!.parse).toHaveLength(6);
  });

  it('refuses what holds no sentences', async () => {
    await expect(runTreebank(input('\n\n'))).rejects.toMatchObject({ kind: 'input' });
  });
});
