import { countingKey, type DuplicateRule, ruleInWords } from './counting.ts';
import { compareText } from './network.ts';
import { firstPrints } from './reprints.ts';

/** How claims are counted, in every network that is made of claims. */
export interface CountingOptions {
  /** Count actors as the state or organisation they stand for (default true). */
  readonly rollUp?: boolean | undefined;
  readonly countOnce?: DuplicateRule | undefined;
  /** The words behind each claim: what several articles print in the same words then counts once. */
  readonly quotes?: ReadonlyMap<string, readonly string[]> | undefined;
  /** How much a claim of an ISO day counts, from 0 to 1: the kernel of a time window. Claims without a day are left out. */
  readonly weigh?: ((day: string) => number) | undefined;
}

interface Countable {
  readonly claim: string;
  readonly article: string;
  readonly published: string | null;
  readonly said?: string | null;
  readonly date?: string | null;
}

/** A row, what it counts under, and how much. */
export interface Counted<Row> {
  readonly row: Row;
  /** Rows of one key count once. */
  readonly key: string;
  /** Above 0, up to 1. */
  readonly weight: number;
}

/**
 * The rows that count, each with its key and weight. Of rows that count once together the one of most weight comes
 * first.
 *
 * @param fallback the duplicate rule where none is asked for
 * @param said what two rows must say alike to be prints of the same thing
 */
export function countedRows<Row extends Countable>(
  rows: readonly Row[],
  { countOnce, quotes, weigh }: CountingOptions,
  fallback: DuplicateRule,
  said: (row: Row) => readonly unknown[],
): Counted<Row>[] {
  const origins = quotes && firstPrints(rows, quotes, said);
  const rule = countOnce ?? fallback;
  const counted = rows.map((row) => ({
    row,
    key: countingKey(origins?.get(row) ?? row, rule),
    weight: weigh === undefined ? 1 : weightOf(row, weigh),
  }));
  if (weigh === undefined) return counted;
  return counted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || compareText(a.row.claim, b.row.claim));
}

function weightOf(row: Countable, weigh: (day: string) => number): number {
  const day = dayOf(row);
  return day === null ? 0 : weigh(day);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Day on which it was said or done, or else printed. An interval ("in July") gives no day: then that of print stands in. */
export function dayOf({ said, date, published }: Omit<Countable, 'claim' | 'article'>): string | null {
  const known = said ?? date;
  if (known != null && ISO_DAY.test(known)) return known;
  return published !== null && ISO_DAY.test(published) ? published : null;
}

/** The rules by which claims are counted, for readers of a network. */
export function countingInWords({ rollUp = true, countOnce, quotes, weigh }: CountingOptions, fallback: DuplicateRule): string {
  return [
    rollUp ? 'Actors count for the state or organisation they stand for.' : 'Actors count for themselves.',
    ruleInWords(countOnce ?? fallback),
    quotes ? 'What several articles print in the same words counts as printed once, by the first.' : 'Every print counts.',
    ...(weigh ? ['A claim weighs what the window says of its day.'] : []),
  ].join(' ');
}
