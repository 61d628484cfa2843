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

/** "in Miami", "off the coast of Yemen", "west of Marib", "near the border town of Bure": a preposition of place, whatever stands between. */
function isLocated(reading: Reading, mention: Mention): boolean {
  const tree = reading.tree(mention.sentence);
  // "imports from Chile" says whose they are.
  if (mention.entity.type === 'state' && low(tree.tokens[mention.first - 1] ?? tree.token(mention.first)) === 'from')
    return false;
  if (reading.isClass('place-preposition', tree.preposition(mention.head))) return true;
  for (let at = mention.first - 1, steps = 0; at >= 0 && steps < 7; at--, steps++) {
    const token = tree.token(at);
    const word = low(token);
    const isOf = word === 'of' && at > 0;
    if (isOf && reading.isClass('direction', low(tree.token(at - 1)))) return true;
    if (!isOf && reading.isClass('place-preposition', word)) return true;
    if (!isOf && token.upos !== 'DET' && token.upos !== 'ADJ' && !reading.isClass('place-noun', token.lemma.toLowerCase()))
      return false;
  }
  return false;
}

/** No verb stands between: the phrase belongs to the predicate, wherever the parser hung it. */
const isNext = (tree: SyntaxTree, predicate: number, token: number): boolean =>
  token > predicate && tree.tokens.slice(predicate + 1, token).every((one) => one.upos !== 'VERB' && one.upos !== 'AUX');

/** Below the predicate, or below the verb that carries an event noun ("began a series of exercises … in Brest"). */
function isPartOf(tree: SyntaxTree, predicate: number, token: number): boolean {
  if (tree.isAncestor(predicate, token) || isNext(tree, predicate, token)) return true;
  const outer = outermostNoun(tree, predicate);
  const carrier = base(tree.token(outer)) === 'obj' ? tree.token(outer).head : outer;
  return carrier >= 0 && carrier !== predicate && tree.isAncestor(carrier, token) && token > predicate;
}

/** "in the capital": the capital of the country of those who act. */
function capitalAround(
  reading: Reading,
  sentence: number,
  predicate: number,
  participants: readonly Entity[],
): string | undefined {
  const tree = reading.tree(sentence);
  const noun = tree.tokens.find(
    (token) =>
      low(token) === 'capital' &&
      token.index > predicate &&
      ['in', 'near', 'outside', 'inside', 'across'].includes(tree.preposition(token.index)) &&
      isPartOf(tree, predicate, token.index) &&
      !reading.covering(sentence, token.index),
  );
  const country = noun ? participants.map(countryOf).find((one) => one !== null) : undefined;
  if (!country) return undefined;
  for (const [name, entries] of reading.lexicon.names)
    if (entries.some((entry) => entry.kind === 'capital' && entry.actor === country))
      return `${name}, ${reading.lexicon.actors.get(country)!.name}`;
  return undefined;
}

/** "seized the capital Sanaa", "bombed Khartoum": a town that suffers force is where it is used. */
export function placeTaken(
  reading: Reading,
  sentence: number,
  tokens: readonly number[],
): { name: string; mention: Mention } | null {
  for (const token of tokens) {
    const tree = reading.tree(sentence);
    const near = [token, ...tree.dependents(token, 'appos', 'flat', 'compound', 'nmod')];
    const mention = near
      .map((at) => reading.mentionAt(sentence, at))
      .find((one) => one !== undefined && (one.entity.type === 'place' || one.kind === 'metonym'));
    if (mention) return { name: withCountry(reading, mention, []), mention };
  }
  return null;
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
    .filter((mention) => isPlace(mention) && isLocated(reading, mention) && isPartOf(tree, predicate, mention.head))
    .sort((a, b) => Math.abs(a.head - predicate) - Math.abs(b.head - predicate));
  const [nearest] = candidates.filter((mention) => mention.entity.type === 'place').concat(candidates);
  if (nearest) return { name: withCountry(reading, nearest, participants), mention: nearest };
  const capital = capitalAround(reading, sentence, predicate, participants);
  if (capital) return { name: capital, mention: null };
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
