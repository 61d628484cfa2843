import { VOCABULARY_PREFIXES } from '../../rdf/namespaces.ts';

/** A value of xsd:dateTime, xsd:date or xsd:time (XSD 1.1, part 2, section 3.3). */
export interface MomentValue {
  readonly kind: 'moment';
  readonly type: 'dateTime' | 'date' | 'time';
  readonly lexical: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  /** As written, "05.50". */
  readonly seconds: string;
  /** Minutes east of Greenwich; null where none is stated. */
  readonly zone: number | null;
  /** Milliseconds since 1970 were it in Greenwich. */
  readonly local: number;
}

export const MOMENT_TYPES: ReadonlyMap<string, MomentValue['type']> = new Map(
  (['dateTime', 'date', 'time'] as const).map((type) => [VOCABULARY_PREFIXES.xsd + type, type]),
);

const DAY = /^(-?(?:[1-9]\d{3,}|0\d{3}))-(\d\d)-(\d\d)/;
const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)/;
const ZONE = /^(?:Z|([+-])(\d\d):(\d\d))?$/;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 1970 (H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil). */
const daysSince1970 = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
};

const zoneOf = (text: string): number | null | undefined => {
  const match = ZONE.exec(text);
  if (!match) return undefined;
  if (text === '') return null;
  if (text === 'Z') return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 840 || Number(match[3]) > 59) return undefined;
  return match[1] === '-' ? -minutes : minutes;
};

interface Clock {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: string;
}

const MIDNIGHT: Clock = { hours: 0, minutes: 0, seconds: '00' };

const clockOf = (match: RegExpExecArray): Clock | null => {
  const clock = { hours: Number(match[1]), minutes: Number(match[2]), seconds: match[3]! };
  const isEndOfDay = clock.hours === 24 && clock.minutes === 0 && Number(clock.seconds) === 0;
  return (clock.hours < 24 || isEndOfDay) && clock.minutes < 60 && Number(clock.seconds) < 60 ? clock : null;
};

/** The value of a lexical form; null if it is none of the type. */
export const parseMoment = (lexical: string, type: MomentValue['type']): MomentValue | null => {
  let rest = lexical.trim();
  const dayMatch = type === 'time' ? null : DAY.exec(rest);
  if (type !== 'time' && !dayMatch) return null;
  const [year, month, day] = dayMatch ? [Number(dayMatch[1]), Number(dayMatch[2]), Number(dayMatch[3])] : [1972, 12, 31];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (dayMatch) rest = rest.slice(dayMatch[0].length);
  let clock: Clock | null = MIDNIGHT;
  if (type !== 'date') {
    if (type === 'dateTime') {
      if (!rest.startsWith('T')) return null;
      rest = rest.slice(1);
    }
    const match = TIME.exec(rest);
    clock = match && clockOf(match);
    if (!match || !clock) return null;
    rest = rest.slice(match[0].length);
  }
  const zone = zoneOf(rest);
  if (zone === undefined) return null;
  const local =
    daysSince1970(year, month, day) * 86400000 + (clock.hours * 60 + clock.minutes) * 60000 + Number(clock.seconds) * 1000;
  return { kind: 'moment', type, lexical, year, month, day, ...clock, zone, local };
};

const FOURTEEN_HOURS = 14 * 60;

const instant = (moment: MomentValue, zone: number): number => moment.local - (moment.zone ?? zone) * 60000;

/**
 * -1, 0 or 1; NaN where the order hangs on a zone that is not stated: a moment without one may be anywhere within 14 hours
 * (XSD 1.1, part 2, section D.2.1).
 */
export const compareMoments = (a: MomentValue, b: MomentValue): number => {
  if ((a.zone === null) === (b.zone === null)) return Math.sign(instant(a, 0) - instant(b, 0));
  const early = Math.sign(instant(a, FOURTEEN_HOURS) - instant(b, FOURTEEN_HOURS));
  const late = Math.sign(instant(a, -FOURTEEN_HOURS) - instant(b, -FOURTEEN_HOURS));
  return early === late ? early : Number.NaN;
};

/** A total order for ORDER BY: by Greenwich, then those without a zone first. */
export const orderMoments = (a: MomentValue, b: MomentValue): number =>
  Math.sign(instant(a, 0) - instant(b, 0)) || Number(a.zone !== null) - Number(b.zone !== null);

/** "Z", "-08:00" or "". */
export const zoneText = ({ zone }: MomentValue): string => {
  if (zone === null) return '';
  if (zone === 0) return 'Z';
  const minutes = Math.abs(zone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** xsd:dayTimeDuration of the zone: "PT0S", "-PT8H". */
export const zoneDuration = (zone: number): string => {
  if (zone === 0) return 'PT0S';
  const hours = Math.floor(Math.abs(zone) / 60);
  const minutes = Math.abs(zone) % 60;
  return `${zone < 0 ? '-' : ''}PT${hours === 0 ? '' : `${hours}H`}${minutes === 0 ? '' : `${minutes}M`}`;
};
