import { countedRows, dayOf } from '../counted.ts';
import type { End } from '../network.ts';
import type { EdgeRow, PositionRow } from '../rows.ts';
import { countedPositions, holderOf, type StanceOptions, saidBy, targetOf } from '../stance.ts';

/** A position for or against, with day and source: what analyses over time and of robustness rest on. */
export interface DatedClaim {
  readonly claim: string;
  readonly article: string;
  readonly outlet: string | null;
  readonly source: End;
  /** Null where no actor owns the issue. */
  readonly target: End | null;
  readonly topic: string | null;
  readonly sign: 1 | -1;
  /** Day on which it was said, or else printed; null if neither is known. */
  readonly day: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The claims that a stance network counts, at roll-up level unless asked otherwise. */
export function datedClaims(rows: readonly PositionRow[], options: StanceOptions = {}): DatedClaim[] {
  const seen = new Set<string>();
  const { weigh: _everyDay, ...counting } = options;
  return countedRows(countedPositions(rows, options), counting, 'claim', saidBy).flatMap(({ row, key }) => {
    const source = holderOf(row, options.rollUp);
    const target = targetOf(row, options.rollUp);
    if (row.polarity === 'neutral' || !source || source.id === target?.id) return [];
    const claim: DatedClaim = {
      claim: row.claim,
      article: row.article,
      outlet: row.outlet,
      source,
      target,
      topic: row.topic,
      sign: row.polarity === 'support' ? 1 : -1,
      day: dayOf(row),
      confidence: row.confidence,
    };
    return isRepeated(seen, claim, key) ? [] : [claim];
  });
}

function isRepeated(seen: Set<string>, { source, target, topic, sign }: DatedClaim, counted: string): boolean {
  const key = JSON.stringify([source.id, target?.id, topic, sign, counted]);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Lines of an edge list as claims: each line is a source of its own. */
export const edgeClaims = (rows: readonly EdgeRow[]): DatedClaim[] =>
  rows.flatMap(({ from, to, sign, date, topic }, line) =>
    from === to
      ? []
      : [
          {
            claim: `line ${line + 1}`,
            article: `line ${line + 1}`,
            outlet: null,
            source: { id: from, label: from },
            target: { id: to, label: to },
            topic: topic ?? null,
            sign,
            day: date !== undefined && ISO_DAY.test(date) ? date : null,
            confidence: 1,
          },
        ],
  );
