import type { Statement } from '../attribution/types.ts';
import { rollUp, sameSide } from '../entities.ts';
import type { Issues } from '../issues.ts';
import type { Reading } from '../reading.ts';
import { eventsFromFrames } from './from-frames.ts';
import { eventsFromNaming } from './from-naming.ts';
import { eventsFromThreats } from './from-threats.ts';
import { withAnswerers, withProvokers } from './responses.ts';
import type { EventDraft } from './types.ts';

const sides = (event: EventDraft): string =>
  [...event.initiators]
    .map((one) => (rollUp(one) ?? one).key)
    .sort()
    .join('+');

const sharesRecipient = (a: EventDraft, b: EventDraft): boolean =>
  a.recipients.length === 0 ||
  b.recipients.length === 0 ||
  a.recipients.some((one) => b.recipients.some((other) => sameSide(one, other)));

/**
 * Mentions of one real event: same type, same sides, no clashing dates, and the same word for it.
 * A lead and the sentence that spells it out tell one act (annotation guideline: one per real event, however often mentioned).
 */
function sameEvent(a: EventDraft, b: EventDraft): boolean {
  if (a.type !== b.type || sides(a) !== sides(b) || a.lemma !== b.lemma) return false;
  if (a.date && b.date && a.date.value !== b.date.value) return false;
  return sharesRecipient(a, b);
}

/** All events of an article; of several mentions of one the fullest stays. */
export function findEvents(reading: Reading, issues: Issues, statements: readonly Statement[]): EventDraft[] {
  const kept: EventDraft[] = [];
  const framed = eventsFromFrames(reading, issues, statements);
  const isFramed = (event: EventDraft): boolean =>
    framed.some((one) => one.sentence === event.sentence && one.predicate === event.predicate);
  const named = eventsFromNaming(reading, issues, statements).filter((event) => !isFramed(event));
  const threats = eventsFromThreats(reading, issues, statements);
  // What is threatened has not happened, nor is it planned.
  const told = framed.filter(
    (event) => !threats.some((one) => one.sentence === event.sentence && one.predicate === event.predicate),
  );
  const drafts = [...told, ...named, ...threats];
  for (const event of withAnswerers(reading, withProvokers(reading, drafts, statements))) {
    const twin = kept.findIndex((one) => sameEvent(one, event));
    if (twin < 0) kept.push(event);
    else if (richness(event) > richness(kept[twin]!)) kept[twin] = event;
  }
  return kept.sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

const richness = (event: EventDraft): number =>
  event.recipients.length + (event.date ? 1 : 0) + (event.place ? 1 : 0) + event.confidence;
