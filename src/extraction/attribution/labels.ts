import type { Attribution } from '../../model/attribution.ts';
import type { Block } from '../../model/document.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';
import type { Reading } from '../reading.ts';
import { plainWords } from './plain-words.ts';
import type { Statement } from './types.ts';

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

/** The mention that a label is, or is part of ("Ms Lopez: …"). */
const mentionOf = (reading: Reading, label: Span): Mention | undefined =>
  reading.mentions.find((mention) => mention.entity.type !== 'place' && contains(mention, label));

const isRubric = (reading: Reading, words: string): boolean =>
  words.split(/\s+/).some((word) => reading.isClass('rubric', word.toLowerCase()));

interface Labelled {
  readonly label: Span;
  readonly content: Span;
  readonly headline: boolean;
  readonly mention: Mention | undefined;
}

/**
 * "X: content" at the start of a headline, and speaker labels of transcripts and interviews: the words before the colon are
 * the source of the rest of the block. Rubrics ("Update:", "Opinion:") label no speech.
 */
function labels(reading: Reading): Labelled[] {
  return reading.document.blocks.flatMap((block) => {
    const headline = block.kind === 'title' || block.kind === 'subtitle' || block.kind === 'heading';
    const found = headline || block.kind === 'paragraph' ? labelled(reading, block) : undefined;
    if (!found) return [];
    const words = reading.text.slice(found.label.start, found.label.end);
    const mention = mentionOf(reading, found.label);
    if (isRubric(reading, words) || !(headline || TRANSCRIPT.test(words) || mention)) return [];
    return [{ ...found, headline, mention }];
  });
}

/** Attributions of all labels, whether or not they name an actor. */
export const labelAttributions = (reading: Reading): Attribution[] =>
  labels(reading).map(({ label, content, headline }) => ({
    source: label,
    sourceHead: label,
    cue: { start: label.end, end: label.end + 1 },
    content: [content],
    rule: headline ? 'attribution.label.headline' : 'attribution.label.transcript',
  }));

/** The person a label names; in capitals the one whose last name it is ("LOPEZ: …"). */
function personOf(reading: Reading, label: Span, mention: Mention | undefined): Entity | undefined {
  if (mention) return mention.entity.type === 'person' ? mention.entity : undefined;
  const last = reading.text.slice(label.start, label.end).split(/\s+/).pop()!;
  const found = reading.entities
    .all()
    .filter((entity) => entity.type === 'person' && entity.name.split(/\s+/).pop()!.toUpperCase() === last);
  return found.length === 1 ? found[0] : undefined;
}

/** Speech of a transcript or interview whose label names a person; headlines state and do not quote. */
export function labelStatements(reading: Reading): Statement[] {
  return labels(reading).flatMap(({ label, content, headline, mention }) => {
    const speaker = headline ? undefined : personOf(reading, label, mention);
    const sentence = reading.sentences.find((one) => one.start <= content.start && content.start < one.end);
    if (!speaker || !sentence) return [];
    const words = plainWords(content, sentence.index, speaker, 0.9, 'attribution.label.transcript');
    return mention
      ? [{ ...words, speakerMention: mention, source: { sentence: mention.sentence, token: mention.head } }]
      : [words];
  });
}
