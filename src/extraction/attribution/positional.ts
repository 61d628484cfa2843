import type { Reading } from '../reading.ts';
import { base, isNominal, type SyntaxTree } from '../syntax/tree.ts';

/** Words that end the noun phrase behind an inverted verb of saying ("said Peru's envoy in Lima"). */
const ENDS_PHRASE = new Set(['PUNCT', 'ADP', 'SCONJ', 'VERB', 'CCONJ', 'ADV']);

/** True if a token stands in a date expression ("said Sunday"). */
export const isDate = (reading: Reading, sentence: number, token: number): boolean => {
  const { start } = reading.tree(sentence).token(token);
  return reading.dates[sentence]!.some((date) => date.start <= start && start < date.end);
};

function headNoun(reading: Reading, tree: SyntaxTree, first: number, last: number): number | undefined {
  const inside = tree.tokens.filter(
    (token) =>
      token.index >= first && token.index <= last && isNominal(token) && !isDate(reading, tree.sentence.index, token.index),
  );
  return (inside.find((token) => token.head < first || token.head > last) ?? inside[0])?.index;
}

/**
 * The source of a reporting verb that stands behind a quotation, by position: the noun phrase between the closing mark and
 * the verb ("…," the envoy said), else the one right behind the verb ("…," said the envoy).
 * Holds whatever the tree says, and a word inside the quotation is never the source of a verb outside it.
 */
export function positionalSource(reading: Reading, sentence: number, cue: number): number | undefined {
  const tree = reading.tree(sentence);
  const at = tree.token(cue);
  const quote = reading.quotes.filter((one) => one.close <= at.start && one.close > tree.sentence.start).pop();
  if (!quote) return undefined;
  const first = tree.tokens.find((token) => token.start >= quote.close && token.upos !== 'PUNCT')?.index ?? cue;
  if (first < cue) {
    const between = tree.tokens.slice(first, cue);
    const clear = between.every((token) => token.upos !== 'VERB' || base(token).startsWith('acl'));
    return clear ? headNoun(reading, tree, first, cue - 1) : undefined;
  }
  const end = tree.tokens.find((token) => token.index > cue && ENDS_PHRASE.has(token.upos))?.index ?? tree.tokens.length;
  return headNoun(reading, tree, cue + 1, end - 1);
}

/**
 * "The strike will go on, the union announced.": a verb of saying that ends a sentence has the noun phrase between the comma
 * and itself as source, also where the parser took it for a participle that describes the noun.
 */
export function finalSource(reading: Reading, sentence: number, cue: number): number | undefined {
  const tree = reading.tree(sentence);
  const token = tree.token(cue);
  if (base(token) !== 'acl' || !/^VB[DN]$/.test(token.xpos) || token.head < 0 || !isNominal(tree.token(token.head)))
    return undefined;
  const ends = tree.tokens.every((other) => other.index <= cue || other.upos === 'PUNCT');
  let { first } = tree.range(token.head);
  while (tree.token(first).upos === 'PUNCT') first++;
  return ends && first >= 3 && tree.token(first - 1).form === ',' ? token.head : undefined;
}

/** The verb a participle of saying goes with: the nearest one above it that says something, else the main verb. */
function mainSaying(reading: Reading, tree: SyntaxTree, participle: number): number | undefined {
  let at = tree.token(participle).head;
  let top: number | undefined;
  for (let steps = 0; at >= 0 && steps < 12; at = tree.token(at).head, steps++) {
    const token = tree.token(at);
    if (tree.exactly(at, 'nsubj').length > 0 && at < participle) {
      if (reading.lexicon.cues.has(`${token.lemma.toLowerCase()}/V`)) return at;
      top = at;
    }
  }
  return top;
}

/**
 * "X welcomed the vote in Y, adding …": the source of a participle of saying behind a comma is the subject of the verb it
 * goes with, also where the parser hung it on the noun before the comma.
 */
export function participleSource(reading: Reading, sentence: number, cue: number): number | undefined {
  const tree = reading.tree(sentence);
  const { xpos } = tree.token(cue);
  const before = tree.tokens[cue - 1];
  if (xpos !== 'VBG' || before?.upos !== 'PUNCT' || tree.dependents(cue, 'nsubj', 'aux').length > 0) return undefined;
  const verb = mainSaying(reading, tree, cue);
  return verb === undefined ? undefined : tree.exactly(verb, 'nsubj')[0];
}
