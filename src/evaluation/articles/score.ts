import type { Tally } from '../tally.ts';
import type { Answer } from './answer.ts';
import type { GoldArticle, GoldLayer } from './gold.ts';
import { Cast } from './names.ts';
import { scoreActors } from './score-actors.ts';
import { scoreEdges } from './score-edges.ts';
import { scoreEvents } from './score-events.ts';
import { scorePositions } from './score-positions.ts';
import { scoreStatements } from './score-statements.ts';

const SCORERS: Readonly<Record<GoldLayer, (gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally) => void>> = {
  actors: scoreActors,
  statements: scoreStatements,
  positions: scorePositions,
  events: scoreEvents,
  edges: scoreEdges,
};

/** Adds one article's scores to the tally, layer by layer, as far as they were annotated. */
export function scoreArticle(gold: GoldArticle, answer: Answer, tally: Tally): void {
  const cast = new Cast(gold.actors);
  for (const [layer, score] of Object.entries(SCORERS))
    if (!gold.annotated || gold.annotated.includes(layer as GoldLayer)) score(gold, answer, cast, tally);
}
