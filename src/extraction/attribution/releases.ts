import { contains, overlaps } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { base, low } from '../syntax/tree.ts';
import { plainWords } from './plain-words.ts';
import type { Statement } from './types.ts';

/** Blocks above the prose: where a release says that it is one. */
const HEADER = new Set(['masthead', 'title', 'subtitle', 'other', 'heading', 'agency', 'byline']);

/** True if a line above the prose says nothing but that this is a release ("PRESS RELEASE"). */
function isRelease(reading: Reading): boolean {
  const prose = reading.document.blocks.find((block) => block.kind === 'paragraph')?.start ?? 0;
  return reading.document.blocks.some(
    (block) =>
      block.start < prose &&
      HEADER.has(block.kind) &&
      reading.isClass('release-line', reading.text.slice(block.start, block.end).trim().toLowerCase().replace(/:$/, '')),
  );
}

/** Who puts a release out: its outlet where that is an actor of the text, else the first body that headline or text name. */
function issuer(reading: Reading): Entity | undefined {
  const outlet = reading.document.outlet?.toLowerCase();
  const bodies = reading.mentions
    .filter(
      ({ entity, kind }) => kind === 'name' && entity.type !== 'person' && entity.type !== 'place' && entity.type !== 'state',
    )
    .sort((a, b) => a.start - b.start);
  return (bodies.find(({ entity }) => entity.name.toLowerCase() === outlet) ?? bodies[0])?.entity;
}

/**
 * "We condemn the decision.": in a press release, where nobody else is quoted, "we" is the body that puts it out, and its sentences are
 * that body's own words.
 */
export function releaseStatements(reading: Reading, others: readonly Statement[]): Statement[] {
  if (!isRelease(reading)) return [];
  const speaker = issuer(reading);
  if (!speaker) return [];
  return reading.sentences.flatMap((sentence) => {
    const tree = reading.tree(sentence.index);
    const speaks = tree.tokens.some((token) => low(token) === 'we' && base(token) === 'nsubj');
    const taken =
      others.some((other) => other.voice !== 'indirect' && overlaps(other, sentence)) ||
      reading.quotes.some((quote) => overlaps(quote, sentence) && !contains(sentence, quote));
    if (!speaks || taken || reading.isHeadline(sentence.index)) return [];
    return [plainWords(tree.spanOf(0, tree.tokens.length - 1), sentence.index, speaker, 0.8, 'attribution.release')];
  });
}
