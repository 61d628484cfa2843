import type { Span } from './span.ts';

/** What a block of an article is for. Only `title`, `subtitle`, `heading` and `paragraph` are read for politics. */
export type BlockKind =
  | 'title' // the headline; a repetition of it is a second block of this kind
  | 'subtitle'
  | 'heading' // a heading inside the body
  | 'paragraph'
  | 'byline' // author or correspondent line
  | 'agency' // line that names agencies
  | 'masthead' // line that names the outlet
  | 'date' // line that holds the publication date (and page)
  | 'dateline' // the run-in place, date and agency before the first sentence: "KYIV, July 4 (AFP) - "
  | 'other';

/** A contiguous, trimmed stretch of the stored text. Blocks are in text order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** The place, date and agency that open a wire story. */
export interface Dateline extends Span {
  /** The place as written, or null where the dateline names none. */
  readonly place: string | null;
  readonly placeSpan: Span | null;
}

/** Facts about an article that its text states, or that the user supplied. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly agencies: readonly string[];
  readonly page: string | null;
  /** ISO day (YYYY-MM-DD) or null. */
  readonly published: string | null;
  /** BCP 47 tag. */
  readonly language: string;
}

/** One article as read: the stored text is never changed after this point. */
export interface Document extends DocumentMetadata {
  /** Stable identifier: readable slug plus the start of `sha256`. */
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | null;
  /** Marks inside blocks that are no words, such as the stars around **bold** text; left out where there are none. */
  readonly markup?: readonly Span[];
  /** SHA-256 (hex) of the bytes read. */
  readonly sha256: string;
  /** SHA-256 (hex) of the stored text in UTF-8. */
  readonly textSha256: string;
}

/** The text with each unit of the given stretches made a space: offsets stay what they are. */
export function blank(text: string, stretches: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    out += text.slice(at, start) + ' '.repeat(end - Math.max(at, start));
    at = end;
  }
  return out + text.slice(at);
}

/** The words of an article at the offsets of its stored text: marks that are no words are spaces. */
export const plainText = ({ text, markup }: Document): string => (markup ? blank(text, markup) : text);
