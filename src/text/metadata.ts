import type { DocumentMetadata } from '../model/document.ts';
import type { Classified } from './classify.ts';
import { findDate, toIsoDay } from './dates.ts';
import type { FrontMatter } from './frontmatter.ts';
import type { Opening, ReadOptions } from './options.ts';
import type { NewsWords } from './words.ts';

/** All that speaks about the article. */
export interface MetadataSources {
  readonly text: string;
  readonly classified: readonly Classified[];
  readonly opening: Opening | null;
  readonly front: FrontMatter | null;
  readonly options: ReadOptions;
  readonly words: NewsWords;
}

const DEFAULT_LANGUAGE = 'en';

/**
 * What the article states about itself: front matter first, then header lines, then the dateline; what none of
 * them states is taken from the options.
 */
export function collectMetadata(sources: MetadataSources): DocumentMetadata {
  const { text, classified, front, options } = sources;
  const stated = front?.metadata ?? {};
  const lines = classified.flatMap(({ line }) => (line ? [line] : []));
  const title = classified.find((block) => block.kind === 'title');
  return {
    title: stated.title ?? (title ? text.slice(title.start, title.end).replace(/\s+/g, ' ') : (options.title ?? null)),
    outlet: stated.outlet ?? lines.find((line) => line.outlet)?.outlet ?? options.outlet ?? null,
    agencies: agenciesOf(sources),
    page: stated.page ?? lines.find((line) => line.page)?.page ?? options.page ?? null,
    published:
      stated.published ??
      lines.find((line) => line.published)?.published ??
      datelineDay(sources) ??
      options.published ??
      headlineDay(sources),
    language: stated.language ?? lines.find((line) => line.language)?.language ?? options.language ?? DEFAULT_LANGUAGE,
  };
}

function agenciesOf({ front, classified, opening, options }: MetadataSources): readonly string[] {
  const named = [
    ...(front?.metadata.agencies ?? []),
    ...classified.flatMap(({ line }) => line?.agencies ?? []),
    ...(opening?.dateline.agency ? [opening.dateline.agency] : []),
  ];
  return named.length > 0 ? [...new Set(named)] : (options.agencies ?? []);
}

/** The dateline's day; without a year there, only the year of a copyright line completes it. */
function datelineDay({ text, classified, opening }: MetadataSources): string | null {
  const date = opening?.dateline.date;
  return date ? toIsoDay(date, copyrightYear(text, classified)) : null;
}

/**
 * The full date that ends a headline or the line below it ("Regular press conference on 11 July 2024"). It may be
 * the day of something else, so all that is surer, and what the user says, goes first.
 */
function headlineDay({ text, classified, words }: MetadataSources): string | null {
  for (const { start, end, kind } of classified) {
    if (kind !== 'title' && kind !== 'subtitle') continue;
    const line = text.slice(start, end);
    const date = line.length < 300 ? findDate(line, words) : null;
    if (date && /^[\s.)\]]*$/.test(line.slice(date.end))) return toIsoDay(date);
  }
  return null;
}

function copyrightYear(text: string, classified: readonly Classified[]): number | null {
  for (const { start, end, kind } of classified) {
    const match =
      kind === 'other' &&
      /(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)(?!\d)/i.exec(text.slice(start, Math.min(end, start + 200)));
    if (match) return Number(match[1]);
  }
  return null;
}
