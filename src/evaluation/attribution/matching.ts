import type { Attribution } from '../../model/attribution.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import type { GoldAttribution } from './gold.ts';

/** Content counts as found from this Jaccard similarity of tokens. */
const SIMILAR = 0.5;

/** Words and single punctuation marks with their offsets. */
export const tokensOf = (text: string): Span[] =>
  [...text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Indexes of the tokens that stand in the spans. */
export function covered(tokens: readonly Span[], spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const span of spans) {
    let low = 0;
    for (let high = tokens.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < tokens.length && tokens[i]!.start < span.end; i++) found.add(i);
  }
  return found;
}

/** Shared tokens over all tokens. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

export interface Pair {
  readonly gold: number;
  readonly found: number;
  /** Jaccard similarity of the contents, 0 to 1. */
  readonly similarity: number;
  readonly contentRight: boolean;
  readonly sourceRight: boolean;
}

export interface Comparison {
  readonly pairs: readonly Pair[];
  /** Attributions with a source. */
  readonly sourcedGold: number;
  readonly sourcedFound: number;
}

/**
 * Pairs gold and found attributions one to one: the pair with the most similar content first, then those that share
 * a cue. A pair whose contents are similar by 0.5 or more has its content right. It has its source right if the head
 * word of the gold source lies in the found source, or the heads are the same word.
 */
export function compare(
  text: string,
  gold: readonly GoldAttribution[],
  found: readonly Attribution[],
  headOf: (spans: readonly Span[]) => Span | undefined,
): Comparison {
  const tokens = tokensOf(text);
  const goldContent = gold.map((one) => covered(tokens, one.content));
  const foundContent = found.map((one) => covered(tokens, one.content));
  const candidates = gold.flatMap((one, g) =>
    found.flatMap((other, f) => {
      const similarity = jaccard(goldContent[g]!, foundContent[f]!);
      const sameCue = other.cue !== null && one.cue.some((part) => overlaps(part, other.cue!));
      return similarity > 0 || sameCue ? [{ gold: g, found: f, similarity, sameCue }] : [];
    }),
  );
  candidates.sort(
    (a, b) => b.similarity - a.similarity || Number(b.sameCue) - Number(a.sameCue) || a.gold - b.gold || a.found - b.found,
  );
  const takenGold = new Set<number>();
  const takenFound = new Set<number>();
  const pairs: Pair[] = [];
  for (const one of candidates) {
    if (takenGold.has(one.gold) || takenFound.has(one.found)) continue;
    takenGold.add(one.gold);
    takenFound.add(one.found);
    const sourceRight = sameSource(gold[one.gold]!, found[one.found]!, headOf);
    pairs.push({ ...one, contentRight: one.similarity >= SIMILAR, sourceRight });
  }
  return {
    pairs,
    sourcedGold: gold.filter((one) => one.source.length > 0).length,
    sourcedFound: found.filter((one) => one.source !== null).length,
  };
}

function sameSource(
  gold: GoldAttribution,
  { source, sourceHead }: Attribution,
  headOf: (spans: readonly Span[]) => Span | undefined,
): boolean {
  const head = gold.source.length > 0 ? headOf(gold.source) : undefined;
  if (!head || !source) return false;
  return contains(source, head) || (sourceHead !== null && overlaps(sourceHead, head));
}
