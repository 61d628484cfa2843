import type { TitleEntry } from '../../lexicon/types.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';

/** An office or role as it stands in a sentence. */
export interface TitlePhrase {
  /** Including modifiers ("deputy foreign minister"). */
  readonly first: number;
  readonly last: number;
  readonly entry: TitleEntry;
  /** "former", "ex-": the office is not held now. */
  readonly former: boolean;
}

const LONGEST = 6;

/** "UN envoy": a title that begins with the name of its owner is read without it, so that the owner is found. */
const namesOwner = (reading: Reading, sentence: Sentence, first: number, last: number): boolean => {
  const mention = first < last ? reading.covering(sentence.index, first) : undefined;
  return mention !== undefined && mention.last < last;
};

function entryEndingAt(reading: Reading, sentence: Sentence, last: number): { first: number; entry: TitleEntry } | undefined {
  for (let first = Math.max(0, last - LONGEST + 1); first <= last; first++) {
    const words = sentence.tokens.slice(first, last + 1);
    const forms = words.map(low).join(' ').replace(/ - /g, '-');
    const lemmas = [...words.slice(0, -1).map(low), words[words.length - 1]!.lemma.toLowerCase()].join(' ').replace(/ - /g, '-');
    const entry = reading.lexicon.titles.get(forms) ?? reading.lexicon.titles.get(lemmas) ?? counterpart(reading, words.map(low));
    if (entry && !namesOwner(reading, sentence, first, last)) return { first, entry };
  }
  return undefined;
}

/** "his Chinese counterpart": an office equal to that of the person named before. */
function counterpart(reading: Reading, words: readonly string[]): TitleEntry | undefined {
  const phrase = words.join(' ');
  if (!reading.isClass('counterpart', phrase)) return undefined;
  return { phrase, represents: 'state', role: 'counterpart', body: null };
}

const isModifier = (reading: Reading, word: string): boolean =>
  reading.lexicon.titleModifiers.has(word) || reading.lexicon.formerWords.has(word);

/** Every title phrase of a sentence, longest first at each end, modifiers taken in. */
export function findTitles(reading: Reading, sentence: Sentence): TitlePhrase[] {
  const found: TitlePhrase[] = [];
  for (let last = sentence.tokens.length - 1; last >= 0; last--) {
    const token = sentence.tokens[last]!;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'ADJ') continue;
    const match = entryEndingAt(reading, sentence, last);
    if (!match) continue;
    let { first } = match;
    let former = false;
    for (let before = sentence.tokens[first - 1]; before; before = sentence.tokens[first - 1]) {
      const isHyphen =
        before.form === '-' && sentence.tokens[first - 2] !== undefined && isModifier(reading, low(sentence.tokens[first - 2]!));
      if (!isHyphen && !isModifier(reading, low(before))) break;
      former ||= reading.lexicon.formerWords.has(low(before));
      first -= isHyphen ? 2 : 1;
    }
    found.unshift({ first, last, entry: match.entry, former });
    last = first;
  }
  return found;
}
