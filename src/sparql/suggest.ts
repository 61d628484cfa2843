import { distance } from 'fastest-levenshtein';

const LIMIT = 3;

/** Up to three of `names` that look most like `word`, nearest first; none that shares less than half of its letters. */
export const nearest = (word: string, names: Iterable<string>): readonly string[] => {
  const lower = word.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, gap: gapBetween(lower, name.toLowerCase()) }))
    .filter(({ name, gap }) => gap <= Math.max(lower.length, name.length) / 2)
    .sort((a, b) => a.gap - b.gap || (a.name < b.name ? -1 : 1))
    .slice(0, LIMIT)
    .map(({ name }) => name);
};

/** Edit distance, except that a name which contains the word is near however long it is. */
const gapBetween = (word: string, name: string): number => (word.length > 2 && name.includes(word) ? 1 : distance(word, name));

/** `did you mean "a" or "b"?`, or the fallback where nothing is near. */
export const didYouMean = (word: string, names: Iterable<string>, fallback: string): string => {
  const found = nearest(word, names).map((name) => `"${name}"`);
  return found.length === 0 ? fallback : `did you mean ${found.join(' or ')}?`;
};
