import type { Sentence, Token } from '../../model/syntax.ts';
import type { GoldSentence } from './gold.ts';
import type { Stance } from './stances.ts';

/** The marked names as words of one sentence; null where they stand in two. */
interface Pair {
  readonly tokens: readonly Token[];
  readonly p: number;
  readonly q: number;
}

/** Steps of a path up from a word to the root. */
const MAX_STEPS = 40;

function headOf(tokens: readonly Token[], span: GoldSentence['p']): number {
  const inside = tokens.filter((token) => token.start < span.end && span.start < token.end);
  const indexes = new Set(inside.map(({ index }) => index));
  return (inside.find(({ head }) => !indexes.has(head)) ?? inside.at(-1))?.index ?? -1;
}

function pairIn(sentences: readonly Sentence[], { p, q }: GoldSentence): Pair | null {
  for (const { tokens } of sentences) {
    const pair = { tokens, p: headOf(tokens, p), q: headOf(tokens, q) };
    if (pair.p >= 0 && pair.q >= 0) return pair;
  }
  return null;
}

/** Words above a word, itself first. */
function upward(tokens: readonly Token[], from: number): number[] {
  const path: number[] = [];
  for (let at = from; at >= 0 && path.length < MAX_STEPS; at = tokens[at]!.head) path.push(at);
  return path;
}

/** Names are not learned: what is kept of them is that they are names. */
const lemmaOf = ({ upos, lemma }: Token): string => (upos === 'PROPN' ? 'NAME' : upos === 'NUM' ? 'NUM' : lemma.toLowerCase());

/**
 * What the linear model sees of a sentence: the answers of the rules, the dependency path between the names with its
 * words, the predicate that governs both, and the words before, between and behind them.
 */
export function featuresOf(sentence: GoldSentence, sentences: readonly Sentence[], stances: readonly Stance[]): string[] {
  const found = new Set<string>(['bias']);
  stances.slice(0, 3).forEach(({ answer, rule }, i) => {
    found.add(`rule${i}=${answer}`);
    found.add(`rule=${rule}:${answer}`);
  });
  if (stances.length === 0) found.add('rule=none');
  const pair = pairIn(sentences, sentence);
  if (!pair) found.add('apart');
  else {
    pathFeatures(pair, found);
    wordFeatures(pair, found);
  }
  return [...found];
}

function pathFeatures({ tokens, p, q }: Pair, found: Set<string>): void {
  const ofP = upward(tokens, p);
  const ofQ = upward(tokens, q);
  const top = ofP.find((at) => ofQ.includes(at)) ?? -1;
  const up = ofP.slice(0, ofP.indexOf(top));
  const down = ofQ.slice(0, ofQ.indexOf(top));
  const edges = [...up.map((at) => `<${tokens[at]!.deprel}`), ...down.reverse().map((at) => `>${tokens[at]!.deprel}`)];
  const lemma = top < 0 ? 'none' : lemmaOf(tokens[top]!);
  if (edges.length <= 6) found.add(`path=${edges.join('')}`);
  found.add(`length=${Math.min(edges.length, 7)}`);
  found.add(`top=${lemma}`);
  const from = up.at(-1);
  const to = down[0];
  const side = (at: number | undefined): string => (at === undefined ? 'self' : tokens[at]!.deprel);
  found.add(`top=${lemma} p=${side(from)} q=${side(to)}`);
  found.add(`p=${side(from)} q=${side(to)}`);
  for (const at of up.slice(1)) found.add(`pSide=${lemmaOf(tokens[at]!)}`);
  for (const at of down.slice(0, -1)) found.add(`qSide=${lemmaOf(tokens[at]!)}`);
  for (const [name, at] of [
    ['p', p],
    ['q', q],
  ] as const) {
    const { head, deprel } = tokens[at]!;
    found.add(`${name}Rel=${deprel}`);
    if (head >= 0) found.add(`${name}Head=${lemmaOf(tokens[head]!)}:${deprel}`);
  }
  const negated = top >= 0 && tokens.some((token) => token.head === top && ['not', 'never', 'no'].includes(lemmaOf(token)));
  if (negated) found.add(`not=${lemma}`);
}

function wordFeatures({ tokens, p, q }: Pair, found: Set<string>): void {
  const [first, last] = p < q ? [p, q] : [q, p];
  found.add(`distance=${Math.min(8, Math.floor((last - first) / 3))}`);
  for (const token of tokens) {
    if (token.upos === 'PUNCT' || token.index === p || token.index === q) continue;
    const place = token.index < first ? 'before' : token.index > last ? 'behind' : 'between';
    const lemma = lemmaOf(token);
    found.add(`${place}=${lemma}`);
    if (['VERB', 'NOUN', 'ADJ', 'ADV'].includes(token.upos)) found.add(`word=${lemma}`);
  }
  for (const [name, at] of [
    ['p', p],
    ['q', q],
  ] as const)
    for (const step of [-2, -1, 1, 2]) {
      const token = tokens[at + step];
      if (token) found.add(`${name}${step}=${lemmaOf(token)}`);
    }
}
