import { type CountingOptions, countedRows, countingInWords } from './counted.ts';
import { filterRows, type RowFilter } from './filter.ts';
import { addContribution, createNetwork, type End, type Network } from './network.ts';
import type { PositionRow } from './rows.ts';

export interface StanceOptions extends RowFilter, CountingOptions {
  /** Also count positions that are only presupposed (default false). */
  readonly presupposed?: boolean | undefined;
  /** Also count positions of headlines, which repeat what the article says (default false). */
  readonly headlines?: boolean | undefined;
  /** A claim weighs as much as its words are strong, 0 to 1, instead of 1 (default false). */
  readonly graded?: boolean | undefined;
}

export const STANCE_DEFINITION =
  'Directed. A tie leads from who takes a position to whom it is about. positive and negative count supporting and opposing positions; neutral ones make no tie.';
const GRADED = 'Each counts by the strength of its words, from 0 to 1.';

/** Who supports or opposes whom: what actors say, never what they do. */
export function stanceNetwork(rows: readonly PositionRow[], options: StanceOptions = {}): Network {
  const rules = `${options.graded ? `${GRADED} ` : ''}${countingInWords(options, 'claim')}`;
  const network = createNetwork('directed', ['stance'], `${STANCE_DEFINITION} ${rules}`);
  const dropped = network.getAttribute('dropped');
  const seen = new Set<string>();
  for (const { row, key, weight } of countedRows(countedPositions(rows, options), options, 'claim', saidBy)) {
    if (row.target === null) dropped.withoutTarget++;
    else if (row.polarity === 'neutral') dropped.neutral++;
    else {
      const source = holderOf(row, options.rollUp);
      const target = targetOf(row, options.rollUp);
      const sign = row.polarity === 'support' ? 1 : -1;
      if (!source || !target) dropped.withoutRollUp++;
      else
        addContribution(
          network,
          {
            source,
            target,
            sign,
            weight: options.graded ? weight * row.strength : weight,
            key,
            evidence: [{ claim: row.claim, article: row.article, sign, date: row.published, topic: row.topic }],
          },
          'stance',
          seen,
        );
    }
  }
  return network;
}

/** The rows that pass the filter, without presupposed positions and headlines unless they are asked for. */
export const countedPositions = (rows: readonly PositionRow[], options: StanceOptions): PositionRow[] =>
  filterRows(rows, options).filter(
    ({ explicitness }) => explicitness === 'explicit' || (explicitness === 'headline' ? options.headlines : options.presupposed),
  );

/** What two positions have alike that are prints of one. */
export const saidBy = ({ holder, target, topic, polarity }: PositionRow): readonly unknown[] => [holder, target, topic, polarity];

export const holderOf = (row: PositionRow, rollUp = true): End | null =>
  rollUp ? end(row.holderTop, row.holderTopLabel) : end(row.holder, row.holderLabel);

export const targetOf = (row: PositionRow, rollUp = true): End | null =>
  rollUp ? end(row.targetTop, row.targetTopLabel) : end(row.target, row.targetLabel);

export const end = (id: string | null, label: string | null): End | null => (id === null ? null : { id, label: label ?? id });
