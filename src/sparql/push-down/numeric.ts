import { VOCABULARY_PREFIXES } from '../../rdf/namespaces.ts';

/*
 * Numbers of XML Schema (XSD 1.1, part 2) and their promotion (XPath, appendix B.1). Integers and decimals are exact: integers to
 * any length, decimals to 18 digits after the point.
 */

export type NumericType = 'integer' | 'decimal' | 'float' | 'double';

export interface NumberValue {
  readonly kind: 'number';
  readonly type: NumericType;
  /** The nearest double. */
  readonly number: number;
  /** Value times 10^18 where the double is not exact enough to decide. */
  readonly scaled: bigint | null;
}

const XSD = VOCABULARY_PREFIXES.xsd;
const DERIVED_INTEGERS = `integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong
  unsignedInt unsignedShort unsignedByte positiveInteger`.split(/\s+/);

/** Datatypes with numeric values, and the type each is promoted from. */
export const NUMERIC_TYPES: ReadonlyMap<string, NumericType> = new Map<string, NumericType>([
  ...DERIVED_INTEGERS.map((name) => [XSD + name, 'integer'] as const),
  [`${XSD}decimal`, 'decimal'],
  [`${XSD}float`, 'float'],
  [`${XSD}double`, 'double'],
]);

const SCALE = 18;
const ONE = 10n ** BigInt(SCALE);
const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const DOUBLE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;

const scale = (lexical: string): bigint => {
  const negative = lexical.startsWith('-');
  const [whole, fraction = ''] = lexical.replace(/^[+-]/, '').split('.');
  const digits = BigInt((whole || '0') + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return negative ? -digits : digits;
};

const floating = (lexical: string): number => Number(lexical.replace('INF', 'Infinity'));

const exact = (type: 'integer' | 'decimal', scaled: bigint): NumberValue => ({
  kind: 'number',
  type,
  number: Number(unscaled(scaled)),
  scaled,
});

/** A number of the type; float rounds to single precision. */
export const numberOf = (type: NumericType, number: number): NumberValue => ({
  kind: 'number',
  type,
  number: type === 'float' ? Math.fround(number) : number,
  scaled: null,
});

/** The value of a lexical form; null if it is none of the type. White space around it counts for nothing (XSD, section 4.3.6). */
export const parseNumber = (lexical: string, type: NumericType): NumberValue | null => {
  const text = lexical.trim();
  if (type === 'integer') {
    if (!INTEGER.test(text)) return null;
    const number = Number(text);
    return Number.isSafeInteger(number) ? numberOf('integer', number) : exact('integer', scale(text));
  }
  if (type === 'decimal') return DECIMAL.test(text) ? exact('decimal', scale(text)) : null;
  return DOUBLE.test(text) ? numberOf(type, floating(text)) : null;
};

const scaledOf = (value: NumberValue): bigint => value.scaled ?? BigInt(value.number) * ONE;

const unscaled = (scaled: bigint): string => {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction === '' ? '' : `.${fraction}`}`;
};

const mantissa = (number: number): string => {
  const [digits, exponent] = number.toExponential().split('e') as [string, string];
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
};

const floatingText = (number: number): string => {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? 'INF' : '-INF';
  if (number === 0) return Object.is(number, -0) ? '-0.0E0' : '0.0E0';
  return mantissa(number);
};

/** Shortest decimal digits that give the same single-precision number. */
const singleDigits = (number: number): number => {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(number.toPrecision(digits));
    if (Math.fround(short) === number) return short;
  }
  return number;
};

/** Canonical lexical form (XSD 1.1, appendix E.1), decimals without a point where they are whole, as XPath's cast has it. */
export const lexicalOf = (value: NumberValue): string => {
  if (value.type === 'integer' || value.type === 'decimal') return unscaled(scaledOf(value));
  return floatingText(value.type === 'float' && Number.isFinite(value.number) ? singleDigits(value.number) : value.number);
};

/** A number as xsd:string (XPath casting, F&O section 18.1.3): plain digits where they are not too many. */
export const textOf = (value: NumberValue): string => {
  const size = Math.abs(value.number);
  if (!isFloating(value) || !(size === 0 || (size >= 1e-6 && size < 1e6))) return lexicalOf(value);
  if (Object.is(value.number, -0)) return '-0';
  return String(value.type === 'float' ? singleDigits(value.number) : value.number);
};

export const datatypeOf = (value: NumberValue): string => XSD + value.type;

/** -1, 0 or 1; NaN where one of them is not a number. */
export const compareNumbers = (a: NumberValue, b: NumberValue): number => {
  if (a.number < b.number) return -1;
  if (a.number > b.number) return 1;
  if (a.number !== b.number) return Number.NaN;
  if ((a.scaled === null && b.scaled === null) || isFloating(a) || isFloating(b)) return 0;
  const difference = scaledOf(a) - scaledOf(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const isFloating = (value: NumberValue): boolean => value.type === 'float' || value.type === 'double';

const RANK: readonly NumericType[] = ['integer', 'decimal', 'float', 'double'];

const promoted = (a: NumberValue, b: NumberValue): NumericType => RANK[Math.max(RANK.indexOf(a.type), RANK.indexOf(b.type))]!;

export type Operator = '+' | '-' | '*' | '/';

const FLOATING: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const EXACT: Readonly<Record<Operator, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => (a * b) / ONE,
  '/': (a, b) => (a * ONE) / b,
};

/** XPath arithmetic (F&O, section 6.2); null for a division by zero. Division of integers gives a decimal. */
export const calculate = (operator: Operator, a: NumberValue, b: NumberValue): NumberValue | null => {
  const type = promoted(a, b);
  if (type === 'float' || type === 'double') return numberOf(type, FLOATING[operator](a.number, b.number));
  if (operator === '/' && b.number === 0) return null;
  if (type === 'integer' && operator !== '/' && a.scaled === null && b.scaled === null) {
    const number = FLOATING[operator](a.number, b.number);
    if (Number.isSafeInteger(number)) return numberOf('integer', number);
  }
  return exact(operator === '/' ? 'decimal' : type, EXACT[operator](scaledOf(a), scaledOf(b)));
};

const floorScaled = (scaled: bigint): bigint => {
  const rest = ((scaled % ONE) + ONE) % ONE;
  return scaled - rest;
};

const ROUNDING: Readonly<Record<string, (scaled: bigint) => bigint>> = {
  abs: (scaled) => (scaled < 0n ? -scaled : scaled),
  floor: floorScaled,
  ceil: (scaled) => -floorScaled(-scaled),
  round: (scaled) => floorScaled(scaled + ONE / 2n),
};

const FLOATING_ROUNDING: Readonly<Record<string, (number: number) => number>> = {
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
};

/** ABS, CEIL, FLOOR and ROUND (F&O, section 6.4): the type stays. */
export const rounded = (name: 'abs' | 'ceil' | 'floor' | 'round', value: NumberValue): NumberValue => {
  if (isFloating(value) || (value.type === 'integer' && value.scaled === null))
    return numberOf(value.type, FLOATING_ROUNDING[name]!(value.number));
  return exact(value.type as 'integer' | 'decimal', ROUNDING[name]!(scaledOf(value)));
};

export const negated = (value: NumberValue): NumberValue =>
  value.scaled === null
    ? numberOf(value.type, value.number === 0 && !isFloating(value) ? 0 : -value.number)
    : exact(value.type as 'decimal', -value.scaled);

/** A number as another type (XPath casting, F&O section 18.1); null where it has no such value. */
export const castNumber = (value: NumberValue, type: NumericType): NumberValue | null => {
  if (type === 'float' || type === 'double') return numberOf(type, value.number);
  if (!Number.isFinite(value.number)) return null;
  const scaled = isFloating(value) ? scaledFromDouble(value.number) : scaledOf(value);
  if (type === 'decimal') return exact('decimal', scaled);
  const whole = scaled - (scaled % ONE);
  const number = Number(whole / ONE);
  return Number.isSafeInteger(number) ? numberOf('integer', number) : exact('integer', whole);
};

const scaledFromDouble = (number: number): bigint => {
  const [digits, exponent] = number.toExponential().split('e') as [string, string];
  const [whole, fraction = ''] = digits.replace('-', '').split('.') as [string, string?];
  const shift = SCALE + Number(exponent) - fraction.length;
  const mantissa = BigInt(whole + fraction);
  const scaled = shift >= 0 ? mantissa * 10n ** BigInt(shift) : mantissa / 10n ** BigInt(-shift);
  return number < 0 ? -scaled : scaled;
};
