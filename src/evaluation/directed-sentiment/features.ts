import { SyntaxTree } from '../../extraction/syntax/tree.ts';
import type { Sentence, Token } from '../../model/syntax.ts';
import type { GoldSentence, SentimentClass } from './gold.ts';
import type { Stance } from './stances.ts';
import { pathFeatures, targetFeatures } from './syntax-features.ts';
import { wordFeatures } from './word-features.ts';
import type { WordSigns } from './words.ts';

/** Which of the marked names is asked for its stance to the other. */
export type Direction = 'pq' | 'qp';

/** The marked names as words of one sentence; null where they stand in two. */
interface Pair {
  readonly tree: SyntaxTree;
  readonly p: number;
  readonly q: number;
}

function headOf(tokens: readonly Token[], span: GoldSentence['p']): number {
  const inside = tokens.filter((token) => token.start < span.end && span.start < token.end);
  const indexes = new Set(inside.map(({ index }) => index));
  return (inside.find(({ head }) => !indexes.has(head)) ?? inside.at(-1))?.index ?? -1;
}

function pairIn(sentences: readonly Sentence[], { p, q }: GoldSentence): Pair | null {
  for (const sentence of sentences) {
    const [ofP, ofQ] = [headOf(sentence.tokens, p), headOf(sentence.tokens, q)];
    if (ofP >= 0 && ofQ >= 0) return { tree: new SyntaxTree(sentence), p: ofP, q: ofQ };
  }
  return null;
}

/** Answers of the rules as seen from one of the two names. */
const SEEN: Readonly<Record<Direction, Readonly<Record<SentimentClass, string>>>> = {
  pq: { 0: 'none', 1: 'support', 2: 'back support', 3: 'oppose', 4: 'back oppose' },
  qp: { 0: 'none', 1: 'back support', 2: 'support', 3: 'back oppose', 4: 'oppose' },
};

/**
 * What the linear model sees when asked whether one of the names is for or against the other: the answers of the rules, the
 * dependency path between the names, what governs the target, and the words of the sentence. Both directions share the weights.
 */
export function featuresOf(
  gold: GoldSentence,
  sentences: readonly Sentence[],
  stances: readonly Stance[],
  direction: Direction,
  signs: WordSigns,
): Set<string> {
  const found = new Set<string>(['bias', `asked=${direction}`]);
  stances.slice(0, 3).forEach(({ answer, rule }, i) => {
    const seen = SEEN[direction][answer];
    found.add(`rule${i}=${seen}`);
    found.add(`rule=${rule}:${seen}`);
  });
  if (stances.length === 0) found.add('rule=none');
  const pair = pairIn(sentences, gold);
  if (!pair) return found.add('apart');
  const [holder, target] = direction === 'pq' ? [pair.p, pair.q] : [pair.q, pair.p];
  wordFeatures(pair.tree.tokens, holder, target, signs, found);
  targetFeatures(pair.tree, target, signs, found);
  pathFeatures(pair.tree, holder, target, signs, found);
  return found;
}
