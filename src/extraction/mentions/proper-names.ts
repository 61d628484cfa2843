import type { ActorType } from '../../model/extraction.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import type { TitlePhrase } from './titles.ts';

/** A run of capitalised words that no list explains. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
}

/** Words that hold a name together from the inside: "Charles de Gaulle", "Mohammed bin Salman", "Kassym-Jomart". */
const LINKS = new Set([
  'and',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'della',
  'di',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'el',
  'ul',
  'abu',
  'le',
  'la',
  'y',
  'e',
  '-',
  '’',
  "'",
]);

const isCapital = (form: string): boolean =>
  /^\p{Lu}/u.test(form) && !/^[A-Z]\.?$/.test(form) ? true : /^\p{Lu}\.?$/u.test(form);

function canStand(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i];
  if (!token || !isCapital(token.form)) return false;
  if (token.upos === 'PROPN') return true;
  if (['PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'PUNCT', 'NUM', 'INTJ'].includes(token.upos)) return false;
  return i > 0 && !startsQuoteOrSentence(sentence, i);
}

const startsQuoteOrSentence = (sentence: Sentence, i: number): boolean => {
  const before = sentence.tokens[i - 1];
  return before === undefined || before.upos === 'PUNCT';
};

export const CALENDAR =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

const isHonorific = (reading: Reading, form: string): boolean => reading.lexicon.honorifics.has(form);

/** "Wendy Sandoval-Pop", "Ri Un-hui": what a hyphen ties to a name word without a space; "Kim-led" is an adjective. */
function endsHyphenated(sentence: Sentence, at: number): boolean {
  const [before, hyphen, token] = [sentence.tokens[at - 2], sentence.tokens[at - 1], sentence.tokens[at]!];
  if (!before || hyphen?.form !== '-' || hyphen.start !== before.end || token.start !== hyphen.end) return false;
  return token.upos === 'PROPN' || (token.upos === 'NOUN' && isCapital(token.form));
}

/** Maximal runs of name words that neither a listed mention, a body nor a title covers. */
export function findNameRuns(reading: Reading, sentence: Sentence, titles: readonly TitlePhrase[]): NameRun[] {
  const taken = (i: number): boolean =>
    reading.covering(sentence.index, i) !== undefined ||
    titles.some((title) => title.first <= i && i <= title.last) ||
    isHonorific(reading, sentence.tokens[i]!.form);
  const stands = (i: number): boolean => canStand(sentence, i) && !taken(i) && !CALENDAR.test(sentence.tokens[i]!.form);
  const runs: NameRun[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    if (!stands(i)) continue;
    let last = i;
    for (let next = i + 1; next < sentence.tokens.length; next++) {
      if (stands(next) || (next - last === 2 && endsHyphenated(sentence, next) && !taken(next))) last = next;
      else if (!LINKS.has(low(sentence.tokens[next]!)) || next - last > 2) break;
    }
    for (const part of conjuncts(reading, sentence, { first: i, last })) {
      const run = wholeName(reading, sentence, part);
      const before = runs[runs.length - 1];
      if (before && isOneName(reading, sentence, before, run)) runs[runs.length - 1] = { first: before.first, last: run.last };
      else runs.push(run);
    }
    i = last;
  }
  return runs;
}

/** "Rosa Prieto and Juan Rojas" are two; only an organisation has "and" in its name ("Transport and Harbour Union"). */
function conjuncts(reading: Reading, sentence: Sentence, run: NameRun): NameRun[] {
  if (organisationType(reading, sentence, run)) return [run];
  const parts: NameRun[] = [];
  let { first } = run;
  for (let at = run.first + 1; at < run.last; at++) {
    if (low(sentence.tokens[at]!) !== 'and') continue;
    parts.push({ first, last: at - 1 });
    first = at + 1;
  }
  return [...parts, { first, last: run.last }];
}

/** "Unity and Labour Party": two runs joined by "and" of which only the second has the word for an organisation. */
function isOneName(reading: Reading, sentence: Sentence, before: NameRun, run: NameRun): boolean {
  const and = sentence.tokens[before.last + 1];
  if (before.last + 2 !== run.first || !and || low(and) !== 'and' || before.first !== before.last) return false;
  return organisationType(reading, sentence, run) === 'party' && organisationType(reading, sentence, before) === undefined;
}

/**
 * An organisation's name takes in the listed name it begins with ("Tbilisi Legal Aid Network") and the of-phrase
 * it ends with ("Agrarian Union of the Chaco"); a person's name does neither.
 */
function wholeName(reading: Reading, sentence: Sentence, run: NameRun): NameRun {
  const type = organisationType(reading, sentence, run) ?? cueBeforeOf(reading, sentence, run);
  if (!type || type === 'place') return run;
  const before = reading.covering(sentence.index, run.first - 1);
  const first =
    before && before.last === run.first - 1 && before.kind !== 'description' && before.entity.type !== 'person'
      ? before.first
      : run.first;
  return { first, last: ofPhraseEnd(sentence, run.last) };
}

/** "Movement of the Quay": a name that starts with the word for what it is. */
const cueBeforeOf = (reading: Reading, sentence: Sentence, run: NameRun): ActorType | 'place' | undefined =>
  run.first === run.last && ofPhraseEnd(sentence, run.last) > run.last
    ? reading.lexicon.nameCues.get(sentence.tokens[run.first]!.form)?.type
    : undefined;

function ofPhraseEnd(sentence: Sentence, last: number): number {
  const of = sentence.tokens[last + 1];
  if (!of || low(of) !== 'of') return last;
  let at = last + 2;
  if (sentence.tokens[at] && low(sentence.tokens[at]!) === 'the') at++;
  if (sentence.tokens[at]?.upos !== 'PROPN') return last;
  while (sentence.tokens[at + 1]?.upos === 'PROPN') at++;
  return at;
}

/** Type of an organisation by the word its name ends or starts with ("… Party", "… Institute"), or undefined. */
export function organisationType(reading: Reading, sentence: Sentence, run: NameRun): ActorType | 'place' | undefined {
  const all = sentence.tokens.slice(run.first, run.last + 1).map((token) => token.form);
  const of = all.indexOf('of');
  const words = of > 0 ? all.slice(0, of) : all;
  const last = reading.lexicon.nameCues.get(words[words.length - 1]!);
  if (last && (last.position === 'last' || last.position === 'any') && (words.length > 1 || of > 0)) return last.type;
  const first = reading.lexicon.nameCues.get(words[0]!);
  if (first && (first.position === 'first' || first.position === 'any')) return first.type;
  for (const word of words.slice(1)) {
    const cue = reading.lexicon.nameCues.get(word);
    if (cue?.position === 'any') return cue.type;
  }
  return undefined;
}
