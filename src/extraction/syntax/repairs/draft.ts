import type { Token } from '../../../model/syntax.ts';

/** Working form of a sentence's tokens while repairs change heads and relations. */
export type Draft = { -readonly [K in keyof Token]: Token[K] };

/** Lemma of a form under another tag than the tagger gave it. */
export type LemmaOf = (form: string, upos: string, xpos: string) => string;

export type Repair = (tokens: Draft[], lemmaOf: LemmaOf) => void;

export const NOMINAL = new Set(['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM', 'PART', 'CCONJ', 'PRON']);

export const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

export const low = (token: Draft | undefined): string => token?.form.toLowerCase() ?? '';

export const isUnder = (tokens: readonly Draft[], token: number, ancestor: number): boolean => {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]!.head, steps++)
    if (at === ancestor) return true;
  return false;
};

export const isFiniteVerb = (tokens: readonly Draft[], verb: Draft): boolean =>
  (verb.upos === 'VERB' && FINITE.has(verb.xpos)) ||
  tokens.some((token) => token.head === verb.index && token.deprel.startsWith('aux') && FINITE.has(token.xpos));

export const isPassive = (tokens: readonly Draft[], verb: number): boolean =>
  tokens.some((token) => token.head === verb && token.deprel === 'aux:pass');

export const hasSubject = (tokens: readonly Draft[], verb: number): boolean =>
  tokens.some((token) => token.head === verb && /^[nc]subj|^expl/.test(token.deprel));

export const hasCase = (tokens: readonly Draft[], noun: number): boolean =>
  tokens.some((token) => token.head === noun && token.deprel === 'case' && token.xpos !== 'POS');

/** Head of a contiguous nominal range: the token whose head lies outside it. */
export function headOf(tokens: readonly Draft[], first: number, last: number): Draft | undefined {
  return tokens
    .slice(first, last + 1)
    .find(
      (token) =>
        (token.head < first || token.head > last) && (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON'),
    );
}

/** Makes `subject` the subject of `verb`; where the verb hung on it, the verb takes its place. */
export function promote(tokens: Draft[], subject: Draft, verb: Draft, passive: boolean): void {
  if (isUnder(tokens, verb.index, subject.index)) {
    verb.head = subject.head;
    verb.deprel = subject.deprel === 'nsubj' ? 'root' : subject.deprel;
    if (subject.head < 0) verb.deprel = 'root';
  }
  subject.head = verb.index;
  subject.deprel = passive ? 'nsubj:pass' : 'nsubj';
}
