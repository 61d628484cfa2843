import type { FrameEntry } from '../lexicon/types.ts';
import type { Reading } from './reading.ts';
import { fillers, framePos, satisfies } from './syntax/slots.ts';

/** A frame found at a token. */
export interface FrameHit {
  readonly sentence: number;
  readonly predicate: number;
  readonly frame: FrameEntry;
}

/** Frames of a predicate whose constraints hold, the most specific first. */
export function framesAt(reading: Reading, sentence: number, predicate: number): FrameEntry[] {
  const tree = reading.tree(sentence);
  const pos = framePos(tree, predicate);
  if (!pos) return [];
  const lemma = tree.token(predicate).lemma.toLowerCase();
  const frames =
    reading.lexicon.frames.get(`${lemma}/${pos}`) ??
    (pos === 'A' ? reading.lexicon.frames.get(`${tree.token(predicate).form.toLowerCase()}/A`) : undefined) ??
    [];
  return frames
    .filter((frame) => frame.constraints.every((constraint) => satisfies(tree, predicate, constraint)))
    .sort((a, b) => b.constraints.length - a.constraints.length);
}

/** The most specific frame of each kind of use at every predicate of a sentence. */
export function frameHits(reading: Reading, sentence: number): FrameHit[] {
  const hits: FrameHit[] = [];
  for (const token of reading.sentences[sentence]!.tokens) {
    const frames = framesAt(reading, sentence, token.index);
    const top = frames[0];
    if (!top) continue;
    for (const frame of frames)
      if (frame.constraints.length === top.constraints.length) hits.push({ sentence, predicate: token.index, frame });
  }
  return hits;
}

/** Tokens of the first slot alternative that is filled. */
export function firstFilled(reading: Reading, hit: FrameHit, slots: readonly string[]): number[] {
  const tree = reading.tree(hit.sentence);
  for (const slot of slots) {
    const found = fillers(tree, hit.predicate, slot);
    if (found.length > 0) return found;
  }
  return [];
}
