import { DemarcheError } from '../../model/errors.ts';
import type { Span } from '../../model/span.ts';

/** 0 none · 1 p is for q · 2 q is for p · 3 p is against q · 4 q is against p. */
export type SentimentClass = 0 | 1 | 2 | 3 | 4;

export const CLASSES: readonly SentimentClass[] = [0, 1, 2, 3, 4];

/** A sentence with two marked names (Park, Pan and Joo 2021, "Who blames or endorses whom?"). */
export interface GoldSentence {
  readonly line: number;
  /** Without the brackets around the names. */
  readonly text: string;
  readonly p: Span;
  readonly q: Span;
  readonly gold: SentimentClass;
}

/**
 * Reads the TSV: sentence with [p] and [q], p, q, class. No header.
 * @throws DemarcheError kind `input` with file and line.
 */
export const parseSentences = (file: string, tsv: string): GoldSentence[] =>
  tsv.split(/\r?\n/).flatMap((row, i) => (row.trim() === '' ? [] : [parseRow(file, i + 1, row)]));

function parseRow(file: string, line: number, row: string): GoldSentence {
  const bad = (message: string): never => {
    throw new DemarcheError('input', message, {
      location: { file, line },
      hint: 'a line is: sentence with [p] and [q], p, q and class 0 to 4, separated by tabs',
    });
  };
  const [marked = '', p = '', q = '', label = ''] = row.split('\t');
  if (!/^[0-4]$/.test(label.trim())) return bad(`class "${label.slice(0, 20)}" is none of 0 to 4`);
  const names = [...marked.matchAll(/\[([^[\]]*)\]/g)];
  const first = Math.max(
    0,
    names.findIndex((name) => bare(name[1]!) === bare(p)),
  );
  const second = names.findIndex((name, i) => i > first && bare(name[1]!) === bare(q));
  const pair = [names[first], names[second < 0 ? first + 1 : second]];
  if (!pair[0] || !pair[1]) return bad('the sentence lacks [p] or [q]');
  const marks = pair.flatMap((name) => [name!.index, name!.index + name![0].length - 1]);
  const text = [...marks, marked.length].map((at, i) => marked.slice(i === 0 ? 0 : marks[i - 1]! + 1, at)).join('');
  const spanOf = (name: RegExpExecArray, before: number): Span => ({
    start: name.index - before,
    end: name.index - before + name[1]!.length,
  });
  return {
    line,
    text,
    p: spanOf(pair[0], 0),
    q: spanOf(pair[1], 2),
    gold: Number(label) as SentimentClass,
  };
}

/** The columns quote a name that holds quotation marks, and cut blanks. */
const bare = (name: string): string =>
  name
    .replace(/""/g, '"')
    .replace(/^"(.*)"$/, '$1')
    .replace(/""/g, '"')
    .trim();
