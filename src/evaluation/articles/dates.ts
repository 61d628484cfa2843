const ISO_DATE = /^\d{4}(-\d{2}(-\d{2})?)?(\/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$/;

/** First or last day (milliseconds UTC) that an ISO day, month or year allows. */
function bound(date: string, last: boolean): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (!last) return Date.UTC(year, (month || 1) - 1, day || 1);
  // Day 0 of a month is the last day of the month before it.
  return Date.UTC(year, month ? month - (day ? 1 : 0) : 12, day || 0);
}

function interval(date: string): readonly [from: number, to: number] {
  const [from = '', to] = date.split('/');
  if (to === '..') return [bound(from, false), Number.POSITIVE_INFINITY];
  return [bound(from, false), bound(to ?? from, true)];
}

/** True if the date equals a gold date or lies within one. */
export function dateAgrees(date: string | null, golds: readonly string[]): boolean {
  return golds.some((gold) => {
    if (date === gold) return true;
    if (typeof date !== 'string' || !ISO_DATE.test(date)) return false;
    const [goldFrom, goldTo] = interval(gold);
    const [from, to] = interval(date);
    return from >= goldFrom && to <= goldTo;
  });
}
