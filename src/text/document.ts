import { createHash } from 'node:crypto';
import { type Block, blank, type Dateline, type Document, type DocumentMetadata } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import { type Classified, classify, type Stretch } from './classify.ts';
import { findDateline, type OpeningDateline, readDatelineLine } from './dateline.ts';
import { isIsoDay } from './dates.ts';
import { decode } from './encoding.ts';
import { type FrontMatter, readFrontMatter } from './frontmatter.ts';
import { inlineMarkup } from './inline-markup.ts';
import { paragraphsOf, splitRuns, trimSpan } from './lines.ts';
import { markdownStretches } from './markdown.ts';
import { collectMetadata } from './metadata.ts';
import type { Opening, ReadOptions } from './options.ts';
import { type NewsWords, shippedNewsWords } from './words.ts';

export type { ReadOptions } from './options.ts';

/** Markdown longer than this (UTF-16 code units) is read as plain text: the parser needs seconds for each million. */
const MAX_MARKDOWN = 2_000_000;

/**
 * Reads an article. The stored text is the decoded file unchanged but for a byte-order mark, and every block is a
 * stretch of it. Nothing about the article need be known: what is not stated is null.
 *
 * @throws DemarcheError kind `input` for an empty or binary file, kind `usage` for a `published` that is no ISO day.
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions): Document {
  if (options.published !== undefined && !isIsoDay(options.published))
    throw new DemarcheError('usage', `publication date is no day: ${options.published}`, { hint: 'write YYYY-MM-DD' });
  const words = options.words ?? shippedNewsWords();
  const decoded = decode(bytes, options.name);
  if (decoded.note) options.onNote?.(decoded.note);
  const stored = decoded.text;
  const front = readFrontMatter(stored, words);
  const stretches = stretchesOf(stored, front, options);
  const markup = isMarkdown(options) ? stretches.flatMap((stretch) => inlineMarkup(stored, stretch)) : [];
  const text = blank(stored, markup);
  const classified = classify(
    text,
    stretches.flatMap((stretch) => trimmed(text, stretch)),
    words,
  );
  const { blocks, opening } = cutDateline(text, classified, options, words);
  const metadata = collectMetadata({ text, classified, opening, front, options, words });
  const sha256 = sha256Of(bytes);
  return {
    id: documentId(metadata, sha256),
    ...metadata,
    text: stored,
    blocks,
    ...(markup.length > 0 ? { markup } : {}),
    dateline: opening ? shift(opening.dateline, opening.offset) : datelineOfDateLine(text, classified),
    sha256,
    textSha256: sha256Of(Buffer.from(stored, 'utf8')),
  };
}

/** A stretch without the blanks at its ends; none if nothing but markup was in it. */
function trimmed(text: string, stretch: Stretch): Stretch[] {
  const span = trimSpan(text, stretch);
  return span ? [{ ...stretch, ...span }] : [];
}

const isMarkdown = ({ format, name }: ReadOptions): boolean =>
  (format ?? (/\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt')) === 'md';

function stretchesOf(text: string, front: FrontMatter | null, options: ReadOptions): Stretch[] {
  const start = front?.end ?? 0;
  const title: Stretch[] = front?.titleSpan ? [{ ...front.titleSpan, kind: 'title' }] : [];
  const markdown = isMarkdown(options);
  if (markdown && text.length <= MAX_MARKDOWN) return [...title, ...markdownStretches(text, start)];
  if (markdown) options.onNote?.('Markdown of more than 2 million characters is read as plain text');
  return [...title, ...paragraphsOf(text, splitRuns(text, start))];
}

/** Makes the dateline of the first paragraph, or a line that is one, a block of its own. */
function cutDateline(
  text: string,
  classified: readonly Classified[],
  options: ReadOptions,
  words: NewsWords,
): { blocks: Block[]; opening: Opening | null } {
  const blocks = classified.map(({ start, end, kind }): Block => ({ start, end, kind }));
  const at = blocks.findIndex((block) => block.kind === 'paragraph');
  const own = blocks.findIndex(
    (block, i) => (i < at || at < 0) && block.kind === 'subtitle' && readDatelineLine(text.slice(block.start, block.end), words),
  );
  if (own >= 0) {
    const block = blocks[own]!;
    blocks[own] = { ...block, kind: 'dateline' };
    return { blocks, opening: { dateline: readDatelineLine(text.slice(block.start, block.end), words)!, offset: block.start } };
  }
  const first = blocks[at];
  const dateline = first
    ? findDateline(text.slice(first.start, Math.min(first.end, first.start + 400)), contextOf(text, blocks, options, words))
    : null;
  const rest = first && dateline ? trimSpan(text, { start: first.start + dateline.end, end: first.end }) : undefined;
  if (!first || !dateline || !rest) return { blocks, opening: null };
  blocks.splice(at, 1, { start: first.start, end: first.start + dateline.end, kind: 'dateline' }, { ...rest, kind: 'paragraph' });
  return { blocks, opening: { dateline, offset: first.start } };
}

const SPEAKER_LABEL = /^\p{Lu}[\p{L}.' -]{0,40}:\s/u;

function contextOf(
  text: string,
  blocks: readonly Block[],
  options: ReadOptions,
  words: NewsWords,
): Parameters<typeof findDateline>[1] {
  const labels = blocks.filter((block) => SPEAKER_LABEL.test(text.slice(block.start, block.start + 60))).length;
  return {
    words,
    isPlaceName: options.isPlaceName,
    hasSpeakerLabels: labels > 1,
    occursInLowerCase: (name) =>
      new RegExp(`(?<!\\p{L})${name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '\\$&')}(?!\\p{L})`, 'u').test(text),
  };
}

const shift = (dateline: OpeningDateline, by: number): Dateline => ({
  start: dateline.start + by,
  end: dateline.end + by,
  place: dateline.place,
  placeSpan: dateline.placeSpan && { start: dateline.placeSpan.start + by, end: dateline.placeSpan.end + by },
});

/** "Koror, Thursday 3 September 2026": the date line names the place. */
function datelineOfDateLine(text: string, classified: readonly Classified[]): Dateline | null {
  for (const { start, end, line } of classified) {
    if (line?.place === undefined) continue;
    const at = text.indexOf(line.place, start);
    return { start, end, place: line.place, placeSpan: { start: at, end: at + line.place.length } };
  }
  return null;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SLUG_LENGTH = 48;

/** Readable part from the title (ASCII, at most 48 characters), then the first 8 hex digits of the file's hash. */
function documentId(metadata: Pick<DocumentMetadata, 'title'>, sha256: string): string {
  const slug = (metadata.title ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const short =
    slug.length <= SLUG_LENGTH
      ? slug
      : slug
          .slice(0, SLUG_LENGTH + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, SLUG_LENGTH);
  return `${short || 'article'}-${sha256.slice(0, 8)}`;
}
