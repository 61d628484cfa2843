import type { Factuality } from '../../model/extraction.ts';
import type { Statement } from '../attribution/types.ts';
import { sameSide } from '../entities.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Reading } from '../reading.ts';
import { scopeOf } from '../scope.ts';
import { base, low } from '../syntax/tree.ts';
import { isDecided } from './content.ts';

const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'would', 'to']);

/** A finite future or a purpose clause: the act is yet to come. */
function isFuture(reading: Reading, sentence: number, predicate: number): boolean {
  const tree = reading.tree(sentence);
  const aux = tree.dependents(predicate, 'aux').some((child) => FUTURE.has(low(tree.token(child))));
  const token = tree.token(predicate);
  const infinitive =
    tree.dependents(predicate, 'mark').some((child) => low(tree.token(child)) === 'to') &&
    ['xcomp', 'advcl', 'acl', 'ccomp'].includes(base(token));
  return aux || infinitive;
}

/** "this summit": what is pointed to is taken for given, whatever is expected of it. */
const isKnown = (reading: Reading, sentence: number, predicate: number): boolean => {
  const tree = reading.tree(sentence);
  return tree.dependents(predicate, 'det').some((child) => ['this', 'that', 'these', 'those'].includes(low(tree.token(child))));
};

/** How an act stands to the facts. */
export interface ActFactuality {
  readonly value: Factuality;
  /** "will not accept", "would not meet the demands": what is withheld is refused. */
  readonly refused: boolean;
}

/** Types whose announced absence is a refusal. */
const GRANTED: ReadonlySet<string> = new Set(['AGREE', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'CONSULT']);

const isWithheld = (reading: Reading, hit: FrameHit): boolean =>
  hit.frame.plover !== null &&
  GRANTED.has(hit.frame.plover) &&
  reading
    .tree(hit.sentence)
    .dependents(hit.predicate, 'aux')
    .some((child) => ['will', 'would', 'wo', 'shall'].includes(low(reading.tree(hit.sentence).token(child))));

/** Acts of speech are done by saying them, whoever reports it; other events inside somebody's words are that speaker's claim. */
export function factualityOf(
  reading: Reading,
  hit: FrameHit,
  verbal: boolean,
  statement: Statement | undefined,
  initiatorIsSpeaker: boolean,
): ActFactuality | null {
  const { sentence, predicate } = hit;
  const scope = scopeOf(reading, sentence, predicate);
  const uttered = verbal && hit.frame.pos === 'N';
  if (scope.question) return null;
  // "dismissed a U.S. allegation": what is denied is what was said, not that it was said.
  if (scope.denied && !uttered) return { value: 'denied', refused: false };
  // A frame that only a negation makes ("did not accept") is not turned by it.
  const negated = scope.negated && !hit.frame.constraints.some((constraint) => constraint.slot === 'neg');
  const refused = negated && !scope.conditional && isWithheld(reading, hit);
  if (refused) return { value: 'asserted', refused };
  if (negated || (scope.ceased && verbal)) return null;
  if (
    !verbal &&
    !isKnown(reading, sentence, predicate) &&
    !isDecided(reading, hit) &&
    (scope.planned || isFuture(reading, sentence, predicate))
  )
    return { value: 'planned', refused };
  if (scope.possible || (scope.conditional && !verbal)) return null;
  if (scope.alleged && !verbal) return { value: 'alleged', refused };
  if (statement && !verbal && !initiatorIsSpeaker && !isKnown(reading, sentence, predicate)) return { value: 'alleged', refused };
  return { value: 'asserted', refused };
}

/** True if what a speaker says happened was done by his own side. */
export const isOwnAct = (
  statement: Statement | undefined,
  initiators: readonly { entity: Parameters<typeof sameSide>[0] }[],
): boolean => statement !== undefined && initiators.some((one) => sameSide(one.entity, statement.speaker));
