import { contains } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { base, type SyntaxTree } from '../syntax/tree.ts';
import type { Report, Statement } from './types.ts';

/** The medium named by a token, unless it stands in the words reported. */
function medium(reading: Reading, one: Statement, sentence: number, token: number): Entity | undefined {
  const mention = reading.mentionAt(sentence, token);
  // "told the press" names no medium.
  const entity = mention?.kind === 'name' || mention?.kind === 'acronym' ? mention.entity : undefined;
  const inside = contains(one, reading.tree(sentence).token(token)) && one.cueSpan !== null && !contains(one, one.cueSpan);
  return entity?.type === 'media' && entity !== one.speaker && !inside ? entity : undefined;
}

/** Nominals under a reporting word, and what hangs on them: "told Reuters", "said in an interview with Reuters". */
function addressees(tree: SyntaxTree, cue: number): number[] {
  const near = tree.dependents(cue, 'obj', 'iobj', 'obl', 'nmod');
  return [...near, ...near.flatMap((noun) => tree.dependents(noun, 'nmod', 'compound', 'flat'))];
}

/** "quoted by Sana", "Sana quoted him as saying": who a verb of relaying in the sentence names. */
function relays(reading: Reading, tree: SyntaxTree): number[] {
  return tree.tokens
    .filter((token) => reading.isClass('relaying-verb', token.lemma.toLowerCase()))
    .flatMap(({ index }) => [
      ...tree.dependents(index, 'obl').filter((child) => tree.preposition(child) === 'by'),
      ...tree.exactly(index, 'nsubj'),
    ]);
}

function mediumOf(reading: Reading, one: Statement): Entity | null {
  if (!one.cueAt) return null;
  const { sentence, token } = one.cueAt;
  const tree = reading.tree(sentence);
  const places = [...addressees(tree, token), ...relays(reading, tree)];
  for (const place of places) {
    const found = medium(reading, one, sentence, base(tree.token(place)) === 'flat' ? tree.token(place).head : place);
    if (found) return found;
  }
  return null;
}

/** The nearest statement of somebody else in whose words one is reported. */
function outerSpeaker(one: Statement, statements: readonly Statement[]): Entity | null {
  const outer = statements
    .filter(
      (other) => other.speaker !== one.speaker && one.cueSpan !== null && contains(other, one.cueSpan) && contains(other, one),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return outer?.speaker ?? null;
}

/**
 * Who carries the words to us besides the paper: the medium they were said to or that relays them, else the speaker in whose
 * words they are reported. What carries a statement on has its way.
 */
export function withVia(reading: Reading, statements: readonly Statement[]): Statement[] {
  const ways = new Map<Report, Entity | null>();
  for (const one of statements) ways.set(one, mediumOf(reading, one) ?? outerSpeaker(one, statements));
  const wayOf = (one: Report): Entity | null => {
    const own = ways.get(one) ?? null;
    return own ?? (one.carriesOn ? wayOf(one.carriesOn) : null);
  };
  return statements.map((one) => ({ ...one, via: wayOf(one) }));
}
