import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { subjects } from '../syntax/arguments.ts';
import { base, isVerbal, low } from '../syntax/tree.ts';
import type { Mention } from './types.ts';

const PERSONAL_SINGULAR = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself']);
const NEUTER = new Set(['it', 'its', 'itself']);
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
export const FIRST_PERSON = new Set(['we', 'us', 'our', 'ours', 'i', 'me', 'my', 'ourselves', 'myself']);

export const isPronoun = (form: string): boolean => PERSONAL_SINGULAR.has(form) || NEUTER.has(form) || PLURAL.has(form);

export interface Resolved {
  readonly entity: Entity;
  readonly rule: string;
}

/** Grammatical role of a mention; a person set off behind a title bears the role of the title. */
function roleOf(reading: Reading, mention: Mention): string {
  const tree = reading.tree(mention.sentence);
  for (const [title, bearer] of reading.bearers[mention.sentence]!)
    if (bearer === mention && base(tree.token(title)) === 'nsubj') return 'nsubj';
  return base(tree.token(mention.head));
}

/** How prominent a mention is as antecedent: subjects before objects before the rest (Lappin and Leass 1994), recency by sentence. */
function salience(reading: Reading, mention: Mention, from: number): number {
  const relation = roleOf(reading, mention);
  const role =
    relation === 'nsubj'
      ? 80
      : relation === 'obj' || relation === 'iobj'
        ? 50
        : relation === 'obl'
          ? 40
          : relation === 'appos'
            ? 45
            : relation === 'nmod'
              ? 25
              : relation === 'root'
                ? 60
                : 20;
  const embedded = mention.kind === 'demonym' ? 15 : 0;
  return role - embedded - 35 * (from - mention.sentence);
}

const isInsideDirectSpeech = (reading: Reading, mention: Mention): boolean => reading.quoteAt(mention) !== undefined;

function candidates(reading: Reading, sentence: number, before: number, reach: number): Mention[] {
  return reading.mentions.filter(
    (mention) =>
      mention.sentence <= sentence &&
      sentence - mention.sentence <= reach &&
      (mention.sentence < sentence || mention.last < before) &&
      !reading.isHeadline(mention.sentence),
  );
}

function best(reading: Reading, sentence: number, mentions: readonly Mention[]): Mention | undefined {
  let winner: Mention | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const mention of mentions) {
    const score = salience(reading, mention, sentence) - (isInsideDirectSpeech(reading, mention) ? 60 : 0);
    if (score >= top) {
      top = score;
      winner = mention;
    }
  }
  return winner;
}

const agrees = (entity: Entity, form: string): boolean =>
  entity.gender === null ||
  (entity.gender === 'feminine') === (form === 'she' || form === 'her' || form === 'hers' || form === 'herself');

/** The verb a possessive's noun phrase depends on, for the nearest clause subject. */
function governingVerb(reading: Reading, sentence: number, token: number): number {
  const tree = reading.tree(sentence);
  let at = tree.token(token).head;
  for (let steps = 0; at >= 0 && steps < 20; steps++) {
    if (isVerbal(tree.token(at))) return at;
    at = tree.token(at).head;
  }
  return -1;
}

/** Subject of the clause a possessive stands in, as an entity. */
function clauseSubject(reading: Reading, sentence: number, token: number): Mention | undefined {
  const verb = governingVerb(reading, sentence, token);
  if (verb < 0) return undefined;
  const tree = reading.tree(sentence);
  return subjects(tree, verb)
    .map((head) => reading.mentionAt(sentence, head))
    .find((mention) => mention !== undefined && mention.head !== token);
}

/**
 * The antecedent of a third-person pronoun.
 * Regularities: he/she want a person of fitting gender, it an organisation or state, they a plural or collective;
 * where translated prose leaves "his" without any person in reach, the subject of its clause owns it.
 */
export function resolvePronoun(reading: Reading, sentence: number, token: number): Resolved | undefined {
  const form = low(reading.tree(sentence).token(token));
  const reach = PERSONAL_SINGULAR.has(form) ? 4 : 2;
  const near = candidates(reading, sentence, token, reach);
  if (PERSONAL_SINGULAR.has(form)) {
    const persons = near.filter((mention) => mention.entity.type === 'person' && agrees(mention.entity, form));
    const winner = best(reading, sentence, persons);
    return winner && { entity: winner.entity, rule: 'pronoun.person' };
  }
  if (NEUTER.has(form)) {
    const winner = best(
      reading,
      sentence,
      near.filter((mention) => mention.entity.type !== 'person' && mention.entity.type !== 'place' && mention.kind !== 'demonym'),
    );
    return winner && { entity: winner.entity, rule: 'pronoun.neuter' };
  }
  if (PLURAL.has(form)) {
    if (hasPluralSubject(reading, sentence, token)) return undefined;
    const winner = best(
      reading,
      sentence,
      near.filter((mention) => ['group', 'military', 'armed_group', 'igo', 'party'].includes(mention.entity.type)),
    );
    return winner && { entity: winner.entity, rule: 'pronoun.plural' };
  }
  return undefined;
}

/** Object of the clause a possessive stands in, before it: whom "accused Y of … with his Z" is about. */
function clauseObject(reading: Reading, sentence: number, token: number): Mention | undefined {
  const verb = governingVerb(reading, sentence, token);
  if (verb < 0) return undefined;
  const tree = reading.tree(sentence);
  return tree
    .exactly(verb, 'obj')
    .filter((head) => head < token)
    .map((head) => reading.mentionAt(sentence, head))
    .find((mention) => mention !== undefined && mention.entity.type !== 'place');
}

/** A plural thing that is subject before the pronoun is its antecedent; whose it is, the issue register knows. */
function hasPluralSubject(reading: Reading, sentence: number, before: number): boolean {
  const tree = reading.tree(sentence);
  return tree.tokens.some(
    (token) =>
      token.index < before &&
      token.xpos === 'NNS' &&
      base(token) === 'nsubj' &&
      !reading.mentionAt(sentence, token.index) &&
      !reading.lexicon.groups.has(token.lemma.toLowerCase()),
  );
}

/** The owner a possessive pronoun stands for: the subject of its clause if that fits, else as {@link resolvePronoun}. */
export function resolvePossessive(reading: Reading, sentence: number, token: number): Resolved | undefined {
  const form = low(reading.tree(sentence).token(token));
  const subject = clauseSubject(reading, sentence, token);
  const wantsPerson = PERSONAL_SINGULAR.has(form);
  if (
    subject &&
    subject.last < token &&
    (wantsPerson ? subject.entity.type === 'person' && agrees(subject.entity, form) : subject.entity.type !== 'person')
  )
    return { entity: subject.entity, rule: 'possessive.subject' };
  const free = resolvePronoun(reading, sentence, token);
  if (wantsPerson) {
    const personNear = free && nearestSentenceOf(reading, free.entity, sentence) >= sentence - 1;
    if (!personNear && subject)
      return { entity: (clauseObject(reading, sentence, token) ?? subject).entity, rule: 'possessive.wrong-gender' };
    return free && { ...free, rule: 'possessive.person' };
  }
  return free && { ...free, rule: 'possessive.free' };
}

function nearestSentenceOf(reading: Reading, entity: Entity, sentence: number): number {
  let nearest = -1;
  for (const mention of reading.mentions)
    if (mention.entity === entity && mention.sentence <= sentence && mention.sentence > nearest) nearest = mention.sentence;
  return nearest;
}
