import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../model/span.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Characters that inline markup is made of. */
const MARK = /[*_`[<&\\]/g;

/** A stretch with more of them is left as it is: unclosed brackets cost the parser quadratic time. */
const MAX_MARKS = 120;

/** Reference to a footnote, which CommonMark does not know and most writers of Markdown use. */
const FOOTNOTE = /\[\^[^\]\s]{1,40}\]/g;

/** Blocks are known already: only inline constructs are wanted. */
const INLINE_ONLY = {
  disable: {
    null: [
      'headingAtx',
      'setextUnderline',
      'list',
      'blockQuote',
      'codeIndented',
      'codeFenced',
      'thematicBreak',
      'htmlFlow',
      'definition',
    ],
  },
};

/**
 * Parts of a stretch of Markdown that are markup and no words: marks of emphasis and code, targets of links, whole images,
 * HTML tags, backslashes, footnote references. In text order.
 * @see CommonMark 0.31, section 6
 */
export function inlineMarkup(text: string, stretch: Span): Span[] {
  const source = text.slice(stretch.start, stretch.end);
  const marks = source.match(MARK)?.length ?? 0;
  if (marks === 0 || marks > MAX_MARKS) return [];
  const words = wordsOf(fromMarkdown(source, { extensions: [INLINE_ONLY] }).children, source).sort((a, b) => a.start - b.start);
  const markup: Span[] = [];
  let at = 0;
  for (const { start, end } of [...words, { start: source.length, end: source.length }]) {
    if (start > at) markup.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  for (const match of source.matchAll(FOOTNOTE)) markup.push({ start: match.index, end: match.index + match[0].length });
  return markup.map(({ start, end }) => ({ start: start + stretch.start, end: end + stretch.start }));
}

/** The stretches of a source that are words. */
function wordsOf(nodes: readonly Node[], source: string): Span[] {
  const words: Span[] = [];
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'text') words.push(...withoutEscapes(source, span));
    else if (node.type === 'inlineCode') words.push(withoutTicks(source, span));
    else if ('children' in node && !isBareLink(source, span)) open.push(...(node.children as Node[]));
  }
  return words;
}

/** `<https://…>` has its address for a text. */
const isBareLink = (source: string, { start }: Span): boolean => source[start] === '<';

const ESCAPE = /\\(?=[!-/:-@[-`{-~])|(?<=&)(?:amp|AMP);/g;

/** A backslash before punctuation is no word, nor is what follows the ampersand of "&amp;". */
function withoutEscapes(source: string, span: Span): Span[] {
  const words: Span[] = [];
  let { start } = span;
  for (const match of source.slice(span.start, span.end).matchAll(ESCAPE)) {
    words.push({ start, end: span.start + match.index });
    start = span.start + match.index + match[0].length;
  }
  return [...words, { start, end: span.end }];
}

function withoutTicks(source: string, span: Span): Span {
  const ticks = /^`+/.exec(source.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + ticks, end: span.end - ticks };
}
