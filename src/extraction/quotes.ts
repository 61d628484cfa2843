import { type Document, plainText } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** A quotation: `start`/`end` are inside the marks. */
export interface Quote extends Span {
  readonly block: number;
  /** Offset of the opening mark. */
  readonly open: number;
  /** Offset after the closing mark; equals `end` where the mark is missing (the quotation runs on into the next paragraph). */
  readonly close: number;
  /** True if the quotation goes on in the next block (no closing mark, next block opens with one). */
  readonly runsOn: boolean;
}

const OPENING = '“«„‟"';
const CLOSERS: Readonly<Record<string, string>> = { '“': '”"', '«': '»', '„': '“”', '‟': '”', '"': '"”', '‘': '’', "'": "'" };
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/** A single mark opens a quotation only at a word start, and the closer must stand at a word end. */
function singleOpens(text: string, at: number, end: number): number {
  const char = text[at]!;
  if (char !== '‘' && char !== "'") return -1;
  if (!isSpace(text[at - 1]) && text[at - 1] !== '(') return -1;
  if (isSpace(text[at + 1])) return -1;
  const closer = CLOSERS[char]!;
  for (let i = at + 2; i < end; i++) {
    if (text[i] !== closer) continue;
    const next = text[i + 1];
    if (i + 1 >= end || isSpace(next) || /[.,;:!?)]/.test(next!)) return i;
  }
  return -1;
}

/** The closing mark; where opening and closing differ, quotations inside the quotation are passed over. */
function findClose(text: string, at: number, end: number): number {
  const opener = text[at]!;
  const closers = CLOSERS[opener]!;
  const nests = (opener === '“' || opener === '«') && balanced(text, at, end, opener, closers[0]!);
  let depth = 0;
  for (let i = at + 1; i < end; i++) {
    if (nests && text[i] === opener) depth++;
    else if (closers.includes(text[i]!) && depth-- === 0) return i;
  }
  return -1;
}

/** True if a stretch has as many opening as closing marks: only then does a second opening mark mean a quotation inside. */
function balanced(text: string, at: number, end: number, opener: string, closer: string): boolean {
  let count = 0;
  for (let i = at; i < end; i++) count += text[i] === opener ? 1 : text[i] === closer ? -1 : 0;
  return count === 0;
}

/** Two apostrophes or back-quotes for a double mark, as wire services and typewriters have it. */
function doubledOpens(text: string, at: number): boolean {
  const mark = text.slice(at, at + 2);
  return (mark === "''" || mark === '``') && (isSpace(text[at - 1]) || /[([—–-]/.test(text[at - 1]!)) && !isSpace(text[at + 2]);
}

/** The last two of a run of apostrophes close the outer quotation. */
function doubledClose(text: string, at: number, end: number): number {
  let close = text.indexOf("''", at + 2);
  while (close >= 0 && text[close + 2] === "'") close++;
  return close < end ? close : -1;
}

/**
 * Quotations of an article, block by block. A paragraph whose last mark stays open runs on
 * when the next paragraph opens with a mark (the newspaper convention for long quotations);
 * otherwise an unclosed mark ends with its paragraph.
 */
export function findQuotes(document: Document): Quote[] {
  const { blocks } = document;
  const text = plainText(document);
  const quotes: Quote[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' && block.kind !== 'title' && block.kind !== 'subtitle' && block.kind !== 'heading') return;
    let at = block.start;
    while (at < block.end) {
      const char = text[at]!;
      if (OPENING.includes(char)) {
        const close = findClose(text, at, block.end);
        const end = close < 0 ? block.end : close;
        const next = blocks.slice(index + 1).find((other) => other.kind === 'paragraph');
        const runsOn = close < 0 && next !== undefined && OPENING.includes(text[next.start]!);
        quotes.push({ block: index, open: at, start: at + 1, end, close: close < 0 ? end : close + 1, runsOn });
        at = end + 1;
        continue;
      }
      if (doubledOpens(text, at)) {
        const close = doubledClose(text, at, block.end);
        const end = close < 0 ? block.end : close;
        const next = blocks.slice(index + 1).find((other) => other.kind === 'paragraph');
        const runsOn = close < 0 && next !== undefined && doubledOpens(text, next.start);
        quotes.push({ block: index, open: at, start: at + 2, end, close: close < 0 ? end : close + 2, runsOn });
        at = end + 2;
        continue;
      }
      const single = singleOpens(text, at, block.end);
      if (single > 0) {
        quotes.push({ block: index, open: at, start: at + 1, end: single, close: single + 1, runsOn: false });
        at = single + 1;
        continue;
      }
      at++;
    }
  });
  return quotes;
}
