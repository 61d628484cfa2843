import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluateRawText, evaluateTreebank } from '../../src/evaluation/treebank.ts';
import { loadEnglish } from '../../src/language/english.ts';
import type { Block } from '../../src/model/document.ts';
import { ROOT, SHARED } from '../shared.ts';

const bytes = readFileSync(join(ROOT, 'data', 'models', 'english.bin'));
const analyzer = loadEnglish(bytes);

const analyse = (text: string) => analyzer.analyze(text, [{ kind: 'paragraph', start: 0, end: text.length }]);

/** "dependent <relation head" for chosen words of a one-sentence text. */
const arcs = (text: string): string[] => {
  const [sentence] = analyse(text);
  return sentence!.tokens.map(
    ({ form, deprel, head }) => `${form} <${deprel} ${head < 0 ? 'ROOT' : sentence!.tokens[head]!.form}`,
  );
};

describe('English analyser', () => {
  it.each<[string, string[]]>([
    ['Russia warned NATO.', ['Russia <nsubj warned', 'NATO <obj warned', 'warned <root ROOT']],
    ['The envoy was expelled by Poland.', ['envoy <nsubj:pass expelled', 'Poland <obl:agent expelled']],
    [
      "Japan's minister said Tokyo had lodged a protest.",
      ['Japan <nmod:poss minister', 'lodged <ccomp said', 'Tokyo <nsubj lodged', 'protest <obj lodged'],
    ],
    ['“We oppose it,” the spokesman said.', ['spokesman <nsubj said']],
    [
      'Chinese Foreign Ministry spokesman Lin Jian said: We firmly oppose NATO.',
      ['Lin <nsubj said', 'oppose <ccomp said', 'NATO <obj oppose'],
    ],
    [
      'According to the minister, the alliance is a threat.',
      ['alliance <nsubj threat', 'is <cop threat', 'minister <obl threat'],
    ],
    [
      'Britain, which backs the draft, said it would seek a vote.',
      ['backs <acl:relcl Britain', 'draft <obj backs', 'vote <obj seek'],
    ],
  ])('parses %j', (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['He condemned it.', 'condemned', 'condemn'],
    ['She accused him of lying.', 'accused', 'accuse'],
    ['She accused him of lying.', 'lying', 'lie'],
    ['Moscow urges restraint.', 'urges', 'urge'],
    ['Washington vetoed it.', 'vetoed', 'veto'],
    ['The minister said so, dismissing the claims.', 'dismissing', 'dismiss'],
    ['They fled.', 'fled', 'flee'],
    ['The allies withdrew.', 'allies', 'ally'],
    ['The allies withdrew.', 'withdrew', 'withdraw'],
    ['Troops undermined the truce.', 'undermined', 'undermine'],
  ])('lemmatises in %j %s as %s', (text, form, lemma) => {
    expect(analyse(text)[0]!.tokens.find((token) => token.form === form)!.lemma).toBe(lemma);
  });

  it('gives one root, heads within the sentence and forms equal to the text', () => {
    const text = 'Title Here\n\n“No!” he said. NATO’s so-called “security” (…) can’t last..\n';
    const blocks: Block[] = [
      { kind: 'title', start: 0, end: 10 },
      { kind: 'paragraph', start: 12, end: text.length - 1 },
    ];
    const sentences = analyzer.analyze(text, blocks);
    expect(sentences.map(({ block }) => block)).toEqual([0, 1, 1]);
    for (const { tokens } of sentences) {
      expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
      for (const { form, start, end, head } of tokens) {
        expect(text.slice(start, end)).toBe(form);
        expect(head).toBeLessThan(tokens.length);
      }
    }
  });

  it('reads only title, subtitle, heading and paragraph', () => {
    const text = 'AFP';
    expect(analyzer.analyze(text, [{ kind: 'agency', start: 0, end: 3 }])).toEqual([]);
  });

  it.each(['', '.', '…', '"', '((((', '\u{1F600}', 'a'.repeat(5000), '!?'.repeat(500), '\u0000\u200b\ufeff'])(
    'survives %j',
    (text) => {
      for (const { tokens } of analyse(text)) expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    },
  );

  it('says the same twice and does not depend on what was read before', () => {
    const text = 'The United States condemned the launch, while Russia refused to support a statement.';
    const first = JSON.stringify(analyse(text));
    analyse('Something else entirely, with other words and a very different tree.');
    expect(JSON.stringify(analyse(text))).toBe(first);
    expect(JSON.stringify(loadEnglish(bytes).analyze(text, [{ kind: 'paragraph', start: 0, end: text.length }]))).toBe(first);
  });

  it.each([
    ['CHINA CONDEMNS THE EXPANSION OF THE ALLIANCE', 'CONDEMNS', 'condemn'],
    ['Leaders Reject Proposal To Extend Talks', 'Reject', 'reject'],
  ])('reads the headline %j like running text', (text, verb, lemma) => {
    const found = analyse(text)[0]!.tokens.find(({ form }) => form === verb)!;
    expect(found).toMatchObject({ upos: 'VERB', lemma, deprel: 'root' });
  });
});

describe.skipIf(SHARED === null)('accuracy on the development treebanks (not run without the shared benchmarks)', () => {
  it.each([
    ['ewt', { upos: 0.95, las: 0.82, lemma: 0.96, words: 0.985, rawLas: 0.78 }],
    ['gum', { upos: 0.96, las: 0.82, lemma: 0.97, words: 0.995, rawLas: 0.82 }],
  ])(
    '%s',
    (name, floor) => {
      const conllu = gunzipSync(readFileSync(join(SHARED!, 'benchmarks', 'treebank', `${name}-dev.conllu.gz`))).toString('utf8');
      const gold = evaluateTreebank(conllu, analyzer);
      expect(gold.upos).toBeGreaterThan(floor.upos);
      expect(gold.las).toBeGreaterThan(floor.las);
      expect(gold.lemma).toBeGreaterThan(floor.lemma);
      const raw = evaluateRawText(conllu, analyzer);
      expect(raw.words).toBeGreaterThan(floor.words);
      expect(raw.las).toBeGreaterThan(floor.rawLas);
    },
    60_000,
  );
});
