import { overlaps } from '../../model/span.ts';
import type { Tally } from '../tally.ts';
import type { Answer, AnswerPosition } from './answer.ts';
import type { GoldArticle, GoldPosition } from './gold.ts';
import { pairUp } from './matching.ts';
import type { Cast } from './names.ts';
import { asSpan, isIgnored, overlapShare } from './spans.ts';

interface Mode {
  readonly layer: string;
  /** Compare whom the holder counts for, not the holder itself. */
  readonly rolledUp: boolean;
  /** Leave neutral positions out. */
  readonly signedOnly: boolean;
}

const EXACT: Mode = { layer: 'positions (exact holder)', rolledUp: false, signedOnly: false };
const ROLLED_UP: Mode = { layer: 'positions (holder rolled up)', rolledUp: true, signedOnly: false };
const SIGNED: Mode = { layer: 'positions support/oppose only, rolled up', rolledUp: true, signedOnly: true };

/** Scores positions as holder, target (always rolled up) and polarity with overlapping evidence, one to one. */
export function scorePositions(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  for (const mode of [EXACT, ROLLED_UP, SIGNED]) scoreMode(mode, gold, answer, cast, tally);
  scoreTraps(gold, answer, cast, tally);
}

function agrees(gold: GoldPosition, given: AnswerPosition, rolledUp: boolean, cast: Cast): boolean {
  const holder = cast.resolve(given.holder);
  if (holder === null) return false;
  if (rolledUp ? cast.rollUp(gold.holder) !== cast.rollUp(holder) : gold.holder !== holder) return false;
  const target = given.target === null || given.target === undefined ? null : cast.rollUpName(given.target);
  if (target === null && gold.target.actor) return false;
  if (target !== null) {
    const accepted = [gold.target.actor, ...(gold.target_also ?? [])].filter((id) => id !== null);
    if (!accepted.some((id) => cast.rollUp(id) === target)) return false;
  }
  if (![gold.polarity, ...(gold.polarity_also ?? [])].includes(given.polarity)) return false;
  const evidence = asSpan(given.evidence);
  return evidence === null || overlaps(evidence, gold.evidence);
}

function scoreMode(mode: Mode, gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  const counted = (position: { polarity: string }): boolean => !mode.signedOnly || position.polarity !== 'neutral';
  const given = answer.positions.filter(counted);
  const golds = gold.positions.filter(counted);
  const required = golds.filter((position) => !position.optional);
  const optional = golds.filter((position) => position.optional);
  const matches = (position: GoldPosition, other: AnswerPosition): boolean => agrees(position, other, mode.rolledUp, cast);
  const score = (position: GoldPosition, other: AnswerPosition): number =>
    matches(position, other)
      ? 1 + overlapShare(asSpan(other.evidence), position.evidence) + (other.polarity === position.polarity ? 0.5 : 0)
      : 0;

  const pairs = pairUp(required.length, given.length, (g, p) => score(required[g]!, given[p]!));
  const left = given.filter((_, index) => pairs.ofPredicted[index] === -1);
  const debatable = pairUp(optional.length, left.length, (g, p) => score(optional[g]!, left[p]!));
  const right = given.length - left.length;
  const extra = left.filter((position, index) => {
    if (debatable.ofPredicted[index] !== -1 || isIgnored(position.evidence, gold.ignore_spans)) return false;
    if (asSpan(position.evidence) && golds.some((other) => matches(other, position))) {
      if (!mode.rolledUp) tally.count('duplicate positions (ignored)', 1);
      return false;
    }
    return !(mode.signedOnly && readsNeutral(position, gold, cast));
  });
  tally.layer(mode.layer, { right, predicted: right + extra.length, gold: required.length });
  for (const position of given)
    tally.judge(
      gold.id,
      mode.layer,
      position,
      extra.includes(position) ? 'wrong' : left.includes(position) ? 'ignored' : 'right',
    );
  if (mode === SIGNED) return;
  for (const position of extra) {
    const at = asSpan(position.evidence);
    tally.findingAt(
      at,
      gold.id,
      mode.rolledUp ? 'position extra' : 'position extra (exact holder)',
      position.holder,
      position.polarity,
      position.target ?? '(issue)',
      position.rule ?? '',
      at ? `${at.start}-${at.end}` : '',
    );
  }
  if (mode === ROLLED_UP)
    detail(
      gold,
      required.map((position, index) => [position, given[pairs.ofGold[index] ?? -1]]),
      cast,
      tally,
    );
}

/** A signed reading of a position that gold calls neutral but also accepts with this sign. */
const readsNeutral = (given: AnswerPosition, gold: GoldArticle, cast: Cast): boolean =>
  gold.positions.some(
    (position) =>
      position.polarity === 'neutral' &&
      (position.polarity_also ?? []).includes(given.polarity) &&
      agrees(position, given, true, cast),
  );

/** Slot accuracies of matched positions, recall by difficulty and the misses. */
function detail(
  gold: GoldArticle,
  pairs: readonly (readonly [GoldPosition, AnswerPosition | undefined])[],
  cast: Cast,
  tally: Tally,
): void {
  for (const [position, given] of pairs) {
    tally.recall('positions', position.difficulty, given !== undefined);
    if (!given) {
      const target = position.target.actor ? cast.get(position.target.actor).name : '(issue)';
      const words = position.evidence.text.slice(0, 70);
      const { id, polarity, evidence } = position;
      tally.findingAt(evidence, gold.id, 'position missed', id, cast.get(position.holder).name, polarity, target, words);
      continue;
    }
    if (given.speech_act) {
      const right = [position.speech_act, ...(position.speech_act_also ?? [])].includes(given.speech_act);
      tally.count('matched positions: speech act right (if given)', right ? 1 : 0);
    }
    if (given.voiced_by !== undefined && position.voiced_by)
      tally.count(
        'matched positions: voiced-by right (if given, gold has one)',
        cast.resolve(given.voiced_by) === position.voiced_by ? 1 : 0,
      );
  }
}

function scoreTraps(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  for (const trap of gold.traps) {
    if (trap.kind !== 'position') continue;
    const hit = answer.positions.some(
      (given) =>
        cast.rollUpName(given.holder) === cast.rollUp(trap.holder) &&
        cast.rollUpName(given.target ?? '') === cast.rollUp(trap.target) &&
        given.polarity === trap.polarity &&
        (asSpan(given.evidence) === null || overlaps(given.evidence!, trap)) &&
        !gold.positions.some((position) => agrees(position, given, true, cast)),
    );
    tally.count('traps fallen into: positions', hit ? 1 : 0);
    if (hit) tally.finding(gold.id, 'trap position', trap.holder, trap.polarity, trap.target, trap.why);
  }
}
