import type { Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';
import { phraseOf } from './source.ts';
import type { CueHit } from './types.ts';

/** Tokens between a verb of saying and the comma that closes its clause ("he told the council on Monday,"). */
const REACH = 12;

const RELATIVE = /^(?:who|which|that|whom|whose)$/;
/** Words that carry on what is reported behind the tag. */
const CARRIES_ON = /^(?:but|because|since|if|unless|or|nor|though|although|until|provided|which|whose|not)$/;

const isFiniteVerb = (tree: SyntaxTree, at: number): boolean => {
  const { upos, xpos } = tree.token(at);
  return upos === 'AUX' || (upos === 'VERB' && /^VB[DPZ]$/.test(xpos)) || xpos === 'MD';
};

const hasFinite = (tree: SyntaxTree, first: number, last: number): boolean =>
  tree.tokens.some(({ index }) => index >= first && index <= last && isFiniteVerb(tree, index));

/** A clause of its own: a finite verb that no conjunction or relative pronoun subordinates. */
const isMainClause = (tree: SyntaxTree, first: number, last: number): boolean =>
  !/^(?:SCONJ)$/.test(tree.token(first).upos) &&
  tree.tokens.some(({ index }) => {
    if (index < first || index > last || !isFiniteVerb(tree, index)) return false;
    const word = tree.token(index);
    const verb = word.upos === 'AUX' && word.head >= first && word.head <= last ? word.head : index;
    const under = base(tree.token(verb));
    return under !== 'acl' && under !== 'advcl' && tree.dependents(verb, 'mark').length === 0;
  });

/** First and last token of "he said" or "said the envoy in Lima" between two commas. */
function tagRange(tree: SyntaxTree, hit: CueHit): { first: number; last: number } | undefined {
  const phrase = phraseOf(tree, hit.source, hit.token);
  const head = tree.at(phrase.start);
  const tail = tree.at(phrase.end - 1);
  if (head < 0 || tail < 0) return undefined;
  const inverted = hit.token < hit.source;
  if (!inverted && (tail > hit.token || hit.token - tail > 3)) return undefined;
  let first = inverted ? hit.token : head;
  if (tree.tokens[first - 1]?.upos === 'ADV') first--;
  const behind = inverted ? tail : hit.token;
  const comma = tree.tokens.find((token) => token.index > behind && token.form === ',')?.index ?? -1;
  if (tree.tokens[first - 1]?.form !== ',' || comma < 0 || comma - behind > REACH) return undefined;
  return hasFinite(tree, behind + 1, comma - 1) ? undefined : { first, last: comma - 1 };
}

/** Bounds of the clause around a tag: semicolons and the edges of the sentence. */
function bounds(tree: SyntaxTree, first: number, last: number): { from: number; to: number } {
  let from = first - 1;
  while (from > 0 && tree.token(from - 1).form !== ';') from--;
  let to = last + 1;
  while (to < tree.tokens.length - 1 && tree.token(to + 1).form !== ';') to++;
  return { from, to };
}

/** "…, and urged restraint", "…, adding that": what follows a clause and its tag goes on with the telling, not the told. */
function carriesOn(tree: SyntaxTree, at: number): boolean {
  const word = low(tree.token(at));
  if (CARRIES_ON.test(word)) return !(word === 'but' && !tree.dependents(tree.token(at).head, 'nsubj').length);
  const next = tree.tokens[at + 1];
  return word === 'and' && next !== undefined && /^(?:PRON|PROPN|DET|NOUN)$/.test(next.upos);
}

/**
 * "The shells, the general maintained, had not been fired from his side.": a verb of saying between two commas that follow
 * other words of the clause reports the whole clause around it; where a whole clause precedes, that one and what carries it on.
 * Regularity of news English that holds whatever the tree says (comment clauses, Quirk et al. 1985, 15.53).
 */
export function taggedSpan(reading: Reading, tree: SyntaxTree, hit: CueHit): Span | undefined {
  if (tree.token(hit.token).xpos === 'VBG') return undefined;
  if (!hit.speech || hit.pos !== 'V' || hit.quoteOnly || RELATIVE.test(low(tree.token(hit.source)))) return undefined;
  const complements = tree.dependents(hit.token, 'ccomp').filter((child) => child > hit.token);
  if (complements.some((child) => tree.dependents(child, 'mark').some((mark) => low(tree.token(mark)) === 'that')))
    return undefined;
  const tag = tagRange(tree, hit);
  if (!tag) return undefined;
  const { from, to } = bounds(tree, tag.first, tag.last);
  const before = { first: from, last: tag.first - 2 };
  if (
    before.last < before.first ||
    reading.quotes.some((quote) => quote.close >= tree.token(before.last).end && quote.open <= tree.token(from).start)
  )
    return undefined;
  const behind = tag.last + 2;
  if (isMainClause(tree, before.first, before.last))
    return tree.spanOf(from, behind <= to && carriesOn(tree, behind) ? to : before.last);
  return behind <= to && hasFinite(tree, behind, to) ? tree.spanOf(from, to) : undefined;
}
