import type { Span } from '../../model/span.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

/** The noun phrase of a source, cut before its reporting word where the word hangs on it ("critics who say"). */
export function phraseOf(tree: SyntaxTree, head: number, cue?: number): Span {
  let { first, last } = tree.range(head);
  if (cue !== undefined && first <= cue && cue <= last) {
    if (cue > head) last = cue - 1;
    else first = cue + 1;
    const clause = tree
      .dependents(head, 'acl', 'parataxis', 'advcl', 'ccomp', 'conj')
      .find((child) => tree.range(child).first <= last && child > head && tree.isAncestor(child, cue));
    if (clause !== undefined) last = Math.max(head, tree.range(clause).first - 1);
  }
  return tree.spanOf(Math.min(first, head), Math.max(last, head));
}
