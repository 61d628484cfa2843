import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../model/span.ts';
import type { Stretch } from './classify.ts';
import { paragraphsOf, splitRuns, trimSpan } from './lines.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/** Only block structure is wanted; leaving out the inline constructs keeps long files fast. */
const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

/**
 * The stretches of a Markdown text from `start` on, in text order: headings, paragraphs (also those in lists and
 * quotations) and, as `other`, code, HTML and rules. Offsets point into the text as it is, markup included.
 */
export function markdownStretches(text: string, start: number): Stretch[] {
  const out: Stretch[] = [];
  const tree = fromMarkdown(text.slice(start), { extensions: [BLOCKS_ONLY] });
  const nodes: Node[] = [...tree.children].reverse();
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'heading') out.push(...headingOf(text, inner(node.children, start), node.depth));
    else if (node.type === 'paragraph') out.push(...paragraphStretches(text, spanOf(node, start)));
    else if (node.type === 'code' || node.type === 'html' || node.type === 'thematicBreak' || node.type === 'definition')
      out.push({ ...spanOf(node, start), kind: 'other' });
    else if ('children' in node) nodes.push(...[...node.children].reverse());
  }
  return out.flatMap((stretch) => {
    const span = trimSpan(text, stretch);
    return span ? [{ ...stretch, ...span }] : [];
  });
}

const spanOf = (node: Node, offset: number): Span => ({
  start: offset + (node.position?.start.offset ?? 0),
  end: offset + (node.position?.end.offset ?? 0),
});

function inner(children: readonly Node[], offset: number): Span | null {
  const first = children[0];
  const last = children.at(-1);
  return first && last ? { start: spanOf(first, offset).start, end: spanOf(last, offset).end } : null;
}

const headingOf = (text: string, span: Span | null, depth: number): Stretch[] =>
  span ? [{ ...withoutEmphasis(text, span), kind: depth === 1 ? 'title' : 'heading' }] : [];

/** Marks that make a whole paragraph bold or italic are left outside of it. */
function withoutEmphasis(text: string, span: Span): Span {
  const match = /^(\*{1,3}|_{1,3})(?=\S)/.exec(text.slice(span.start, span.start + 4));
  const mark = match?.[1];
  if (!mark || span.end - span.start <= 2 * mark.length || text.slice(span.end - mark.length, span.end) !== mark) return span;
  const body = text.slice(span.start + mark.length, span.end - mark.length);
  return body.includes(mark[0]!) ? span : { start: span.start + mark.length, end: span.end - mark.length };
}

/** Single line breaks do not end a Markdown paragraph, but short lines above one another (a header) are kept apart. */
function paragraphStretches(text: string, span: Span): Stretch[] {
  const runs = splitRuns(text, span.start, span.end);
  const lines = runs.flat();
  const isHeader = lines.length > 1 && lines.every((line) => line.end - line.start <= 60);
  const parts = isHeader ? lines.map(({ start, end }) => ({ start, end })) : lines.length > 1 ? joined(text, span) : [span];
  return parts.map((part) => withoutEmphasis(text, part));
}

const joined = (text: string, span: Span): Span[] => {
  const parts = paragraphsOf(text, splitRuns(text, span.start, span.end));
  const prose = parts.every((part) => part.end - part.start > 60);
  return prose || parts.length === 1 ? [span] : parts;
};
