import { compareText } from './network.ts';

/** A word that one side uses more than the others do. */
export interface KeyWord {
  readonly word: string;
  readonly times: number;
  /** Pearson's chi-square of the word against all others, this side against the rest. */
  readonly keyness: number;
}

/** Below, chi-square of a fourfold table says little, and 3.84 is what one in twenty reach by chance. */
const [LEAST_TIMES, LEAST_KEYNESS, MOST] = [2, 3.84, 10];

/**
 * For each list of words those that it has more often than all lists together would lead one to expect, most telling
 * first. Words of grammar, which all use, fall out by themselves.
 *
 * Reference: M. Scott, PC analysis of key words, System 25 (1997) 233-245.
 */
export function keyWords(lists: readonly (readonly string[])[]): KeyWord[][] {
  const counts = lists.map(tally);
  const all = tally(lists.flat());
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  return counts.map((own, side) => {
    const size = lists[side]!.length;
    return [...own]
      .map(([word, times]) => ({ word, times, keyness: chiSquare(times, all.get(word)! - times, size, total - size) }))
      .filter(
        ({ word, times, keyness }) => times >= LEAST_TIMES && keyness >= LEAST_KEYNESS && times * total > all.get(word)! * size,
      )
      .sort((a, b) => b.keyness - a.keyness || compareText(a.word, b.word))
      .slice(0, MOST);
  });
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Of the table: the word here and there, other words here and there. */
function chiSquare(here: number, there: number, sizeHere: number, sizeThere: number): number {
  const [otherHere, otherThere] = [sizeHere - here, sizeThere - there];
  const total = sizeHere + sizeThere;
  const margins = (here + there) * (otherHere + otherThere) * sizeHere * sizeThere;
  const difference = here * otherThere - there * otherHere;
  return margins === 0 ? 0 : (total * difference * difference) / margins;
}
