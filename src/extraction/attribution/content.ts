import { contains, type Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';
import { NAME, namedBy } from './named.ts';
import { taggedSpan } from './tag.ts';
import type { CueHit } from './types.ts';

const COMPLEMENTISERS = new Set(['that', 'whether', 'if', 'of', 'for', 'as', 'about', 'over', 'on']);

/** Content clause or phrase without the word that introduces it; "to" of an infinitive stays. */
function clauseSpan(tree: SyntaxTree, head: number, cue: number): Span {
  const { first, last } = contentRange(tree, head, cue);
  let from = first;
  let to = last;
  if (from <= cue && cue <= to) {
    if (cue < head) from = cue + 1;
    else to = cue - 1;
  }
  while (from < head && (tree.token(from).upos === 'PUNCT' || isIntroducer(tree, from, head) || isStrayThat(tree, from))) from++;
  return tree.spanOf(from, to);
}

/**
 * The complement, with the adjuncts that follow it in the same clause when it is a phrase ("accused X of Y with his Z"),
 * and without a second reporting clause at its end.
 */
function contentRange(tree: SyntaxTree, head: number, cue: number): { first: number; last: number } {
  const range = { ...tree.range(head) };
  if (cue < head && isAsPhrase(tree, head))
    for (const object of tree.exactly(cue, 'obj'))
      if (object > cue && object < head) range.first = Math.min(range.first, tree.range(object).first);
  if (cue < head)
    for (const sibling of tree.dependents(cue, 'obl', 'advcl', 'nmod')) {
      const { first, last } = tree.range(sibling);
      const adjoins = first > range.last && first <= range.last + 2 && tree.token(range.last + 1)?.upos !== 'PUNCT';
      if (adjoins && belongsToContent(tree, head, sibling)) range.last = Math.max(range.last, last);
    }
  range.last = Math.min(range.last, coordinatedReport(tree, head, cue));
  for (const clause of tree.tokens) {
    const contrasts =
      base(clause) === 'mark' &&
      (low(clause) === 'while' || low(clause) === 'whereas') &&
      tree.tokens[clause.index - 1]?.form === ',';
    if (contrasts && clause.index > head && clause.index <= range.last) range.last = clause.index - 1;
  }
  for (const child of tree.tokens) {
    const isReport =
      base(child) === 'parataxis' &&
      child.index > head &&
      child.index <= range.last &&
      child.index !== head &&
      tree.dependents(child.index, 'nsubj').length > 0;
    if (isReport) range.last = Math.min(range.last, tree.range(child.index).first - 1);
  }
  return range;
}

/** Adjuncts that follow a complement without a comma: any behind a phrase, behind a clause only reasons ("because …"). */
const belongsToContent = (tree: SyntaxTree, head: number, sibling: number): boolean =>
  base(tree.token(head)) !== 'ccomp' ||
  tree.dependents(sibling, 'mark').some((mark) => /^(?:because|since|if|unless)$/.test(low(tree.token(mark))));

/** "said that …, and insisted that …": the token before a second reporting verb that the parser put into the content of the first. */
function coordinatedReport(tree: SyntaxTree, head: number, cue: number): number {
  const { last } = tree.range(head);
  const second = tree.tokens.find(
    (token) =>
      token.index > head &&
      token.index <= last &&
      cue < head &&
      base(token) === 'conj' &&
      token.xpos === tree.token(cue).xpos &&
      tree.token(token.head).xpos !== token.xpos &&
      tree.dependents(token.index, 'nsubj', 'csubj', 'expl').length === 0 &&
      tree.dependents(token.index, 'ccomp').length > 0,
  );
  return second ? tree.range(second.index).first - 1 : tree.tokens.length;
}

/** "described the remarks as regrettable": what is said of the object takes the object in. */
const isAsPhrase = (tree: SyntaxTree, head: number): boolean =>
  tree.dependents(head, 'case', 'mark').some((mark) => low(tree.token(mark)) === 'as');

/** "told reporters that Sudan had closed the crossing": before a noun phrase "that" is the conjunction, whatever the parser says. */
const isStrayThat = (tree: SyntaxTree, at: number): boolean =>
  low(tree.token(at)) === 'that' && tree.token(at).deprel === 'obj' && tree.token(at + 1).deprel === 'nsubj';

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
  if (size(before) >= 1 && tree.token(first).upos !== 'PUNCT' && size(behind) >= 3 && hit.rule !== 'cue.according-to')
    return tree.spanOf(first, last);
  const chosen = size(before) >= size(behind) ? before : behind;
  return size(chosen) >= 2 ? tree.spanOf(chosen.first, chosen.last) : undefined;
}

/**
 * What stands under "according to X": behind the phrase where it opens or interrupts a clause, before it where it ends one.
 * The phrase reaches to the comma after the source.
 */
function accordingSpan(tree: SyntaxTree, hit: CueHit): Span | undefined {
  const { tokens } = tree;
  const comma = tokens.findIndex((token) => token.index >= Math.max(hit.speakerToken, hit.token + 2) && token.form === ',');
  const opens = hit.token === 0 || tokens[hit.token - 1]!.upos === 'PUNCT';
  const behind = comma < 0 ? tokens.length : comma + 1;
  if (opens && behind < tokens.length - 1) return tree.spanOf(behind, clauseEnd(tree, behind));
  return hit.token >= 2 ? tree.spanOf(0, hit.token - 1) : undefined;
}

/** End of the sentence, or the token before a further reporting clause set off by a semicolon. */
function clauseEnd(tree: SyntaxTree, from: number): number {
  const stop = tree.tokens.findIndex((token) => token.index > from && token.form === ';');
  return stop < 0 ? tree.tokens.length - 1 : stop - 1;
}

/** Content that begins or ends inside a quotation of the same sentence takes the quotation in, marks included. */
function withWholeQuotations(reading: Reading, hit: CueHit, span: Span): Span {
  const sentence = reading.sentences[hit.sentence]!;
  let { start, end } = span;
  for (const quote of reading.quotes) {
    if (quote.open < sentence.start || quote.close > sentence.end) continue;
    if (start <= quote.open && quote.open < end && end < quote.close) end = quote.close;
    if (quote.open < start && start < quote.end && quote.close < end && !contains(quote, hit.span)) start = quote.open;
  }
  return { start, end };
}

/**
 * The span of what a cue reports, or undefined if the tree shows none.
 * Regularities: a verb of saying between commas reports the clause around it; a complement clause without its
 * complementiser; with parataxis or inversion ("…, X said") the rest of the sentence; with "according to" the clause it modifies.
 */
export function contentOf(reading: Reading, hit: CueHit): Span | undefined {
  const span = contentSpan(reading, hit);
  return span && withWholeQuotations(reading, hit, withoutOpening(reading, hit, span));
}

/** "OSLO - ", "14:32 ", "13:40 GMT - ": what opens a story of a round-up or an entry of a live blog is nobody's words. */
const OPENING =
  /^(?:\p{Lu}[\p{Lu}.,'’ ]{2,40}(?:\([^()]{2,30}\) ?)?[-–—]{1,2} +|\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{3,4})?(?: ?[-–—:|])? +)/u;

function withoutOpening(reading: Reading, hit: CueHit, span: Span): Span {
  if (span.start !== reading.sentences[hit.sentence]!.start) return span;
  const length = OPENING.exec(reading.text.slice(span.start, span.end))?.[0].length ?? 0;
  return length < span.end - span.start ? { start: span.start + length, end: span.end } : span;
}

function contentSpan(reading: Reading, hit: CueHit): Span | undefined {
  const tree = reading.tree(hit.sentence);
  if (hit.rule === 'cue.according-to') return accordingSpan(tree, hit);
  const named = hit.slot === NAME ? namedBy(reading, tree, hit.token) : undefined;
  if (named) return tree.spanOf(named.first, named.last);
  const tagged = taggedSpan(reading, tree, hit);
  if (tagged) return tagged;
  const [head] = hit.content;
  if (head !== undefined) {
    const spans = hit.content.map((one) => clauseSpan(tree, one, hit.token));
    return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
  }
  return hit.speech && hit.pos === 'V' && !hit.quoteOnly ? (paratactic(tree, hit) ?? finalReport(tree, hit)) : undefined;
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

/** Tokens of adjuncts that may follow a reporting verb at the end of a sentence ("told reporters on Monday"). */
const TAIL = 12;

/**
 * "…, the South Korean military said on Tuesday." and "…, said X.": a reporting clause after the last comma reports all before it.
 * Regularity of news English that holds whatever the tree says.
 */
function finalReport(tree: SyntaxTree, hit: CueHit): Span | undefined {
  const speaker = tree.range(hit.speakerToken);
  const first =
    hit.token < hit.speakerToken
      ? hit.token
      : Math.min(speaker.first <= hit.token && hit.token <= speaker.last ? hit.speakerToken : speaker.first, hit.token);
  const start = phraseEdge(tree, first);
  const comma = tree.tokens[start - 1];
  if (comma?.upos !== 'PUNCT' || start < 3) return undefined;
  const lastWord = tree.tokens.length - 1;
  const inverted = hit.token < hit.speakerToken;
  if (!inverted && lastWord - hit.token > TAIL) return undefined;
  if (!hasPredicate(tree, 0, start - 2)) return undefined;
  const laterClause = tree.tokens.some(
    (token) =>
      token.index > Math.max(hit.token, hit.speakerToken) &&
      token.upos === 'VERB' &&
      !inverted &&
      base(token) !== 'xcomp' &&
      base(token) !== 'advcl',
  );
  return laterClause ? undefined : tree.spanOf(0, start - 2);
}

/** What is reported is a clause: it has a finite verb or a verb with auxiliary ("Earlier this week" has none). */
const hasPredicate = (tree: SyntaxTree, first: number, last: number): boolean =>
  tree.tokens.some(
    ({ index, upos, xpos }) =>
      index >= first && index <= last && (upos === 'AUX' || (upos === 'VERB' && /^VB[DPZ]?$/.test(xpos))),
  );

/** Walks left over the determiner and modifiers of the speaker's noun phrase. */
function phraseEdge(tree: SyntaxTree, at: number): number {
  let first = at;
  while (first > 0 && ['DET', 'ADJ', 'PROPN', 'NOUN', 'AUX', 'PART'].includes(tree.token(first - 1).upos)) first--;
  return first;
}
