import type { ActorType } from '../../model/extraction.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { base, low } from '../syntax/tree.ts';
import { initials } from './acronyms.ts';
import { findOwner, type Owner } from './offices.ts';
import { addPersonMention, assignOffice, genderOf, honorificBefore, personNamed, titled } from './persons.ts';
import { type NameRun, organisationType } from './proper-names.ts';
import type { TitlePhrase } from './titles.ts';

/** Name runs that could not be settled where they stood; a later full name may explain them. */
export interface OpenRun {
  readonly sentence: Sentence;
  readonly run: NameRun;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const runText = (reading: Reading, sentence: Sentence, run: NameRun): string =>
  reading.slice(sentence.index, run.first, run.last);

/** A known person or organisation of which the run is a part ("Lavrov" after "Sergey Lavrov"). */
export function knownBearer(reading: Reading, text: string, acronyms = true): Entity | undefined {
  const words = text.split(/\s+/);
  return reading.entities
    .all()
    .filter((entity) => !entity.listed && !entity.place && !entity.body)
    .find(
      (entity) =>
        entity.name === text ||
        (entity.type === 'person' && isPartOfName(entity.name.split(/\s+/), words)) ||
        (entity.type !== 'person' &&
          (shortForm(entity.name, text) || entity.aliases.has(text) || (acronyms && abbreviates(text, entity.name)))),
    );
}

/** "CPC" for the Caspian Pipeline Consortium, where nobody wrote the acronym in brackets. */
const abbreviates = (text: string, name: string): boolean => /^\p{Lu}{3,}$/u.test(text) && initials(name) === text;

const isPartOfName = (full: readonly string[], part: readonly string[]): boolean =>
  part.length < full.length && part.every((word) => full.includes(word));

const shortForm = (name: string, text: string): boolean => name.startsWith(`${text} `) && text.includes(' ');

/** "the opposition European Path", "Tbilisi Legal Aid Network, a rights group": the type told by a noun beside the name. */
function typeBeside(reading: Reading, sentence: Sentence, run: NameRun): ActorType | undefined {
  const tree = reading.tree(sentence.index);
  const before = sentence.tokens[run.first - 1];
  if (before && reading.isClass('party-marker', low(before))) return 'party';
  const head = tree.headOf(run.first, run.last);
  const nouns = [
    ...tree.dependents(head, 'appos'),
    ...(['appos', 'flat', 'compound'].includes(base(tree.token(head))) ? [tree.token(head).head] : []),
  ];
  for (const noun of nouns) {
    if (noun < 0 || reading.mentionAt(sentence.index, noun)) continue;
    if (tree.dependents(noun, 'compound', 'amod').some((child) => reading.isClass('ngo-marker', low(tree.token(child)))))
      return 'ngo';
    const cue = reading.lexicon.nameCues.get(capitalised(tree.token(noun).lemma));
    if (cue && cue.type !== 'place') return cue.type;
  }
  return undefined;
}

/** Acts only people do: being "who", speaking, leading. */
function actsAsPerson(reading: Reading, sentence: Sentence, run: NameRun): boolean {
  const tree = reading.tree(sentence.index);
  const head = tree.headOf(run.first, run.last);
  const relative = tree
    .dependents(head, 'acl:relcl')
    .some((clause) => tree.dependents(clause, 'nsubj').some((child) => low(tree.token(child)) === 'who'));
  if (relative) return true;
  const token = tree.token(head);
  if (base(token) !== 'nsubj' || token.head < 0) return false;
  return run.last > run.first && reading.lexicon.cues.has(`${tree.token(token.head).lemma}/V`);
}

const isLocative = (reading: Reading, sentence: Sentence, run: NameRun): boolean => {
  const tree = reading.tree(sentence.index);
  return ['in', 'at', 'near', 'from', 'to', 'off', 'around', 'outside', 'towards', 'toward', 'of'].includes(
    tree.preposition(tree.headOf(run.first, run.last)),
  );
};

function addEntityMention(reading: Reading, sentence: Sentence, run: NameRun, entity: Entity, rule: string): void {
  addPersonMention(reading, sentence, run, entity, rule);
}

/** "Arab Group", "African Group": a group by the name of a part of the world is one of states, no company. */
const groupOfStates = (reading: Reading, name: string): ActorType | undefined => {
  const words = name.toLowerCase().split(' ');
  const ofStates = words[words.length - 1] === 'group' && words.some((word) => reading.isClass('intergovernmental-marker', word));
  return ofStates ? 'igo' : undefined;
};

/** "the Southeast Asian federation": words by which a listed organisation is described name nobody themselves. */
const isQualifier = (reading: Reading, text: string): boolean =>
  [...reading.lexicon.actors.values()].some((actor) => actor.qualifiers.includes(text.toLowerCase()));

/** Reads one run of name words; false if it stays open. */
export function readNameRun(reading: Reading, sentence: Sentence, run: NameRun, titles: readonly TitlePhrase[]): boolean {
  const text = runText(reading, sentence, run);
  const office = titled(reading, sentence, titles, run);
  // An acronym in brackets is a definition, which is read after the names.
  const known = knownBearer(reading, text, sentence.tokens[run.first - 1]?.form !== '(');
  if (office) return readTitled(reading, sentence, run, known ?? personNamed(reading, text), office);
  if (known) {
    addEntityMention(reading, sentence, run, known, 'name.again');
    return true;
  }
  const honorific = honorificBefore(reading, sentence, run);
  if (honorific) {
    const person = personNamed(reading, text);
    person.gender ??= genderOf(reading, honorific);
    addPersonMention(reading, sentence, run, person, 'person.honorific');
    return true;
  }
  if (isQualifier(reading, text)) return true;
  const type = typeBeside(reading, sentence, run) ?? groupOfStates(reading, text) ?? organisationType(reading, sentence, run);
  if (type === 'place') return true;
  if (type) {
    const words = text.toLowerCase().split(/[\s-]+/);
    const ofStates = type !== 'igo' || words.some((word) => reading.isClass('intergovernmental-marker', word));
    const entity = reading.entities.unlisted(text, ofStates ? type : 'ngo');
    entity.confidence = 0.7;
    addEntityMention(reading, sentence, run, entity, 'name.organisation-word');
    return true;
  }
  if (actsAsPerson(reading, sentence, run)) {
    const person = personNamed(reading, text);
    person.confidence = 0.7;
    addPersonMention(reading, sentence, run, person, 'person.acts');
    return true;
  }
  if (readTagged(reading, sentence, run)) return true;
  return isLocative(reading, sentence, run) && run.first === run.last;
}

/** Does or owns something: of unknown things that are named, only organisations do. */
function isAgent(reading: Reading, sentence: Sentence, run: NameRun): boolean {
  const tree = reading.tree(sentence.index);
  return ['nsubj', 'obl:agent', 'nmod:poss'].includes(tree.token(tree.headOf(run.first, run.last)).deprel);
}

/** "the Silver Age": a person's name has no article. */
const hasArticle = ({ tokens }: Sentence, { first }: NameRun): boolean => /^(?:the|an?)$/i.test(tokens[first - 1]?.form ?? '');

/** What the trained recogniser takes a name of several words for that neither a list nor a word beside it explains. */
function readTagged(reading: Reading, sentence: Sentence, run: NameRun): boolean {
  const name = reading.tagged[sentence.index]!.find((one) => one.start <= run.last && run.first < one.end);
  if (!name || run.first === run.last || name.type === 'LOC') return false;
  if (name.type === 'ORG' && !isAgent(reading, sentence, run)) return false;
  // The recogniser takes unknown rivers and streets for people.
  const at = reading.tree(sentence.index).preposition(reading.tree(sentence.index).headOf(run.first, run.last));
  if (name.type === 'PER' && reading.isClass('location-preposition', at)) return false;
  if (name.type === 'PER' && hasArticle(sentence, run)) return false;
  const text = runText(reading, sentence, run);
  const entity = name.type === 'PER' ? personNamed(reading, text) : reading.entities.unlisted(text, 'ngo');
  entity.confidence = 0.6;
  addEntityMention(reading, sentence, run, entity, `name.recognised.${name.type === 'PER' ? 'person' : 'organisation'}`);
  return true;
}

/** First token of what stands before a title in the same noun phrase: owner and adjectives. */
function phraseStart(sentence: Sentence, title: number): number {
  let first = title;
  for (let at = title - 1; at >= 0; at--) {
    const token = sentence.tokens[at]!;
    if (token.xpos === 'POS' || token.upos === 'DET') break;
    if (token.upos !== 'ADJ' && token.upos !== 'PROPN' && token.upos !== 'NOUN') break;
    first = at;
  }
  return first;
}

function readTitled(
  reading: Reading,
  sentence: Sentence,
  run: NameRun,
  person: Entity,
  office: { title: TitlePhrase; rule: string },
): boolean {
  const owner: Owner | undefined = findOwner(reading, sentence, office.title);
  assignOffice(reading, sentence, person, office.title, owner);
  const mention = addPersonMention(
    reading,
    sentence,
    run,
    person,
    office.rule,
    office.rule === 'person.title-before' ? phraseStart(sentence, office.title.first) : run.first,
  );
  for (let at = office.title.first; at <= office.title.last; at++) reading.bearers[sentence.index]!.set(at, mention);
  if (owner)
    reading.officeMentions.push({ phrase: office.title.entry.phrase, owner: owner.entity, person, sentence: sentence.index });
  return true;
}

/** Only an unknown name that does something or has something done to it is worth a note. */
function isArgument(reading: Reading, sentence: Sentence, run: NameRun): boolean {
  const tree = reading.tree(sentence.index);
  return ['nsubj', 'obj', 'iobj'].includes(base(tree.token(tree.headOf(run.first, run.last))));
}

/** Second chance for open runs, once every full name of the article is known. */
export function closeRuns(reading: Reading, open: readonly OpenRun[]): void {
  for (const { sentence, run } of open) {
    const text = runText(reading, sentence, run);
    const known = knownBearer(reading, text);
    if (known) addEntityMention(reading, sentence, run, known, 'name.again');
    else if (readTagged(reading, sentence, run)) continue;
    else if (isArgument(reading, sentence, run))
      reading.abstain(
        { start: sentence.tokens[run.first]!.start, end: sentence.tokens[run.last]!.end },
        `name "${text}" of unknown kind`,
        'name.unknown',
      );
  }
}
