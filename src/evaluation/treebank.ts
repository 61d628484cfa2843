/**
 * Accuracy of a linguistic analyser against a Universal Dependencies treebank, as the CoNLL 2018 shared task counts it
 * (Zeman et al. 2018): punctuation included, relations with subtypes.
 */
import type { Block } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Sentence } from '../model/syntax.ts';
import { commentValue, parseConllu, type TreebankSentence } from './conllu.ts';

/** What is said of one word: see `Token`. */
export interface Annotation {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** An analyser, as far as it is measured. */
export interface MeasuredAnalyzer {
  annotate(forms: readonly string[]): readonly Annotation[];
  analyze(text: string, blocks: readonly Block[]): readonly Sentence[];
}

/** Shares from 0 to 1 over `n` words. */
export interface TreebankScores {
  readonly n: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

/** Right annotations among the `n` words of a sentence. */
export type RightCounts = { n: number } & Record<'upos' | 'xpos' | 'lemma' | 'uas' | 'las', number>;

/** A sentence on the treebank's own words: what was found, and how much of it is right. */
export interface ScoredSentence {
  readonly gold: TreebankSentence;
  readonly found: readonly Annotation[];
  readonly right: RightCounts;
}

/** Scores each sentence on the treebank's own words. */
export const scoreSentences = (
  sentences: readonly TreebankSentence[],
  analyzer: Pick<MeasuredAnalyzer, 'annotate'>,
): ScoredSentence[] =>
  sentences.map((gold) => {
    const found = analyzer.annotate(gold.words.map(({ form }) => form));
    const right: RightCounts = { n: gold.words.length, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
    gold.words.forEach((word, i) => {
      const { upos, xpos, lemma, head, deprel } = found[i]!;
      if (upos === word.upos) right.upos++;
      if (xpos === word.xpos) right.xpos++;
      if (lemma === word.lemma) right.lemma++;
      if (head === word.head) right.uas++;
      if (head === word.head && deprel === word.deprel) right.las++;
    });
    return { gold, found, right };
  });

/** Shares over the words of some sentences. */
export function sharesOf(counts: readonly RightCounts[]): TreebankScores {
  const sum = { n: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  for (const one of counts) for (const key of ['n', 'upos', 'xpos', 'lemma', 'uas', 'las'] as const) sum[key] += one[key];
  const share = (count: number) => (sum.n === 0 ? 0 : count / sum.n);
  return {
    n: sum.n,
    upos: share(sum.upos),
    xpos: share(sum.xpos),
    lemma: share(sum.lemma),
    uas: share(sum.uas),
    las: share(sum.las),
  };
}

/** Scores on the treebank's own words and sentences. */
export const evaluateTreebank = (conllu: string, analyzer: Pick<MeasuredAnalyzer, 'annotate'>): TreebankScores =>
  sharesOf(scoreSentences(parseConllu(conllu), analyzer).map(({ right }) => right));

/** F1 scores from raw text; words are aligned by their characters. */
export interface RawTextScores {
  readonly words: number;
  readonly sentences: number;
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
}

/** Scores with the analyser's own words and sentences; each paragraph of the treebank is one block. */
export const evaluateRawText = (conllu: string, analyzer: Pick<MeasuredAnalyzer, 'analyze'>): RawTextScores => {
  const { text, blocks, words, sentences } = rawText(parseConllu(conllu));
  const found = analyzer.analyze(text, blocks);
  const byPlace = new Map(words.map((word) => [placeOf(word), word]));
  const right = { words: 0, sentences: 0, upos: 0, uas: 0, las: 0 };
  let n = 0;
  for (const { start, end, tokens } of found) {
    if (sentences.has(`${start}-${end}`)) right.sentences++;
    n += tokens.length;
    for (const token of tokens) {
      const gold = byPlace.get(placeOf(token));
      if (!gold) continue;
      right.words++;
      if (token.upos === gold.upos) right.upos++;
      const head = token.head < 0 ? 'root' : placeOf(tokens[token.head]!);
      if (head !== gold.head) continue;
      right.uas++;
      if (token.deprel === gold.deprel) right.las++;
    }
  }
  const f1 = (count: number) => (2 * count) / (n + words.length);
  return {
    words: f1(right.words),
    sentences: (2 * right.sentences) / (found.length + sentences.size),
    upos: f1(right.upos),
    uas: f1(right.uas),
    las: f1(right.las),
  };
};

interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  /** Place of the head, or "root". */
  readonly head: string;
  readonly deprel: string;
}

const placeOf = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`;

/** The running text of a treebank with the places of its words and sentences. */
const rawText = (treebank: readonly TreebankSentence[]) => {
  let text = '';
  const blocks: Block[] = [];
  const words: PlacedWord[] = [];
  const sentences = new Set<string>();
  let blockStart = 0;
  const closeBlock = () => {
    if (text.length > blockStart) blocks.push({ kind: 'paragraph', start: blockStart, end: text.trimEnd().length });
  };
  for (const sentence of treebank) {
    if (sentence.comments.some((line) => /^# new(par|doc)\b/.test(line))) {
      closeBlock();
      text = text === '' ? '' : `${text.trimEnd()}\n\n`;
      blockStart = text.length;
    }
    const start = text.length;
    const surface = commentValue(sentence, 'text') ?? sentence.tokens.map(({ form }) => form).join(' ');
    text += `${surface} `;
    sentences.add(`${start}-${start + surface.length}`);
    words.push(...placeWords(sentence, surface, start));
  }
  closeBlock();
  return { text, blocks, words, sentences };
};

const placeWords = ({ words, tokens }: TreebankSentence, surface: string, offset: number): PlacedWord[] => {
  const places: { start: number; end: number }[] = [];
  let at = 0;
  for (const token of tokens) {
    const start = surface.indexOf(token.form, at);
    if (start < 0)
      throw new DemarcheError('input', `token "${token.form}" is not in "${surface.slice(0, 60)}"`, {
        hint: 'the comment "# text" of a sentence must hold its tokens',
      });
    at = start + token.form.length;
    const parts = words.slice(token.start, token.end);
    const whole = parts.map(({ form }) => form).join('') === token.form;
    let from = start;
    for (const { form } of parts) {
      places.push(
        whole ? { start: offset + from, end: offset + from + form.length } : { start: offset + start, end: offset + at },
      );
      from += form.length;
    }
  }
  return words.map(({ upos, head, deprel }, i) => ({
    ...places[i]!,
    upos,
    deprel,
    head: head < 0 ? 'root' : placeOf(places[head]!),
  }));
};
