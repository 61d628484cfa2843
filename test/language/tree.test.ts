import { describe, expect, it } from 'vitest';
import { buildTree } from '../../src/language/tree.ts';
import type { Sentence } from '../../src/model/syntax.ts';

/** A sentence from "form/UPOS/head/deprel" items, heads from 1 and 0 for the root, one space between words. */
const sentence = (source: string): Sentence => {
  let at = 0;
  const tokens = source.split(' ').map((item, index) => {
    const [form, upos, head, deprel] = item.split('/') as [string, string, string, string];
    const start = at;
    at += form.length + 1;
    return { index, form, lemma: form, upos, xpos: upos, head: Number(head) - 1, deprel, start, end: start + form.length };
  });
  return { index: 0, block: 0, tokens, start: 0, end: at - 1 };
};

// "China 's envoy said : the talks , he hoped , failed ."
const tree = buildTree(
  sentence(
    "China/PROPN/3/nmod:poss 's/PART/1/case envoy/NOUN/4/nsubj said/VERB/0/root :/PUNCT/11/punct the/DET/7/det talks/NOUN/11/nsubj ,/PUNCT/10/punct he/PRON/10/nsubj hoped/VERB/11/parataxis failed/VERB/4/ccomp ./PUNCT/4/punct",
  ),
);

describe('tree', () => {
  it('finds the root and the children in text order', () => {
    expect(tree.root).toBe(3);
    expect(tree.children(3)).toEqual([2, 10, 11]);
    expect(tree.children(2, 'nmod')).toEqual([0]);
    expect(tree.child(10, 'obj', 'nsubj')).toBe(6);
    expect(tree.child(10, 'obj')).toBeUndefined();
  });

  it('gives subtrees as token ranges and characters', () => {
    expect(tree.subtree(2)).toEqual({ start: 0, end: 3 });
    expect(tree.subtree(10)).toEqual({ start: 4, end: 11 });
    const { start, end } = tree.projection(10);
    expect(end - start).toBe('the talks , he hoped , failed'.length - 2);
  });

  it('knows ancestors, paths and heads of spans', () => {
    expect(tree.isAncestor(3, 0)).toBe(true);
    expect(tree.isAncestor(0, 3)).toBe(false);
    expect(tree.isAncestor(3, 3)).toBe(false);
    expect(tree.path(0)).toEqual([0, 2, 3]);
    expect(tree.headOf({ start: 0, end: 3 })).toBe(2);
    expect(tree.headOf({ start: 5, end: 7 })).toBe(6);
  });

  it('turns character spans into whole tokens', () => {
    expect(tree.rangeOf({ start: 2, end: 10 })).toEqual({ start: 0, end: 3 });
    expect(tree.rangeOf({ start: 500, end: 510 })).toBeUndefined();
  });

  it('widens the range over a crossing arc', () => {
    const crossing = buildTree(sentence('A/NOUN/2/nsubj B/VERB/0/root C/ADV/2/advmod D/NOUN/1/nmod'));
    expect(crossing.subtree(0)).toEqual({ start: 0, end: 4 });
  });
});
