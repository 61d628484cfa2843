import { type Entity, sameSide } from '../entities.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Target } from '../positions/target.ts';
import type { Reading } from '../reading.ts';

/*
 * Who is affected by an act whose target slot names no actor itself.
 */

/** "visited Gjader": who goes to a place visits the state it lies in. */
function hostOf(reading: Reading, hit: FrameHit, { tokens }: Target): Entity[] {
  if (hit.frame.mode !== 'visit') return [];
  return tokens.flatMap((token) => {
    const country = reading.mentionAt(hit.sentence, token)?.entity.place?.country;
    return country ? [reading.entities.listed(country)] : [];
  });
}

/** "suspended its Afghan projects": a possessor that is the one who acts, and beside it the name of whom the thing concerns. */
function concerned(reading: Reading, hit: FrameHit, { tokens }: Target): Entity[] {
  const tree = reading.tree(hit.sentence);
  return tokens
    .filter((token) => tree.token(token).upos === 'NOUN' && tree.dependents(token, 'nmod:poss').length > 0)
    .flatMap((token) => tree.dependents(token, 'amod', 'compound'))
    .flatMap((token) => {
      const mention = reading.mentionAt(hit.sentence, token);
      return mention && ['demonym', 'name', 'acronym'].includes(mention.kind) ? [mention.entity] : [];
    });
}

/** Recipients that the target slot leads to; else whom it concerns by place or modifier. */
export function recipientsOf(reading: Reading, hit: FrameHit, target: Target, first: Entity): Entity[] {
  const isOther = (entity: Entity): boolean => entity.type !== 'place' && !sameSide(entity, first);
  const direct = target.participants.map((one) => one.entity).filter(isOther);
  if (direct.length > 0) return [...new Set(direct)];
  return [...new Set([...hostOf(reading, hit, target), ...concerned(reading, hit, target)].filter(isOther))];
}
