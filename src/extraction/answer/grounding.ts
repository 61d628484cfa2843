import type { Span } from '../../model/span.ts';

const ESCAPED = /[\\^$.*+?()[\]{}|]/g;

const pattern = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(ESCAPED, '\\$&'))
    .join('\\s+');

/**
 * Where an article has the words of a quote: character by character, but for blanks and line ends, which a model cannot see as
 * they are. Undefined where it has them not.
 */
export function findQuote(text: string, quote: string): Span | undefined {
  const exact = text.indexOf(quote);
  if (exact >= 0) return { start: exact, end: exact + quote.length };
  const match = new RegExp(pattern(quote), 'u').exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** All places where a name stands as whole words. */
export function findName(text: string, name: string): Span[] {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern(name)}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(whole)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The words inside a stretch of text, ignoring case; undefined where they do not stand there. */
export function findWithin(text: string, { start, end }: Span, words: string): Span | undefined {
  const match = new RegExp(pattern(words), 'iu').exec(text.slice(start, end));
  return match ? { start: start + match.index, end: start + match.index + match[0].length } : undefined;
}
