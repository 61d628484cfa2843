import { addContribution, type Contribution, compareText, createNetwork, type End, type Network } from './network.ts';
import type { PositionRow } from './rows.ts';
import { countedPositions, holderOf, type StanceOptions } from './stance.ts';

export const CONGRUENCE_DEFINITION =
  'Undirected, positive. Two actors are tied if both support or both oppose a topic; weight counts the topics.';
export const CONFLICT_DEFINITION =
  'Undirected, negative. Two actors are tied if one supports and the other opposes a topic; weight counts the topics.';

/**
 * Actors that take the same side over topics.
 *
 * Reference: P. Leifeld, Discourse network analysis, in: The Oxford Handbook of Political Networks (2017),
 * one-mode actor congruence network, without normalisation, each topic once.
 */
export const congruenceNetwork = (rows: readonly PositionRow[], options: StanceOptions = {}): Network =>
  coStance(rows, options, 'congruence');

/** Actors that take opposite sides over topics (same reference, conflict network). */
export const conflictNetwork = (rows: readonly PositionRow[], options: StanceOptions = {}): Network =>
  coStance(rows, options, 'conflict');

/** All that one actor says for or against one topic. */
interface Stand {
  readonly holder: End;
  readonly polarity: 'support' | 'oppose';
  readonly rows: PositionRow[];
}

function coStance(rows: readonly PositionRow[], options: StanceOptions, layer: 'congruence' | 'conflict'): Network {
  const same = layer === 'congruence';
  const network = createNetwork('undirected', [layer], same ? CONGRUENCE_DEFINITION : CONFLICT_DEFINITION);
  const seen = new Set<string>();
  for (const [topic, stands] of standsByTopic(rows, options, network))
    for (const a of stands)
      for (const b of stands)
        if (compareText(a.holder.id, b.holder.id) < 0 && (a.polarity === b.polarity) === same)
          addContribution(network, shared(topic, a, b, same ? 1 : -1), layer, seen);
  return network;
}

const shared = (topic: string, a: Stand, b: Stand, sign: 1 | -1): Contribution => ({
  source: a.holder,
  target: b.holder,
  sign,
  weight: 1,
  key: topic,
  evidence: [...a.rows, ...b.rows].map((row) => ({ claim: row.claim, article: row.article, sign, date: row.published, topic })),
});

function standsByTopic(rows: readonly PositionRow[], options: StanceOptions, network: Network): [string, Stand[]][] {
  const byTopic = new Map<string, Map<string, Stand>>();
  const dropped = network.getAttribute('dropped');
  for (const row of countedPositions(rows, options)) {
    const holder = holderOf(row, options.rollUp);
    if (row.topic === null) dropped.withoutTarget++;
    else if (row.polarity === 'neutral') dropped.neutral++;
    else if (!holder) dropped.withoutRollUp++;
    else
      addStand(
        entry(byTopic, row.topic, () => new Map()),
        holder,
        row.polarity,
        row,
      );
  }
  return [...byTopic].map(([topic, stands]) => [topic, [...stands.values()]]);
}

function addStand(stands: Map<string, Stand>, holder: End, polarity: 'support' | 'oppose', row: PositionRow): void {
  entry(stands, `${polarity} ${holder.id}`, () => ({ holder, polarity, rows: [] })).rows.push(row);
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}
