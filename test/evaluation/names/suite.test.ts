import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Files, SILENT } from '../../../src/app/ports.ts';
import { parseDocuments } from '../../../src/evaluation/names/gold.ts';
import { runNames, scoreNames } from '../../../src/evaluation/names/suite.ts';
import { Tally } from '../../../src/evaluation/tally.ts';

const word = (id: number, form: string, tag: string, head: number, relation: string, misc: string): string =>
  [id, form, form, tag === 'NNP' ? 'PROPN' : 'X', tag, '_', head, relation, '_', misc].join('\t');

const CONLLU = [
  '# newpar',
  '# sent_id = GUM_news_test-1',
  word(1, 'President', 'NNP', 2, 'nmod:desc', 'Entity=(1-person-new-sgl'),
  word(2, 'Okello', 'NNP', 3, 'nsubj', 'Entity=1)'),
  word(3, 'left', 'VBD', 0, 'root', '_'),
  word(4, 'Kenya', 'NNP', 3, 'obj', 'Entity=(2-place-new-sgl)|SpaceAfter=No'),
  word(5, '.', '.', 3, 'punct', '_'),
  '',
  '# newpar',
  '# sent_id = GUM_news_test-2',
  word(1, 'The', 'DT', 2, 'det', 'Entity=(1-person-giv-sgl'),
  word(2, 'man', 'NN', 3, 'nsubj', 'Entity=1)'),
  word(3, 'smiled', 'VBD', 0, 'root', '_'),
].join('\n');

const runOn = (bytes: Uint8Array) =>
  runNames({ path: 'x.conllu', files: { read: async () => bytes } as Partial<Files> as Files, progress: SILENT });

describe('entities of a treebank', () => {
  const [document] = parseDocuments('x.conllu', CONLLU);

  it('are names where their head is one, without the office', () => {
    const names = document?.names.map((name) => [name.kind, document.text.slice(name.start, name.end)]);
    expect(names).toEqual([
      ['person', 'Okello'],
      ['place', 'Kenya'],
    ]);
  });

  it('come with the running text', () =>
    expect(document).toMatchObject({
      id: 'GUM_news_test',
      genre: 'news',
      text: 'President Okello left Kenya.\n\nThe man smiled',
    }));

  it('must be there', () => expect(() => parseDocuments('x', '1\ta\ta\tX\tX\t_\t0\troot\t_\t_')).toThrow('no entities'));
});

describe('scores', () => {
  const gold = {
    id: 'a',
    genre: 'news',
    text: 'New York Times of Ohio',
    names: [{ start: 0, end: 14, kind: 'organization' as const }],
  };

  it.each([
    [[0, 14], 1, 1],
    [[0, 8], 1, 0],
    [[18, 22], 0, 0],
  ])('of %j are %d by overlap and %d exactly', ([start, end], overlap, exact) => {
    const tally = new Tally();
    scoreNames(gold, [{ start: start!, end: end!, kind: 'organization', rule: 'r' }], tally);
    expect(tally.layers.get('organization')?.f).toBe(overlap);
    expect(tally.layers.get('organization (exact)')?.f).toBe(exact);
  });

  it('are those of the program on the documents', async () => {
    const { layers } = await runOn(gzipSync(CONLLU));
    expect(layers.person).toMatchObject({ p: 1, r: 1 });
    expect(layers.place).toMatchObject({ p: 1, r: 1 });
  });

  it('of a damaged file are an error', async () => {
    await expect(runOn(new Uint8Array([0x1f, 0x8b, 1, 2]))).rejects.toMatchObject({ kind: 'input' });
  });
});
