import type { Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';
import type { CueHit } from './cues.ts';

const COMPLEMENTISERS = new Set(['that', 'whether', 'if', 'of', 'for', 'as', 'about', 'over', 'on']);

/** Content clause or phrase without the word that introduces it; "to" of an infinitive stays. */
function clauseSpan(tree: SyntaxTree, head: number, cue: number): Span {
  const { first, last } = tree.range(head);
  let from = first;
  let to = last;
  if (from <= cue && cue <= to) {
    if (cue < head) from = cue + 1;
    else to = cue - 1;
  }
  while (from < head && (tree.token(from).upos === 'PUNCT' || isIntroducer(tree, from, head))) from++;
  return tree.spanOf(from, to);
}

const isIntroducer = (tree: SyntaxTree, at: number, head: number): boolean => {
  const token = tree.token(at);
  return (base(token) === 'mark' || base(token) === 'case') && token.head === head && COMPLEMENTISERS.has(low(token));
};

/** The reporting clause itself: cue, speaker and what hangs on them, without the content. */
function reportingRange(tree: SyntaxTree, hit: CueHit): { first: number; last: number } {
  let first = Math.min(hit.token, hit.speakerToken);
  let last = Math.max(hit.token, hit.speakerToken);
  const speaker = tree.range(hit.speakerToken);
  if (!(speaker.first <= hit.token && hit.token <= speaker.last)) {
    first = Math.min(first, speaker.first);
    last = Math.max(last, speaker.last);
  }
  for (const child of tree.dependents(hit.token, 'obl', 'advmod', 'obj', 'iobj', 'aux', 'compound')) {
    const range = tree.range(child);
    if (range.first >= first - 1 && range.first <= last + 1) last = Math.max(last, range.last);
    if (range.last === first - 1) first = range.first;
  }
  return { first, last };
}

/** What is left of the sentence or clause when the reporting clause stands before, behind or inside it. */
function remainder(tree: SyntaxTree, hit: CueHit, first: number, last: number): Span | undefined {
  const report = reportingRange(tree, hit);
  const before = { first, last: report.first - 1 };
  const behind = { first: report.last + 1, last };
  const size = (range: { first: number; last: number }): number => Math.max(0, range.last - range.first + 1);
  if (size(before) >= 2 && size(behind) >= 3 && hit.rule !== 'cue.according-to') return tree.spanOf(first, last);
  const chosen = size(before) >= size(behind) ? before : behind;
  return size(chosen) >= 2 ? tree.spanOf(chosen.first, chosen.last) : undefined;
}

/** Clause that "according to X" hangs on; without the words before the phrase where it stands inside. */
function accordingSpan(tree: SyntaxTree, hit: CueHit): Span | undefined {
  const { head } = tree.token(hit.speakerToken);
  const clause = head >= 0 ? head : tree.tokens.findIndex((token) => token.head < 0);
  const { first, last } = tree.range(clause);
  return remainder(tree, hit, first, last);
}

/**
 * The span of what a cue reports, or undefined if the tree shows none.
 * Regularities: a complement clause without its complementiser; with parataxis or inversion ("…, X said")
 * the rest of the sentence; with "according to" the clause it modifies.
 */
export function contentOf(reading: Reading, hit: CueHit): Span | undefined {
  const tree = reading.tree(hit.sentence);
  if (hit.rule === 'cue.according-to') return accordingSpan(tree, hit);
  const [head] = hit.content;
  if (head !== undefined) {
    const spans = hit.content.map((one) => clauseSpan(tree, one, hit.token));
    return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
  }
  return hit.speech ? paratactic(tree, hit) : undefined;
}

/** "Britain would seek a vote, he said": the cue hangs on the content or the content on the cue. */
function paratactic(tree: SyntaxTree, hit: CueHit): Span | undefined {
  const token = tree.token(hit.token);
  const below = tree.dependents(hit.token, 'parataxis').filter((child) => tree.token(child).upos !== 'PUNCT');
  if (below[0] !== undefined) return clauseSpan(tree, below[0], hit.token);
  if (base(token) !== 'parataxis' || token.head < 0) return undefined;
  const { first, last } = tree.range(token.head);
  return remainder(tree, hit, first, last);
}
