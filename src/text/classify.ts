import type { BlockKind } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { findDateline, readDatelineLine } from './dateline.ts';
import { type HeaderLine, readHeaderLine } from './header.ts';
import { isAllCaps, isCapitalised, wordsOf } from './names.ts';
import type { NewsWords } from './words.ts';

/** A stretch of text that becomes one block; `kind` is set where the markup already says it. */
export interface Stretch extends Span {
  readonly kind?: 'title' | 'heading' | 'other';
}

/** A stretch with its kind and what its line says about the article. */
export interface Classified extends Span {
  readonly kind: BlockKind;
  readonly line: HeaderLine | null;
}

/** Characters of a stretch that are looked at to classify it. */
const LOOK = 400;
/** Stretches among which the header is looked for. */
const HEADER_REACH = 12;
/** Stretches at the head and the foot of an article that may be header lines. */
const HEADER_LINES = 40;
const FOOTER_LINES = 3;
const STANDFIRST_LENGTH = 350;

interface Candidate extends Stretch {
  readonly text: string;
  readonly line: HeaderLine | null;
}

/**
 * Tells headline, header lines, prose and what stands below it. The headline is the first stretch that is neither
 * prose nor a header line; prose is what ends like a sentence. An article may have no header at all.
 */
export function classify(text: string, stretches: readonly Stretch[], words: NewsWords): Classified[] {
  const candidates = stretches.map((stretch, i): Candidate => {
    const head = text.slice(stretch.start, Math.min(stretch.end, stretch.start + LOOK)).replace(/\s+/g, ' ');
    return {
      ...stretch,
      text: head,
      line: i < HEADER_LINES || i >= stretches.length - FOOTER_LINES ? readHeaderLine(head, words) : null,
    };
  });
  const bodyStart = findBody(candidates, words);
  const header = classifyHeader(candidates.slice(0, bodyStart), words);
  const title = candidates[header.findIndex((block) => block.kind === 'title')]?.text.toLowerCase();
  return [...header, ...classifyBody(candidates.slice(bodyStart), header, title, words)];
}

const TERMINAL = /[.!?:;,][”"’'»)\]]*$/;
const ABBREVIATED = /(?:\b\p{Lu}\.)+$/u;

const SPEAKER_LABEL = /^\p{Lu}[\p{L}. '-]{0,40}:\s/u;

/** Prose ends like a sentence, holds several, or is too long for a headline. */
function isProse(candidate: Candidate, at = 1): boolean {
  if (candidate.kind === 'title' || candidate.kind === 'heading' || isCertain(candidate)) return false;
  const { text } = candidate;
  if (text.length > 250 || wordsOf(text).length > 30) return true;
  if (at > 0 && SPEAKER_LABEL.test(text) && TERMINAL.test(text)) return true;
  if (/[?!]$/.test(text) && !/[.!?]["”’]?\s/.test(text)) return false;
  return TERMINAL.test(text) && !ABBREVIATED.test(text);
}

const isCertain = (candidate: Candidate): boolean => candidate.line?.certain === true;

/** A headline may end with a full stop: if its words are capitalised, or a wire story's dateline follows. */
function isStoppedTitle(candidate: Candidate, next: Candidate | undefined, words: NewsWords): boolean {
  const { text } = candidate;
  if (candidate.kind || !next || text.length > 150 || !/[^.]\.$|…\.?$/.test(text) || /[.!?]["”’]?\s+["“‘]?\p{Lu}/u.test(text))
    return false;
  const long = wordsOf(text).filter((word) => word.length > 3);
  if (long.length > 3 && long.filter(isCapitalised).length >= 0.8 * long.length) return true;
  return findDateline(next.text, { words, occursInLowerCase: () => true, hasSpeakerLabels: false }) !== null;
}

/** Index of the first stretch of the body. */
function findBody(candidates: readonly Candidate[], words: NewsWords): number {
  if (candidates.length === 0) return 0;
  if (candidates.length === 1) return isCertain(candidates[0]!) || candidates[0]!.kind ? 1 : 0;
  const reach = candidates.slice(0, HEADER_REACH);
  const stopped = isStoppedTitle(candidates[0]!, candidates[1], words);
  let prose = reach.findIndex((candidate, at) => isProse(candidate, at) && !(stopped && at === 0));
  if (prose < 0) prose = firstAfterHeader(candidates);
  const [last, first] = [candidates[prose - 1], candidates[prose]];
  if (last && first && repeats(first, last)) prose++;
  const standfirst = prose > 0 && prose <= 2 ? candidates[prose] : undefined;
  return standfirst ? afterStandfirst(candidates, standfirst, prose, words) : prose;
}

const repeats = (a: Candidate, b: Candidate): boolean => a.text.toLowerCase() === b.text.toLowerCase();

/** Without any prose, one headline and the lines that are certainly header are the header. */
function firstAfterHeader(candidates: readonly Candidate[]): number {
  let at = 0;
  let titled = false;
  while (
    at < candidates.length &&
    (isCertain(candidates[at]!) || !titled || (at > 0 && repeats(candidates[at]!, candidates[at - 1]!)))
  ) {
    titled ||= !isCertain(candidates[at]!);
    at++;
  }
  return at;
}

/** A summary sentence between headline and byline belongs to the header. */
function afterStandfirst(candidates: readonly Candidate[], standfirst: Candidate, prose: number, words: NewsWords): number {
  if (standfirst.end - standfirst.start > STANDFIRST_LENGTH || readDatelineLine(standfirst.text, words)) return prose;
  let at = prose + 1;
  while (at < candidates.length && isCertain(candidates[at]!)) at++;
  const followed = candidates[at];
  return at > prose + 1 && followed && isProse(followed) ? at : prose;
}

function classifyHeader(candidates: readonly Candidate[], words: NewsWords): Classified[] {
  const titleAt = findTitle(candidates, words);
  const title = candidates[titleAt];
  return candidates.map((candidate, i): Classified => {
    const { start, end, line } = candidate;
    if (i === titleAt || (title && repeats(candidate, title)))
      return { ...valueSpan(candidate), kind: 'title', line: isCertain(candidate) ? line : null };
    if (candidate.kind) return { start, end, kind: candidate.kind, line: null };
    if (i < titleAt && !isCertain(candidate)) return { start, end, kind: 'other', line: null };
    const read = line && (line.certain || besideHeaderLine(candidates, i, titleAt)) ? line : null;
    return { start, end, kind: read?.kind ?? 'subtitle', line: read };
  });
}

/** The part of a labelled line ("Title: …") that is the value. */
function valueSpan(candidate: Candidate): Span {
  const value = candidate.line?.kind === 'title' ? candidate.line.value : undefined;
  return { start: candidate.start + (value?.start ?? 0), end: candidate.end };
}

function findTitle(candidates: readonly Candidate[], words: NewsWords): number {
  const marked = candidates.findIndex((candidate) => candidate.kind === 'title' || candidate.line?.kind === 'title');
  if (marked >= 0) return marked;
  const free = candidates.flatMap((candidate, i) => (candidate.kind === 'other' || isCertain(candidate) ? [] : [i]));
  const [first, second] = free;
  // "Joint statement, July 4, 2025" above the prose is a headline that holds the date.
  if (first === undefined) return candidates.findIndex((candidate) => (candidate.line?.names ?? 0) > 1);
  const kicker = second !== undefined && isKicker(candidates[first]!, candidates[second]!, words);
  return kicker ? second : first;
}

/** The name of a section, printed above the headline. */
function isKicker(candidate: Candidate, next: Candidate, words: NewsWords): boolean {
  const parts = wordsOf(candidate.text);
  if (repeats(candidate, next) || next.line || wordsOf(next.text).length < 4) return false;
  return (
    words.section.has(candidate.text.toLowerCase()) || (parts.length <= 2 && isAllCaps(candidate.text) && !isAllCaps(next.text))
  );
}

const besideHeaderLine = (candidates: readonly Candidate[], i: number, titleAt: number): boolean =>
  [i - 1, i + 1].some((j) => j !== titleAt && candidates[j] !== undefined && isCertain(candidates[j])) ||
  (i === titleAt + 1 &&
    i === candidates.length - 1 &&
    candidates[i]!.line?.kind === 'byline' &&
    wordsOf(candidates[i]!.text).length <= 3);

const RULE = /^[\s*_=~#.·•—–-]+$/;

function classifyBody(
  candidates: readonly Candidate[],
  header: readonly Classified[],
  title: string | undefined,
  words: NewsWords,
): Classified[] {
  return candidates.map((candidate, i): Classified => {
    const { start, end, text } = candidate;
    if (candidate.kind === 'other' || RULE.test(text) || isEnding(text, words)) return { start, end, kind: 'other', line: null };
    if (header.length > 0 && text.toLowerCase() === title) return { start, end, kind: 'title', line: null };
    const below = i >= candidates.length - FOOTER_LINES && i > 0 && isCertain(candidate) && candidate.line?.kind !== 'title';
    if (below && candidate.line) return { start, end, kind: candidate.line.kind, line: candidate.line };
    const heading = candidate.kind !== undefined || (i > 0 && isHeading(candidate, candidates[i + 1]));
    return { start, end, kind: heading ? 'heading' : 'paragraph', line: null };
  });
}

const isEnding = (text: string, words: NewsWords): boolean =>
  text.length < 60 &&
  (words.ending.has(text.replace(/^[\s*([{-]+|[\s*)\]}:.-]+$/g, '').toLowerCase()) || /^(?:©|\(c\)|copyright\b)/i.test(text));

/** A short line without a full stop between paragraphs of prose. */
function isHeading(candidate: Candidate, next: Candidate | undefined): boolean {
  const { text } = candidate;
  if (!next || text.length > 90 || wordsOf(text).length > 12 || /[.!?:;,…"”’)]$/.test(text)) return false;
  return /^["“‘]?[\p{Lu}\p{N}¿¡]/u.test(text) && isProse(next);
}
