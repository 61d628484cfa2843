import type { Tally } from '../tally.ts';
import type { Answer } from './answer.ts';
import type { GoldArticle } from './gold.ts';
import { Cast } from './names.ts';
import { scoreActors } from './score-actors.ts';
import { scoreEdges } from './score-edges.ts';
import { scoreEvents } from './score-events.ts';
import { scorePositions } from './score-positions.ts';
import { scoreStatements } from './score-statements.ts';

/** Adds one article's scores, layer by layer, to the tally. */
export function scoreArticle(gold: GoldArticle, answer: Answer, tally: Tally): void {
  const cast = new Cast(gold.actors);
  scoreActors(gold, answer, cast, tally);
  scoreStatements(gold, answer, cast, tally);
  scorePositions(gold, answer, cast, tally);
  scoreEvents(gold, answer, cast, tally);
  scoreEdges(gold, answer, cast, tally);
}
