import type { Span } from '../../model/span.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';

const RELATIVE = new Set(['who', 'which', 'that']);

/** Words before a noun phrase that are no part of it. */
const INTRODUCERS = new Set(['case', 'cc', 'mark', 'punct']);

/**
 * The head word of a source as its clause has it, from the filler of a speaker slot: of a coordination the first word
 * ("unions and lawmakers say"), in a relative clause the pronoun ("the senator, who said …").
 */
export function sourceWord(tree: SyntaxTree, cue: number, filler: number): number {
  const pronoun = tree.exactly(cue, 'nsubj').find((child) => RELATIVE.has(low(tree.token(child))));
  if (pronoun !== undefined && !tree.isAncestor(cue, filler)) return pronoun;
  let at = filler;
  while (base(tree.token(at)) === 'conj' && tree.token(at).head >= 0 && tree.token(at).head !== cue) {
    if (tree.isAncestor(tree.token(at).head, cue)) break;
    at = tree.token(at).head;
  }
  return at;
}

const CLOSING_MARK = /^(?:["”»]|'')$/;

const introduces = (tree: SyntaxTree, at: number, head: number): boolean => {
  const token = tree.token(at);
  return (INTRODUCERS.has(base(token)) && token.head === head) || token.upos === 'ADP' || token.upos === 'PUNCT';
};

/** The noun phrase of a source, cut before its reporting word where the word hangs on it ("critics who say"). */
export function phraseOf(tree: SyntaxTree, head: number, cue?: number): Span {
  let { first, last } = tree.range(head);
  if (cue !== undefined && first <= cue && cue <= last) {
    if (cue > head) last = cue - 1;
    else first = cue + 1;
    const clause = tree
      .children(head)
      .find((child) => child > head && tree.range(child).first <= last && tree.isAncestor(child, cue));
    if (clause !== undefined) last = Math.max(head, tree.range(clause).first - 1);
  }
  for (let i = first; i < head; i++) if (CLOSING_MARK.test(tree.token(i).form)) first = i + 1;
  while (first < head && introduces(tree, first, head)) first++;
  return tree.spanOf(Math.min(first, head), Math.max(last, head));
}
