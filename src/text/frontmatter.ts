import type { DocumentMetadata } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Span } from '../model/span.ts';
import { findDate, isIsoDay, toIsoDay } from './dates.ts';
import type { NewsWords } from './words.ts';

/** Metadata as far as a source states it. */
export type PartialMetadata = { readonly [K in keyof DocumentMetadata]?: Exclude<DocumentMetadata[K], null> };

/** The YAML block at the head of a file: the keys it holds, and where the text goes on. */
export interface FrontMatter {
  readonly metadata: PartialMetadata;
  readonly titleSpan: Span | null;
  readonly end: number;
}

const FENCE = /^\s*---[ \t]*\r?\n/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;
const MAX_LINES = 60;

/** Reads `key: value` lines between two `---` fences at the head of the text; null if there is no such block. */
export function readFrontMatter(text: string, words: NewsWords): FrontMatter | null {
  const open = FENCE.exec(text.slice(0, 200));
  if (!open) return null;
  const fields: Record<string, string> = {};
  let titleSpan: Span | null = null;
  let at = open[0].length;
  for (let n = 0; n < MAX_LINES && at < text.length; n++) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).trimEnd();
    if (CLOSE.test(line)) return { metadata: fromFields(fields, words), titleSpan, end: next };
    const pair = /^([\p{L}_-]+)[ \t]*:[ \t]*(.*)$/u.exec(line);
    if (!pair && line !== '' && !/^(?:\s|-|#)/.test(line)) return null;
    if (pair) {
      const value = unquote(pair[2]!);
      fields[pair[1]!.toLowerCase()] = value;
      const start = at + line.length - pair[2]!.length + pair[2]!.indexOf(value);
      if (pair[1]!.toLowerCase() === 'title' && value !== '') titleSpan = { start, end: start + value.length };
    }
    at = next;
  }
  return null;
}

const unquote = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/** A date as people write it in front matter; undefined where it is no date. */
function day(value: string | undefined, words: NewsWords): string | undefined {
  const date = value === undefined ? null : findDate(value, words);
  return (date && toIsoDay(date)) ?? undefined;
}

const list = (value: string | undefined): string[] | undefined =>
  value
    ?.replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => unquote(item.trim()))
    .filter((item) => item !== '');

function fromFields(fields: Readonly<Record<string, string>>, words: NewsWords): PartialMetadata {
  const agencies = list(fields.agencies ?? fields.agency);
  return known({
    title: fields.title || fields.headline,
    outlet: fields.outlet || fields.source || fields.publisher || fields.publication,
    published: day(fields.published ?? fields.date, words),
    language: fields.language || fields.lang,
    page: fields.page,
    agencies: agencies?.length ? agencies : undefined,
  });
}

const known = (fields: Record<string, unknown>): PartialMetadata =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as PartialMetadata;

const KEYS = ['title', 'outlet', 'agencies', 'page', 'published', 'language'];

/**
 * Reads `NAME.meta.json`: an object with any of title, outlet, agencies, page, published (ISO day), language.
 * Other keys are left alone.
 *
 * @throws DemarcheError kind `input` naming the file and the field that is wrong.
 */
export function readMetadataFile(json: string, file: string): PartialMetadata {
  const fail = (message: string, hint?: string): never => {
    throw new DemarcheError('input', message, { location: { file }, ...(hint === undefined ? {} : { hint }) });
  };
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    fail('is no valid JSON');
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return fail('must hold one JSON object', `keys: ${KEYS.join(', ')}`);
  const fields = data as Record<string, unknown>;
  for (const key of ['title', 'outlet', 'page', 'language', 'published'])
    if (fields[key] != null && typeof fields[key] !== 'string') fail(`"${key}" must be a string`);
  const { agencies, published } = fields;
  if (agencies != null && !(Array.isArray(agencies) && agencies.every((item) => typeof item === 'string')))
    fail('"agencies" must be a list of strings');
  if (typeof published === 'string' && !isIsoDay(published)) fail(`"published" is no day: ${published}`, 'write YYYY-MM-DD');
  return known(Object.fromEntries(KEYS.map((key) => [key, fields[key] ?? undefined])));
}
