import type { Factuality } from '../model/extraction.ts';
import { countingKey, type DuplicateRule } from './counting.ts';
import { filterRows, type RowFilter } from './filter.ts';
import { addContribution, createNetwork, type Network } from './network.ts';
import { isCooperative, isVerbal } from './plover.ts';
import type { EventRow } from './rows.ts';
import { end } from './stance.ts';

export interface ActionOptions extends RowFilter {
  /** Count actors as the state or organisation they stand for (default true). */
  readonly rollUp?: boolean | undefined;
  /** Also count verbal events such as ACCUSE or AGREE (default false). */
  readonly verbal?: boolean | undefined;
  /** Default: asserted events only. */
  readonly factuality?: readonly Factuality[] | undefined;
  /** False: leave out events that the article tells as background (default true; they are counted apart). */
  readonly background?: boolean | undefined;
  readonly countOnce?: DuplicateRule | undefined;
}

export const ACTION_DEFINITION =
  'Directed. A tie leads from who acts to whom the act affects; a reciprocal act gives a tie each way. positive and negative count cooperative and conflictual events (PLOVER quad classes 1-2 and 3-4).';

/** Who does what to whom: what actors do, never what they say about it. */
export function actionNetwork(rows: readonly EventRow[], options: ActionOptions = {}): Network {
  const network = createNetwork('directed', ['action'], ACTION_DEFINITION);
  const dropped = network.getAttribute('dropped');
  const seen = new Set<string>();
  for (const row of countedEvents(rows, options)) {
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
        weight: 1,
        key: countingKey(row, options.countOnce ?? 'claim'),
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

const endsOf = (row: EventRow, rollUp = true) =>
  rollUp
    ? [end(row.initiatorTop, row.initiatorTopLabel), end(row.recipientTop, row.recipientTopLabel)]
    : [end(row.initiator, row.initiatorLabel), end(row.recipient, row.recipientLabel)];
