import type { Operator } from '../lexicon/types.ts';
import type { Reading } from './reading.ts';
import { isNegated } from './syntax/arguments.ts';
import { base, low, type SyntaxTree } from './syntax/tree.ts';

/** What stands over a predicate and changes what it amounts to. */
export interface Scope {
  readonly negated: boolean;
  /** An odd number of reversing words ("stopped backing", "no longer opposes"). */
  readonly ceased: boolean;
  readonly planned: boolean;
  readonly possible: boolean;
  readonly conditional: boolean;
  readonly alleged: boolean;
  readonly denied: boolean;
  readonly question: boolean;
  readonly operators: readonly string[];
}

const CONDITIONAL_MARKS = new Set(['if', 'unless', 'should', 'were', 'provided']);

const effectOf = (reading: Reading, lemma: string, pos: string): Operator['effect'] | undefined =>
  reading.lexicon.operators.get(`${lemma}/${pos}`)?.effect;

function operatorPos(upos: string): string {
  return upos === 'VERB'
    ? 'V'
    : upos === 'AUX'
      ? 'AUX'
      : upos === 'NOUN' || upos === 'PROPN'
        ? 'N'
        : upos === 'ADJ'
          ? 'A'
          : 'ADV';
}

/** Effects of auxiliaries and adverbs that hang on a predicate. */
function localEffects(reading: Reading, tree: SyntaxTree, predicate: number): { effect: Operator['effect']; word: string }[] {
  return tree.dependents(predicate, 'aux', 'advmod').flatMap((child) => {
    const token = tree.token(child);
    if (low(token) === 'not' && ['only', 'just', 'merely', 'simply'].includes(low(tree.tokens[child + 1] ?? token))) return [];
    const effect =
      effectOf(reading, token.lemma.toLowerCase(), operatorPos(token.upos)) ??
      effectOf(reading, low(token), operatorPos(token.upos));
    return effect ? [{ effect, word: low(token) }] : [];
  });
}

/** Verbs, nouns and adjectives above a predicate that take it as complement. */
function governors(tree: SyntaxTree, predicate: number): number[] {
  const found: number[] = [];
  let at = predicate;
  for (let steps = 0; steps < 6; steps++) {
    const token = tree.token(at);
    const relation = base(token);
    if (token.head < 0) break;
    const complement =
      relation === 'xcomp' ||
      relation === 'ccomp' ||
      token.deprel === 'acl' ||
      (relation === 'obj' && token.upos === 'NOUN') ||
      (relation === 'advcl' &&
        tree.dependents(at, 'mark').some((mark) => ['of', 'from', 'to', 'for'].includes(low(tree.token(mark))))) ||
      (relation === 'obl' && token.upos === 'NOUN') ||
      (relation === 'nmod' && tree.preposition(at) === 'of');
    if (relation === 'conj') {
      at = token.head;
      if (tree.token(at).upos !== token.upos) break;
      found.push(...governorOf(tree, at));
      at = tree.token(at).head;
      if (at < 0) break;
      continue;
    }
    if (!complement) break;
    found.push(token.head);
    at = token.head;
    if (relation === 'ccomp') break;
  }
  return found;
}

const governorOf = (tree: SyntaxTree, at: number): number[] => {
  const token = tree.token(at);
  return token.head >= 0 && ['xcomp', 'acl'].includes(base(token)) ? [token.head] : [];
};

const isConditional = (tree: SyntaxTree, predicate: number): boolean => {
  for (let at = predicate, steps = 0; at >= 0 && steps < 8; at = tree.token(at).head, steps++)
    if (
      ['advcl', 'ccomp'].includes(base(tree.token(at))) &&
      tree
        .dependents(at, 'mark', 'aux')
        .some(
          (child) =>
            CONDITIONAL_MARKS.has(low(tree.token(child))) &&
            (low(tree.token(child)) !== 'should' || child === tree.range(at).first),
        )
    )
      return true;
  return false;
};

/** A question mark closes the words the predicate stands in. */
const isQuestion = (tree: SyntaxTree, predicate: number): boolean => {
  const stop = tree.tokens.find((token) => token.index > predicate && /^[.!?]$/.test(token.form));
  return stop?.form === '?';
};

/** Reads negation, modality, aspect and report over a predicate. */
export function scopeOf(reading: Reading, sentence: number, predicate: number): Scope {
  const tree = reading.tree(sentence);
  const effects: Operator['effect'][] = [];
  const words: string[] = [];
  for (const { effect, word } of localEffects(reading, tree, predicate)) {
    effects.push(effect);
    words.push(word);
  }
  let negations = isNegated(tree, predicate) ? 1 : 0;
  for (const governor of governors(tree, predicate)) {
    const token = tree.token(governor);
    const effect = effectOf(reading, token.lemma.toLowerCase(), operatorPos(token.upos));
    if (isNegated(tree, governor)) negations++;
    if (!effect) continue;
    effects.push(effect);
    words.push(token.lemma);
    for (const local of localEffects(reading, tree, governor)) effects.push(local.effect);
  }
  const count = (effect: Operator['effect']): number => effects.filter((one) => one === effect).length;
  const localNot = localEffects(reading, tree, predicate).filter((one) => one.effect === 'negate').length;
  negations += count('negate') - (isNegated(tree, predicate) ? Math.min(localNot, 1) : 0);
  return {
    negated: negations % 2 === 1,
    ceased: (count('cease') + count('reverse')) % 2 === 1,
    planned: count('plan') > 0,
    possible: count('possible') > 0,
    conditional: isConditional(tree, predicate),
    alleged: count('allege') > 0,
    denied: count('deny') > 0,
    question: isQuestion(tree, predicate),
    operators: words,
  };
}
