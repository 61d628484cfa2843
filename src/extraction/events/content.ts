import type { FrameEntry } from '../../lexicon/types.ts';
import type { Statement } from '../attribution/types.ts';
import { type FrameHit, framesAt } from '../frame-match.ts';
import type { Reading } from '../reading.ts';
import { base, low } from '../syntax/tree.ts';

/*
 * Predicates that only say what another act is about. Regularity: what is asked, offered, threatened or refused is content of
 * that act and has not happened (PLOVER codebook: a request to withdraw is a request, no withdrawal).
 */

const CONTENT_OF: ReadonlySet<string> = new Set(['REQUEST', 'AGREE', 'THREATEN', 'REJECT']);

const isAct = (frame: FrameEntry | undefined): boolean =>
  frame !== undefined && frame.plover !== null && CONTENT_OF.has(frame.plover);

/** "urged X to withdraw", "offered to host", "an offer of talks", "a call for sanctions", "demanded that X release". */
export function isContentOfAct(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  let at = hit.predicate;
  for (let steps = 0; steps < 4; steps++) {
    const token = tree.token(at);
    if (token.head < 0) return false;
    const relation = base(token);
    const infinitive = tree.dependents(at, 'mark').some((mark) => low(tree.token(mark)) === 'to');
    const governed =
      relation === 'xcomp' ||
      relation === 'ccomp' ||
      (token.deprel === 'acl' && infinitive) ||
      (relation === 'advcl' && infinitive) ||
      (token.upos === 'NOUN' && relation === 'nmod' && ['of', 'for'].includes(tree.preposition(at))) ||
      (token.upos === 'NOUN' && relation === 'obl' && tree.preposition(at) === 'for');
    if (governed) {
      if (framesAt(reading, hit.sentence, token.head).slice(0, 1).some(isAct)) return true;
    } else if (relation !== 'conj' && !(relation === 'obj' && token.upos === 'NOUN')) return false;
    at = token.head;
  }
  return false;
}

/** Has the noun an owner beside it: "Thailand's accusation", "a U.S. allegation". */
const hasOwner = (reading: Reading, hit: FrameHit): boolean => {
  const tree = reading.tree(hit.sentence);
  return tree
    .dependents(hit.predicate, 'nmod:poss', 'amod', 'compound')
    .some((child) => reading.mentionAt(hit.sentence, child) !== undefined || tree.token(child).xpos === 'PRP$');
};

/** "a U.S. allegation", "Malaysia's offer": an utterance with its owner is told as an act wherever it stands. */
export const isOwnedUtterance = (reading: Reading, hit: FrameHit): boolean =>
  reading.isClass('utterance-noun', hit.frame.lemma) && hasOwner(reading, hit);

/** "We oppose …" inside quotation marks is the stance quoted, not an act narrated. */
export const isQuotedStance = (reading: Reading, hit: FrameHit, statement: Statement | undefined): boolean =>
  statement !== undefined &&
  (statement.voice === 'unquotedDirect' ||
    statement.voice === 'direct' ||
    reading.quoteAt(reading.tree(hit.sentence).token(hit.predicate)) !== undefined);

/** "welcomed Seoul's readiness to talk": an act of speech that another act is about is no event of its own. */
export function isObjectOfAct(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  if (hit.frame.act === null || token.upos !== 'NOUN' || token.head < 0 || !['obj', 'obl'].includes(base(token))) return false;
  const [above] = framesAt(reading, hit.sentence, token.head);
  return above !== undefined && above.act !== null && above.plover !== null && !isOwnedUtterance(reading, hit);
}

/** "next March", "In March, the miner": the words of a date name no act, also where nothing tells the year. */
export const isInDate = (reading: Reading, hit: FrameHit): boolean => {
  const tree = reading.tree(hit.sentence);
  const { start, form } = tree.token(hit.predicate);
  if (form === 'March' && hit.predicate > 0 && ['ADP', 'ADJ', 'NUM'].includes(tree.token(hit.predicate - 1).upos)) return true;
  return reading.dates[hit.sentence]!.some((date) => date.start <= start && start < date.end);
};

/** True for an infinitive under a noun that says it was done: "South Africa's decision to close the crossing". */
export function isDecided(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  return (
    token.deprel === 'acl' && token.xpos === 'VB' && reading.isClass('decision-noun', tree.token(token.head).lemma.toLowerCase())
  );
}
