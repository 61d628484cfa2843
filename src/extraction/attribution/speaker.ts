import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';
import { actorsAt, ownersOf } from '../participants.ts';
import type { Reading } from '../reading.ts';

/** The speaker at a token: the actor itself, else whose spokesman, source or statement it is. */
export function speakerAt(
  reading: Reading,
  sentence: number,
  token: number,
): { entity: Entity; mention: Mention | null } | undefined {
  const [actor] = actorsAt(reading, sentence, token);
  if (actor) return { entity: actor.entity, mention: actor.mention };
  const tree = reading.tree(sentence);
  const noun = tree.token(token);
  if (noun.upos !== 'NOUN') return undefined;
  const lemma = noun.lemma.toLowerCase();
  const speaks = reading.lexicon.groups.has(lemma) || reading.lexicon.titles.has(lemma) || reading.lexicon.cues.has(`${lemma}/N`);
  if (!speaks) return undefined;
  const [owner] = ownersOf(reading, sentence, token);
  if (owner) return { entity: owner.entity, mention: owner.mention };
  const inside = tree
    .dependents(token, 'nmod')
    .flatMap((child) => actorsAt(reading, sentence, child).concat(ownersOf(reading, sentence, child)));
  return inside[0] && { entity: inside[0].entity, mention: inside[0].mention };
}
