import type { Factuality, PloverType } from '../model/extraction.ts';
import { type CountingOptions, countedRows, countingInWords } from './counted.ts';
import { filterRows, type RowFilter } from './filter.ts';
import { addContribution, createNetwork, type Network } from './network.ts';
import { isCooperative, isVerbal } from './plover.ts';
import type { EventRow } from './rows.ts';
import { end } from './stance.ts';

export interface ActionOptions extends RowFilter, CountingOptions {
  /** Also count verbal events such as ACCUSE or AGREE (default false). */
  readonly verbal?: boolean | undefined;
  /** Default: asserted events only. */
  readonly factuality?: readonly Factuality[] | undefined;
  /** False: leave out events that the article tells as background (default true; they are counted apart). */
  readonly background?: boolean | undefined;
  /** How cooperative (above 0) or conflictual (below 0) each type is; an event then weighs as much instead of 1. */
  readonly scale?: ReadonlyMap<PloverType, number> | undefined;
}

export const ACTION_DEFINITION =
  'Directed. A tie leads from who acts to whom the act affects; a reciprocal act gives a tie each way. positive and negative count cooperative and conflictual events (PLOVER quad classes 1-2 and 3-4).';
const SCALED = 'Each counts by the distance of its type from 0 on the scale of cooperation and conflict.';

/** Who does what to whom: what actors do, never what they say about it. */
export function actionNetwork(rows: readonly EventRow[], options: ActionOptions = {}): Network {
  const rules = `${options.scale ? `${SCALED} ` : ''}${countingInWords(options, 'claim')}`;
  const network = createNetwork('directed', ['action'], `${ACTION_DEFINITION} ${rules}`);
  const dropped = network.getAttribute('dropped');
  const seen = new Set<string>();
  for (const { row, key, weight } of countedRows(countedEvents(rows, options), options, 'claim', done)) {
    const [source, target] = endsOf(row, options.rollUp);
    if (!source || !target) {
      dropped.withoutRollUp++;
      continue;
    }
    const sign = isCooperative(row.type) ? 1 : -1;
    addContribution(
      network,
      {
        source,
        target,
        sign,
        weight: options.scale ? weight * Math.abs(options.scale.get(row.type) ?? 0) : weight,
        key,
        evidence: [{ claim: row.claim, article: row.article, sign, date: row.published, topic: null }],
        background: row.background,
      },
      'action',
      seen,
    );
  }
  return network;
}

function countedEvents(rows: readonly EventRow[], options: ActionOptions): EventRow[] {
  const factuality = options.factuality ?? ['asserted'];
  return filterRows(rows, options).filter(
    (row) =>
      factuality.includes(row.factuality) &&
      (options.verbal || !isVerbal(row.type)) &&
      (options.background !== false || !row.background),
  );
}

/** What two events have alike that are prints of one. */
const done = ({ initiator, recipient, type }: EventRow): readonly unknown[] => [initiator, recipient, type];

const endsOf = (row: EventRow, rollUp = true) =>
  rollUp
    ? [end(row.initiatorTop, row.initiatorTopLabel), end(row.recipientTop, row.recipientTopLabel)]
    : [end(row.initiator, row.initiatorLabel), end(row.recipient, row.recipientLabel)];
