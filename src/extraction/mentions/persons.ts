import type { Sentence } from '../../model/syntax.ts';
import type { Entity, Gender } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low, type SyntaxTree } from '../syntax/tree.ts';
import type { Owner } from './offices.ts';
import type { NameRun } from './proper-names.ts';
import type { TitlePhrase } from './titles.ts';
import type { Mention } from './types.ts';

/** Gender of the bearer, where a title or honorific tells it. */
export const genderOf = (reading: Reading, word: string): Gender | null =>
  reading.isClass('feminine', word) ? 'feminine' : reading.isClass('masculine', word) ? 'masculine' : null;

/** The person with this full name, made on first sight. */
export function personNamed(reading: Reading, name: string): Entity {
  const entity = reading.entities.unlisted(name, 'person');
  entity.aliases.add(name);
  return entity;
}

/** The head of a name, or of the title before it where the name hangs on the title. */
function nameHead(tree: SyntaxTree, from: number, run: NameRun): number {
  const head = tree.headOf(run.first, run.last);
  const above = tree.token(head).head;
  return above >= from && above < run.first ? tree.headOf(from, run.last) : head;
}

/** @param from first token of the title before the name, whose head may be the head of the whole. */
export function addPersonMention(
  reading: Reading,
  sentence: Sentence,
  run: NameRun,
  entity: Entity,
  rule: string,
  from = run.first,
): Mention {
  const { first, last } = run;
  entity.aliases.add(reading.slice(sentence.index, first, last));
  return reading.add({
    start: sentence.tokens[first]!.start,
    end: sentence.tokens[last]!.end,
    sentence: sentence.index,
    first,
    last,
    head: nameHead(reading.tree(sentence.index), from, run),
    kind: 'name',
    entity,
    rule,
  });
}

/** Gives a person the office its title names, unless the article already gave a current one. */
export function assignOffice(
  reading: Reading,
  sentence: Sentence,
  person: Entity,
  title: TitlePhrase,
  owner: Owner | undefined,
): void {
  person.gender ??= genderOf(reading, low(sentence.tokens[title.last]!));
  if (title.former) {
    person.role ??= roleText(reading, sentence, title, owner);
    return;
  }
  if (person.title && person.affiliation) return;
  person.title = title.entry;
  person.role = roleText(reading, sentence, title, owner);
  if (owner && title.entry.represents !== 'none') {
    person.affiliation = owner.entity;
    person.affiliationInferred = owner.inferred;
  }
}

/** The role in the words of the article: title with its modifiers and the body it belongs to, without the country. */
function roleText(reading: Reading, sentence: Sentence, title: TitlePhrase, owner: Owner | undefined): string {
  const words =
    title.entry.role === 'counterpart'
      ? equalRole(reading, sentence.index)
      : reading.slice(sentence.index, title.first, title.last);
  const body = owner?.entity.body ?? (owner && owner.entity.type !== 'state' ? withoutCountry(reading, owner.entity) : null);
  return body && !words.toLowerCase().includes(body.toLowerCase()) && !body.toLowerCase().includes(words.toLowerCase())
    ? `${body} ${words}`
    : words;
}

/** "Foreign Ministry" for the Chinese Foreign Ministry: the country is the affiliation's to tell. */
function withoutCountry(reading: Reading, body: Entity): string {
  const adjective = body.affiliation ? reading.entities.adjective(body.affiliation) : null;
  return adjective && body.name.startsWith(`${adjective} `) ? body.name.slice(adjective.length + 1) : body.name;
}

/** Role of the last person with an office, for his counterpart. */
const equalRole = (reading: Reading, sentence: number): string =>
  reading.officeMentions.filter((one) => one.sentence <= sentence && one.person?.role).pop()?.person?.role ?? 'counterpart';

/** "Deputy Foreign Minister Marek Horak": a title right before a name. */
export function titleBeforeName(titles: readonly TitlePhrase[], run: NameRun): TitlePhrase | undefined {
  return titles.find((title) => title.last === run.first - 1);
}

/** "Japan's envoy, Noriyuki Asakawa,": a title phrase (with its complement) set off by commas before the name. */
export function titleAcrossComma(sentence: Sentence, titles: readonly TitlePhrase[], run: NameRun): TitlePhrase | undefined {
  const comma = sentence.tokens[run.first - 1];
  const after = sentence.tokens[run.last + 1];
  if (comma?.form !== ',' || (after && !/^[,.;:)—–-]$|^["”]$/.test(after.form) && after.upos !== 'VERB')) return undefined;
  const candidates = titles.filter((title) => title.last < run.first - 1 && run.first - 1 - title.last <= 9);
  return candidates.reverse().find((title) => isComplement(sentence, title.last + 1, run.first - 2));
}

/** Only prepositional material stands between the title and the comma ("of the European Commission", "for the Pacific"). */
function isComplement(sentence: Sentence, first: number, last: number): boolean {
  if (last < first) return true;
  if (sentence.tokens[first]!.form === '(' && sentence.tokens[last]!.form === ')') return true;
  if (!['of', 'for', 'to', 'at', 'in', 'on'].includes(low(sentence.tokens[first]!))) return false;
  for (let i = first; i <= last; i++) {
    const token = sentence.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'PRON' || /^[.;:"“”]$/.test(token.form)) return false;
  }
  return true;
}

/** "Noriyuki Asakawa, the envoy of Japan,": a title in the apposition behind the name. */
export function titleInApposition(sentence: Sentence, titles: readonly TitlePhrase[], run: NameRun): TitlePhrase | undefined {
  if (sentence.tokens[run.last + 1]?.form !== ',') return undefined;
  const title = titles.find((one) => one.first > run.last + 1 && one.first - run.last <= 8);
  if (!title) return undefined;
  for (let i = run.last + 2; i < title.first; i++) {
    const token = sentence.tokens[i]!;
    if (token.upos === 'VERB' || token.upos === 'AUX' || token.form === ',' || low(token) === 'and') return undefined;
  }
  const determiner = sentence.tokens[run.last + 2]!;
  return ['DET', 'PROPN', 'ADJ', 'NOUN', 'PRON'].includes(determiner.upos) && !['who', 'which'].includes(low(determiner))
    ? title
    : undefined;
}

/** Honorific directly before a run ("Mr Lavrov"), lower case and without its stop. */
export function honorificBefore(reading: Reading, sentence: Sentence, run: NameRun): string | undefined {
  const before = sentence.tokens[run.first - 1];
  return before && reading.lexicon.honorifics.has(before.form) ? low(before).replace(/\.$/, '') : undefined;
}

/** The run with the honorific before it ("Mr. Farhad Mostafizur"). */
const withHonorific = (reading: Reading, sentence: Sentence, run: NameRun): NameRun =>
  honorificBefore(reading, sentence, run) === undefined ? run : { first: run.first - 1, last: run.last };

/** Reads a title for a name run, if the run has one, and gives the person the office. */
export function titled(
  reading: Reading,
  sentence: Sentence,
  titles: readonly TitlePhrase[],
  run: NameRun,
): { title: TitlePhrase; rule: string } | undefined {
  const whole = withHonorific(reading, sentence, run);
  const before = titleBeforeName(titles, whole);
  if (before) return { title: before, rule: 'person.title-before' };
  const across = titleAcrossComma(sentence, titles, whole);
  if (across) return { title: across, rule: 'person.title-comma' };
  const behind = titleInApposition(sentence, titles, run);
  if (behind) return { title: behind, rule: 'person.apposition' };
  return undefined;
}

/**
 * "Nino Abuladze, who leads the opposition European Path": a relative clause that gives the office.
 * Regularity: a verb of leading whose object is an organisation makes its subject an officer of it.
 */
export function officeFromRelativeClause(reading: Reading, sentence: Sentence, mention: Mention): void {
  const person = mention.entity;
  if (person.type !== 'person' || person.affiliation) return;
  const tree = reading.tree(sentence.index);
  for (const clause of tree.dependents(mention.head, 'acl')) {
    if (!reading.isClass('leading-verb', tree.token(clause).lemma.toLowerCase())) continue;
    for (const object of tree.exactly(clause, 'obj')) {
      const body = [object, ...tree.dependents(object, 'appos', 'compound', 'flat')]
        .map((token) => reading.mentionAt(sentence.index, token))
        .find((one) => one && one.entity.type !== 'person' && one.entity.type !== 'place');
      if (!body) continue;
      person.affiliation = body.entity;
      person.role = 'leader';
      return;
    }
  }
}

/**
 * "Kelvin Mwansakombe of the National Dawn Congress", "Sikalumba, of the governing Labour Party,".
 * Regularity: an of-phrase right behind a person's name names the organisation the person belongs to.
 */
export function affiliationBehindName(reading: Reading, sentence: Sentence, mention: Mention): void {
  const person = mention.entity;
  if (person.type !== 'person' || person.affiliation) return;
  let at = mention.last + 1;
  if (sentence.tokens[at]?.form === ',') at++;
  if (!sentence.tokens[at] || !['of', 'from', 'with'].includes(low(sentence.tokens[at]!))) return;
  for (let next = at + 1; next <= at + 4; next++) {
    const body = reading.covering(sentence.index, next);
    if (body && body.entity.type !== 'person' && body.entity.type !== 'place') {
      if (body.entity.type === 'state' && low(sentence.tokens[at]!) !== 'of') return;
      person.affiliation = body.entity;
      return;
    }
    if (!sentence.tokens[next] || !['DET', 'ADJ', 'VERB', 'NOUN', 'PUNCT'].includes(sentence.tokens[next]!.upos)) return;
  }
}

/**
 * "Reform UK's Desmond Farrow": a party or organisation that a person's name is the possession of.
 * Regularity: of names, only people are somebody's; a state's may be its minister or its singer, and counts as well.
 */
export function affiliationBeforeName(reading: Reading, sentence: Sentence, mention: Mention): void {
  const person = mention.entity;
  if (person.type !== 'person' || (person.affiliation && !person.affiliationInferred)) return;
  if (sentence.tokens[mention.first - 1]?.xpos !== 'POS') return;
  const owner = reading.covering(sentence.index, mention.first - 2);
  if (!owner || owner.entity.type === 'person' || owner.entity.type === 'place') return;
  person.affiliation = owner.entity;
  person.affiliationInferred = false;
}
