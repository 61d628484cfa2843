import type { Quote } from '../quotes.ts';
import type { Reading } from '../reading.ts';
import { low, type SyntaxTree } from '../syntax/tree.ts';

/** Slot of a content that is an object with its name. */
export const NAME = 'name';

/** First and last token of an object and what it is called, and the word that calls it so. */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly name: number;
}

const isFiniteVerb = (tree: SyntaxTree, at: number): boolean => /^(?:VB[DPZ]|MD)$/.test(tree.token(at).xpos);

/** The quotation that begins in the verb phrase, before a comma or another verb. */
function quotationBehind(reading: Reading, tree: SyntaxTree, verb: number): Quote | undefined {
  const stop = tree.tokens.find((token) => token.index > verb && (/^[,;:]$/.test(token.form) || isFiniteVerb(tree, token.index)));
  const end = stop?.start ?? tree.sentence.end;
  return reading.quotes.find(
    (quote) => quote.open >= tree.token(verb).end && quote.open < end && quote.close <= tree.sentence.end,
  );
}

/** Last token of the phrase that an of-phrase right behind a token carries on ("a "violation" of the pact"). */
function withOfPhrase(tree: SyntaxTree, last: number): number {
  const of = tree.tokens[last + 1];
  if (of === undefined || low(of) !== 'of' || of.head <= last) return last;
  return tree.range(of.head).last;
}

/** Noun, adjective or participle that a verb of naming gives to its object, without marks: "called the plan reckless". */
function predicate(tree: SyntaxTree, verb: number, object: number): number | undefined {
  return tree.dependents(verb, 'xcomp', 'obj', 'obl').find((child) => {
    const { upos, xpos } = tree.token(child);
    const isBare = tree.dependents(child, 'case', 'mark').length === 0;
    return child > object && isBare && (/^(?:ADJ|NOUN|PROPN)$/.test(upos) || /^VB[NG]$/.test(xpos)) && !isTime(tree, child);
  });
}

const isTime = (tree: SyntaxTree, at: number): boolean =>
  tree.token(at).deprel === 'obl:tmod' || tree.token(at).deprel === 'obl:unmarked';

/** First token of the object of a verb of naming, which stands right behind the verb; a relative pronoun is none. */
function objectOf(tree: SyntaxTree, verb: number): number | undefined {
  return tree.dependents(verb, 'obj', 'nsubj').find((child) => child > verb);
}

/**
 * "called the plan "a farce"", "termed it reckless", "what he called a "farce" of a vote": the object, if one stands behind the
 * verb, and its name. In quotation marks the name shows itself whatever the tree says; without marks it needs an object.
 */
export function namedBy(reading: Reading, tree: SyntaxTree, verb: number): Named | undefined {
  const next = tree.tokens[verb + 1];
  if (next?.upos === 'ADP' && low(next) !== 'as') return undefined;
  const object = objectOf(tree, verb);
  const quote = quotationBehind(reading, tree, verb);
  if (quote) {
    const name = tree.tokens.find((token) => token.start >= quote.start)?.index ?? -1;
    const closing = tree.tokens.filter((token) => token.end <= quote.close).pop()?.index ?? -1;
    if (name < 0 || closing < name) return undefined;
    return { first: low(next!) === 'as' ? verb + 2 : verb + 1, last: withOfPhrase(tree, closing), name };
  }
  if (object === undefined) return undefined;
  const name = predicate(tree, verb, object);
  return name === undefined ? undefined : { first: tree.range(object).first, last: tree.range(name).last, name };
}
