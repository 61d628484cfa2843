import { sameSide } from '../entities.ts';
import type { PositionDraft } from './types.ts';

const REBUTTING: ReadonlySet<string> = new Set(['deny', 'reject']);

/** The latest stance before `draft` by another side against the one who now denies. */
function answered(draft: PositionDraft, earlier: readonly PositionDraft[]): PositionDraft | undefined {
  return earlier
    .filter(
      (one) =>
        one.evidence.end <= draft.evidence.start &&
        one.polarity === 'oppose' &&
        one.target !== null &&
        sameSide(one.target, draft.holder) &&
        !sameSide(one.holder, draft.holder),
    )
    .pop();
}

/**
 * A denial without a named target opposes whoever made the claim (annotation guideline: a rebuttal opposes the claimant).
 * Regularity: the claim answered is the last one made against the denier.
 */
export function withRebuttedTargets(drafts: readonly PositionDraft[]): PositionDraft[] {
  const ordered = [...drafts].sort((a, b) => a.evidence.start - b.evidence.start);
  return ordered.map((draft, i) => {
    if (draft.target || draft.polarity !== 'oppose' || !REBUTTING.has(draft.act)) return draft;
    const claim = answered(draft, ordered.slice(0, i));
    return claim ? { ...draft, target: claim.holder, confidence: draft.confidence * 0.8, rule: 'position.rebuttal' } : draft;
  });
}
