import type { Attribution } from '../../model/attribution.ts';
import type { Reading } from '../reading.ts';
import { agents } from '../syntax/arguments.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';

/** What is said of the subject: an infinitive, predicate or as-phrase, right after the verb. */
function complementOf(tree: SyntaxTree, verb: number): number | undefined {
  const open = tree.dependents(verb, 'xcomp').find((child) => child > verb);
  if (open !== undefined) return open;
  return tree
    .dependents(verb, 'obl', 'advcl')
    .find(
      (child) =>
        child > verb && tree.dependents(child, 'case', 'mark').some((mark) => /^(?:as|to|like)$/.test(low(tree.token(mark)))),
    );
}

/** A passive of saying or thinking without a by-phrase, or a verb of seeming: somebody thinks so, and the text doesn't say who. */
function isUnsourced(reading: Reading, tree: SyntaxTree, verb: number): boolean {
  const token = tree.token(verb);
  if (token.upos !== 'VERB') return false;
  const lemma = token.lemma.toLowerCase();
  if (reading.isClass('verb-of-seeming', lemma)) return true;
  const { cues, attitudes } = reading.lexicon;
  const isWord = cues.has(`${lemma}/V`) || attitudes.has(`${lemma}/V`);
  return isWord && tree.dependents(verb, 'aux:pass').length > 0 && agents(tree, verb).length === 0;
}

/** "it": the subject that stands for the clause behind the verb. */
const isExpletive = (tree: SyntaxTree, verb: number): boolean =>
  tree.dependents(verb, 'expl').length > 0 || tree.dependents(verb, 'nsubj').some((child) => low(tree.token(child)) === 'it');

function attributionAt(reading: Reading, tree: SyntaxTree, verb: number): Attribution | undefined {
  if (!isUnsourced(reading, tree, verb)) return undefined;
  const cue = tree.token(verb);
  const clause = tree.dependents(verb, 'ccomp', 'csubj').find((child) => child > verb);
  if (clause !== undefined && isExpletive(tree, verb))
    return unsourced('attribution.unsourced.clause', cue, [tree.phrase(clause)]);
  const complement = complementOf(tree, verb);
  const subject = tree.children(verb).find((child) => base(tree.token(child)) === 'nsubj' && child < verb);
  if (complement === undefined || subject === undefined) return undefined;
  return unsourced('attribution.unsourced.raising', cue, [tree.phrase(subject), tree.phrase(complement)]);
}

const unsourced = (
  rule: string,
  { start, end }: { start: number; end: number },
  content: Attribution['content'],
): Attribution => ({
  source: null,
  sourceHead: null,
  cue: { start, end },
  content,
  rule,
});

/**
 * Contents that nobody is named for: "Peru is expected to sign", "the talks seem to stall", "it was reported that …".
 * The subject belongs to the content.
 */
export function unsourcedAttributions(reading: Reading, sentence: number): Attribution[] {
  const tree = reading.tree(sentence);
  return tree.tokens.flatMap(({ index }) => attributionAt(reading, tree, index) ?? []);
}
