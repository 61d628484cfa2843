import type { FramePos } from '../../lexicon/types.ts';
import type { Entity } from '../entities.ts';
import { framesAt } from '../frame-match.ts';
import type { Mention } from '../mentions/types.ts';
import type { Reading } from '../reading.ts';
import { fillers, framePos, satisfies } from '../syntax/slots.ts';
import { base, isNominal, low, type SyntaxTree } from '../syntax/tree.ts';
import { prepositionalHit } from './according.ts';
import { NAME, namedBy } from './named.ts';
import { finalSource, isDate, participleSource, positionalSource } from './positional.ts';
import { onlyRelays, quotedSource } from './relay.ts';
import { sourceWord } from './source.ts';
import { speakerAt } from './speaker.ts';
import type { CueHit } from './types.ts';

interface Pattern {
  readonly lemma: string;
  readonly pos: FramePos;
  readonly speaker: readonly string[];
  readonly content: readonly string[];
  readonly speech: boolean;
  readonly quoteOnly: boolean;
  readonly naming: boolean;
  readonly id: string;
}

function patternsAt(reading: Reading, sentence: number, token: number): Pattern[] {
  const tree = reading.tree(sentence);
  const pos = framePos(tree, token);
  if (!pos) return [];
  const lemma = tree.token(token).lemma.toLowerCase();
  const cues = (reading.lexicon.cues.get(`${lemma}/${pos}`) ?? [])
    .filter((cue) => cue.constraints.every((constraint) => satisfies(tree, token, constraint)))
    .filter((cue) => cue.use !== 'name' || namedBy(reading, tree, token) !== undefined)
    .sort((a, b) => Number(b.use === 'name') - Number(a.use === 'name') || b.constraints.length - a.constraints.length)
    .map((cue) => ({
      lemma,
      pos,
      speaker: cue.speaker,
      content: cue.content,
      speech: cue.use !== 'name',
      quoteOnly: cue.use === 'quote',
      naming: cue.use === 'name',
      id: `cue.${cue.lemma.replace(/\s+/g, '-')}`,
    }));
  const frames = framesAt(reading, sentence, token)
    .filter((frame) => frame.act !== null)
    .map((frame) => ({
      lemma,
      pos,
      speaker: frame.holder,
      content: frame.content,
      speech: cues.some((cue) => cue.speech),
      quoteOnly: false,
      naming: false,
      id: `cue.frame.${frame.id}`,
    }));
  return [...cues, ...frames];
}

/** "the claim that …", "the call to …" as opposed to "the statement released on Monday", "the speech praising …". */
const isStated = (tree: SyntaxTree, clause: number): boolean =>
  tree.dependents(clause, 'mark').some((mark) => /^(?:that|to|whether|if)$/.test(low(tree.token(mark))));

function contentHeads(tree: SyntaxTree, token: number, slots: readonly string[]): { heads: readonly number[]; slot: string } {
  for (const slot of slots) {
    const heads = fillers(tree, token, slot).filter((head) => slot !== 'acl' || isStated(tree, head));
    if (heads.length > 0) return { heads, slot };
  }
  const told = slots.includes('ccomp') ? toldClause(tree, token) : undefined;
  return told === undefined ? { heads: [], slot: '' } : { heads: [told], slot: 'ccomp' };
}

/** "told reporters that Chad had left the talks": a whole clause behind the hearer, which the parser took for a relative one. */
function toldClause(tree: SyntaxTree, verb: number): number | undefined {
  return tree
    .dependents(verb, 'iobj', 'obj')
    .flatMap((hearer) =>
      tree.dependents(hearer, 'acl').filter((clause) => low(tree.token(hearer + 1)) === 'that' && clause > hearer),
    )
    .find((clause) => tree.dependents(clause, 'nsubj').length > 0 && tree.exactly(clause, 'obj').length > 1);
}

function contentOfPattern(
  reading: Reading,
  tree: SyntaxTree,
  token: number,
  pattern: Pattern,
): { heads: readonly number[]; slot: string } {
  const named = pattern.naming ? namedBy(reading, tree, token) : undefined;
  if (named) return { heads: [named.name], slot: NAME };
  return pattern.quoteOnly ? { heads: [], slot: '' } : contentHeads(tree, token, pattern.content);
}

function hit(reading: Reading, sentence: number, token: number, pattern: Pattern): CueHit | undefined {
  const tree = reading.tree(sentence);
  const outside = reading.quoteAt(tree.token(token)) === undefined;
  const spoken = pattern.pos === 'V' && pattern.speech;
  const placed = spoken
    ? (quotedSource(reading, tree, token) ?? participleSource(reading, sentence, token) ?? finalSource(reading, sentence, token))
    : undefined;
  if (placed !== undefined) return hitBy(reading, sentence, token, pattern, placed, speakerAt(reading, sentence, placed));
  let source: number | undefined;
  for (const slot of pattern.speaker) {
    for (const filler of fillers(tree, token, slot)) {
      if (isDate(reading, sentence, filler) || (outside && reading.quoteAt(tree.token(filler)))) continue;
      const speaker = speakerAt(reading, sentence, filler);
      if (speaker) return hitBy(reading, sentence, token, pattern, filler, speaker);
      if (source === undefined && isNominal(tree.token(filler))) source = filler;
    }
  }
  return (
    invertedHit(reading, sentence, token, pattern) ??
    (source === undefined
      ? placedHit(reading, sentence, token, pattern)
      : hitBy(reading, sentence, token, pattern, source, undefined))
  );
}

/** A verb of saying behind a quotation whose source only its place shows. */
function placedHit(reading: Reading, sentence: number, token: number, pattern: Pattern): CueHit | undefined {
  if (!pattern.speech || pattern.pos !== 'V') return undefined;
  const source = positionalSource(reading, sentence, token);
  return source === undefined
    ? undefined
    : hitBy(reading, sentence, token, pattern, source, speakerAt(reading, sentence, source));
}

function hitBy(
  reading: Reading,
  sentence: number,
  token: number,
  pattern: Pattern,
  source: number,
  speaker: { entity: Entity; mention: Mention | null } | undefined,
): CueHit {
  const tree = reading.tree(sentence);
  const { form, start, end } = tree.token(token);
  const { heads, slot } = contentOfPattern(reading, tree, token, pattern);
  return {
    sentence,
    token,
    cue: form,
    span: { start, end },
    speaker: speaker?.entity ?? null,
    speakerMention: speaker?.mention ?? null,
    speakerToken: source,
    source: sourceWord(tree, token, source),
    content: heads,
    pos: pattern.pos,
    slot,
    rule: pattern.id,
    speech: pattern.speech,
    quoteOnly: pattern.quoteOnly,
  };
}

/** "…, said Palau's foreign minister": behind an inverted verb of saying the parser takes the speaker for its object. */
function invertedHit(reading: Reading, sentence: number, token: number, pattern: Pattern): CueHit | undefined {
  const tree = reading.tree(sentence);
  const before = tree.tokens[token - 1];
  if (!pattern.speech || !before || before.upos !== 'PUNCT') return undefined;
  for (const filler of tree.dependents(token, 'obj', 'iobj', 'obl', 'ccomp', 'xcomp', 'dep')) {
    const speaker = filler > token && !isDate(reading, sentence, filler) ? speakerAt(reading, sentence, filler) : undefined;
    if (!speaker) continue;
    const { form, start, end } = tree.token(token);
    return {
      sentence,
      token,
      cue: form,
      span: { start, end },
      speaker: speaker.entity,
      speakerMention: speaker.mention,
      speakerToken: filler,
      source: filler,
      content: [],
      pos: pattern.pos,
      slot: '',
      rule: `${pattern.id}.inverted`,
      speech: true,
      quoteOnly: pattern.quoteOnly,
    };
  }
  return undefined;
}

/** "declined to comment", "did not say": the words report that nothing was said. */
function saysNothing(reading: Reading, sentence: number, token: number): boolean {
  const tree = reading.tree(sentence);
  const word = tree.token(token);
  const negated = tree
    .dependents(token, 'advmod')
    .some((child) => ['not', "n't", 'n’t', 'never'].includes(low(tree.token(child))));
  const refused =
    base(word) === 'xcomp' && word.head >= 0 && reading.isClass('silent-verb', tree.token(word.head).lemma.toLowerCase());
  return (negated || refused) && tree.dependents(token, 'ccomp', 'xcomp').length === 0;
}

/** All reporting words of a sentence that have a source, in text order. */
export function cueHits(reading: Reading, sentence: number): CueHit[] {
  const hits: CueHit[] = [];
  for (const { index } of reading.sentences[sentence]!.tokens) {
    const according = prepositionalHit(reading, sentence, index);
    if (according) {
      hits.push(according);
      continue;
    }
    if (saysNothing(reading, sentence, index) || onlyRelays(reading, reading.tree(sentence), index)) continue;
    const found = patternsAt(reading, sentence, index)
      .map((pattern) => hit(reading, sentence, index, pattern))
      .filter((one) => one !== undefined);
    const spoken = found.filter((one) => one.speaker !== null);
    const best =
      spoken.find((one) => one.content.length > 0) ?? spoken[0] ?? found.find((one) => one.content.length > 0) ?? found[0];
    if (best) hits.push(best);
  }
  return hits;
}
