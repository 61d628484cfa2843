import type { PloverType } from '../../model/extraction.ts';
import type { Statement } from '../attribution/types.ts';
import { type Entity, sameSide } from '../entities.ts';
import type { Reading } from '../reading.ts';
import type { EventDraft } from './types.ts';

/** How many sentences back an act may lie that is answered without being named. */
const REACH = 4;

const AGAINST: ReadonlySet<PloverType> = new Set<PloverType>([
  'ACCUSE',
  'REQUEST',
  'THREATEN',
  'REJECT',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'MOBILIZE',
]);

const isBefore = (one: EventDraft, other: EventDraft): boolean =>
  one.sentence < other.sentence || (one.sentence === other.sentence && one.predicate < other.predicate);

/** An answer in words, or retaliation, of which nobody is said to be the addressee. */
const isBareAnswer = (reading: Reading, event: EventDraft): boolean =>
  event.recipients.length === 0 &&
  !event.reciprocal &&
  (event.type === 'REJECT' || event.type === 'ACCUSE' || event.lemma === 'retaliate') &&
  reading.isClass('answering-verb', event.lemma);

/** Who last did something against the side that answers. */
function provoker(events: readonly EventDraft[], answer: EventDraft): readonly Entity[] {
  const mine = (entity: Entity): boolean => answer.initiators.some((one) => sameSide(one, entity));
  for (const event of [...events].reverse()) {
    if (!isBefore(event, answer) || answer.sentence - event.sentence > REACH || !AGAINST.has(event.type)) continue;
    if (event.reciprocal && event.initiators.some(mine)) return event.initiators.filter((one) => !mine(one));
    if (event.recipients.some(mine) && !event.initiators.some(mine)) return event.initiators;
  }
  return [];
}

/** Sentences before a bare answer in which the words it answers end. */
const TURN = 2;

/** "To this X objected that …": where nobody did anything before, whose words were told last. */
function lastSpeaker(reading: Reading, statements: readonly Statement[], answer: EventDraft): readonly Entity[] {
  if (answer.type !== 'REJECT') return [];
  const { start } = reading.sentences[answer.sentence]!;
  const from = reading.sentences[Math.max(0, answer.sentence - TURN)]!.start;
  const before = statements.filter((one) => one.end <= start && one.end > from && one.speaker.type !== 'place');
  const last = before.sort((a, b) => b.end - a.end)[0];
  return last && !answer.initiators.some((one) => sameSide(one, last.speaker)) ? [last.speaker] : [];
}

/**
 * "Phnom Penh hit back", "denied all responsibility": an answer that names nobody.
 * Regularity: it answers who last did something against those who answer, else who spoke last
 * (adjacency pairs: Schegloff and Sacks 1973).
 */
export function withProvokers(reading: Reading, events: readonly EventDraft[], statements: readonly Statement[]): EventDraft[] {
  const inOrder = [...events].sort((a, b) => a.sentence - b.sentence || a.predicate - b.predicate);
  const found: EventDraft[] = [];
  for (const event of inOrder) {
    if (!isBareAnswer(reading, event)) {
      found.push(event);
      continue;
    }
    const provokers = provoker(found, event);
    const recipients = provokers.length > 0 ? provokers : lastSpeaker(reading, statements, event);
    found.push({ ...event, recipients });
  }
  return found;
}

const TURNED_TO: ReadonlySet<PloverType> = new Set<PloverType>(['REQUEST', 'ACCUSE', 'AGREE', 'THREATEN']);
const TURNS: ReadonlySet<PloverType> = new Set<PloverType>(['REJECT', 'SUPPORT', 'CONCEDE', 'AGREE', 'ACCUSE']);

/**
 * "turned down Ukraine's request", "dismissed the Danish allegation": what is answered was said to who answers it.
 * Regularity: a noun of utterance below the verb of the answer, whose owner the answer is directed at.
 */
export function withAnswerers(reading: Reading, events: readonly EventDraft[]): EventDraft[] {
  const isAnswerTo = (answer: EventDraft, event: EventDraft): boolean =>
    answer !== event &&
    answer.sentence === event.sentence &&
    TURNS.has(answer.type) &&
    reading.tree(event.sentence).isAncestor(answer.predicate, event.predicate) &&
    answer.recipients.some((one) => event.initiators.some((other) => sameSide(one, other)));
  return events.map((event) => {
    if (!TURNED_TO.has(event.type) || event.reciprocal || event.recipients.length > 0) return event;
    if (reading.tree(event.sentence).token(event.predicate).upos !== 'NOUN') return event;
    const answer = events.find((one) => isAnswerTo(one, event));
    return answer ? { ...event, recipients: answer.initiators } : event;
  });
}
