import { createHash, randomUUID } from 'node:crypto';
import { VOCABULARY_PREFIXES } from '../../rdf/namespaces.ts';
import { type MomentValue, zoneDuration, zoneText } from './moments.ts';
import { calculate, negated, numberOf, type Operator, parseNumber, rounded } from './numeric.ts';
import { encodeForUri, languageMatches, regularExpression, replacement, resolveIri, substring } from './patterns.ts';
import { type Maybe, plain, truth, type Value } from './values.ts';

/* Functions on values (SPARQL 1.1, section 17.4). Each gives null for a type error. */

export type ValueFunction = (args: readonly Value[]) => Maybe<Value>;

type Text = { readonly kind: 'string'; readonly text: string } | Extract<Value, { kind: 'lang' }>;

const isText = (value: Value | undefined): value is Text => value?.kind === 'string' || value?.kind === 'lang';

const isLiteral = (value: Value): boolean => value.kind !== 'iri' && value.kind !== 'blank';

/** A text with the language of another. */
const like = (original: Text, text: string): Value => (original.kind === 'lang' ? { ...original, text } : plain(text));

/** Argument compatibility (section 17.4.3.1.2). */
const compatible = (a: Value | undefined, b: Value | undefined): boolean =>
  isText(a) && isText(b) && (b.kind === 'string' || (a as { language?: string }).language === b.language);

const onText =
  (make: (text: Text) => Maybe<Value>): ValueFunction =>
  ([value]) =>
    isText(value) ? make(value) : null;

const onTexts =
  (make: (a: Text, b: Text) => Maybe<Value>): ValueFunction =>
  ([a, b]) =>
    compatible(a, b) ? make(a as Text, b as Text) : null;

const onMoment =
  (make: (moment: MomentValue) => Maybe<Value>, types: readonly MomentValue['type'][]): ValueFunction =>
  ([value]) =>
    value?.kind === 'moment' && types.includes(value.type) ? make(value) : null;

const rounding =
  (name: 'abs' | 'ceil' | 'floor' | 'round'): ValueFunction =>
  ([value]) =>
    value?.kind === 'number' ? rounded(name, value) : null;

const arithmetic =
  (operator: Operator): ValueFunction =>
  ([a, b]) =>
    a?.kind === 'number' && b?.kind === 'number' ? calculate(operator, a, b) : null;

const concat: ValueFunction = (args) => {
  if (!args.every(isText)) return null;
  const texts = args as readonly Text[];
  const text = texts.map((value) => value.text).join('');
  const first = texts[0];
  if (first?.kind !== 'lang') return plain(text);
  return texts.every((value) => value.kind === 'lang' && value.language === first.language) ? { ...first, text } : plain(text);
};

const strBefore = onTexts((a, b) => {
  const at = a.text.indexOf(b.text);
  return at < 0 ? plain('') : like(a, a.text.slice(0, at));
});

const strAfter = onTexts((a, b) => {
  const at = a.text.indexOf(b.text);
  return at < 0 ? plain('') : like(a, a.text.slice(at + b.text.length));
});

const substr: ValueFunction = ([text, start, length]) => {
  if (!isText(text) || start?.kind !== 'number' || (length !== undefined && length.kind !== 'number')) return null;
  return like(text, substring(text.text, start.number, length === undefined ? null : length.number));
};

const expressions = new Map<string, RegExp | null>();

/** Compiling a pattern for each row would cost more than matching it. */
const compiled = (pattern: string, flags: string, global: boolean): RegExp | null => {
  const key = `${flags}/${global}/${pattern}`;
  let expression = expressions.get(key);
  if (expression === undefined) {
    if (expressions.size > 100) expressions.clear();
    expression = regularExpression(pattern, flags, global);
    expressions.set(key, expression);
  }
  return expression;
};

const regex: ValueFunction = ([text, pattern, flags]) => {
  if (!isText(text) || pattern?.kind !== 'string' || (flags !== undefined && flags.kind !== 'string')) return null;
  const expression = compiled(pattern.text, flags?.text ?? '', false);
  return expression && truth(expression.test(text.text));
};

const replace: ValueFunction = ([text, pattern, by, flags]) => {
  if (!isText(text) || pattern?.kind !== 'string' || by?.kind !== 'string') return null;
  if (flags !== undefined && flags.kind !== 'string') return null;
  const expression = compiled(pattern.text, flags?.text ?? '', true);
  const replaced = replacement(by.text, flags?.text ?? '');
  if (!expression || replaced === null || new RegExp(expression, 'u').test('')) return null;
  return like(text, text.text.replace(expression, replaced));
};

const integerOf = (number: number): Value => numberOf('integer', number);

const zone = onMoment(
  (moment) =>
    moment.zone === null
      ? null
      : { kind: 'other', text: zoneDuration(moment.zone), datatype: `${VOCABULARY_PREFIXES.xsd}dayTimeDuration` },
  ['dateTime', 'date', 'time'],
);

const DAYS = ['dateTime', 'date'] as const;
const CLOCKS = ['dateTime', 'time'] as const;

const hashing = (algorithm: string): ValueFunction =>
  onText(({ text }) => plain(createHash(algorithm).update(text, 'utf8').digest('hex')));

/** Functions that give something new each time. */
export const VOLATILE: ReadonlySet<string> = new Set(['rand', 'uuid', 'struuid', 'bnode']);

/** Functions by the operator names of the algebra. */
export const FUNCTIONS: Readonly<Record<string, ValueFunction>> = {
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  uminus: ([value]) => (value?.kind === 'number' ? negated(value) : null),
  uplus: ([value]) => (value?.kind === 'number' ? value : null),
  abs: rounding('abs'),
  ceil: rounding('ceil'),
  floor: rounding('floor'),
  round: rounding('round'),
  isiri: ([value]) => truth(value!.kind === 'iri'),
  isuri: ([value]) => truth(value!.kind === 'iri'),
  isblank: ([value]) => truth(value!.kind === 'blank'),
  isliteral: ([value]) => truth(isLiteral(value!)),
  isnumeric: ([value]) => truth(value!.kind === 'number'),
  lang: ([value]) => (isLiteral(value!) ? plain(value?.kind === 'lang' ? value.language : '') : null),
  langmatches: ([tag, range]) =>
    tag?.kind === 'string' && range?.kind === 'string' ? truth(languageMatches(tag.text, range.text)) : null,
  strlang: ([text, language]) =>
    text?.kind === 'string' && language?.kind === 'string' && language.text !== ''
      ? { kind: 'lang', text: text.text, language: language.text.toLowerCase() }
      : null,
  concat,
  strlen: onText(({ text }) => integerOf([...text].length)),
  ucase: onText((value) => like(value, value.text.toUpperCase())),
  lcase: onText((value) => like(value, value.text.toLowerCase())),
  encode_for_uri: onText(({ text }) => {
    const encoded = encodeForUri(text);
    return encoded === null ? null : plain(encoded);
  }),
  contains: onTexts((a, b) => truth(a.text.includes(b.text))),
  strstarts: onTexts((a, b) => truth(a.text.startsWith(b.text))),
  strends: onTexts((a, b) => truth(a.text.endsWith(b.text))),
  strbefore: strBefore,
  strafter: strAfter,
  substr,
  regex,
  replace,
  year: onMoment(({ year }) => integerOf(year), DAYS),
  month: onMoment(({ month }) => integerOf(month), DAYS),
  day: onMoment(({ day }) => integerOf(day), DAYS),
  hours: onMoment(({ hours }) => integerOf(hours), CLOCKS),
  minutes: onMoment(({ minutes }) => integerOf(minutes), CLOCKS),
  seconds: onMoment(({ seconds }) => parseNumber(seconds, 'decimal'), CLOCKS),
  timezone: zone,
  md5: hashing('md5'),
  sha1: hashing('sha1'),
  sha256: hashing('sha256'),
  sha384: hashing('sha384'),
  sha512: hashing('sha512'),
  rand: () => numberOf('double', Math.random()),
  uuid: () => ({ kind: 'iri', text: `urn:uuid:${randomUUID()}` }),
  struuid: () => plain(randomUUID()),
  tz: onMoment((moment) => plain(zoneText(moment)), ['dateTime', 'date', 'time']),
};

/** IRI(): texts resolve against the base of the query. */
export const iriFunction =
  (base: string): ValueFunction =>
  ([value]) => {
    if (value?.kind === 'iri') return value;
    if (value?.kind !== 'string') return null;
    const text = resolveIri(value.text, base);
    return text === null ? null : { kind: 'iri', text };
  };
