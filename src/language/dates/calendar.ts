/** Civil calendar arithmetic on day numbers, free of time zones (Hinnant, "chrono-compatible low-level date algorithms"). */

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

export const dayOf = (year: number, month: number, day: number): Day => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
};

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const civilOf = (day: Day): Civil => {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
};

/** Day of the week, Monday 0 to Sunday 6. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** First day of a month; months beyond 1 … 12 run on into other years. */
export const monthStart = (year: number, month: number): Day => {
  const zero = year * 12 + month - 1;
  return dayOf(Math.floor(zero / 12), (zero % 12) + 1, 1);
};

/** True for a day that the calendar has. */
export const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= monthStart(year, month + 1) - monthStart(year, month);
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** YYYY-MM-DD. */
export const isoDay = (day: Day): string => {
  const { year, month, day: d } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
};

/** The day an ISO string (YYYY-MM-DD) names, or null. */
export const parseIsoDay = (text: string | null): Day | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? dayOf(year, month, day) : null;
};
