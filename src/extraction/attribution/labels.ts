import type { Attribution } from '../../model/attribution.ts';
import type { Block } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';

/** A capitalised label of up to five words before a colon, without a sentence end or quotation mark in it. */
const LABEL = /^(\p{Lu}[\p{L}\p{N}.'’()-]*(?: [\p{L}\p{N}.'’()-]+){0,4}):\s+(?=\S)/u;
/** Labels of transcripts: question and answer, and names in capitals ("Q:", "MODERATOR:"). */
const TRANSCRIPT = /^(?:Q|A|[\p{Lu}.'’-]{2,}(?: [\p{Lu}.'’-]{2,}){0,3})$/u;

/** Start, end of the label and of what it labels. */
function labelled(reading: Reading, block: Block): { label: Span; content: Span } | undefined {
  const match = LABEL.exec(reading.text.slice(block.start, Math.min(block.end, block.start + 80)));
  if (!match) return undefined;
  const label = { start: block.start, end: block.start + match[1]!.length };
  return { label, content: { start: block.start + match[0].length, end: block.end } };
}

/** True if the words name a person, organisation or other speaker that the article speaks of. */
const names = (reading: Reading, label: Span): boolean =>
  reading.mentions.some((mention) => mention.entity.type !== 'place' && mention.start <= label.start && label.end <= mention.end);

const NO_SPEAKER = (reading: Reading, words: string): boolean =>
  words.split(/\s+/).some((word) => reading.isClass('rubric', word.toLowerCase()));

/**
 * "X: content" at the start of a headline, and speaker labels of transcripts and interviews: the words before the colon are
 * the source of the rest of the block. Rubrics ("Update:", "Opinion:") label no speech.
 */
export function labelAttributions(reading: Reading): Attribution[] {
  return reading.document.blocks.flatMap((block) => {
    const headline = block.kind === 'title' || block.kind === 'subtitle' || block.kind === 'heading';
    if (!headline && block.kind !== 'paragraph') return [];
    const found = labelled(reading, block);
    if (!found) return [];
    const words = reading.text.slice(found.label.start, found.label.end);
    if (NO_SPEAKER(reading, words)) return [];
    if (!headline && !TRANSCRIPT.test(words) && !names(reading, found.label)) return [];
    const rule = headline ? 'attribution.label.headline' : 'attribution.label.transcript';
    return [
      {
        source: found.label,
        sourceHead: found.label,
        cue: { start: found.label.end, end: found.label.end + 1 },
        content: [found.content],
        rule,
      },
    ];
  });
}
