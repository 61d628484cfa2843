import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';
import type { Reading } from '../reading.ts';
import { base, low, outermostNoun, type SyntaxTree } from '../syntax/tree.ts';

const isPlace = (mention: Mention): boolean =>
  mention.entity.type === 'place' || mention.entity.type === 'state' || mention.entity.type === 'subnational';

/** The name as written; for a capital the city, not the state it could stand for. */
function placeName(reading: Reading, mention: Mention): string {
  const written = reading.slice(mention.sentence, mention.first, mention.last);
  return mention.kind === 'metonym' ? written : mention.entity.type === 'place' ? mention.entity.name : mention.entity.name;
}

/** "Brest, Belarus": the country of a city, from the gazetteer, the words, or a participant's country where the name is ambiguous. */
function withCountry(reading: Reading, mention: Mention, participants: readonly Entity[]): string {
  const name = placeName(reading, mention);
  if (mention.entity.type === 'state') return mention.kind === 'metonym' ? `${name}, ${mention.entity.name}` : name;
  const choices = reading.lexicon.places.get(name) ?? [];
  const home =
    choices.find((choice) => choice.country && participants.some((one) => countryOf(one) === choice.country)) ??
    mention.entity.place;
  const country = home?.country ? reading.lexicon.actors.get(home.country)?.name : undefined;
  return country && country !== name ? `${name}, ${country}` : name;
}

const countryOf = (entity: Entity): string | null => {
  for (let at: Entity | null = entity, steps = 0; at && steps < 6; at = at.affiliation, steps++)
    if (at.type === 'state') return at.key;
  return null;
};

/** Below the predicate, or below the verb that carries an event noun ("began a series of exercises … in Brest"). */
function isPartOf(tree: SyntaxTree, predicate: number, token: number): boolean {
  if (tree.isAncestor(predicate, token)) return true;
  const outer = outermostNoun(tree, predicate);
  const carrier = base(tree.token(outer)) === 'obj' ? tree.token(outer).head : outer;
  return carrier >= 0 && carrier !== predicate && tree.isAncestor(carrier, token) && token > predicate;
}

/**
 * Where an event happens: a place name behind a locative preposition in the clause of its predicate, nearest first;
 * "here" is the place of the dateline.
 */
export function placeOf(
  reading: Reading,
  sentence: number,
  predicate: number,
  participants: readonly Entity[],
): { name: string; mention: Mention | null } | null {
  const tree = reading.tree(sentence);
  const candidates = reading
    .mentionsIn(sentence)
    .filter(
      (mention) =>
        isPlace(mention) &&
        reading.isClass('place-preposition', tree.preposition(mention.head)) &&
        isPartOf(tree, predicate, mention.head),
    )
    .sort((a, b) => Math.abs(a.head - predicate) - Math.abs(b.head - predicate));
  const [nearest] = candidates.filter((mention) => mention.entity.type === 'place').concat(candidates);
  if (nearest) return { name: withCountry(reading, nearest, participants), mention: nearest };
  const here = tree.tokens.find(
    (token) => low(token) === 'here' && token.upos === 'ADV' && isPartOf(tree, predicate, token.index),
  );
  const { dateline } = reading.document;
  if (!here || !dateline?.place) return null;
  const name = dateline.place
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
  return { name, mention: null };
}
