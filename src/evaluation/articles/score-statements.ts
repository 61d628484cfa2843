import { overlaps } from '../../model/span.ts';
import type { Tally } from '../tally.ts';
import type { Answer } from './answer.ts';
import type { GoldArticle, GoldStatement } from './gold.ts';
import type { Cast } from './names.ts';
import { asSpan, coverage, isIgnored } from './spans.ts';

type Given = Answer['statements'][number];
type SameSpeaker = (gold: GoldStatement, given: Given) => boolean;

/** Share of a prediction that must lie on gold content, and of a gold statement that must be covered. */
const PRECISE = 1 / 3;
const COVERED = 0.5;

/**
 * Scores attributed content by covered characters, so that splitting or joining a quotation does not matter:
 * once with the exact speaker, once with whom the speaker counts for, once without speaker.
 */
export function scoreStatements(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  const speakers = (statement: GoldStatement): string[] => [statement.speaker, ...(statement.speaker_also ?? [])];
  const exact: SameSpeaker = (statement, given) => {
    const id = cast.resolve(given.speaker);
    return id !== null && speakers(statement).includes(id);
  };
  const rolledUp: SameSpeaker = (statement, given) => {
    const id = cast.resolve(given.speaker);
    return id !== null && speakers(statement).some((speaker) => cast.rollUp(speaker) === cast.rollUp(id));
  };
  const given = answer.statements.filter((statement) => asSpan(statement) && !isIgnored(statement, gold.ignore_spans));
  scoreMode('statements', gold, given, exact, cast, tally, true);
  scoreMode('statements (speaker rolled up)', gold, given, rolledUp, cast, tally, false);
  scoreMode('statements (span only)', gold, given, () => true, cast, tally, false);
}

function scoreMode(
  layer: string,
  gold: GoldArticle,
  given: readonly Given[],
  same: SameSpeaker,
  cast: Cast,
  tally: Tally,
  listed: boolean,
): void {
  let right = 0;
  let predicted = 0;
  for (const statement of given) {
    const touched = gold.statements.filter((other) => same(other, statement) && overlaps(other, statement));
    const precise = coverage(statement, touched) >= PRECISE;
    const outcome = !precise ? 'wrong' : touched.some((other) => !other.optional) ? 'right' : 'ignored';
    tally.judge(gold.id, layer, statement, outcome);
    if (outcome !== 'ignored') predicted++;
    if (outcome === 'right') right++;
    if (outcome === 'wrong' && listed)
      tally.findingAt(
        statement,
        gold.id,
        'statement extra or wrong speaker',
        statement.speaker,
        statement.rule ?? '',
        `${statement.start}-${statement.end}`,
      );
  }
  const required = gold.statements.filter((statement) => !statement.optional);
  let found = 0;
  for (const statement of required) {
    const own = given.filter((other) => same(statement, other));
    const hit = coverage(statement, own) >= COVERED;
    if (hit) found++;
    if (!listed) continue;
    tally.recall(layer, statement.difficulty, hit);
    if (!hit)
      tally.findingAt(statement, gold.id, 'statement missed', cast.get(statement.speaker).name, statement.text.slice(0, 60));
  }
  tally.layer(layer, { right, predicted, gold: required.length, found });
}
