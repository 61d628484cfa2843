import type { Span } from '../model/span.ts';
import { findDate, findYearlessDate, type PrintedDate } from './dates.ts';
import { isAgency, isAllCaps, isCapitalised, isNameLike, wordsOf } from './names.ts';
import type { NewsWords } from './words.ts';

/** What opens a wire story: offsets count from the start of the paragraph. */
export interface OpeningDateline extends Span {
  readonly place: string | null;
  readonly placeSpan: Span | null;
  readonly agency: string | null;
  readonly date: PrintedDate | null;
}

/** What is known beside the paragraph itself when a dateline is looked for. */
export interface DatelineContext {
  readonly words: NewsWords;
  /** Tells names of places; without it the shape of the words decides. */
  readonly isPlaceName?: ((name: string) => boolean) | undefined;
  /** True if the name also occurs in the article without a capital, and so is no name. */
  readonly occursInLowerCase: (name: string) => boolean;
  /** True if other paragraphs open with "NAME:", as in an interview. */
  readonly hasSpeakerLabels: boolean;
}

/** Longest dateline that is looked for. */
const REACH = 110;
/** What may begin the sentence after a dateline. */
const OPENING = /^["“”‘’'«„¿¡([]*[\p{Lu}\p{N}]/u;

/**
 * Finds the dateline that opens a paragraph: "UNITED NATIONS, June 26 (Reuters) - ", "NICOSIA, Cyprus (AP) — ",
 * "NEW DELHI, September 11. /TASS/. ", "Beijing. ", "GENEVA — ". A place alone needs a second sign: capitals
 * throughout, or a name known (or, where no one tells, likely) to be a place.
 */
export function findDateline(paragraph: string, context: DatelineContext): OpeningDateline | null {
  const opening = paragraph.slice(0, REACH + 40);
  for (const cut of cuts(opening, context.words)) {
    if (!OPENING.test(opening.slice(cut.next))) continue;
    const head = readHead(opening.slice(0, cut.headEnd), context.words);
    const agency = head?.agency ?? cut.agency;
    if (head && isPlausible(head, agency !== null, cut.mark, context)) return { start: 0, end: cut.end, ...head, agency };
  }
  return null;
}

/** Reads a line that is nothing but a dateline ("BEIJING, July 11 (Xinhua)"). */
export function readDatelineLine(line: string, words: NewsWords): OpeningDateline | null {
  if (line.length > REACH) return null;
  const head = readHead(line.replace(/\s*[-—–.:]+$/, ''), words);
  return head?.place && (head.agency || head.date) ? { start: 0, end: line.length, ...head } : null;
}

type Mark = 'dash' | 'slash' | 'paren' | 'stop' | 'colon';

/** A place where a dateline may end: where its head ends, where it ends itself, where the story begins. */
interface Cut {
  readonly mark: Mark;
  readonly headEnd: number;
  readonly end: number;
  readonly next: number;
  readonly agency: string | null;
}

const SLASHED = /[.,]?\s*\/([^/\n]{2,25})\/[.,]?(?:\s*[-—–]+)?/;
const DASH = /\s+-{1,2}|\s*(?:[—–―]|--)|(?<=[).])\.?-(?=\s)/g;
const PAREN = /\)[.:]?(?=\s)/g;
const STOP = /\.(?=\s)/g;
const COLON = /:(?=\s)/;

function* cuts(text: string, words: NewsWords): Generator<Cut> {
  const slashed = SLASHED.exec(text);
  if (slashed && isNameLike(wordsOf(slashed[1]!), words, 3))
    yield cutAt(text, 'slash', slashed.index, slashed, slashed[1]!.trim());
  for (const dash of text.matchAll(DASH)) {
    if (!/\s/.test(text[dash.index + dash[0].length] ?? ' ') && dash[0].trim() === '-') continue;
    yield withTrailingAgency(text, cutAt(text, 'dash', dash.index, dash, null), words);
  }
  for (const paren of text.matchAll(PAREN)) yield cutAt(text, 'paren', paren.index + 1, paren, null);
  for (const stop of text.matchAll(STOP)) yield cutAt(text, 'stop', stop.index, stop, null);
  const colon = COLON.exec(text);
  if (colon) yield cutAt(text, 'colon', colon.index, colon, null);
}

function cutAt(text: string, mark: Mark, headEnd: number, match: { index: number; 0: string }, agency: string | null): Cut {
  const end = match.index + match[0].length;
  return { mark, headEnd, end, next: skipSpace(text, end), agency };
}

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
};

/** "MOSCOW, June 26 - RIA Novosti. Russia …": a known agency after the dash still belongs to the dateline. */
function withTrailingAgency(text: string, cut: Cut, words: NewsWords): Cut {
  const match = /^([\p{L} -]{2,25})[.,]\s/u.exec(text.slice(cut.next));
  if (!match || !isAgency(match[1]!, words)) return cut;
  const end = cut.next + match[1]!.length + 1;
  return { ...cut, end, next: skipSpace(text, end), agency: match[1]! };
}

interface Head {
  readonly place: string | null;
  readonly placeSpan: Span | null;
  readonly agency: string | null;
  readonly date: PrintedDate | null;
}

const BRACKETED = /\s*[([]([^()[\]]{2,30})[)\]]\.?\s*$/;

/** Reads all of `text` as place, region, date and agency, each optional; null if anything is left over. */
function readHead(text: string, words: NewsWords): Head | null {
  const bracket = BRACKETED.exec(text);
  if (bracket && !isNameLike(wordsOf(bracket[1]!), words, 4) && !isAgency(bracket[1]!, words)) return null;
  const agency = bracket ? bracket[1]!.trim() : null;
  let rest = (bracket ? text.slice(0, bracket.index) : text).replace(/[\s.,]+$/, (end) => (end.startsWith('.') ? '.' : ''));
  const date = findDate(rest, words) ?? findYearlessDate(rest, words);
  if (date) {
    if (rest.slice(date.end).replace(/[.,\s]+/g, '') !== '') return null;
    rest = rest.slice(0, date.start).replace(/[\s,.]+$/, '');
  }
  rest = dropWeekday(rest, words);
  if (rest === '') return date || agency ? { place: null, placeSpan: null, agency, date } : null;
  const place = readPlace(rest, words);
  return place === null ? null : { place, placeSpan: { start: 0, end: place.length }, agency, date };
}

function dropWeekday(text: string, words: NewsWords): string {
  const match = /[,\s]+(?:on\s+)?(\p{L}+)\.?,?$/u.exec(text);
  return match && words.weekday.has(match[1]!.toLowerCase()) ? text.slice(0, match.index) : text;
}

/** The first place in "NICOSIA, Cyprus" or "LONDON/PARIS"; null if a part is no name. */
function readPlace(text: string, words: NewsWords): string | null {
  if (/[\d"“”()?!:;]/.test(text)) return null;
  const parts = text.split(/\s*,\s*|\s*\/\s*/);
  if (parts.length > 3 || !parts.every((part) => isNameLike(wordsOf(part), words, 5))) return null;
  if (parts.slice(1).some((part) => words.opener.has(part.toLowerCase()))) return null;
  return parts[0] || null;
}

/** "U.S. President …" is no dateline. */
const INITIALS = /(?:^|\s)(?:\p{Lu}\.)+\p{Lu}?$/u;

function isPlausible(head: Head, hasAgency: boolean, mark: Mark, context: DatelineContext): boolean {
  const { place, date } = head;
  if (place === null) return hasAgency && mark !== 'stop' && mark !== 'colon';
  if (context.words.opener.has(place.replace(/\.$/, '').toLowerCase()) || openedByTitle(place, context.words)) return false;
  if (mark === 'stop' && INITIALS.test(place)) return false;
  const known = context.isPlaceName?.(place);
  if (known && mark !== 'paren') return mark !== 'colon' || !context.hasSpeakerLabels;
  if (mark === 'slash' || date !== null) return true;
  const capitals = isAllCaps(place) && place.length > 3;
  if (mark === 'colon') return hasAgency && !context.hasSpeakerLabels;
  if (mark === 'paren') return capitals || (head.agency !== null && isAgency(head.agency, context.words));
  if (hasAgency || capitals) return true;
  return (known === undefined || mark === 'dash') && looksLikePlace(place, context);
}

/** "The U.S. Gen. …", "Exclusive Excerpt – …": no place, though capitalised. */
const openedByTitle = (place: string, words: NewsWords): boolean => {
  const parts = wordsOf(place);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  // "St. Petersburg" may begin, but not end, with an abbreviation; "Exclusive" may do neither.
  return (
    parts.length > 1 &&
    (words.opener.has(last.toLowerCase()) || (words.opener.has(first.toLowerCase()) && !place.startsWith(`${first}.`)))
  );
};

function looksLikePlace(place: string, context: DatelineContext): boolean {
  const parts = wordsOf(place);
  return parts.length <= 3 && place.length >= 4 && isCapitalised(place) && !context.occursInLowerCase(place);
}
