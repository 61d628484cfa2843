import type { PloverType } from '../../model/extraction.ts';
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

/**
 * "Phnom Penh hit back", "denied all responsibility": an answer that names nobody.
 * Regularity: it answers who last did something against those who answer (adjacency pairs: Schegloff and Sacks 1973).
 */
export function withProvokers(reading: Reading, events: readonly EventDraft[]): EventDraft[] {
  const inOrder = [...events].sort((a, b) => a.sentence - b.sentence || a.predicate - b.predicate);
  const found: EventDraft[] = [];
  for (const event of inOrder) {
    const recipients = isBareAnswer(reading, event) ? provoker(found, event) : [];
    found.push(recipients.length > 0 ? { ...event, recipients } : event);
  }
  return found;
}
