import type { BodyNoun } from '../../lexicon/types.ts';
import type { Sentence } from '../../model/syntax.ts';
import { type Entity, rollUp } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { knownAs } from './acronyms.ts';
import { focusState } from './focus.ts';
import { resolvePossessive } from './pronouns.ts';
import type { Mention } from './types.ts';

const LONGEST = 6;
const DETERMINERS = new Set(['the', 'this', 'that', 'its', 'their', 'his', 'her', 'our']);

interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly noun: BodyNoun;
}

/** The longest body phrase that ends at a token ("armed forces", "ministry of foreign affairs"); last word by form or lemma. */
function phraseEndingAt(reading: Reading, sentence: Sentence, last: number): Phrase | undefined {
  for (let first = Math.max(0, last - LONGEST + 1); first <= last; first++) {
    const words = sentence.tokens.slice(first, last + 1);
    const forms = words.map(low).join(' ');
    const lemmas = [...words.slice(0, -1).map(low), words[words.length - 1]!.lemma.toLowerCase()].join(' ');
    const noun = reading.lexicon.bodies.get(forms) ?? reading.lexicon.bodies.get(lemmas);
    if (noun) return widened(reading, sentence, { first, last, noun });
  }
  return undefined;
}

const canOwn = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined &&
  (mention.entity.type === 'state' ||
    mention.entity.type === 'igo' ||
    mention.entity.type === 'subnational' ||
    mention.entity.type === 'party' ||
    mention.entity.type === 'armed_group');

/** "commerce ministry", "Northern Fleet": a general noun for a body takes in the word for its field, which makes it one of many. */
function widened(reading: Reading, sentence: Sentence, phrase: Phrase): Phrase {
  if (!reading.isClass('generic-body', sentence.tokens[phrase.last]!.lemma.toLowerCase()) || phrase.first !== phrase.last)
    return phrase;
  let { first } = phrase;
  while (isField(reading, sentence, first - 1, phrase.last)) first--;
  if (first === phrase.first) return phrase;
  const words = sentence.tokens.slice(first, phrase.last + 1).map((token) => token.form);
  const canonical = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { first, last: phrase.last, noun: { ...phrase.noun, phrase: words.join(' ').toLowerCase(), canonical } };
}

function isField(reading: Reading, sentence: Sentence, at: number, head: number): boolean {
  const token = sentence.tokens[at];
  if (!token || reading.covering(sentence.index, at)) return false;
  if (/^\p{Lu}/u.test(token.form))
    return at > 0 && (token.upos === 'PROPN' || token.upos === 'ADJ') && /^\p{Lu}/u.test(sentence.tokens[head]!.form);
  return token.upos === 'NOUN' && token.head > at && token.deprel === 'compound';
}

/** Owner written before the phrase: "Chinese army", "China's army", "U.S. and South Korean forces". */
function ownerBefore(reading: Reading, sentence: Sentence, phrase: Phrase): { owners: Mention[]; first: number } | undefined {
  let at = phrase.first - 1;
  const token = () => sentence.tokens[at];
  while (token() && (token()!.xpos === 'POS' || (token()!.upos === 'ADJ' && !reading.covering(sentence.index, at)))) at--;
  const mention = at >= 0 ? reading.covering(sentence.index, at) : undefined;
  if (!canOwn(mention)) return undefined;
  const owners = [mention];
  let first = mention.first;
  const isAdjective = mention.kind === 'demonym' || mention.kind === 'acronym';
  while (isAdjective && sentence.tokens[first - 1] && ['and', ','].includes(low(sentence.tokens[first - 1]!))) {
    const before = reading.covering(sentence.index, first - 2);
    if (!canOwn(before) || before.kind === 'name' || before.kind === 'metonym') break;
    owners.unshift(before);
    first = before.first;
  }
  return { owners, first };
}

/** Owner written behind: "armed forces of Belarus", "embassy of France". */
function ownerBehind(reading: Reading, sentence: Sentence, phrase: Phrase): { owner: Mention; last: number } | undefined {
  const of = sentence.tokens[phrase.last + 1];
  if (!of || low(of) !== 'of') return undefined;
  const next =
    sentence.tokens[phrase.last + 2] && low(sentence.tokens[phrase.last + 2]!) === 'the' ? phrase.last + 3 : phrase.last + 2;
  const mention = reading.covering(sentence.index, next);
  return canOwn(mention) ? { owner: mention, last: mention.last } : undefined;
}

function entityFor(reading: Reading, noun: BodyNoun, owner: Entity, written: string): Entity {
  return noun.stands === 'owner' ? owner : reading.entities.body(owner, noun.canonical, noun.type, written);
}

/** The noun as written, with an of-phrase of its own field but not with its owner. */
const writtenName = (reading: Reading, sentence: Sentence, phrase: Phrase, last: number): string =>
  reading.slice(sentence.index, phrase.first, Math.min(phrase.last, last));

function addBody(
  reading: Reading,
  sentence: Sentence,
  phrase: Phrase,
  first: number,
  last: number,
  owner: Entity,
  rule: string,
  inferred: boolean,
): void {
  const tree = reading.tree(sentence.index);
  const written = writtenName(reading, sentence, phrase, last);
  const entity = knownAs(reading, sentence, last) ?? entityFor(reading, phrase.noun, owner, written);
  if (entity.body !== null && rule === 'mention.body.of' && /^\p{Lu}/u.test(sentence.tokens[phrase.last]!.form))
    entity.name = reading.slice(sentence.index, first, last);
  if (entity !== owner) {
    entity.aliases.add(reading.slice(sentence.index, first, last));
    if (inferred && entity.aliases.size === 1) entity.affiliationInferred = true;
  }
  reading.add({
    start: sentence.tokens[first]!.start,
    end: sentence.tokens[last]!.end,
    sentence: sentence.index,
    first,
    last,
    head: tree.headOf(phrase.first, phrase.last),
    kind: 'description',
    entity,
    rule,
    reason:
      phrase.noun.stands === 'owner'
        ? `${phrase.noun.phrase} stands for ${owner.name}`
        : `${phrase.noun.canonical} of ${owner.name}`,
  });
}

/** "the Council" after "U.N. Security Council": the short form of a name met before. */
const isShortName = (reading: Reading, sentence: Sentence, phrase: Phrase): boolean =>
  /^\p{Lu}/u.test(sentence.tokens[phrase.last]!.form) &&
  reading.mentions.some(
    (mention) =>
      mention.entity.body === null &&
      mention.entity.type !== 'person' &&
      mention.entity.name.endsWith(` ${sentence.tokens[phrase.last]!.form}`),
  );

/** "the opposition European Path", "the state news agency KCNA": the noun only introduces the name behind it. */
function isEpithet(reading: Reading, sentence: Sentence, phrase: Phrase): boolean {
  const next = sentence.tokens[phrase.last + 1];
  if (next?.upos !== 'PROPN' || !/^\p{Lu}/u.test(next.form)) return false;
  return phrase.noun.type === 'party' || reading.covering(sentence.index, next.index)?.entity.type === phrase.noun.type;
}

/** "National Dawn Congress": a body noun at the end of a proper name without an owner is part of the name. */
const isWholeName = (reading: Reading, sentence: Sentence, phrase: Phrase): boolean => {
  const before = sentence.tokens[phrase.first - 1];
  return (
    before?.upos === 'PROPN' &&
    /^\p{Lu}/u.test(before.form) &&
    phrase.first > 1 &&
    /^\p{Lu}/u.test(sentence.tokens[phrase.first]!.form) &&
    !reading.covering(sentence.index, before.index)
  );
};

/** "police used …": a mass noun for a force needs no article as subject. */
function isBareSubject(reading: Reading, sentence: Sentence, phrase: Phrase): boolean {
  const token = sentence.tokens[phrase.last]!;
  if (!reading.isClass('force-noun', token.lemma.toLowerCase())) return false;
  return token.deprel.startsWith('nsubj') || token.deprel === 'obl:agent';
}

/** "the ministry" after "the Commerce Ministry": the general noun takes up the body named before. */
function addKnown(reading: Reading, sentence: Sentence, phrase: Phrase, entity: Entity): void {
  const tree = reading.tree(sentence.index);
  reading.add({
    start: sentence.tokens[phrase.first]!.start,
    end: sentence.tokens[phrase.last]!.end,
    sentence: sentence.index,
    first: phrase.first,
    last: phrase.last,
    head: tree.headOf(phrase.first, phrase.last),
    kind: 'description',
    entity,
    rule: 'mention.body.again',
    reason: `${phrase.noun.phrase} named before`,
  });
}

const isSameBody = (entity: Entity, canonical: string): boolean =>
  entity.body === canonical || (!canonical.includes(' ') && entity.body !== null && entity.body.endsWith(` ${canonical}`));

/** "the Commission" where the European Union is spoken of: the only listed body of that name whose owner the article names. */
function listedShortName(reading: Reading, sentence: Sentence, phrase: Phrase): Entity | undefined {
  const form = sentence.tokens[phrase.last]!.form;
  const found = [...reading.lexicon.actors.values()].filter(
    (actor) =>
      actor.type === 'gov_body' &&
      actor.rollsUpTo !== null &&
      actor.name.endsWith(` ${form}`) &&
      reading.lexicon.actors.get(actor.rollsUpTo)?.type === 'igo' &&
      reading.entities.get(actor.rollsUpTo) !== undefined,
  );
  return phrase.first === phrase.last && found.length === 1 ? reading.entities.listed(found[0]!.id) : undefined;
}

/** A body named without its owner: one already met in the article, or that of the state in focus. */
function bareBody(reading: Reading, sentence: Sentence, phrase: Phrase): void {
  const determiner = sentence.tokens[phrase.first - 1];
  if (isShortName(reading, sentence, phrase) || isEpithet(reading, sentence, phrase) || isWholeName(reading, sentence, phrase))
    return;
  const capital = /^\p{Lu}/u.test(sentence.tokens[phrase.first]!.form) && phrase.first > 0;
  const definite = determiner !== undefined && DETERMINERS.has(low(determiner));
  if (!definite && !capital && !isBareSubject(reading, sentence, phrase)) return;
  if (determiner && ['its', 'their', 'his', 'her', 'our'].includes(low(determiner))) return;
  const listed = capital ? listedShortName(reading, sentence, phrase) : undefined;
  if (listed) {
    addKnown(reading, sentence, phrase, listed);
    return;
  }
  const known = reading.entities.all().filter((entity) => isSameBody(entity, phrase.noun.canonical));
  if (known.length === 0 && phrase.noun.type === 'party') return;
  const again = known[known.length - 1];
  if (again) {
    addKnown(reading, sentence, phrase, again);
    return;
  }
  const owner = focusState(reading, sentence.index, phrase.first);
  if (owner) addBody(reading, sentence, phrase, phrase.first, phrase.last, owner, 'mention.body.focus', true);
}

/**
 * Ministries, armies, parliaments … that any state or organisation may have.
 * Regularity: an institutional noun plus its owner (adjective, possessor, compound or of-phrase) names the owner's institution.
 */
export function findBodies(reading: Reading, sentence: Sentence): void {
  for (let last = sentence.tokens.length - 1; last >= 0; last--) {
    const token = sentence.tokens[last]!;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    if (reading.covering(sentence.index, last)) continue;
    const phrase = phraseEndingAt(reading, sentence, last);
    if (!phrase) continue;
    const before = ownerBefore(reading, sentence, phrase);
    const behind = before ? undefined : ownerBehind(reading, sentence, phrase);
    if (isEpithet(reading, sentence, phrase)) continue;
    if (before) addOwned(reading, sentence, phrase, before);
    else if (behind) addBody(reading, sentence, phrase, phrase.first, behind.last, behind.owner.entity, 'mention.body.of', false);
    else bareBody(reading, sentence, phrase);
    last = phrase.first;
  }
}

/** "U.S. and South Korean forces": the last owner makes the mention, the others stand as actors by their adjectives. */
function addOwned(reading: Reading, sentence: Sentence, phrase: Phrase, before: { owners: Mention[]; first: number }): void {
  const nearest = before.owners[before.owners.length - 1]!;
  addBody(
    reading,
    sentence,
    phrase,
    before.owners.length > 1 ? nearest.first : before.first,
    phrase.last,
    nearest.entity,
    'mention.body.owned',
    false,
  );
}

/**
 * "his side", "its government", "their army": a body whose owner a possessive pronoun names.
 * Regularity: the owner is the state or organisation of the pronoun's antecedent.
 */
export function findPossessedBody(reading: Reading, sentence: Sentence, last: number): void {
  const token = sentence.tokens[last]!;
  if (token.upos !== 'NOUN' || reading.covering(sentence.index, last)) return;
  const phrase = phraseEndingAt(reading, sentence, last);
  if (!phrase) return;
  const pronoun = sentence.tokens[phrase.first - 1];
  if (pronoun?.xpos !== 'PRP$' || ['our', 'my', 'your'].includes(low(pronoun))) return;
  const resolved = resolvePossessive(reading, sentence.index, pronoun.index);
  const owner =
    resolved && (phrase.noun.stands === 'owner' ? rollUp(resolved.entity) : (rollUp(resolved.entity) ?? resolved.entity));
  if (owner && ['state', 'igo', 'subnational', 'party', 'armed_group'].includes(owner.type))
    addBody(reading, sentence, phrase, phrase.first, phrase.last, owner, 'mention.body.possessed', false);
}
