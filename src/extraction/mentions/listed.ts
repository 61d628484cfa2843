import type { NameEntry, PlaceEntry } from '../../lexicon/types.ts';
import type { MentionKind } from '../../model/extraction.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { type Match, matchAt } from './matches.ts';
import { CALENDAR } from './proper-names.ts';
import type { Setting } from './setting.ts';

const KIND: Readonly<Record<NameEntry['kind'], MentionKind>> = {
  name: 'name',
  acronym: 'acronym',
  demonymAdjective: 'demonym',
  demonymNoun: 'demonym',
  capital: 'metonym',
  seat: 'metonym',
};

/** Words that may start a longer proper name, so that a match inside it is not the listed actor ("New York Times", "South China Sea"). */
const isNameToken = (sentence: Sentence, i: number): boolean => {
  const token = sentence.tokens[i];
  return token !== undefined && token.upos === 'PROPN' && /^\p{Lu}/u.test(token.form);
};

/** Lower-case names stand for the state only right before a word for its government ("kyiv regime"). */
function lowerCaseMetonym(reading: Reading, sentence: Sentence, at: number): Match | undefined {
  const token = sentence.tokens[at]!;
  const next = sentence.tokens[at + 1];
  if (!/^\p{Ll}/u.test(token.form) || !next) return undefined;
  const body = reading.lexicon.bodies.get(next.lemma.toLowerCase());
  if (body?.stands !== 'owner') return undefined;
  const names = (reading.lexicon.names.get(token.form[0]!.toUpperCase() + token.form.slice(1)) ?? []).filter(
    (entry) => reading.lexicon.actors.get(entry.actor)?.type === 'state',
  );
  return names.length > 0 ? { first: at, last: at, names, places: [] } : undefined;
}

/** The likeliest reading: an actor the article has named before, else one it names later, else the first of the lexicon. */
const choose = (reading: Reading, setting: Setting, match: Match): NameEntry | undefined =>
  match.names.find((entry) => reading.entities.get(entry.actor) !== undefined) ??
  match.names.find((entry) => entry.kind !== 'demonymAdjective' && setting.names(entry.actor)) ??
  match.names[0];

/** "West" is the West only with its article; without it a direction or a surname. */
function lacksArticle(reading: Reading, sentence: Sentence, match: Match, entry: NameEntry): boolean {
  const actor = reading.lexicon.actors.get(entry.actor)!;
  if (actor.type !== 'group' || entry.kind !== 'name' || match.first !== match.last) return false;
  const before = sentence.tokens[match.first - 1];
  const next = sentence.tokens[match.last + 1];
  return before === undefined || low(before) !== 'the' || (next !== undefined && /^\p{Lu}/u.test(next.form));
}

/** "Congress", "the Senate": a body that many states have is the listed one only where its state is spoken of. */
function isForeignBody(reading: Reading, setting: Setting, sentence: Sentence, entry: NameEntry, form: string): boolean {
  const actor = reading.lexicon.actors.get(entry.actor)!;
  if (actor.type === 'state' || actor.type === 'igo' || actor.rollsUpTo === null) return false;
  if (!reading.lexicon.bodies.has(form.toLowerCase())) return false;
  const owner = reading.lexicon.actors.get(actor.rollsUpTo)!;
  return owner.type === 'state' ? !setting.isNear(owner.id, sentence) : reading.entities.get(owner.id) === undefined;
}

/** Everyday words that are also acronyms or names are taken only in their written form ("Who" is not WHO). */
function isAccidental(sentence: Sentence, match: Match, entry: NameEntry): boolean {
  if (match.first !== match.last) return false;
  const token = sentence.tokens[match.first]!;
  if (entry.kind === 'acronym')
    return (
      token.form.length < 2 ||
      /^[$€£]/.test(sentence.tokens[match.last + 1]?.form ?? '') ||
      (token.upos === 'PRON' && token.form !== 'US')
    );
  if (token.upos === 'VERB' || token.upos === 'ADP') return true;
  return match.first === 0 && token.upos !== 'PROPN' && token.upos !== 'ADJ' && token.upos !== 'NOUN';
}

function settle(reading: Reading, setting: Setting, sentence: Sentence, match: Match): void {
  // "US$ 10 billion".
  if (/^[$€£]/.test(sentence.tokens[match.last + 1]?.form ?? '')) return;
  const tree = reading.tree(sentence.index);
  const entry = choose(reading, setting, match);
  if ((!entry || entry.kind === 'capital') && isGivenName(reading, sentence, match)) return;
  const span = { start: sentence.tokens[match.first]!.start, end: sentence.tokens[match.last]!.end };
  const common = {
    ...span,
    sentence: sentence.index,
    first: match.first,
    last: match.last,
    head: tree.headOf(match.first, match.last),
  };
  const form = reading.slice(sentence.index, match.first, match.last);
  if (entry && isForeignBody(reading, setting, sentence, entry, form)) return;
  if (entry && !isAccidental(sentence, match, entry) && !lacksArticle(reading, sentence, match, entry)) {
    const entity: Entity = reading.entities.listed(entry.actor);
    entity.aliases.add(form);
    reading.add({
      ...common,
      kind: KIND[entry.kind],
      entity,
      rule: `mention.listed.${entry.kind}`,
      ...(entry.reason ? { reason: entry.reason } : {}),
    });
    return;
  }
  if (isSurname(reading, sentence, match)) return;
  const place = bestPlace(reading, sentence, match.places);
  if (place && (match.last > match.first || isNameToken(sentence, match.first)))
    reading.add({ ...common, kind: 'name', entity: reading.entities.place(place), rule: 'mention.place' });
}

/** A town's name right before another unexplained name word is a person's given name ("Helena Siqueira"). */
function isGivenName(reading: Reading, sentence: Sentence, match: Match): boolean {
  const next = sentence.tokens[match.last + 1];
  if (match.last > match.first || !next || !isNameToken(sentence, match.last + 1)) return false;
  const form = next.form;
  const { lexicon } = reading;
  return (
    !lexicon.names.has(form) &&
    !lexicon.places.has(form) &&
    !lexicon.bodies.has(low(next)) &&
    !lexicon.titles.has(low(next)) &&
    !lexicon.nameCues.has(form)
  );
}

/** "President Esther Banda", "President Banda": behind a title or an unexplained name word a town's name is a surname. */
function isSurname(reading: Reading, sentence: Sentence, match: Match): boolean {
  const before = sentence.tokens[match.first - 1];
  if (match.first !== match.last || !before || before.upos === 'PUNCT' || !/^\p{Lu}/u.test(before.form)) return false;
  if (reading.lexicon.titles.has(low(before)) || reading.lexicon.honorifics.has(before.form)) return true;
  return before.upos === 'PROPN' && !reading.covering(sentence.index, before.index) && !reading.lexicon.names.has(before.form);
}

/** Of places of one name that in a state of the sentence, then of the article, then the largest. */
function bestPlace(reading: Reading, sentence: Sentence, places: readonly PlaceEntry[]): PlaceEntry | undefined {
  const here = new Set(reading.mentionsIn(sentence.index).map((mention) => mention.entity.key));
  const rank = (place: PlaceEntry): number =>
    place.country === null ? 0 : here.has(place.country) ? 2 : reading.entities.get(place.country) ? 1 : 0;
  return [...places].sort((a, b) => rank(b) - rank(a) || b.weight - a.weight)[0];
}

/** "Unity and Labour Party": a listed party's name behind an unexplained name word and "and" is part of another party's. */
function endsLongerName(reading: Reading, sentence: Sentence, match: Match, entry: NameEntry): boolean {
  const first = sentence.tokens[match.first - 2];
  const and = sentence.tokens[match.first - 1];
  if (!first || !and || low(and) !== 'and' || reading.lexicon.actors.get(entry.actor)?.type !== 'party') return false;
  return (
    /^\p{Lu}/u.test(first.form) &&
    (first.upos === 'PROPN' || first.upos === 'NOUN') &&
    !reading.lexicon.names.has(first.form) &&
    !reading.covering(sentence.index, first.index)
  );
}

/**
 * "Christian Democrat", "Socialist People's Party", "Inuit Labour": behind a capitalised word that names neither a state,
 * a body nor an office, the name of a party is part of another's.
 */
function endsPartyName(reading: Reading, sentence: Sentence, match: Match, entry: NameEntry): boolean {
  const actor = reading.lexicon.actors.get(entry.actor);
  let at = match.first - 1;
  if (sentence.tokens[at]?.xpos === 'POS') at--;
  const before = sentence.tokens[at];
  if (actor?.type !== 'party' || !before || !/^\p{Lu}\p{L}/u.test(before.form)) return false;
  if (!['PROPN', 'ADJ', 'NOUN'].includes(before.upos) || (at === 0 && before.upos !== 'PROPN') || CALENDAR.test(before.form))
    return false;
  if (reading.lexicon.titles.has(low(before)) || reading.lexicon.bodies.has(low(before))) return false;
  const names = reading.lexicon.names.get(before.form) ?? [];
  return (
    !names.some(
      ({ actor: id }) => id === actor.country || !['state', 'subnational'].includes(reading.lexicon.actors.get(id)!.type),
    ) && !names.some(({ actor: id }) => reading.lexicon.actors.get(id)!.country === actor.country)
  );
}

/** Part of a longer capitalised name that the lexicon does not hold ("Georgian Dream", "Moscow Times"). */
function insideLongerName(reading: Reading, sentence: Sentence, match: Match, entry: NameEntry | undefined): boolean {
  if (!entry) return false;
  if (endsLongerName(reading, sentence, match, entry) || endsPartyName(reading, sentence, match, entry)) return true;
  const next = sentence.tokens[match.last + 1];
  if (!next || !isNameToken(sentence, match.last + 1)) return false;
  const before = sentence.tokens[match.first - 1];
  if (before && reading.isClass('party-marker', low(before)) && entry.kind !== 'acronym') return true;
  if (entry.kind !== 'demonymAdjective' && entry.kind !== 'capital' && entry.kind !== 'name') return false;
  const cue = reading.lexicon.nameCues.get(next.form);
  const isParty = reading.lexicon.actors.get(entry.actor)?.type === 'party';
  return (
    cue !== undefined &&
    cue.position === 'last' &&
    (!reading.lexicon.bodies.has(low(next)) || (isParty && !reading.isClass('party-office', low(next)))) &&
    !reading.lexicon.titles.has(low(next))
  );
}

/**
 * Names, acronyms, demonyms and metonyms that stand in the lexicon, longest match first.
 * Regularity: a listed form names its actor unless it is part of a longer proper name.
 */
export function findListed(reading: Reading, setting: Setting, sentence: Sentence): void {
  const matches: Match[] = [];
  for (let first = 0; first < sentence.tokens.length; first++) {
    const token = sentence.tokens[first]!;
    const whole = /^\p{Ll}/u.test(token.form) ? lowerCaseMetonym(reading, sentence, first) : matchAt(reading, sentence, first);
    if (!whole) continue;
    const match = { ...whole, names: whole.names.filter((entry) => setting.fits(entry, sentence)) };
    if (match.names.length + match.places.length === 0) continue;
    if (insideLongerName(reading, sentence, match, choose(reading, setting, match))) continue;
    matches.push(match);
    first = match.last;
  }
  // Towns come after the states of the sentence, which tell towns of one name apart.
  const isTown = (match: Match): boolean => match.names.length === 0;
  for (const match of [...matches.filter((one) => !isTown(one)), ...matches.filter(isTown)])
    settle(reading, setting, sentence, match);
}
