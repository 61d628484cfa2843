import { DemarcheError } from '../../model/errors.ts';
import type { Span } from '../../model/span.ts';

/** An attribution as annotated; the parts of a discontinuous span in text order. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

interface Row {
  readonly id: string;
  readonly text: string;
  /** Annotation files in brat stand-off format by name, one for each annotator. */
  readonly brat: Readonly<Record<string, string>>;
}

/**
 * Reads JSONL with `id`, `text` and `brat`. Of several annotators the first listed one is the gold.
 * @throws DemarcheError kind `input` with file and line.
 */
export const parseGold = (file: string, jsonl: string): GoldArticle[] =>
  jsonl.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseRow(file, i + 1, line)]));

function parseRow(file: string, line: number, json: string): GoldArticle {
  const bad = (message: string, cause?: unknown): never => {
    throw new DemarcheError('input', message, {
      location: { file, line },
      hint: 'a line is {"id": …, "text": …, "brat": {FILE: ANNOTATIONS}}',
      cause,
    });
  };
  let row: Partial<Row>;
  try {
    row = JSON.parse(json) as Partial<Row>;
  } catch (error) {
    return bad('not JSON', error);
  }
  const { id, text, brat } = row;
  if (typeof text !== 'string' || typeof brat !== 'object' || brat === null) return bad('no "text" or no "brat"');
  return { id: id ?? `line ${line}`, text, attributions: parseBrat(Object.values(brat)[0] ?? '') };
}

/** Attributions of a brat stand-off file (https://brat.nlplab.org/standoff.html): events with the roles Source, Cue, Content. */
export function parseBrat(annotations: string): GoldAttribution[] {
  const rows = annotations.split('\n').map((line) => line.split('\t'));
  const spans = new Map<string, Span[]>();
  for (const [id, body] of rows) if (id?.startsWith('T') && body) spans.set(id, parseSpans(body));
  return rows.flatMap(([id, body]) => {
    if (!id?.startsWith('E') || !body) return [];
    const role = (name: string): Span[] =>
      body
        .split(' ')
        .map((part) => part.split(':'))
        .filter(([label]) => label?.replace(/\d+$/, '') === name)
        .flatMap(([, target]) => spans.get(target ?? '') ?? [])
        .sort((a, b) => a.start - b.start);
    const attribution = { source: role('Source'), cue: role('Cue'), content: role('Content') };
    return attribution.content.length > 0 ? [attribution] : [];
  });
}

/** "Content 10 20;30 40" */
const parseSpans = (body: string): Span[] =>
  body
    .slice(body.indexOf(' ') + 1)
    .split(';')
    .map((pair) => pair.split(' ').map(Number))
    .map(([start, end]) => ({ start: start!, end: end! }));
