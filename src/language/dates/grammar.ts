/**
 * Date expressions that chrono-node leaves out or reads as single days: weeks, months, quarters, seasons, years, decades,
 * weekdays seen from the publication day. A rule is a pattern and the period it names.
 */
import { civilOf, type Day, dayOf, isDay, weekdayOf } from './calendar.ts';
import {
  dayPeriod,
  decadePeriod,
  interval,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  spanning,
  weekPeriod,
  yearPeriod,
} from './period.ts';

/** What an expression is read against. */
export interface Reference {
  /** Day of publication, or null. */
  readonly published: Day | null;
  /** True when the expression stands under a verb that looks ahead ("will meet on Friday"). */
  readonly future: boolean;
}

export interface DateRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string | undefined>, reference: Reference) => Period | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
const WEEKDAY =
  '(?<!Black |Good |Bloody |Ash )(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.(?=,? (?:[A-Z]|\\d)))';
const YEAR = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
const WHICH =
  '(?<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:past|previous|coming|following|current)|[Pp]revious|[Cc]oming|[Ee]arlier this|[Ll]ater this)';
const PART = '(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

const monthNumber = (name: string): number => MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.toLowerCase().slice(0, 3));

/** -1 for the last, 0 for this, 1 for the next, undefined where nothing is said. */
const directionOf = (which: string | undefined): number | undefined => {
  if (which === undefined) return undefined;
  if (/last|past|previous/i.test(which)) return -1;
  return /next|coming|following/i.test(which) ? 1 : 0;
};

const countOf = (word: string): number => {
  const at = NUMBERS.indexOf(word.toLowerCase());
  return at >= 0 ? at : /^\d+$/.test(word) ? Number(word) : Number.NaN;
};

/** A day of a month without a year: the nearest past one, or the coming one when the verb looks ahead. */
const dayWithoutYear = (month: number, day: number, { published, future }: Reference): Period | null => {
  if (published === null) return null;
  const { year } = civilOf(published);
  const candidates = [year + 1, year, year - 1].filter((y) => isDay(y, month, day)).map((y) => dayOf(y, month, day));
  const past = candidates.find((d) => d <= published);
  const coming = [...candidates].reverse().find((d) => d >= published);
  const chosen = future ? coming : past;
  return chosen === undefined ? null : dayPeriod(chosen, true);
};

const monthWithoutYear = (month: number, direction: number | undefined, { published, future }: Reference): Period | null => {
  if (published === null) return null;
  const now = civilOf(published);
  let year = now.year;
  if (direction === -1) year = month < now.month ? year : year - 1;
  else if (direction === 1) year = month > now.month ? year : year + 1;
  else if (direction === undefined && future) year = month >= now.month ? year : year + 1;
  else if (direction === undefined) year = month <= now.month ? year : year - 1;
  return monthPeriod(year, month, true);
};

const weekdayPeriod = (weekday: number, direction: number | undefined, { published, future }: Reference): Period | null => {
  if (published === null) return null;
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (direction === -1) return dayPeriod(published - (back || 7), true);
  if (direction === 1) return dayPeriod(published + (ahead || 7), true);
  if (direction === 0) return dayPeriod(published - weekdayOf(published) + weekday, true);
  return dayPeriod(future ? published + ahead : published - back, true);
};

/** The week, month, quarter or year that lies `direction` units from the publication day. */
const unitPeriod = (unit: string, direction: number, published: Day | null): Period | null => {
  if (published === null) return null;
  const { year, month } = civilOf(published);
  if (unit === 'week') return weekPeriod(published + 7 * direction, true);
  if (unit === 'month') return monthPeriod(year, month + direction, true);
  if (unit === 'year') return yearPeriod(year + direction, true);
  if (unit === 'weekend') {
    const saturday = published - weekdayOf(published) + 5 + 7 * direction;
    return interval(saturday, saturday + 1, true);
  }
  const quarter = Math.floor((month - 1) / 3) + 1 + direction;
  return quarterPeriod(year + Math.floor((quarter - 1) / 4), ((((quarter - 1) % 4) + 4) % 4) + 1, true);
};

/** The last `count` units up to the publication day, or the coming ones. */
const runningPeriod = (count: number, unit: string, ahead: boolean, published: Day | null): Period | null => {
  if (published === null || Number.isNaN(count)) return null;
  const { year, month, day } = civilOf(published);
  const sign = ahead ? 1 : -1;
  const months = unit === 'year' ? 12 : unit === 'decade' ? 120 : unit === 'month' ? 1 : 0;
  const days = unit === 'week' ? 7 : 1;
  const zero = year * 12 + month - 1 + sign * count * months;
  const other = months === 0 ? published + sign * count * days : dayOf(Math.floor(zero / 12), (zero % 12) + 1, Math.min(day, 28));
  return ahead ? interval(published, other, true) : interval(other, published, true);
};

const seasonNumber = (name: string): number => SEASONS.indexOf(name.toLowerCase() === 'fall' ? 'autumn' : name.toLowerCase()) + 1;

const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['yesterday', -1],
  ['last night', -1],
  ['tomorrow', 1],
  ['the day before yesterday', -2],
  ['the day after tomorrow', 2],
]);

/** An all-numeric date: day and month in either order give an interval that holds both readings. */
const numericDate = (a: number, b: number, year: number): Period | null => {
  const readings = [isDay(year, a, b) ? dayOf(year, a, b) : null, isDay(year, b, a) ? dayOf(year, b, a) : null].filter(
    (d) => d !== null,
  );
  if (readings.length === 0) return null;
  const [low, high] = [Math.min(...readings), Math.max(...readings)];
  return low === high ? dayPeriod(low, false) : interval(low, high, false);
};

/** Rules in order of preference where two begin at the same place and are equally long. */
export const DATE_RULES: readonly DateRule[] = [
  {
    id: 'iso-day',
    pattern: /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/g,
    read: ({ year, month, day }) => (isDay(+year!, +month!, +day!) ? dayPeriod(dayOf(+year!, +month!, +day!), false) : null),
  },
  {
    id: 'numeric-day',
    pattern: /\b(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<year>\d{4})\b/g,
    read: ({ a, b, year }) => numericDate(+a!, +b!, +year!),
  },
  {
    id: 'day-range',
    pattern: new RegExp(
      `\\b(?:(?:[Ff]rom|[Bb]etween) )?(?<from>\\d{1,2})(?:st|nd|rd|th)?(?: to | and | until |[-–])${DAY} ${MONTH}(?:,? ${YEAR})?`,
      'g',
    ),
    read: ({ from, day, month, year }, reference) => dayRange(+from!, +day!, monthNumber(month!), year, reference),
  },
  {
    id: 'month-day-range',
    pattern: new RegExp(
      `\\b${MONTH} (?<from>\\d{1,2})(?:st|nd|rd|th)?(?: to | and | until |[-–])${DAY}(?!\\d)(?:,? ${YEAR})?`,
      'g',
    ),
    read: ({ from, day, month, year }, reference) => dayRange(+from!, +day!, monthNumber(month!), year, reference),
  },
  {
    id: 'day-month',
    pattern: new RegExp(`\\b(?:${WEEKDAY},? )?(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?(?!\\d)`, 'g'),
    read: ({ day, month, year }, reference) => oneDay(+day!, monthNumber(month!), year, reference),
  },
  {
    id: 'month-day',
    pattern: new RegExp(`\\b(?:${WEEKDAY},? )?${MONTH} (?:the )?${DAY}\\b(?!\\d|[.,]\\d)(?:,? ${YEAR})?`, 'g'),
    read: ({ day, month, year }, reference) => oneDay(+day!, monthNumber(month!), year, reference),
  },
  {
    id: 'month-range',
    pattern: new RegExp(`\\b(?:[Ff]rom|[Bb]etween) (?<from>${MONTH_NAMES})(?: to | and | until )${MONTH}(?:,? ${YEAR})?`, 'g'),
    read: ({ from, month, year }, reference) => monthRange(monthNumber(from!), monthNumber(month!), year, reference),
  },
  {
    id: 'month-year',
    pattern: new RegExp(`\\b(?:${PART})?${MONTH},?(?: of)? ${YEAR}`, 'g'),
    read: ({ month, year }) => monthPeriod(+year!, monthNumber(month!), false),
  },
  {
    id: 'month',
    pattern: new RegExp(
      `\\b(?:(?:${WHICH}|(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Ff]or|[Oo]f)) (?:${PART})?)${MONTH}(?! \\d)`,
      'g',
    ),
    read: ({ month, which }, reference) => monthWithoutYear(monthNumber(month!), directionOf(which), reference),
  },
  {
    id: 'weekday',
    pattern: new RegExp(`\\b(?:${WHICH} )?${WEEKDAY}(?: (?:night|morning|evening|afternoon))?`, 'g'),
    read: ({ weekday, which }, reference) => weekdayPeriod(weekdayNumber(weekday!), directionOf(which), reference),
  },
  {
    id: 'day-word',
    pattern: new RegExp(`\\b(?<word>${[...DAY_WORDS.keys()].reverse().join('|')})\\b`, 'gi'),
    read: ({ word }, { published }) =>
      published === null ? null : dayPeriod(published + DAY_WORDS.get(word!.toLowerCase())!, true),
  },
  {
    id: 'unit',
    pattern: new RegExp(`\\b${WHICH} (?<unit>weekend|week|month|quarter|year)\\b(?!-)`, 'g'),
    read: ({ which, unit }, { published }) => unitPeriod(unit!, directionOf(which) ?? 0, published),
  },
  {
    id: 'weekend',
    pattern: /\b(?:over|at|on|during) the (?<unit>weekend)\b/gi,
    read: ({ unit }, { published, future }) =>
      unitPeriod(unit!, published !== null && !future && weekdayOf(published) < 5 ? -1 : 0, published),
  },
  {
    id: 'running',
    pattern:
      /\b(?:the )?(?<way>past|last|previous|next|coming) (?:(?<count>\d+|[a-z]+) )?(?<unit>day|week|month|year|decade)s\b/gi,
    read: ({ way, count, unit }, { published }) =>
      runningPeriod(countOf(count ?? ''), unit!.toLowerCase(), /next|coming/i.test(way!), published),
  },
  {
    id: 'running-decade',
    pattern: /\b(?:the |this )?(?<way>past|last|next|coming) decade\b/gi,
    read: ({ way }, { published }) => runningPeriod(1, 'decade', /next|coming/i.test(way!), published),
  },
  {
    id: 'quarter',
    pattern: new RegExp(`\\b(?:the )?(?:(?<ordinal>first|second|third|fourth) quarter of|Q(?<number>[1-4])) ${YEAR}`, 'g'),
    read: ({ ordinal, number, year }) => quarterPeriod(+year!, ordinal ? ORDINALS.indexOf(ordinal) + 1 : +number!, false),
  },
  {
    id: 'half',
    pattern: new RegExp(`\\b(?:the )?(?<ordinal>first|second) half of ${YEAR}`, 'g'),
    read: ({ ordinal, year }) =>
      ordinal === 'first'
        ? interval(dayOf(+year!, 1, 1), dayOf(+year!, 6, 30), false)
        : interval(dayOf(+year!, 7, 1), dayOf(+year!, 12, 31), false),
  },
  {
    id: 'season-year',
    pattern: new RegExp(`\\b(?:the )?(?<season>spring|summer|autumn|fall|winter)(?: of)? ${YEAR}`, 'gi'),
    read: ({ season, year }) => seasonPeriod(+year!, seasonNumber(season!), false),
  },
  {
    id: 'season',
    pattern: new RegExp(`\\b${WHICH} (?<season>spring|summer|autumn|fall|winter)\\b`, 'g'),
    read: ({ which, season }, { published }) => nearSeason(seasonNumber(season!), directionOf(which) ?? 0, published),
  },
  {
    id: 'decade',
    pattern: /\b(?:(?:the )?(?:early|late|mid)[ -])?(?:the )?(?<year>1[5-9]\d0|20\d0)s\b/gi,
    read: ({ year }) => decadePeriod(+year!),
  },
  {
    id: 'year-range',
    pattern:
      /\b(?:(?:[Ff]rom|[Bb]etween) )?(?<from>1[5-9]\d\d|20\d\d)(?: to | and | until |[-–])(?<to>1[5-9]\d\d|20\d\d)\b(?!-)/g,
    read: ({ from, to }) => (+from! < +to! ? interval(dayOf(+from!, 1, 1), dayOf(+to!, 12, 31), false) : null),
  },
  {
    id: 'year',
    pattern: new RegExp(
      `\\b(?:(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough(?:out)?|[Ff]rom|[Oo]f|end of|start of|beginning of|[Ee]arly|[Ll]ate|[Tt]he|[Ii]ts|and|for) (?:${PART})?|[Mm]id-)${YEAR}\\b(?![-–,.]?\\d|%|s\\b| (?:people|troops|soldiers|million|km|miles|votes))`,
      'g',
    ),
    read: ({ year }) => yearPeriod(+year!, false),
  },
];

const oneDay = (day: number, month: number, year: string | undefined, reference: Reference): Period | null => {
  if (year === undefined) return dayWithoutYear(month, day, reference);
  return isDay(+year, month, day) ? dayPeriod(dayOf(+year, month, day), false) : null;
};

const dayRange = (from: number, to: number, month: number, year: string | undefined, reference: Reference): Period | null => {
  const last = oneDay(to, month, year, reference)?.last ?? null;
  return last === null || from >= to || from < 1 ? null : interval(last - to + from, last, year === undefined);
};

const nearSeason = (season: number, direction: number, published: Day | null): Period | null => {
  if (published === null) return null;
  const { year, month } = civilOf(published);
  const over = season < 4 ? season * 3 + 3 <= month : false;
  const started = season * 3 <= month;
  if (direction === -1) return seasonPeriod(over ? year : year - 1, season, true);
  if (direction === 1) return seasonPeriod(started ? year + 1 : year, season, true);
  return seasonPeriod(season === 4 && month <= 2 ? year - 1 : year, season, true);
};

const monthRange = (from: number, to: number, year: string | undefined, reference: Reference): Period | null => {
  const last = year === undefined ? monthWithoutYear(to, undefined, reference) : monthPeriod(+year, to, false);
  if (!last) return null;
  const end = civilOf(last.first!);
  return spanning(monthPeriod(from <= to ? end.year : end.year - 1, from, last.relative), last);
};
