import type { Span } from '../model/span.ts';
import type { Reading } from './reading.ts';
import { base, isVerbal, type SyntaxTree } from './syntax/tree.ts';

/** Tokens of the clause a predicate heads, without coordinated or parenthetical clauses that say something else. */
function clauseTokens(tree: SyntaxTree, predicate: number): number[] {
  const found: number[] = [predicate];
  const visit = (at: number): void => {
    for (const child of tree.children(at)) {
      const token = tree.token(child);
      const relation = base(token);
      const clausal = isVerbal(token) || tree.dependents(child, 'cop').length > 0;
      if (
        (relation === 'conj' && clausal && at === predicate) ||
        relation === 'parataxis' ||
        relation === 'punct' ||
        (relation === 'advcl' && at === predicate && child < predicate - 12)
      )
        continue;
      found.push(child);
      visit(child);
    }
  };
  visit(predicate);
  return found;
}

/** The words a claim rests on: the clause of its predicate, widened to take in the other arguments of the same sentence. */
export function clauseEvidence(reading: Reading, sentence: number, predicate: number, others: readonly number[]): Span {
  const tree = reading.tree(sentence);
  const tokens = [...clauseTokens(tree, predicate), ...others];
  return tree.spanOf(Math.min(...tokens), Math.max(...tokens));
}
