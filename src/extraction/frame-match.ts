import type { FrameEntry } from '../lexicon/types.ts';
import type { Reading } from './reading.ts';
import { framePos, satisfies } from './syntax/slots.ts';
import { base, low } from './syntax/tree.ts';

/** A frame found at a token. */
export interface FrameHit {
  readonly sentence: number;
  readonly predicate: number;
  readonly frame: FrameEntry;
}

const NAMES: ReadonlySet<string> = new Set(['name', 'acronym', 'demonym', 'metonym']);

/** Words inside a name are no predicates ("Legal Aid Network"). */
const insideName = (reading: Reading, sentence: number, token: number): boolean => {
  const mention = reading.covering(sentence, token);
  return mention !== undefined && NAMES.has(mention.kind);
};

/** Frames of a predicate whose constraints hold, in the order of the lexicon: those that ask for most first. */
export function framesAt(reading: Reading, sentence: number, predicate: number): FrameEntry[] {
  const tree = reading.tree(sentence);
  const pos = framePos(tree, predicate);
  if (!pos || insideName(reading, sentence, predicate)) return [];
  const { frames } = reading.lexicon;
  const token = tree.token(predicate);
  const found =
    frames.get(`${token.lemma.toLowerCase()}/${pos}`) ?? (pos === 'A' ? frames.get(`${low(token)}/A`) : undefined) ?? [];
  return found.filter((frame) => frame.constraints.every((constraint) => satisfies(tree, predicate, constraint)));
}

/**
 * A noun that a verb's own frame already asks for ("voiced concern", "held talks") says nothing more than the verb.
 * Only constraints on words count: they are what makes the verb and the noun one predicate.
 */
export function spokenForByVerb(reading: Reading, sentence: number, predicate: number): boolean {
  const tree = reading.tree(sentence);
  const token = tree.token(predicate);
  if (token.upos !== 'NOUN' || token.head < 0 || !['obj', 'obl'].includes(base(token))) return false;
  const [frame] = framesAt(reading, sentence, token.head);
  return (
    frame?.constraints.some(
      (constraint) => /^ob[jl]/.test(constraint.slot) && constraint.lemmas.has(token.lemma.toLowerCase()),
    ) ?? false
  );
}

/** For each predicate of a sentence the frame that asks for most among those `accept` takes. */
export function frameHits(reading: Reading, sentence: number, accept: (frame: FrameEntry) => boolean): FrameHit[] {
  const hits: FrameHit[] = [];
  for (const token of reading.sentences[sentence]!.tokens) {
    const frame = framesAt(reading, sentence, token.index).find(accept);
    if (frame && !spokenForByVerb(reading, sentence, token.index)) hits.push({ sentence, predicate: token.index, frame });
  }
  return hits;
}
