import type { FrameEntry } from '../../lexicon/types.ts';
import { overlaps } from '../../model/span.ts';
import type { Statement } from '../attribution/types.ts';
import { isBackground } from '../background.ts';
import { sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import { type FrameHit, frameHits } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { missedByScope, missedHolder } from '../near-misses.ts';
import type { Participant } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { scopeOf } from '../scope.ts';
import { fillers } from '../syntax/slots.ts';
import { base, low } from '../syntax/tree.ts';
import { holderLevel, holdersOf, statementAround, voiceOf } from './holder.ts';
import { appealOpposes, compose, isAppeal, type Verdict } from './polarity.ts';
import { issueSpan, type Target, targetsOf } from './target.ts';
import type { PositionDraft } from './types.ts';

const TIER: Readonly<Record<'high' | 'wide', number>> = { high: 0.9, wide: 0.7 };
const VIA: Readonly<Record<Participant['via'], number>> = { self: 1, owner: 0.95, speaker: 0.95, issue: 0.8 };

const NOBODY: ReadonlySet<string> = new Set([
  'it',
  'some',
  'many',
  'people',
  'others',
  'observers',
  'critics',
  'they',
  'there',
  'one',
]);

/** "It is rumoured that X opposes Y", "Some say …": a report whose source is nobody. */
function isHearsay(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  if (!['ccomp', 'csubj'].includes(base(token)) || token.head < 0) return false;
  const subject = tree.dependents(token.head, 'nsubj', 'expl')[0];
  return (
    subject !== undefined &&
    subject < token.head &&
    NOBODY.has(low(tree.token(subject))) &&
    !reading.mentionAt(hit.sentence, subject)
  );
}

/** "might accuse", "could back": what may come is no stance. */
function isMerePossibility(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const modal = (...forms: string[]): boolean =>
    tree.dependents(hit.predicate, 'aux').some((child) => forms.includes(low(tree.token(child))));
  if (modal('may', 'might', 'could')) return true;
  const hypothesis = tree
    .dependents(hit.predicate, 'advcl')
    .some((clause) => tree.dependents(clause, 'mark').some((mark) => ['if', 'unless'].includes(low(tree.token(mark)))));
  return hypothesis && modal('would');
}

/** "saw no merit in": the negation is part of what the frame means. */
const asksForNegation = (frame: FrameEntry): boolean => frame.constraints.some(({ slot }) => slot === 'neg');

function verdictFor(reading: Reading, hit: FrameHit): Verdict | null {
  if (isMerePossibility(reading, hit) || isHearsay(reading, hit)) return null;
  const around = scopeOf(reading, hit.sentence, hit.predicate);
  const scope = asksForNegation(hit.frame) ? { ...around, negated: false } : around;
  const verdict = compose(hit.frame, scope);
  if (!verdict || !isAppeal(hit.frame)) return verdict;
  if (verdict.polarity === 'oppose') return verdict;
  return appealOpposes(reading, hit.sentence, hit.predicate, hit.frame)
    ? { ...verdict, polarity: 'oppose', note: 'appeal-to-stop' }
    : { ...verdict, polarity: 'neutral', certainty: verdict.certainty * 0.8, note: 'appeal' };
}

/** A stance that another speaker merely takes for granted ("his criticism of …" inside an accusation). */
function isPresupposed(reading: Reading, hit: FrameHit, holder: Participant, statement: Statement | undefined): boolean {
  if (!statement || sameSide(statement.speaker, holder.entity)) return false;
  return reading.tree(hit.sentence).token(hit.predicate).upos !== 'VERB';
}

/** "intervened in March 2015 in support of": a phrase is as old as the verb it hangs on. */
function isPast(reading: Reading, hit: FrameHit): boolean {
  const token = reading.tree(hit.sentence).token(hit.predicate);
  const carrier = token.upos === 'NOUN' && base(token) === 'obl' ? token.head : hit.predicate;
  return isBackground(reading, hit.sentence, hit.predicate) || isBackground(reading, hit.sentence, carrier);
}

/** The statement a frame stands in, and the one its own predicate introduces ("accused X of …"). */
interface Words {
  readonly around: Statement | undefined;
  readonly own: Statement | undefined;
}

const introducedBy = (statements: readonly Statement[], hit: FrameHit): Statement | undefined =>
  statements.find((one) => one.cueAt?.sentence === hit.sentence && one.cueAt.token === hit.predicate);

function draft(
  reading: Reading,
  hit: FrameHit,
  holder: Participant,
  target: Target,
  about: Participant | null,
  words: Words,
  verdict: Verdict,
): PositionDraft {
  const statement = words.around;
  const level = holderLevel(holder.entity);
  const others = [holder.mention, about?.mention ?? null].flatMap((mention) =>
    mention && mention.sentence === hit.sentence ? [mention.head] : [],
  );
  const reported = statement && !sameSide(statement.speaker, holder.entity) ? 0.6 : 1;
  const presupposed = isPresupposed(reading, hit, holder, statement);
  const headline = reading.isHeadline(hit.sentence);
  return {
    holder: level,
    voicedBy: voiceOf(holder.entity, level, statement ?? words.own),
    target: about?.entity ?? null,
    issue: issueSpan(reading, hit, target),
    statement: statement ?? words.own ?? null,
    polarity: verdict.polarity,
    act: hit.frame.act!,
    strength: hit.frame.strength,
    explicitness: headline ? 'headline' : presupposed ? 'presupposed' : 'explicit',
    evidence: clauseEvidence(reading, hit.sentence, hit.predicate, [...others, ...target.tokens]),
    sentence: hit.sentence,
    predicate: hit.predicate,
    confidence: TIER[hit.frame.tier] * VIA[holder.via] * (about ? VIA[about.via] : 0.7) * verdict.certainty * reported,
    rule: `position.frame.${verdict.note}`,
    frame: hit.frame.id,
    background: isPast(reading, hit),
  };
}

function read(reading: Reading, issues: Issues, hit: FrameHit, statements: readonly Statement[]): PositionDraft[] {
  const verdict = verdictFor(reading, hit);
  if (!verdict) missedByScope(reading, hit, 'positions');
  if (!verdict) return [];
  const statement = statementAround(reading, statements, hit.sentence, hit.predicate);
  const words: Words = { around: statement, own: introducedBy(statements, hit) };
  const quote = reading.quoteAt(reading.tree(hit.sentence).token(hit.predicate));
  const holders = holdersOf(reading, hit, statement).filter(
    (one) => !quote || !statement || sameSide(one.entity, statement.speaker),
  );
  if (holders.length === 0) missedHolder(reading, hit, 'positions');
  return holders.flatMap((holder) => {
    const target =
      mutual(reading, hit, holder, holders) ?? withoutHolders(targetsOf(reading, issues, hit, holder.entity, statement), holders);
    if (isNeutrality(hit.frame))
      return [{ ...draft(reading, hit, holder, target, null, words, verdict), rule: 'position.frame.neutrality' }];
    if (isAppeal(hit.frame) && verdict.polarity === 'neutral' && pointsPast(reading, hit)) return [];
    if (isAppeal(hit.frame) && verdict.polarity !== 'support' && isToAll(reading, hit, target))
      return [toAll(draft(reading, hit, holder, target, null, words, { ...verdict, polarity: 'neutral' }))];
    if (target.participants.length > 0)
      return target.participants.map((about) => draft(reading, hit, holder, target, about, words, verdict));
    if (isAppeal(hit.frame) && verdict.polarity === 'neutral') return [];
    if (isBare(reading, hit, target)) return elliptic(reading, issues, hit, holder, words, verdict);
    return [draft(reading, hit, holder, target, null, words, verdict)];
  });
}

/** "the objections of Paris and of Vienna": who holds the stance together is not its target. */
const withoutHolders = (target: Target, holders: readonly Participant[]): Target => ({
  ...target,
  participants: target.participants.filter((one) => !holders.some((holder) => sameSide(holder.entity, one.entity))),
});

/** "X and Y accused each other": every holder's target is the others. */
function mutual(reading: Reading, hit: FrameHit, holder: Participant, holders: readonly Participant[]): Target | undefined {
  const tree = reading.tree(hit.sentence);
  const tokens = hit.frame.target.flatMap((slot) => fillers(tree, hit.predicate, slot));
  const reciprocal = tokens.find((token) => {
    const { first, last } = tree.range(token);
    const words = tree.tokens
      .slice(first, last + 1)
      .map(low)
      .join(' ');
    return (
      words.endsWith('each other') ||
      words.endsWith('one another') ||
      (low(tree.token(token)) === 'each' && low(tree.tokens[token + 1] ?? tree.token(token)) === 'other')
    );
  });
  if (reciprocal === undefined || holders.length < 2) return undefined;
  return {
    participants: holders.filter((one) => !sameSide(one.entity, holder.entity)).map((one) => ({ ...one, via: 'self' as const })),
    tokens: [reciprocal],
    slot: 'obj',
  };
}

/** No object at all, or an infinitive that has none ("refused to sign up"). */
function isBare(reading: Reading, hit: FrameHit, target: Target): boolean {
  if (target.tokens.length === 0) return hit.frame.content.length === 0;
  const tree = reading.tree(hit.sentence);
  return target.tokens.every(
    (token) => tree.token(token).upos === 'VERB' && tree.dependents(token, 'obj', 'obl', 'ccomp', 'xcomp').length === 0,
  );
}

const toAll = (one: PositionDraft): PositionDraft => ({ ...one, rule: 'position.frame.appeal-to-all' });

/** "called on all parties to exercise restraint", "urged both sides to stop": nobody is singled out. */
function isToAll(reading: Reading, hit: FrameHit, target: Target): boolean {
  const tree = reading.tree(hit.sentence);
  return target.tokens.some((token) =>
    tree.dependents(token, 'det', 'amod', 'nummod').some((child) => reading.isClass('everybody', low(tree.token(child)))),
  );
}

/** "urged X to use its influence with Y": the appeal is to the one and against the other. */
function pointsPast(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const heads = hit.frame.content.flatMap((slot) => fillers(tree, hit.predicate, slot));
  return heads.some((head) => {
    const { first, last } = tree.range(head);
    return tree.tokens.slice(first, last + 1).some((token) => reading.isClass('third-party', token.lemma.toLowerCase()));
  });
}

/** "…, but Malta refused to sign up": the unnamed object is the issue the sentence is about. */
function elliptic(
  reading: Reading,
  issues: Issues,
  hit: FrameHit,
  holder: Participant,
  words: Words,
  verdict: Verdict,
): PositionDraft[] {
  if (reading.tree(hit.sentence).token(hit.predicate).upos !== 'VERB') return [];
  const owners = issues.lastIn(hit.sentence, hit.predicate, holder.entity).filter((one) => !sameSide(one.entity, holder.entity));
  return owners.map((about) => ({
    ...draft(reading, hit, holder, { participants: [], tokens: [], slot: null }, about, words, verdict),
    rule: 'position.frame.elliptic',
  }));
}

/** Frames that take a stance; a neutral one without a target only keeps a more general frame from firing. */
const takesStance = (frame: FrameEntry): boolean => frame.act !== null && frame.polarity !== null;

const isMute = (frame: FrameEntry): boolean =>
  frame.polarity === 'neutral' && (frame.target.length === 0 || (frame.act === 'state' && frame.content.length > 0));

/** "Mexico takes no side in the quarrel": declared neutrality is towards nobody in particular. */
const isNeutrality = (frame: FrameEntry): boolean => frame.polarity === 'neutral' && frame.act === 'state';

/** Stances that predicate frames express, one frame a predicate. */
export const positionsFromFrames = (reading: Reading, issues: Issues, statements: readonly Statement[]): PositionDraft[] =>
  reading.sentences.flatMap((sentence) =>
    frameHits(reading, sentence.index, takesStance, 'positions')
      .filter((hit) => !isMute(hit.frame))
      .flatMap((hit) => read(reading, issues, hit, statements)),
  );

/** True if the two drafts say the same of the same words. */
export const sameClaim = (a: PositionDraft, b: PositionDraft): boolean =>
  a.holder === b.holder && a.target === b.target && a.polarity === b.polarity && overlaps(a.evidence, b.evidence);
