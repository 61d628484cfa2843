import { countedRows } from './counted.ts';
import type { End, Network } from './network.ts';
import type { PositionRow } from './rows.ts';
import { countedPositions, holderOf, type StanceOptions, saidBy } from './stance.ts';

/** All that one actor says for or against one topic. */
export interface TopicCell {
  readonly holder: End;
  readonly topic: string;
  readonly polarity: 'support' | 'oppose';
  /** How much, by the duplicate rule and the weights of the claims. */
  amount: number;
  readonly rows: PositionRow[];
}

/**
 * The entries of the three-way table actor, topic, side that are above 0, in the order of the rows; what is left out
 * is counted on the network.
 */
export function topicCells(rows: readonly PositionRow[], options: StanceOptions, network: Network): TopicCell[] {
  const cells = new Map<string, TopicCell & { readonly keys: Set<string> }>();
  const dropped = network.getAttribute('dropped');
  for (const { row, key, weight } of countedRows(countedPositions(rows, options), options, 'all', saidBy)) {
    const holder = holderOf(row, options.rollUp);
    const { topic, polarity } = row;
    if (topic === null) dropped.withoutTarget++;
    else if (polarity === 'neutral') dropped.neutral++;
    else if (!holder) dropped.withoutRollUp++;
    else {
      const name = JSON.stringify([topic, polarity, holder.id]);
      const cell = cells.get(name) ?? { holder, topic, polarity, amount: 0, rows: [], keys: new Set<string>() };
      cells.set(name, cell);
      cell.rows.push(row);
      if (!cell.keys.has(key)) cell.amount += options.graded ? weight * row.strength : weight;
      cell.keys.add(key);
    }
  }
  return [...cells.values()];
}
