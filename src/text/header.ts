import type { BlockKind } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { findDate, toIsoDay } from './dates.ts';
import { agencyList, isCapitalised, isNameLike, wordsOf } from './names.ts';
import type { NewsWords } from './words.ts';

/** What a line above (or below) the prose says about the article. */
export interface HeaderLine {
  readonly kind: BlockKind;
  /** False where only its place beside other header lines makes the reading likely. */
  readonly certain: boolean;
  readonly title?: string;
  readonly outlet?: string;
  readonly agencies?: readonly string[];
  readonly page?: string;
  readonly published?: string;
  readonly language?: string;
  readonly place?: string;
  /** Words of a date line that are neither date nor page and name no outlet or place. */
  readonly names?: number;
  /** The part of the line that the value takes, where a label stands before it. */
  readonly value?: Span;
}

/** Longest line that is looked at. */
const MAX_LENGTH = 160;

/** Reads one line as label, date line, byline, agency line or masthead; null if it is none of them. */
export function readHeaderLine(line: string, words: NewsWords): HeaderLine | null {
  if (line.length > MAX_LENGTH) return null;
  return (
    labelLine(line, words) ??
    dateLine(line, words) ??
    agencyLine(line, words) ??
    byline(line, words) ??
    masthead(line, words) ??
    weakMasthead(line, words) ??
    weakByline(line, words)
  );
}

function labelLine(line: string, words: NewsWords): HeaderLine | null {
  const match = /^([\p{L}][\p{L} -]{0,20}):(?:\s+|$)/u.exec(line);
  const field = match && words.label.get(match[1]!.toLowerCase());
  if (!match || !field) return null;
  const value = line.slice(match[0].length);
  const span = { start: match[0].length, end: line.length };
  if (value === '' || field === 'other') return OTHER;
  switch (field) {
    case 'title':
      return { kind: 'title', certain: true, title: value, value: span };
    case 'outlet':
      if (!isNameLike(wordsOf(value), words, 6)) return null;
      return agencyLine(value, words) ?? { kind: 'masthead', certain: true, outlet: value };
    case 'date':
      return dateLine(value, words);
    case 'agency':
      return agencyLine(value, words);
    case 'page':
      return { kind: 'other', certain: true, page: value };
    case 'language':
      return /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(value) ? { kind: 'other', certain: true, language: value } : OTHER;
    default:
      return isNameLike(wordsOf(value), words, 8) ? { kind: 'byline', certain: true } : null;
  }
}

const OTHER: HeaderLine = { kind: 'other', certain: true };

const PAGE = (words: NewsWords): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${[...words.page.keys()].join('|')})(?!\\p{L})\\.?\\s*([\\p{L}]?\\d[\\d-]*)`, 'iu');
const CLOCK = /(?<!\d)\d{1,2}(?:[:.h]\d\d){1,2}(?!\d)/g;

/** A line with a full date and little else: weekday, time, page, and an outlet or a place. */
function dateLine(line: string, words: NewsWords): HeaderLine | null {
  const date = findDate(line, words);
  const published = date && toIsoDay(date);
  // A bracket after the date holds an agency: that line is a dateline.
  if (!date || !published || /[([][^)\]]*[)\]]$/.test(line.slice(date.end))) return null;
  const page = PAGE(words).exec(line)?.[1];
  const before = otherWords(line.slice(0, date.start), words);
  const after = otherWords(line.slice(date.end), words);
  const rest = [...before, ...after];
  if (
    rest.length > 6 ||
    (rest.length > 0 && !rest.every((word) => isCapitalised(word) || words.particle.has(word.toLowerCase())))
  )
    return null;
  const source = placeOrOutlet(line, date, before, words);
  const names = source.outlet ? 0 : rest.length;
  return { kind: 'date', certain: true, published, names, ...(page === undefined ? {} : { page }), ...source };
}

const otherWords = (text: string, words: NewsWords): string[] =>
  wordsOf(text.replace(PAGE(words), ' ').replace(CLOCK, ' ')).filter(
    (word) => !words.weekday.has(word.toLowerCase()) && !words.stamp.has(word.toLowerCase()) && /\p{L}/u.test(word),
  );

/** "Koror, Thursday 3 September 2026" names a place, "The Guardian | 18 April 2024" an outlet. */
function placeOrOutlet(
  line: string,
  date: Span,
  before: readonly string[],
  words: NewsWords,
): { place?: string; outlet?: string } {
  if (before.length === 0 || !isNameLike(before, words, 5)) return {};
  const name = before.join(' ');
  if (isPressName(before, words) || words.article.has(before[0]!.toLowerCase())) return { outlet: name };
  return /,[^,]*$/.test(line.slice(0, date.start)) && line.startsWith(name) ? { place: name } : {};
}

const isPressName = (parts: readonly string[], words: NewsWords): boolean =>
  parts.some((part) => isCapitalised(part) && words.press.has(part.toLowerCase()));

function agencyLine(line: string, words: NewsWords): HeaderLine | null {
  const agencies = agencyList(afterBy(line, words) ?? line, words);
  return agencies ? { kind: 'agency', certain: true, agencies } : null;
}

/** What follows "By", "From our", "Por"; undefined if the line does not begin so. */
function afterBy(line: string, words: NewsWords): string | undefined {
  const lower = line.toLowerCase();
  for (const opening of words.by.keys()) if (lower.startsWith(`${opening} `)) return line.slice(opening.length + 1);
  return undefined;
}

function byline(line: string, words: NewsWords): HeaderLine | null {
  if (/[.!?]["”’]?$/.test(line) && !/\b\p{Lu}\.$/u.test(line)) return null;
  const parts = wordsOf(line);
  if (parts.length > 14) return null;
  const rest = afterBy(line, words);
  if (rest !== undefined && (opensWithName(rest) || isRoleLine(wordsOf(rest), words))) return { kind: 'byline', certain: true };
  return isRoleLine(parts, words) ? { kind: 'byline', certain: true } : null;
}

const opensWithName = (rest: string): boolean => /^\p{Lu}[\p{L}.'’-]*\s+(?:[\p{L}'’-]+\s+){0,2}?\p{Lu}/u.test(rest);

/** "Pacific correspondent", "Jane Doe, Diplomatic Editor", "From our correspondent in Tbilisi". */
function isRoleLine(parts: readonly string[], words: NewsWords): boolean {
  if (parts.length > 8 || !parts.some((part) => words.role.has(part.toLowerCase()))) return false;
  return parts.every((part) => {
    const lower = part.toLowerCase();
    return isCapitalised(part) || words.role.has(lower) || words.modifier.has(lower) || words.particle.has(lower);
  });
}

function masthead(line: string, words: NewsWords): HeaderLine | null {
  const outlet = afterMasthead(line, words);
  if (outlet !== undefined && isNameLike(wordsOf(outlet), words, 6)) return { kind: 'masthead', certain: true, outlet };
  if (/^(?:www\.)?[\w-]+(?:\.[a-z]{2,})+$/.test(line)) return { kind: 'masthead', certain: true, outlet: line };
  const parts = wordsOf(line);
  if (/[.!?,:;]$/.test(line) || !isNameLike(parts, words, 5) || !isPressName(parts, words)) return null;
  return { kind: 'masthead', certain: true, outlet: line };
}

function afterMasthead(line: string, words: NewsWords): string | undefined {
  const lower = line.toLowerCase();
  let best = '';
  for (const cue of words.masthead.keys())
    if (cue.length > best.length && (lower.startsWith(`${cue} `) || lower.startsWith(`${cue}: `))) best = cue;
  return best === '' ? undefined : line.slice(best.length).replace(/^:?\s+/, '');
}

/** "El Cronista del Plata" beside a date line. */
function weakMasthead(line: string, words: NewsWords): HeaderLine | null {
  const parts = wordsOf(line);
  if (parts.length < 2 || /[.!?,:;]$/.test(line)) return null;
  return isNameLike(parts, words, 5) && words.article.has(parts[0]!.toLowerCase())
    ? { kind: 'masthead', certain: false, outlet: line }
    : null;
}

/** "Jane Doe", "Jane Doe in Kyiv" beside another header line. */
function weakByline(line: string, words: NewsWords): HeaderLine | null {
  if (/[.!?:;]$/.test(line)) return null;
  const [person = '', place] = line.split(/\s+(?:in|en)\s+/);
  const parts = wordsOf(person);
  if (parts.length < 2 || parts.length > 4 || !parts.every(isCapitalised)) return null;
  return place === undefined || isNameLike(wordsOf(place), words, 3) ? { kind: 'byline', certain: false } : null;
}
