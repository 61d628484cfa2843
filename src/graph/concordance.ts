import { countingInWords } from './counted.ts';
import { addContribution, compareText, createNetwork, type Network } from './network.ts';
import { divisor, normalisationInWords, type PairNormalisation } from './normalisation.ts';
import type { PositionRow } from './rows.ts';
import type { StanceOptions } from './stance.ts';
import { type TopicCell, topicCells } from './topic-cells.ts';

export interface ConcordanceOptions extends StanceOptions {
  /** What weights are divided by (default: nothing). */
  readonly normalise?: PairNormalisation | undefined;
}

const WEIGHT = 'A topic adds the product of how often each of the two says so.';
export const CONGRUENCE_DEFINITION = `Undirected, positive. Two actors are tied if both support or both oppose a topic. ${WEIGHT}`;
export const CONFLICT_DEFINITION = `Undirected, negative. Two actors are tied if one supports and the other opposes a topic. ${WEIGHT}`;
export const SUBTRACT_DEFINITION = `Undirected, signed: congruence less conflict. positive is for topics on which two actors take the same side, negative for those on which they take opposite sides. ${WEIGHT}`;

/**
 * Actors that take the same side over topics. Unless a duplicate rule is given each actor counts once for a topic and
 * side, so that weights are numbers of topics.
 *
 * Reference: P. Leifeld, Discourse network analysis, in: The Oxford Handbook of Political Networks (2017) 301-326:
 * one-mode networks of congruence, conflict and their difference; with x(i, t, s) the claims of actor i on topic t
 * and side s, congruence of i and j is the sum of x(i, t, s) x(j, t, s), conflict that of x(i, t, s) x(j, t, s') over
 * opposite sides.
 */
export const congruenceNetwork = (rows: readonly PositionRow[], options: ConcordanceOptions = {}): Network =>
  coStance(rows, options, 'congruence', CONGRUENCE_DEFINITION);

/** Actors that take opposite sides over topics (same reference, conflict network). */
export const conflictNetwork = (rows: readonly PositionRow[], options: ConcordanceOptions = {}): Network =>
  coStance(rows, options, 'conflict', CONFLICT_DEFINITION);

/** Congruence less conflict (same reference, subtract network). */
export const subtractNetwork = (rows: readonly PositionRow[], options: ConcordanceOptions = {}): Network =>
  coStance(rows, options, 'subtract', SUBTRACT_DEFINITION);

function coStance(
  rows: readonly PositionRow[],
  options: ConcordanceOptions,
  layer: 'congruence' | 'conflict' | 'subtract',
  definition: string,
): Network {
  const { normalise } = options;
  const rules = `${normalise ? `${normalisationInWords(normalise)} ` : ''}${countingInWords(options, 'all')}`;
  const network = createNetwork('undirected', [layer], `${definition} ${rules}`);
  const cells = topicCells(rows, options, network);
  const profiles = profilesOf(cells);
  const seen = new Set<string>();
  for (const [topic, group] of byTopic(cells))
    for (const a of group)
      for (const b of group) {
        const sign = a.polarity === b.polarity ? 1 : -1;
        if (compareText(a.holder.id, b.holder.id) >= 0 || layer === (sign > 0 ? 'conflict' : 'congruence')) continue;
        const share = normalise ? divisor(normalise, profiles.get(a.holder.id)!, profiles.get(b.holder.id)!) : 1;
        addContribution(
          network,
          {
            source: a.holder,
            target: b.holder,
            sign,
            weight: (a.amount * b.amount) / share,
            key: `${topic} ${a.polarity}`,
            evidence: [...a.rows, ...b.rows].map(({ claim, article, published }) => ({
              claim,
              article,
              sign,
              date: published,
              topic,
            })),
          },
          layer,
          seen,
        );
      }
  return network;
}

function byTopic(cells: readonly TopicCell[]): Map<string, TopicCell[]> {
  const topics = new Map<string, TopicCell[]>();
  for (const cell of cells) {
    const group = topics.get(cell.topic);
    if (group) group.push(cell);
    else topics.set(cell.topic, [cell]);
  }
  return topics;
}

function profilesOf(cells: readonly TopicCell[]): Map<string, Map<string, number>> {
  const profiles = new Map<string, Map<string, number>>();
  for (const { holder, topic, polarity, amount } of cells) {
    const profile = profiles.get(holder.id) ?? new Map<string, number>();
    profiles.set(holder.id, profile.set(`${polarity} ${topic}`, amount));
  }
  return profiles;
}
