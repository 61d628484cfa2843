import { nameKey } from '../../lexicon/forms.ts';
import type { NameEntry, PlaceEntry } from '../../lexicon/types.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';

/** A stretch of a sentence that stands in the lexicon, and what it may name there. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly names: readonly NameEntry[];
  readonly places: readonly PlaceEntry[];
}

/** "the representative of KAZAKHSTAN": a state's name in capitals, as minutes set it. */
function inCapitals({ lexicon }: Reading, surface: string): readonly NameEntry[] {
  if (!/^\p{Lu}{4,}(?: \p{Lu}{2,})*$/u.test(surface)) return [];
  const form = surface.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase());
  return (lexicon.names.get(form) ?? []).filter(
    ({ kind, actor }) => kind === 'name' && lexicon.actors.get(actor)?.type === 'state',
  );
}

function longestMatch(reading: Reading, sentence: Sentence, first: number): Match | undefined {
  const { lexicon } = reading;
  const limit = Math.min(sentence.tokens.length, first + lexicon.longestName);
  for (let last = limit - 1; last >= first; last--) {
    const surface = nameKey(reading.slice(sentence.index, first, last));
    const names = lexicon.names.get(surface) ?? inCapitals(reading, surface);
    const places = lexicon.places.get(surface) ?? [];
    if (names.length > 0 || places.length > 0) return { first, last, names, places };
  }
  return undefined;
}

/** The longest listed form that starts at a capitalised word; a determiner starts a name only with more behind it ("All Progressives Congress"). */
export function matchAt(reading: Reading, sentence: Sentence, first: number): Match | undefined {
  const token = sentence.tokens[first]!;
  if (token.upos === 'PUNCT' || low(token) === 'the' || !/^[^\p{Ll}]/u.test(token.form)) return undefined;
  const match = longestMatch(reading, sentence, first);
  return token.upos === 'DET' && match && match.last === first ? undefined : match;
}
