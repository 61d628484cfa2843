import type { Sentence } from '../../model/syntax.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { findOwner } from './offices.ts';
import { isPronoun, resolvePossessive, resolvePronoun } from './pronouns.ts';
import type { TitlePhrase } from './titles.ts';
import type { Mention } from './types.ts';

const DEFINITE = new Set(['the', 'this', 'that', 'both', 'its', 'their']);

function addDescription(
  reading: Reading,
  sentence: Sentence,
  head: number,
  first: number,
  entity: Entity,
  kind: Mention['kind'],
  rule: string,
  reason?: string,
): void {
  reading.add({
    start: sentence.tokens[first]!.start,
    end: sentence.tokens[head]!.end,
    sentence: sentence.index,
    first,
    last: head,
    head,
    kind,
    entity,
    rule,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** First token of the simple noun phrase that ends at `head` (determiner, adjectives, compounds). */
function phraseStart(reading: Reading, sentence: Sentence, head: number): number {
  let first = head;
  while (first > 0) {
    const token = sentence.tokens[first - 1]!;
    if (!['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(token.upos) && token.form !== '-') break;
    if (reading.covering(sentence.index, first - 1)?.kind === 'name') break;
    first--;
    if (token.upos === 'DET') break;
  }
  return first;
}

/** Entities the noun may describe: listed with that descriptor, or short form of a name ("the Council", "the Fund"). */
function describes(reading: Reading, entity: Entity, head: string, form: string, modifiers: readonly string[]): boolean {
  if (entity.type === 'person' || entity.type === 'place') return false;
  const phrase = [...modifiers, head].join(' ');
  const descriptors = entity.listed?.descriptors ?? [];
  if (descriptors.includes(phrase) || (descriptors.includes(head) && fits(reading, entity, modifiers))) return true;
  const words = entity.name.split(/\s+/);
  return /^\p{Lu}/u.test(form) && words.length > 1 && words[words.length - 1] === form && modifiers.length === 0;
}

/** A modifier of a description must be about the entity: a part of its name ("Atlantic alliance", "transatlantic"), or general. */
function fits(reading: Reading, entity: Entity, modifiers: readonly string[]): boolean {
  const words = [entity.name, ...entity.aliases]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const qualifiers = entity.listed?.qualifiers ?? [];
  return modifiers.every(
    (modifier) =>
      qualifiers.some((qualifier) => qualifier.toLowerCase().split(/[ -]/).includes(modifier)) ||
      reading.isClass('general-modifier', modifier) ||
      /^\d|member/.test(modifier) ||
      words.some((word) => word.length >= 5 && modifier.includes(word.slice(0, Math.max(5, word.length - 2)))),
  );
}

function mostRecent(reading: Reading, sentence: number, before: number, accept: (entity: Entity) => boolean): Entity | undefined {
  let winner: Mention | undefined;
  for (const mention of reading.mentions) {
    if (mention.sentence > sentence || (mention.sentence === sentence && mention.last >= before)) continue;
    if (!accept(mention.entity)) continue;
    if (!winner || mention.start > winner.start) winner = mention;
  }
  return winner?.entity ?? reading.mentions.find((mention) => accept(mention.entity))?.entity;
}

/**
 * "the alliance", "the South American bloc", "the world body", "the Council".
 * Regularity: a definite noun phrase whose noun describes an organisation or state of the article refers to
 * the one mentioned last; modifiers must fit its name.
 */
export function findDescription(reading: Reading, sentence: Sentence, head: number): void {
  const token = sentence.tokens[head]!;
  if ((token.upos !== 'NOUN' && token.upos !== 'PROPN') || reading.covering(sentence.index, head)) return;
  const next = sentence.tokens[head + 1];
  if (next && (next.upos === 'NOUN' || next.upos === 'PROPN') && next.head === head + 1) return;
  const first = phraseStart(reading, sentence, head);
  const determiner = sentence.tokens[first]!;
  if (!DEFINITE.has(low(determiner))) return;
  const modifiers = sentence.tokens
    .slice(first + 1, head)
    .filter((one) => one.form !== '-')
    .map(low);
  const lemma = token.lemma.toLowerCase();
  const listed = mostRecent(reading, sentence.index, first, (entity) => describes(reading, entity, lemma, token.form, modifiers));
  if (listed) {
    addDescription(reading, sentence, head, first, listed, 'description', 'description.noun');
    return;
  }
  if (modifiers.length === 0 && low(determiner) === 'the' && reading.isClass('bare-collective', lemma)) {
    const last = lastOrganisation(reading, sentence, head, first);
    if (last) addDescription(reading, sentence, head, first, last, 'description', 'description.noun');
    return;
  }
  if (!reading.isClass('collective-noun', lemma) || modifiers.length === 0) return;
  const organisation = mostRecent(
    reading,
    sentence.index,
    first,
    (entity) =>
      entity.type === 'igo' &&
      modifiers.some((modifier) => !reading.isClass('general-modifier', modifier)) &&
      fits(reading, entity, modifiers),
  );
  if (organisation) addDescription(reading, sentence, head, first, organisation, 'description', 'description.collective');
}

/** "the organisation" without more: the one named last, in this or the two sentences before; not "the organisation of the games". */
function lastOrganisation(reading: Reading, sentence: Sentence, head: number, before: number): Entity | undefined {
  const tree = reading.tree(sentence.index);
  if (tree.dependents(head, 'nmod', 'acl', 'amod').length > 0) return undefined;
  const near = reading.mentions.filter(
    (mention) =>
      ['igo', 'ngo'].includes(mention.entity.type) &&
      mention.sentence >= sentence.index - 2 &&
      (mention.sentence < sentence.index || (mention.sentence === sentence.index && mention.last < before)),
  );
  return near.sort((a, b) => a.start - b.start).pop()?.entity;
}

/** "the ruling party", "the opposition": parties known from the article. */
export function findPartyDescription(reading: Reading, sentence: Sentence, head: number): void {
  if (sentence.tokens[head]!.lemma.toLowerCase() !== 'party' || reading.covering(sentence.index, head)) return;
  const first = phraseStart(reading, sentence, head);
  if (!DEFINITE.has(low(sentence.tokens[first]!))) return;
  const party = mostRecent(reading, sentence.index, first, (entity) => entity.type === 'party');
  if (party) addDescription(reading, sentence, head, first, party, 'description', 'description.party');
}

/**
 * Titles without a name: "the minister", "its spokesman", "a State Department official".
 * Regularity: a definite title refers to the person of the article who bears it; otherwise the
 * unnamed bearer stands for the body, state or organisation of the office.
 */
export function findOffice(reading: Reading, sentence: Sentence, title: TitlePhrase): void {
  if (reading.covering(sentence.index, title.last)) return;
  if (
    sentence.tokens[title.last]!.xpos.endsWith('S') ||
    title.entry.role === 'counterpart' ||
    bearsName(reading, sentence, title)
  )
    return;
  const next = sentence.tokens[title.last + 1];
  if (next && next.upos === 'PROPN' && reading.covering(sentence.index, title.last + 1)?.entity.type === 'person') return;
  const first = phraseStart(reading, sentence, title.last);
  const determiner = sentence.tokens[first]!;
  const owner = findOwner(reading, sentence, title);
  if (low(determiner) === 'the' || low(determiner) === 'this') {
    const bearer = reading.officeMentions
      .filter(
        (one) =>
          one.person && samePhrase(one.phrase, title.entry.phrase) && (!owner || owner.inferred || one.owner === owner.entity),
      )
      .pop();
    if (bearer?.person) {
      addDescription(reading, sentence, title.last, first, bearer.person, 'office', 'office.bearer');
      return;
    }
  }
  if (
    low(determiner) === 'the' &&
    (!owner || owner.inferred) &&
    reading.isClass('person-noun', sentence.tokens[title.last]!.lemma.toLowerCase())
  ) {
    const person = lastOfficial(reading, sentence.index, first);
    if (person) {
      addDescription(reading, sentence, title.last, first, person, 'office', 'office.last-person');
      return;
    }
  }
  if (!owner || owner.inferred) return;
  reading.officeMentions.push({ phrase: title.entry.phrase, owner: owner.entity, person: null, sentence: sentence.index });
  addDescription(
    reading,
    sentence,
    title.last,
    first,
    owner.entity,
    'office',
    'office.unnamed',
    `unnamed ${title.entry.phrase} of ${owner.entity.name}`,
  );
}

/** "the functionary", "the official": the person with an office named last, in this or the three sentences before. */
function lastOfficial(reading: Reading, sentence: number, before: number): Entity | undefined {
  const persons = reading.mentions.filter(
    (mention) =>
      mention.entity.type === 'person' &&
      mention.entity.title !== null &&
      mention.sentence >= sentence - 3 &&
      (mention.sentence < sentence || (mention.sentence === sentence && mention.last < before)),
  );
  return persons.sort((a, b) => a.start - b.start).pop()?.entity;
}

/** A title whose bearer is named beside it is that person's, not another's. */
const bearsName = (reading: Reading, sentence: Sentence, title: TitlePhrase): boolean =>
  reading.officeMentions.some(
    (one) =>
      one.sentence === sentence.index &&
      one.person !== null &&
      one.phrase === title.entry.phrase &&
      reading
        .mentionsIn(sentence.index)
        .some((mention) => mention.entity === one.person && mention.first - title.last <= 12 && mention.first > title.last - 12),
  );

/** "the minister" may point back to "foreign minister". */
const samePhrase = (earlier: string, now: string): boolean => earlier === now || earlier.endsWith(` ${now}`);

/** "leaders of BRICS", "EU ministers", "members of the alliance": people in the plural who stand for their organisation. */
export function findMembers(reading: Reading, sentence: Sentence, head: number): void {
  const token = sentence.tokens[head]!;
  const group = reading.lexicon.groups.get(token.lemma.toLowerCase());
  if (group?.stands !== 'members' || !token.xpos.endsWith('S') || reading.covering(sentence.index, head)) return;
  const tree = reading.tree(sentence.index);
  const owners = [...tree.dependents(head, 'nmod', 'compound', 'amod')].flatMap((child) => {
    const mention = reading.mentionAt(sentence.index, child);
    const preposition = tree.preposition(child);
    return mention && mention.entity.type !== 'place' && ['', 'of', 'from'].includes(preposition) ? [mention] : [];
  });
  const owner = owners[0];
  if (owner)
    addDescription(
      reading,
      sentence,
      head,
      Math.min(head, owner.first),
      owner.entity,
      'description',
      'description.members',
      `${token.lemma} of ${owner.entity.name}`,
    );
}

/** Third-person pronouns, personal and possessive. */
export function findPronoun(reading: Reading, sentence: Sentence, at: number): void {
  const token = sentence.tokens[at]!;
  if (token.upos !== 'PRON' || !isPronoun(low(token))) return;
  if (['expl', 'expl:impers'].includes(token.deprel)) return;
  const resolved =
    token.xpos === 'PRP$' ? resolvePossessive(reading, sentence.index, at) : resolvePronoun(reading, sentence.index, at);
  if (resolved) addDescription(reading, sentence, at, at, resolved.entity, 'pronoun', resolved.rule);
}
