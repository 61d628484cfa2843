import type { NewsWords } from './words.ts';

/** Words with the marks at their ends taken off; `D.C.` keeps its inner stop. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[\s/|·•—–]+/)
    .map((word) => word.replace(/^[("“‘'[«]+|[)"”’'\]»,;:.]+$/g, ''))
    .filter((word) => word !== '' && word !== '-' && word !== '&');

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** True if every word is capitalised or a small word allowed inside names, and the first and last are capitalised. */
export function isNameLike(parts: readonly string[], words: NewsWords, maxWords: number): boolean {
  if (parts.length === 0 || parts.length > maxWords) return false;
  if (!isCapitalised(parts[0]!) || !isCapitalised(parts.at(-1)!)) return false;
  return parts.every((part) => isCapitalised(part) || words.particle.has(part.toLowerCase()));
}

export const isAllCaps = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** True for the name of a known agency, whatever its case where the name is not a common word. */
export const isAgency = (name: string, words: NewsWords): boolean =>
  words.agencyNames.has(name) || (name.length > 3 && words.agency.has(name.toLowerCase()));

const JOINT = /\s*(?:[,;&/|+]|\s(?:and|y|e|with|con)\s)\s*/i;

/** The agencies a line lists ("AFP and Sputnik"), or null if it is no such list. At least one must be known. */
export function agencyList(line: string, words: NewsWords): string[] | null {
  const bare = line.replace(/^[([/\s—–-]+|[)\]/.\s]+$/g, '');
  const parts = bare.split(JOINT).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5) return null;
  if (!parts.some((part) => isAgency(part, words))) return null;
  return parts.every((part) => isAgency(part, words) || isNameLike(wordsOf(part), words, 3)) ? parts : null;
}
