import { countingInWords } from './counted.ts';
import { addContribution, createNetwork, type Network } from './network.ts';
import { normalisationInWords, type TwoModeNormalisation } from './normalisation.ts';
import type { PositionRow } from './rows.ts';
import type { StanceOptions } from './stance.ts';
import { type TopicCell, topicCells } from './topic-cells.ts';

export interface ActorTopicOptions extends StanceOptions {
  /** What weights are divided by (default: nothing). */
  readonly normalise?: TwoModeNormalisation | undefined;
}

export const ACTOR_TOPIC_DEFINITION =
  'Directed, two-mode. A tie leads from an actor to a topic it takes a side on. positive and negative count claims for and against it.';

/**
 * Actors and the topics they take sides on. Each claim counts unless a duplicate rule says otherwise.
 *
 * Reference: P. Leifeld, Discourse network analysis, in: The Oxford Handbook of Political Networks (2017) 301-326,
 * two-mode (affiliation) network with the qualifier kept as sign.
 */
export function actorTopicNetwork(rows: readonly PositionRow[], options: ActorTopicOptions = {}): Network {
  const { normalise } = options;
  const rules = `${normalise ? `${normalisationInWords(normalise)} ` : ''}${countingInWords(options, 'claim')}`;
  const network = createNetwork('directed', ['actor-topic'], `${ACTOR_TOPIC_DEFINITION} ${rules}`);
  const cells = topicCells(rows, { ...options, countOnce: options.countOnce ?? 'claim' }, network);
  const totals = normalise && totalsBy(cells, normalise);
  const seen = new Set<string>();
  for (const cell of cells) {
    const { holder, topic, polarity, amount } = cell;
    const sign = polarity === 'support' ? 1 : -1;
    addContribution(
      network,
      {
        source: holder,
        target: { id: topic, label: topic.replace(/^topic:/, '') },
        sign,
        weight: amount / (totals?.get(normaliser(cell, normalise!)) ?? 1),
        key: polarity,
        evidence: cell.rows.map(({ claim, article, published }) => ({ claim, article, sign, date: published, topic })),
      },
      'actor-topic',
      seen,
    );
    if (amount > 0) network.setNodeAttribute(topic, 'mode', 'topic');
  }
  return network;
}

const normaliser = ({ holder, topic }: TopicCell, kind: TwoModeNormalisation): string =>
  kind === 'activity' ? holder.id : topic;

function totalsBy(cells: readonly TopicCell[], kind: TwoModeNormalisation): Map<string, number> {
  const totals = new Map<string, number>();
  for (const cell of cells) totals.set(normaliser(cell, kind), (totals.get(normaliser(cell, kind)) ?? 0) + cell.amount);
  return totals;
}
