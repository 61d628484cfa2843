import type { Span } from '../model/span.ts';
import type { Statement } from './attribution/types.ts';
import type { EventDraft } from './events/types.ts';
import type { Reading } from './reading.ts';
import { low } from './syntax/tree.ts';

/** Indexes into statements or events: what the text puts before what. */
export interface OrderDraft {
  readonly before: Statement | EventDraft;
  readonly after: Statement | EventDraft;
  readonly evidence: Span;
  readonly rule: string;
}

const isStatement = (one: Statement | EventDraft): one is Statement => 'speaker' in one;

/** The predicate a claim hangs on: the cue of a statement, the predicate of an event. */
function anchor(one: Statement | EventDraft): { sentence: number; token: number } | null {
  return isStatement(one) ? one.cueAt : { sentence: one.sentence, token: one.predicate };
}

/**
 * Stated order: "Before X did A, Y said B", "after A, B".
 * Regularity: a subordinate clause or phrase introduced by before/after relates its claim to that of the main clause.
 */
export function findOrders(reading: Reading, statements: readonly Statement[], events: readonly EventDraft[]): OrderDraft[] {
  const claims = [...statements, ...events];
  const found: OrderDraft[] = [];
  for (const sentence of reading.sentences) {
    const tree = reading.tree(sentence.index);
    const here = claims.filter((one) => anchor(one)?.sentence === sentence.index);
    for (const token of sentence.tokens) {
      const word = low(token);
      if ((word !== 'before' && word !== 'after') || token.head < 0) continue;
      const sub = token.head;
      const main = tree.token(sub).head;
      if (main < 0) continue;
      const inside = here.filter((one) => tree.isAncestor(sub, anchor(one)!.token));
      const outside = here.filter(
        (one) => !tree.isAncestor(sub, anchor(one)!.token) && tree.isAncestor(main, anchor(one)!.token),
      );
      const [a] = inside;
      const [b] = outside;
      if (!a || !b) continue;
      found.push({
        before: word === 'before' ? b : a,
        after: word === 'before' ? a : b,
        evidence: tree.phrase(main),
        rule: `order.${word}`,
      });
    }
  }
  return found;
}
