import type { Statement } from '../attribution/types.ts';
import { rollUp } from '../entities.ts';
import type { EventDraft } from '../events/types.ts';
import type { Issues } from '../issues.ts';
import type { Reading } from '../reading.ts';
import { withCounterparts } from './counterparts.ts';
import { positionsFromDemands } from './demands.ts';
import { Discourse } from './discourse.ts';
import { positionsFromEvaluations } from './evaluations.ts';
import { positionsFromAssertions } from './from-assertions.ts';
import { positionsFromDenials } from './from-denials.ts';
import { positionsFromFrames, sameClaim } from './from-frames.ts';
import { positionsFromQuotes } from './from-quotes.ts';
import { positionsFromThreats } from './from-threats.ts';
import { positionsFromNaming } from './naming.ts';
import type { PositionDraft } from './types.ts';

/** One position per holder, target and act within a sentence or a continuous quotation; the surest stays. */
function onePerUnit(drafts: readonly PositionDraft[]): PositionDraft[] {
  const best = new Map<string, PositionDraft>();
  for (const draft of drafts) {
    const unit =
      draft.statement && (draft.statement.voice === 'direct' || draft.statement.voice === 'unquotedDirect')
        ? `s${draft.statement.start}`
        : `n${draft.sentence}`;
    const key = [
      unit,
      draft.holder.key,
      draft.target?.key ?? '-',
      draft.act,
      draft.polarity,
      draft.target ? '' : draft.predicate,
    ].join('|');
    const known = best.get(key);
    if (!known || draft.confidence > known.confidence) best.set(key, draft);
  }
  return [...best.values()];
}

/** Evaluations inside words that a frame already reads, the same way or as part of what it is about, add nothing. */
const notSaidByFrame = (reading: Reading, drafts: readonly PositionDraft[], frames: readonly PositionDraft[]): PositionDraft[] =>
  drafts.filter((one) => {
    const said = frames.find(
      (frame) =>
        frame.sentence === one.sentence &&
        (sameClaim(frame, one) ||
          (frame.holder === one.holder &&
            frame.target === one.target &&
            reading.tree(one.sentence).isAncestor(frame.predicate, one.predicate))),
    );
    if (said) reading.miss(one.sentence, one.predicate, 'positions', one.rule, () => `${said.rule} says the same`);
    return !said;
  });

/** True if the same words already hold a stance of the same side towards the same target. */
const isSaidOf = (one: PositionDraft, other: PositionDraft): boolean =>
  one.holder === other.holder &&
  one.target === other.target &&
  (one.sentence === other.sentence || (one.statement !== null && one.statement === other.statement));

/** All current stances of an article, surest rules first; past and presupposed ones are logged, not kept. */
export function findPositions(
  reading: Reading,
  issues: Issues,
  statements: readonly Statement[],
  events: readonly EventDraft[],
): PositionDraft[] {
  const frames = positionsFromFrames(reading, issues, statements);
  const threats = notSaidByFrame(reading, positionsFromThreats(reading, issues, statements), frames);
  const demands = notSaidByFrame(reading, positionsFromDemands(reading, issues, statements), frames);
  const evaluations = notSaidByFrame(reading, positionsFromEvaluations(reading, issues, statements), [
    ...frames,
    ...demands,
    ...threats,
  ]);
  const naming = notSaidByFrame(reading, positionsFromNaming(reading, issues, statements), [...frames, ...evaluations]).filter(
    (one) =>
      !evaluations.some((other) => other.sentence === one.sentence && other.holder === one.holder && other.target === one.target),
  );
  const named = onePerUnit([...frames, ...threats, ...demands, ...evaluations, ...naming]);
  const answered = withCounterparts(reading, named, new Discourse(named, events));
  const denied = onePerUnit(
    notSaidByFrame(reading, positionsFromDenials(reading, statements, new Discourse(answered, events)), answered),
  );
  const known = [...answered, ...denied];
  const asserted = onePerUnit(
    notSaidByFrame(reading, positionsFromAssertions(reading, statements, new Discourse(known, events)), known),
  ).filter((one) => !known.some((other) => isSaidOf(one, other)));
  const said = [...known, ...asserted];
  const quoted = positionsFromQuotes(reading, statements, said, new Discourse(said, events));
  return [...said, ...quoted]
    .filter((draft) => keep(reading, draft))
    .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

/**
 * A stance without a target actor is kept only where it is surely about an issue: a verb of a sure frame in the paper's own
 * or the holder's words, or a balanced appeal.
 */
function isWorthWithoutTarget(reading: Reading, draft: PositionDraft): boolean {
  const verbal = reading.tree(draft.sentence).token(draft.predicate).upos === 'VERB';
  if (draft.rule === 'position.frame.appeal-to-all' || draft.rule === 'position.frame.neutrality') return true;
  return draft.issue !== null && verbal && draft.confidence >= 0.55 && draft.polarity !== 'neutral';
}

function keep(reading: Reading, draft: PositionDraft): boolean {
  if (draft.background) {
    reading.abstain(draft.evidence, `past stance of ${draft.holder.name} in background`, 'position.background');
    return false;
  }
  if (draft.explicitness === 'presupposed') {
    reading.abstain(
      draft.evidence,
      `stance of ${draft.holder.name} only taken for granted by another speaker`,
      'position.presupposed',
    );
    return false;
  }
  if (draft.holder.type === 'place' || draft.target?.type === 'place') return false;
  if (draft.holder.type === 'gov_body' && !rollUp(draft.holder)) return true;
  const worth = draft.target !== null || isWorthWithoutTarget(reading, draft);
  if (!worth)
    reading.miss(
      draft.sentence,
      draft.predicate,
      'positions',
      draft.frame ?? draft.rule,
      () => 'no target actor, nor surely an issue',
    );
  return worth;
}
