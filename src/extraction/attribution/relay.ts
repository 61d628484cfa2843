import type { Reading } from '../reading.ts';
import { low, type SyntaxTree } from '../syntax/tree.ts';

const isRelay = (reading: Reading, tree: SyntaxTree, token: number): boolean =>
  reading.isClass('relaying-verb', tree.token(token).lemma.toLowerCase());

const isAsClause = (tree: SyntaxTree, verb: number): boolean =>
  tree.dependents(verb, 'mark', 'case').some((mark) => low(tree.token(mark)) === 'as');

/**
 * "Sana quoted the minister as saying that …", "the minister was quoted by Sana as saying …": whoever is quoted is the source of
 * the verb of saying, as object of the verb of relaying or as its passive subject.
 */
export function quotedSource(reading: Reading, tree: SyntaxTree, saying: number): number | undefined {
  const { head, xpos } = tree.token(saying);
  if (xpos !== 'VBG' || !isAsClause(tree, saying)) return undefined;
  const relay = [head, head >= 0 ? tree.token(head).head : -1].find((at) => at >= 0 && isRelay(reading, tree, at));
  if (relay === undefined) return undefined;
  const [object] = tree.exactly(relay, 'obj').filter((child) => child < saying);
  return (
    object ??
    tree.exactly(relay, 'nsubj:pass')[0] ??
    (tree.exactly(relay, 'aux:pass').length > 0 ? tree.exactly(relay, 'nsubj')[0] : undefined)
  );
}

/** A verb of relaying before "as saying", or behind the one it relays ("the minister, quoted by Sana, said"): no cue of its own. */
export function onlyRelays(reading: Reading, tree: SyntaxTree, verb: number): boolean {
  if (!isRelay(reading, tree, verb) || tree.token(verb).upos !== 'VERB') return false;
  const hasSaying = tree.tokens.some(({ index }) => index > verb && quotedSource(reading, tree, index) !== undefined);
  const isParticiple = tree.token(verb).xpos === 'VBN' && tree.dependents(verb, 'aux').length === 0;
  return hasSaying || (isParticiple && tree.dependents(verb, 'obl').some((child) => tree.preposition(child) === 'by'));
}
