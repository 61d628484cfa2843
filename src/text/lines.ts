import type { Span } from '../model/span.ts';

/** A run of lines without a blank one between them; each line trimmed, with its indentation. */
export type Run = readonly Line[];

export interface Line extends Span {
  readonly indent: number;
}

const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const isSpace = (char: string): boolean => char.trim() === '';

/** The non-blank lines between `start` and `end`, grouped into runs. Line breaks of all kinds count. */
export function splitRuns(text: string, start = 0, end = text.length): Run[] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const raw of lineSpans(text, start, end)) {
    const line = trimLine(text, raw);
    if (line) run.push(line);
    else close();
  }
  close();
  return runs;
}

function* lineSpans(text: string, start: number, end: number): Generator<Span> {
  const pattern = new RegExp(BREAK);
  pattern.lastIndex = start;
  let from = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    yield { start: from, end: match.index };
    from = match.index + match[0].length;
  }
  if (from < end) yield { start: from, end };
}

function trimLine(text: string, line: Span): Line | undefined {
  const span = trimSpan(text, line);
  return span && { ...span, indent: span.start - line.start };
}

/** The span without white space at its ends, or undefined if nothing is left. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && isSpace(text[start]!)) start++;
  while (end > start && isSpace(text[end - 1]!)) end--;
  return start < end ? { start, end } : undefined;
}

/** Longest line that is still taken for the width of hard-wrapped text. */
const MAX_WIDTH = 130;
/** A line shorter than this says nothing about wrapping. */
const MIN_WIDTH = 40;
const TERMINAL = /[.!?…]["”’»')\]]*$/;
const LIST_ITEM = /^(?:[-*•–—]\s|\d{1,2}[.)]\s)/;

/**
 * Whether the text was broken into lines by width. It was if most lines that another one follows were broken
 * where the next word no longer fitted, and not at the end of a sentence.
 */
function isHardWrapped(text: string, runs: readonly Run[]): boolean {
  const width = wrapWidth(runs);
  if (width > MAX_WIDTH || width < MIN_WIDTH) return false;
  let pairs = 0;
  let broken = 0;
  for (const run of runs)
    for (let i = 0; i + 1 < run.length; i++) {
      const line = run[i]!;
      if (line.end - line.start < MIN_WIDTH) continue;
      pairs++;
      if (!fits(text, line, run[i + 1]!, width) && !TERMINAL.test(text.slice(line.end - 3, line.end))) broken++;
    }
  return broken > 0 && broken >= pairs / 2;
}

function wrapWidth(runs: readonly Run[]): number {
  let width = 0;
  for (const run of runs) for (const line of run.slice(0, -1)) width = Math.max(width, line.end - line.start);
  return width;
}

/** Whether the next line's first word would have fitted, with some tolerance for a ragged margin. */
function fits(text: string, line: Line, next: Line, width: number): boolean {
  const space = text.slice(next.start, Math.min(next.end, next.start + 40)).search(/\s/);
  const word = space < 0 ? Math.min(next.end - next.start, 40) : space;
  return line.end - line.start + 1 + word <= width - 8;
}

/**
 * Joins the lines of hard-wrapped paragraphs; in other texts each line is a paragraph of its own.
 * Spans of joined lines contain their line breaks.
 */
export function paragraphsOf(text: string, runs: readonly Run[]): Span[] {
  if (!isHardWrapped(text, runs)) return runs.flatMap((run) => run.map(({ start, end }) => ({ start, end })));
  const width = wrapWidth(runs);
  return runs.flatMap((run) => joinRun(text, run, width, runs.length > 1));
}

function joinRun(text: string, run: Run, width: number, blankLines: boolean): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const [i, line] of run.entries()) {
    const previous = run[i - 1];
    const last = out.at(-1);
    if (previous && last && continues(text, previous, line, width, blankLines)) last.end = line.end;
    else out.push({ start: line.start, end: line.end });
  }
  return out;
}

function continues(text: string, previous: Line, line: Line, width: number, blankLines: boolean): boolean {
  if (LIST_ITEM.test(text.slice(line.start, line.start + 5))) return false;
  if (line.indent > previous.indent + 1) return false;
  if (!fits(text, previous, line, width)) return true;
  if (previous.end - previous.start < 0.6 * width) return false;
  return blankLines || !TERMINAL.test(text.slice(previous.end - 3, previous.end));
}
