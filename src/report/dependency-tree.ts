import type { Token } from '../model/syntax.ts';

/** A subtree as lines of text, and the line its head stands on. */
interface Block {
  readonly lines: readonly string[];
  readonly anchor: number;
}

/**
 * A dependency tree drawn beside its words: one word a line in text order, each hanging on its head to the left.
 * (The layout of text-mode trees for Universal Dependencies; Popel, Žabokrtský and Vojtek 2017, "Udapi".)
 *
 * @param label what is shown of a word.
 */
export function drawTree(tokens: readonly Token[], label: (token: Token) => string = plain): string[] {
  const children = tokens.map((): Token[] => []);
  for (const token of tokens) children[token.head]?.push(token);
  const draw = (token: Token): Block => {
    const below = children[token.index]!;
    const before = below.filter((child) => child.index < token.index).map(draw);
    const after = below.filter((child) => child.index > token.index).map(draw);
    const knot = before.length > 0 ? (after.length > 0 ? '┤' : '╯') : after.length > 0 ? '╮' : '─';
    const own: Block = { lines: [`${knot} ${label(token)}`], anchor: 0 };
    return join(before, own, after);
  };
  return tokens.filter((token) => token.head < 0).flatMap((root) => draw(root).lines.map((line) => line.trimEnd()));
}

const plain = ({ form, upos, deprel }: Token): string => `${form} ${upos} ${deprel}`;

/** Puts the subtrees above and below their head's line and draws the stroke that joins them. */
function join(before: readonly Block[], own: Block, after: readonly Block[]): Block {
  const blocks = [...before, own, ...after];
  let from = 0;
  const anchors = blocks.map(({ lines, anchor }) => {
    const at = from + anchor;
    from += lines.length;
    return at;
  });
  const first = anchors[0]!;
  const last = anchors.at(-1)!;
  const head = anchors[before.length]!;
  const lines = blocks.flatMap((block, i) =>
    block.lines.map((line, j) => {
      const at = anchors[i]! - block.anchor + j;
      if (at === head) return line;
      const inside = first < at && at < last;
      if (at !== anchors[i]) return `${inside ? '│' : ' '} ${line}`;
      return `${at === first ? '╭' : at === last ? '╰' : '├'}─${line}`;
    }),
  );
  return { lines, anchor: head };
}
