import type { DateExpression } from '../model/syntax.ts';
import type { Reading } from './reading.ts';
import { base, outermostNoun } from './syntax/tree.ts';

const DAY = 86_400_000;
/** A report older than this many days before publication is history, not news. */
const NEWS_DAYS = 45;

const dayNumber = (iso: string): number => {
  const [year, month, day] = iso.split('-').map(Number);
  return Date.UTC(year!, (month ?? 1) - 1, day ?? 1) / DAY;
};

/** Clause token a word belongs to: the nearest verb above it. */
function clauseOf(reading: Reading, sentence: number, token: number): number {
  const tree = reading.tree(sentence);
  let at = token;
  for (let steps = 0; at >= 0 && steps < 30; steps++) {
    const word = tree.token(at);
    if (word.upos === 'VERB' || word.head < 0 || tree.dependents(at, 'cop').length > 0) return at;
    at = word.head;
  }
  return token;
}

/** True if a relative clause, full or reduced, stands between a predicate and a word below it. */
function inRelativeClause(reading: Reading, sentence: number, token: number, predicate: number): boolean {
  const tree = reading.tree(sentence);
  for (let at = token, steps = 0; at >= 0 && at !== predicate && steps < 30; at = tree.token(at).head, steps++)
    if (base(tree.token(at)) === 'acl') return true;
  return false;
}

/** A noun that is no part of a support verb is not timed by the verb above it ("condemned the launch on Wednesday"). */
function isBareNoun(reading: Reading, sentence: number, predicate: number): boolean {
  const tree = reading.tree(sentence);
  const token = tree.token(outermostNoun(tree, predicate));
  if (token.upos !== 'NOUN' || token.head < 0 || tree.dependents(predicate, 'cop').length > 0) return false;
  const above = tree.token(token.head);
  const effect = reading.lexicon.operators.get(`${above.lemma.toLowerCase()}/V`)?.effect;
  const carried = ['obj', 'obl', 'nsubj'].includes(base(token)) && (effect === 'light' || effect === 'aspect');
  return !carried && base(token) !== 'root';
}

/** First token of the clause a predicate heads, with the word that introduces it. */
function clauseStart(reading: Reading, sentence: number, predicate: number): number {
  const tree = reading.tree(sentence);
  const clause = clauseOf(reading, sentence, predicate);
  const own = tree.dependents(clause, 'nsubj', 'mark', 'advmod', 'aux').filter((child) => child < clause);
  return Math.min(clause, ...own.map((child) => tree.range(child).first));
}

/** The start of an open interval ("since May 2022" to "2022-05"), for what happened then. */
function startOf(date: DateExpression): DateExpression {
  const [from, to] = date.value.split('/');
  if (to !== '..' || !from) return date;
  const value = date.granularity === 'year' ? from.slice(0, 4) : date.granularity === 'month' ? from.slice(0, 7) : from;
  return { ...date, value, latest: date.latest ?? date.earliest };
}

/**
 * "since May 2022, when X vetoed …": a when-clause right behind a date is of that date.
 * "condemned the launch on Wednesday, while Y refused …": a clause set against another shares the date that ends it.
 */
function dateBeforeClause(reading: Reading, sentence: number, predicate: number): DateExpression | undefined {
  const tree = reading.tree(sentence);
  const start = clauseStart(reading, sentence, predicate);
  const opener = tree.tokens
    .slice(Math.max(0, start - 1), start + 1)
    .find((token) => ['when', 'while'].includes(token.form.toLowerCase()));
  if (!opener || tree.tokens[opener.index - 1]?.form !== ',') return undefined;
  const end = tree.token(opener.index - 1).start;
  const date = reading.dates[sentence]!.find((one) => one.end <= end && reading.text.slice(one.end, end).trim() === '');
  return date && opener.form.toLowerCase() === 'when' ? startOf(date) : date;
}

/**
 * The date expression that times a predicate: one in its own clause first, then one of a clause above it,
 * last the only one of the sentence. Regularity: a time adverbial modifies the clause it stands in and what that clause takes in.
 */
export function dateOf(
  reading: Reading,
  sentence: number,
  predicate: number,
  reach: 'clause' | 'sentence' = 'sentence',
  fits: (date: DateExpression) => boolean = () => true,
): DateExpression | undefined {
  const tree = reading.tree(sentence);
  const placed = reading.dates[sentence]!.filter(fits)
    .map((date) => ({ date, token: tree.at(date.start) }))
    .filter((one) => one.token >= 0);
  if (placed.length === 0) return undefined;
  const leading = dateBeforeClause(reading, sentence, predicate);
  if (leading && fits(leading)) return leading;
  const below = placed.filter((one) => tree.isAncestor(predicate, one.token));
  const own = below.filter((one) => clauseOf(reading, sentence, one.token) === clauseOf(reading, sentence, predicate));
  const pick = own[0] ?? below.find((one) => !inRelativeClause(reading, sentence, one.token, predicate));
  if (pick) return pick.date;
  const clause = clauseOf(reading, sentence, predicate);
  if (isBareNoun(reading, sentence, predicate)) return undefined;
  const same = placed.find((one) => clauseOf(reading, sentence, one.token) === clause);
  if (same) return same.date;
  if (reach === 'clause') return undefined;
  for (let at = tree.token(clause).head, steps = 0; at >= 0 && steps < 6; at = tree.token(at).head, steps++) {
    if (
      !['xcomp', 'conj', 'acl', 'advcl'].includes(base(tree.token(clause))) ||
      tree.dependents(clause, 'nsubj', 'csubj').length > 0
    )
      break;
    const above = placed.find((one) => clauseOf(reading, sentence, one.token) === at);
    if (above) return above.date;
  }
  return undefined;
}

/** When words were said: a printed report tells of words already spoken, so a date after its publication belongs to what they say. */
export function dateOfSaying(reading: Reading, sentence: number, predicate: number): DateExpression | undefined {
  const { published } = reading.document;
  return dateOf(
    reading,
    sentence,
    predicate,
    'clause',
    (date) => !published || (date.earliest ?? date.latest ?? published) <= published,
  );
}

/** True if a date lies clearly before the news. */
function isPast(reading: Reading, date: DateExpression | undefined, startCounts = false): boolean {
  const { published } = reading.document;
  const day = date?.latest ?? (startCounts ? date?.earliest : null);
  if (!day || !published) return false;
  return dayNumber(day) < dayNumber(published) - NEWS_DAYS;
}

/** "the war of 2020", "the 2019 annexation": a date that names a noun's own time does not tell when of what is said of it. */
function timesNoun(reading: Reading, sentence: number, date: DateExpression): boolean {
  const tree = reading.tree(sentence);
  const at = tree.headOf(tree.at(date.start), Math.max(tree.at(date.start), tree.at(date.end - 1)));
  const token = tree.token(at);
  if (token.head < 0 || tree.token(token.head).upos === 'VERB') return false;
  return ['compound', 'nummod', 'amod'].includes(base(token)) || (base(token) === 'nmod' && tree.preposition(at) === 'of');
}

/** True if the sentence or clause tells history: an old date governs it. */
export function isBackground(reading: Reading, sentence: number, predicate: number): boolean {
  const date = dateOf(reading, sentence, predicate);
  if (isPast(reading, date) && !timesNoun(reading, sentence, date!)) return true;
  const tree = reading.tree(sentence);
  const clause = clauseOf(reading, sentence, predicate);
  const relation = base(tree.token(clause));
  if (relation !== 'advcl' && tree.token(clause).deprel !== 'acl:relcl') return false;
  return reading.dates[sentence]!.some(
    (one) =>
      isPast(reading, one, true) &&
      tree.at(one.end - 1) < clause &&
      clause - tree.at(one.end - 1) <= 8 &&
      tree.dependents(clause, 'mark', 'advmod').some((mark) => ['when', 'after'].includes(tree.token(mark).form.toLowerCase())),
  );
}
