import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/model/syntax.ts';
import { drawTree } from '../../src/report/dependency-tree.ts';

/** A tree from forms and heads (-1 for the root). */
const tree = (words: readonly (readonly [form: string, head: number])[]): Token[] =>
  words.map(([form, head], index) => ({ index, form, head, lemma: form, upos: 'X', xpos: 'X', deprel: 'x', start: 0, end: 0 }));
const draw = (words: readonly (readonly [form: string, head: number])[]): string[] => drawTree(tree(words), ({ form }) => form);

describe('drawTree', () => {
  it.each([
    ['a single word', [['Go', -1]], ['─ Go']],
    [
      'dependents on both sides',
      [
        ['the', 1],
        ['minister', 2],
        ['said', -1],
        ['so', 2],
      ],
      ['  ╭── the', '╭─╯ minister', '┤ said', '╰── so'],
    ],
    [
      'a stroke goes past the words between',
      [
        ['a', -1],
        ['b', 0],
        ['c', 1],
        ['d', 0],
      ],
      ['╮ a', '├─╮ b', '│ ╰── c', '╰── d'],
    ],
  ] as const)('%s', (_name, words, lines) => expect(draw(words)).toEqual(lines));

  it('draws every word once where trees cross', () => {
    const lines = draw([
      ['a', 2],
      ['b', 3],
      ['c', -1],
      ['d', 2],
    ]);
    expect(lines.map((line) => line.at(-1)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
