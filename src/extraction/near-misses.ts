import type { RuleLayer } from '../model/explanation.ts';
import type { FrameHit } from './frame-match.ts';
import type { Reading } from './reading.ts';
import { scopeOf } from './scope.ts';
import { fillers } from './syntax/slots.ts';

/*
 * Why a frame that was found says nothing after all, in words for a reader of the explanation. Worked out only when
 * somebody asks for one.
 */

/** Longest phrase that is quoted in a reason. */
const SHOWN = 40;

/** "no actor in subj (“critics”)": who was looked for, and what stands there. */
export function nobodyIn(reading: Reading, hit: FrameHit, slots: readonly string[]): string {
  const tree = reading.tree(hit.sentence);
  const filled = slots
    .filter((slot) => slot !== 'speaker' && slot !== 'owner')
    .flatMap((slot) => fillers(tree, hit.predicate, slot).map((token) => ({ slot, token })));
  const [first] = filled;
  if (!first) return `nothing fills ${slots.join(' or ')}`;
  const { start, end } = tree.phrase(first.token);
  const words = reading.text.slice(start, end);
  return `no actor in ${first.slot} (“${words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words}”)`;
}

/** What stands over the predicate and takes its force away. */
function blockedBy(reading: Reading, hit: FrameHit): string {
  const scope = scopeOf(reading, hit.sentence, hit.predicate);
  const over = scope.operators.length > 0 ? ` (${scope.operators.join(', ')})` : '';
  if (scope.question) return 'a question';
  if (scope.denied) return `denied${over}`;
  if (scope.negated) return `negated${over}`;
  if (scope.ceased) return `has ceased${over}`;
  return 'a mere possibility, or hearsay';
}

const note = (reading: Reading, hit: FrameHit, layer: RuleLayer, reason: () => string): void =>
  reading.miss(hit.sentence, hit.predicate, layer, hit.frame.id, reason);

/** Notes that nobody known holds the stance or does the deed. */
export const missedHolder = (reading: Reading, hit: FrameHit, layer: RuleLayer): void =>
  note(reading, hit, layer, () => nobodyIn(reading, hit, hit.frame.holder));

/** Notes that negation, modality, a question or hearsay leaves no stance. */
export const missedByScope = (reading: Reading, hit: FrameHit, layer: RuleLayer): void =>
  note(reading, hit, layer, () => blockedBy(reading, hit));

/** Notes another reason. */
export const missed = (reading: Reading, hit: FrameHit, layer: RuleLayer, reason: string): void =>
  note(reading, hit, layer, () => reason);
