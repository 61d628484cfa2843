import { type Entity, rollUp, sameSide } from '../entities.ts';
import type { EventDraft } from '../events/types.ts';
import type { Reading } from '../reading.ts';
import type { PositionDraft } from './types.ts';

const CONFLICT: ReadonlySet<string> = new Set(['REJECT', 'ACCUSE', 'THREATEN', 'PROTEST', 'SANCTION', 'COERCE', 'ASSAULT']);
const ANSWERING: ReadonlySet<string> = new Set(['deny', 'reject', 'condemn', 'criticize', 'refuse', 'deplore', 'demand']);

/** How often two sides clash in an article. */
class Clashes {
  readonly #counts = new Map<Entity, Map<Entity, number>>();

  add(a: Entity, b: Entity): void {
    const one = rollUp(a) ?? a;
    const other = rollUp(b) ?? b;
    if (one === other) return;
    this.#count(one, other);
    this.#count(other, one);
  }

  #count(one: Entity, other: Entity): void {
    const row = this.#counts.get(one) ?? new Map<Entity, number>();
    row.set(other, (row.get(other) ?? 0) + 1);
    this.#counts.set(one, row);
  }

  /** The side that clashes with `entity` most often, and more than once; none if two share the first place. */
  opponent(entity: Entity): Entity | undefined {
    const row = [...(this.#counts.get(rollUp(entity) ?? entity) ?? [])].sort((a, b) => b[1] - a[1]);
    const [first, second] = row;
    return first && first[1] > 1 && (!second || first[1] > second[1]) ? first[0] : undefined;
  }
}

const isBefore = (event: EventDraft, draft: PositionDraft): boolean =>
  event.sentence < draft.sentence || (event.sentence === draft.sentence && event.predicate < draft.predicate);

/** The latest stance or act before `draft` by another side against the one who now answers. */
function challenger(draft: PositionDraft, earlier: readonly PositionDraft[], events: readonly EventDraft[]): Entity | undefined {
  const stance = earlier
    .filter(
      (one) =>
        one.polarity === 'oppose' &&
        one.target !== null &&
        sameSide(one.target, draft.holder) &&
        !sameSide(one.holder, draft.holder),
    )
    .pop();
  const act = events
    .filter(
      (one) => CONFLICT.has(one.type) && isBefore(one, draft) && one.recipients.some((other) => sameSide(other, draft.holder)),
    )
    .pop();
  const actor = act?.initiators.find((one) => !sameSide(one, draft.holder));
  if (!stance) return actor;
  return actor && act!.evidence.start > stance.evidence.start ? actor : stance.holder;
}

/**
 * Targets of stances against a claim or act whose owner the sentence does not name.
 * Regularities: a denial answers whoever last accused or acted against the denier (a rebuttal opposes the claimant,
 * annotation guideline); other stances in a dispute are against the side the holder clashes with in this article.
 */
export function withCounterparts(
  reading: Reading,
  drafts: readonly PositionDraft[],
  events: readonly EventDraft[],
): PositionDraft[] {
  const clashes = new Clashes();
  for (const draft of drafts)
    if (draft.polarity === 'oppose' && draft.target && draft.explicitness === 'explicit') clashes.add(draft.holder, draft.target);
  for (const event of events)
    if (CONFLICT.has(event.type))
      for (const one of event.initiators) for (const other of event.recipients) clashes.add(one, other);
  const ordered = [...drafts].sort((a, b) => a.evidence.start - b.evidence.start);
  return ordered.map((draft, i) => {
    if (draft.target || draft.polarity !== 'oppose' || draft.frame === null || !ANSWERING.has(draft.act)) return draft;
    if (reading.tree(draft.sentence).token(draft.predicate).upos !== 'VERB') return draft;
    const rebuts = draft.act === 'deny' || draft.act === 'reject';
    const target = (rebuts ? challenger(draft, ordered.slice(0, i), events) : undefined) ?? clashes.opponent(draft.holder);
    if (!target || sameSide(target, draft.holder)) return draft;
    return { ...draft, target, confidence: draft.confidence * 0.75, rule: rebuts ? 'position.rebuttal' : 'position.counterpart' };
  });
}
