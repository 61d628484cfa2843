/** Which rows count. Days are ISO days; both ends belong to the window. */
export interface RowFilter {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Topic identifiers; a row counts if its topic is one of them. */
  readonly topics?: readonly string[] | undefined;
  readonly minConfidence?: number | undefined;
}

interface Datable {
  readonly published: string | null;
  readonly confidence: number;
  readonly topic?: string | null;
  readonly said?: string | null;
  readonly date?: string | null;
}

/**
 * Keeps the rows that may fall into the window: the date of the saying or doing if it is known, else the day of
 * publication. Rows without any date are left out as soon as a window is given.
 */
export function filterRows<Row extends Datable>(rows: readonly Row[], filter: RowFilter): Row[] {
  const { topics, minConfidence = 0 } = filter;
  return rows.filter(
    (row) =>
      row.confidence >= minConfidence &&
      (topics === undefined || (row.topic != null && topics.includes(row.topic))) &&
      inWindow(row.said ?? row.date ?? row.published, filter.since, filter.until),
  );
}

/** True if the date or interval (`2024`, `2024-07`, `2024-07-11`, `A/B`, `A/..`) may lie between the two days. */
export function inWindow(date: string | null, since: string | undefined, until: string | undefined): boolean {
  if (since === undefined && until === undefined) return true;
  if (date === null) return false;
  const [from = '', to = from] = date.split('/');
  const earliest = from === '..' ? '' : `${from}${'-01-01'.slice(from.length - 4)}`;
  const latest = to === '..' ? '9999' : `${to}${'-12-31'.slice(to.length - 4)}`;
  return (since === undefined || latest >= since) && (until === undefined || earliest <= until);
}
