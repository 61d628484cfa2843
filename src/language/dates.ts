/** Date expressions of a sentence, each with its bounds, granularity and the words it came from. */
import type { DateExpression, Sentence, Token } from '../model/syntax.ts';
import { readCounted } from './dates/ago.ts';
import { isoDay, parseIsoDay } from './dates/calendar.ts';
import { DATE_RULES } from './dates/grammar.ts';
import { interval, isoValue, type Period } from './dates/period.ts';

/** What of a sentence is read: its span and, for the tense of the governing verb, its tree (may be empty). */
export type DatedText = Pick<Sentence, 'start' | 'end' | 'tokens'>;

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly rule: number;
  readonly period: Period;
}

const WORTH_READING =
  /\d|days?\b|week|month|quarter|year|decade|night|morning|row\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|spring|summer|autumn|fall|winter/i;
/** Words that may open a match without belonging to the expression. */
const LEAD =
  /^(?:in|of|on|at|during|for|and|its|from|between|throughout|over|end of|start of|beginning of|the(?= \d{4}$)) (?:the )?(?!.* (?:to|and|until) \S)/i;
const OPERATOR =
  /\b(since|until|till|by|before|after|through|up to|prior to)(?: the)?(?: (?:end|start|beginning|middle) of(?: the)?)? $/i;

/**
 * Date expressions in `text` (the stored text) between `sentence.start` and `sentence.end`, in text order, without
 * overlaps. `published` is the ISO day of publication; without it relative expressions are left out. A weekday or a date
 * without year is the nearest past one, the publication day included, unless the governing verb looks ahead.
 */
export const resolveDates = (text: string, sentence: DatedText, published: string | null): DateExpression[] => {
  const part = text.slice(sentence.start, sentence.end);
  if (!WORTH_READING.test(part)) return [];
  const day = parseIsoDay(published);
  const chosen: Candidate[] = [];
  for (const candidate of candidates(part, sentence, day)) {
    const last = chosen[chosen.length - 1];
    if (!last || candidate.start >= last.end) chosen.push(candidate);
  }
  return merge(part, chosen).map((candidate) => expressionOf(part, candidate, sentence.start));
};

/** All readings, leftmost first, then longest, then by rule. */
const candidates = (part: string, sentence: DatedText, published: number | null): Candidate[] => {
  const found: Candidate[] = readCounted(part, published).map(({ index, length, period }) => ({
    start: index,
    end: index + length,
    rule: -1,
    period,
  }));
  DATE_RULES.forEach(({ pattern, read }, rule) => {
    for (const match of part.matchAll(pattern)) {
      const lead = LEAD.exec(match[0])?.[0].length ?? 0;
      const operator = /^(?:since|until|till|by|before|after|through) /i.exec(match[0])?.[0].length ?? 0;
      const start = match.index + (lead || operator);
      const limit = /\b(?:until|till|by) (?:the )?$/i.test(part.slice(0, start));
      const future = limit || looksAhead(sentence.tokens, sentence.start + start);
      const period = read(match.groups ?? {}, { published, future });
      if (period) found.push({ start, end: match.index + match[0].length, rule, period });
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.rule - b.rule);
};

/** "from A to B" and "between A and B" become one interval. */
const merge = (part: string, chosen: readonly Candidate[]): Candidate[] => {
  const merged: Candidate[] = [];
  for (const candidate of chosen) {
    const last = merged[merged.length - 1];
    const joined = last ? join(part, last, candidate) : null;
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(candidate);
  }
  return merged;
};

const join = (part: string, a: Candidate, b: Candidate): Candidate | null => {
  const before = /\b(from|between) (?:the )?$/i.exec(part.slice(0, a.start));
  if (!before || !/^ (?:to|until|till|and) (?:the )?$/.test(part.slice(a.end, b.start))) return null;
  if (a.period.first === null || b.period.last === null || a.period.first > b.period.last) return null;
  const period = interval(a.period.first, b.period.last, a.period.relative || b.period.relative);
  return { start: before.index, end: b.end, rule: a.rule, period };
};

const expressionOf = (part: string, { start, end, period }: Candidate, offset: number): DateExpression => {
  const operator = OPERATOR.exec(part.slice(0, start));
  const bounded = operator ? bound(operator[1]!.toLowerCase(), period) : period;
  return {
    start: offset + (operator ? operator.index : start),
    end: offset + end,
    value: isoValue(bounded),
    earliest: bounded.first === null ? null : isoDay(bounded.first),
    latest: bounded.last === null ? null : isoDay(bounded.last),
    granularity: bounded.granularity,
    relative: bounded.relative,
  };
};

/** "since P" is open at the end, "until P" and "by P" at the beginning. */
const bound = (operator: string, period: Period): Period => {
  const { first, last, relative } = period;
  if (operator === 'since') return interval(first, null, relative);
  if (operator === 'after') return interval(last === null ? null : last + 1, null, relative);
  if (operator === 'before' || operator === 'prior to') return interval(null, first === null ? null : first - 1, relative);
  return interval(null, last, relative);
};

const PLANNING: ReadonlySet<string> = new Set([
  'plan',
  'schedule',
  'set',
  'due',
  'expect',
  'intend',
  'prepare',
  'aim',
  'hope',
  'agree',
  'offer',
  'vow',
  'pledge',
  'want',
  'propose',
  'urge',
  'invite',
  'call',
  'promise',
  'slate',
  'ready',
]);
const AHEAD: ReadonlySet<string> = new Set(['will', 'wo', 'shall', "'ll", '’ll', 'would', 'going']);
const PREDICATE: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'PRON']);

/** True when the word at `position` hangs from a predicate in the future, or from an infinitive under a verb of planning. */
const looksAhead = (tokens: readonly Token[], position: number): boolean => {
  let token = tokens.find(({ end }) => end > position);
  for (let steps = 0; token && steps < tokens.length; steps++) {
    const at = token.index;
    const helpers = tokens.filter(({ head, upos }) => head === at && (upos === 'AUX' || upos === 'PART'));
    if (helpers.some(({ form }) => AHEAD.has(form.toLowerCase()))) return true;
    if (helpers.some(({ form }) => form.toLowerCase() === 'to')) return looksForward(tokens, token);
    if (token.upos === 'VERB' || helpers.length > 0) return PLANNING.has(token.lemma) && token.xpos === 'VBN';
    token = PREDICATE.has(token.upos) ? tokens[token.head] : undefined;
  }
  return false;
};

const looksForward = (tokens: readonly Token[], infinitive: Token): boolean => {
  const head = tokens[infinitive.head];
  return head === undefined || PLANNING.has(head.lemma) || head.upos === 'NOUN';
};
