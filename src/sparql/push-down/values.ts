import { XSD } from '../../rdf/namespaces.ts';
import type { ResultTerm } from '../types.ts';
import { compareMoments, MOMENT_TYPES, type MomentValue, orderMoments, parseMoment } from './moments.ts';
import { compareNumbers, NUMERIC_TYPES, type NumberValue, parseNumber } from './numeric.ts';

/** What a term means, for operators and functions. `other` is a literal whose datatype is unknown or whose form is none of it. */
export type Value =
  | { readonly kind: 'iri' | 'blank' | 'string'; readonly text: string }
  | { readonly kind: 'lang'; readonly text: string; readonly language: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | NumberValue
  | MomentValue
  | { readonly kind: 'other'; readonly text: string; readonly datatype: string };

/** Thrown away at the filter, the BIND or the aggregate: SPARQL's type error. */
export type Maybe<T> = T | null;

export const TRUE: Value = { kind: 'boolean', value: true };
export const FALSE: Value = { kind: 'boolean', value: false };
export const truth = (value: boolean): Value => (value ? TRUE : FALSE);
export const plain = (text: string): Value => ({ kind: 'string', text });

const literalValue = (text: string, datatype: string): Value => {
  if (datatype === XSD.string) return plain(text);
  const numeric = NUMERIC_TYPES.get(datatype);
  const moment = MOMENT_TYPES.get(datatype);
  const value = numeric ? parseNumber(text, numeric) : moment ? parseMoment(text, moment) : null;
  if (value) return value;
  if (datatype === XSD.boolean && /^(?:true|false|1|0)$/.test(text)) return truth(text === 'true' || text === '1');
  return { kind: 'other', text, datatype };
};

export const termValue = (term: ResultTerm): Value => {
  if (term.termType === 'NamedNode') return { kind: 'iri', text: term.value };
  if (term.termType === 'BlankNode') return { kind: 'blank', text: term.value };
  if (term.language !== '') return { kind: 'lang', text: term.value, language: term.language.toLowerCase() };
  return literalValue(term.value, term.datatype.value);
};

/** Order by code point (XPath's codepoint collation). */
export const compareTexts = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let left = a.charCodeAt(i);
    let right = b.charCodeAt(i);
    if (left === right) continue;
    // Surrogates stand for code points above all others.
    if (left >= 0xd800 && right >= 0xd800) {
      left = left >= 0xe000 ? left - 0x800 : left + 0x2000;
      right = right >= 0xe000 ? right - 0x800 : right + 0x2000;
    }
    return left - right;
  }
  return a.length - b.length;
};

/** The operator `<`, `=`, `>` of a datatype (SPARQL 1.1, section 17.3): negative, 0, positive; NaN is a type error. */
export const compareValues = (a: Value, b: Value): number => {
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b);
  if (a.kind === 'string' && b.kind === 'string') return compareTexts(a.text, b.text);
  if (a.kind === 'moment' && b.kind === 'moment' && a.type === b.type) return compareMoments(a, b);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  return Number.NaN;
};

const isNode = (value: Value): boolean => value.kind === 'iri' || value.kind === 'blank';

const isText = (value: Value): boolean => value.kind === 'string' || value.kind === 'lang';

/** The operator `=` (SPARQL 1.1, sections 17.3 and 17.4.1.7); null is a type error. */
export const valuesEqual = (a: Value, b: Value): Maybe<boolean> => {
  if (isNode(a) || isNode(b)) return a.kind === b.kind && (a as { text: string }).text === (b as { text: string }).text;
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b) === 0;
  if (a.kind === 'lang' && b.kind === 'lang') return a.text === b.text && a.language === b.language;
  if (a.kind === 'other' && b.kind === 'other') return a.text === b.text && a.datatype === b.datatype ? true : null;
  // A text with a language is no plain text: both are known, so they are told apart without an error.
  if (isText(a) && isText(b) && a.kind !== b.kind) return false;
  const order = compareValues(a, b);
  if (!Number.isNaN(order)) return order === 0;
  return null;
};

/** Effective boolean value (SPARQL 1.1, section 17.2.2); null is a type error. */
export const effectiveBoolean = (value: Value): Maybe<boolean> => {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'number':
      return value.number !== 0 && !Number.isNaN(value.number);
    case 'string':
    case 'lang':
      return value.text !== '';
    case 'other':
      return value.datatype === XSD.boolean || NUMERIC_TYPES.has(value.datatype) ? false : null;
    default:
      return null;
  }
};

const CLASSES: readonly Value['kind'][] = ['blank', 'iri', 'number', 'string', 'lang', 'boolean', 'moment', 'other'];

const textOf = (value: Value): string => ('text' in value ? value.text : '');

const finerOrder = (a: Value, b: Value): number => {
  if (a.kind === 'moment' && b.kind === 'moment') return compareTexts(a.type, b.type) || orderMoments(a, b);
  if (a.kind === 'number' && b.kind === 'number') return Number(Number.isNaN(b.number)) - Number(Number.isNaN(a.number));
  const byText = compareTexts(textOf(a), textOf(b));
  if (a.kind === 'lang' && b.kind === 'lang') return byText || compareTexts(a.language, b.language);
  if (a.kind === 'other' && b.kind === 'other') return compareTexts(a.datatype, b.datatype) || byText;
  return byText;
};

/** Order of ORDER BY (SPARQL 1.1, section 15.1), made total: what `<` does not order is ordered by kind, then by text. */
export const orderValues = (a: Maybe<Value>, b: Maybe<Value>): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (a.kind !== b.kind) return CLASSES.indexOf(a.kind) - CLASSES.indexOf(b.kind);
  return compareValues(a, b) || finerOrder(a, b);
};
