import type { Name, NameType } from '../language/names.ts';
import type { NamedSpan } from '../model/names.ts';
import { contains, overlaps, type Span } from '../model/span.ts';
import type { Token } from '../model/syntax.ts';
import type { Mention } from './mentions/types.ts';
import { alikeInLists } from './name-lists.ts';
import type { Reading } from './reading.ts';

const NAMING: ReadonlySet<string> = new Set(['name', 'acronym', 'metonym']);

const KINDS: Readonly<Record<NameType, NamedSpan['kind']>> = { PER: 'person', ORG: 'organization', LOC: 'place' };

const kindOf = ({ entity, rule }: Mention): NamedSpan['kind'] =>
  entity.type === 'person'
    ? 'person'
    : rule === 'mention.listed.seat'
      ? 'organization'
      : entity.type === 'place' || entity.type === 'state' || entity.type === 'subnational'
        ? 'place'
        : 'organization';

/** The recogniser's type, corrected where the name ends in a word for an organisation ("King's College"). */
function typeOf(reading: Reading, sentence: number, name: Name): NamedSpan['kind'] {
  const { tokens } = reading.sentences[sentence]!;
  const cue = name.end - name.start > 1 ? reading.lexicon.nameCues.get(tokens[name.end - 1]!.form) : undefined;
  return name.type === 'LOC' && cue !== undefined && cue.type !== 'place' && cue.position === 'last'
    ? 'organization'
    : KINDS[name.type];
}

/** "Ann Hill, QC, said": letters behind a person's name are an honour, not a name. */
function isLetters(reading: Reading, sentence: number, { start, end }: Name): boolean {
  const { tokens } = reading.sentences[sentence]!;
  const isComma = (at: number): boolean => /^[,)]$/.test(tokens[at]?.form ?? '');
  if (end - start > 1 || !/^\p{Lu}{2,4}$/u.test(tokens[start]!.form) || !isComma(start - 1) || !isComma(end)) return false;
  const bearer = reading.covering(sentence, start - 2);
  return (
    bearer?.entity.type === 'person' || reading.tagged[sentence]!.some((name) => name.type === 'PER' && name.end === start - 1)
  );
}

/** A name runs on over "of" and "the", not over "these" or "our": "Emperor" in "Emperor of these islands". */
function beforeBreak(tokens: readonly Token[], name: Name): Name {
  const breaks = (at: number): boolean => ['DET', 'PRON'].includes(tokens[at]!.upos) && /^(?!the$)\p{Ll}/u.test(tokens[at]!.form);
  let end = name.start + 1;
  while (end < name.end && !breaks(end)) end++;
  while (end < name.end && end > name.start + 1 && /^\p{Ll}/u.test(tokens[end - 1]!.form)) end--;
  return { ...name, end };
}

/** What the recogniser sees that no mention covers, or of which a mention is only a part. */
function recognised(reading: Reading, mentions: readonly NamedSpan[]): NamedSpan[] {
  return reading.tagged.flatMap((names, sentence) => {
    const { tokens } = reading.sentences[sentence]!;
    return alikeInLists(tokens, names).flatMap((whole): NamedSpan[] => {
      const name = beforeBreak(tokens, whole);
      const span = { start: tokens[name.start]!.start, end: tokens[name.end - 1]!.end };
      const known = mentions.filter((one) => overlaps(one, span));
      if (/^[$€£]/.test(tokens[name.end]?.form ?? '') || isLetters(reading, sentence, name)) return [];
      const isWider =
        name.type !== 'LOC' && known.every((one) => contains(span, one) && one.end - one.start < span.end - span.start);
      return known.length === 0 || isWider ? [{ ...span, kind: typeOf(reading, sentence, name), rule: 'name.recognised' }] : [];
    });
  });
}

/** "at the corner of Madison and Wells": two streets, whatever else bears their names. */
function cornersOf({ sentences }: Reading): Span[] {
  return sentences.flatMap(({ tokens }) =>
    tokens.flatMap(({ start }, at) => {
      const words = ['at', 'on', 'near'].includes(tokens[at]!.form.toLowerCase())
        ? tokens.slice(at + 1, at + 12).map(({ form }) => form)
        : [];
      const found = /^the corner of (?:\p{Lu}\S* ){1,3}and (?:\p{Lu}\S* ?){1,3}/u.exec(words.join(' '));
      return found ? [{ start, end: tokens[at + found[0].trim().split(' ').length]!.end }] : [];
    }),
  );
}

/**
 * Names of a text by what they name, whether or not an actor of the article bears them; in text order. Lists and rules go
 * first; the recogniser adds what they leave and widens what they have in part ("San Francisco" in "San Francisco Bulletin").
 */
export function namesOf(reading: Reading): NamedSpan[] {
  const corners = cornersOf(reading);
  const mentioned = reading.mentions
    .filter((mention) => NAMING.has(mention.kind) && mention.entity.type !== 'group')
    .map(
      (mention): NamedSpan =>
        longerName(reading, mention) ?? { ...nameSpan(reading, mention), kind: kindOf(mention), rule: mention.rule },
    );
  const more = recognised(reading, mentioned);
  return [...mentioned.filter((one) => !more.some((other) => contains(other, one))), ...more]
    .filter((one) => one.kind !== 'place' || !corners.some((corner) => contains(corner, one)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "San Francisco Bulletin", "Medical Journal of Australia": a place at the edge of a capitalised name is part of that name. */
function longerName(reading: Reading, mention: Mention): NamedSpan | undefined {
  if (kindOf(mention) !== 'place') return undefined;
  const { tokens } = reading.sentences[mention.sentence]!;
  const isName = (at: number): boolean => {
    const token = tokens[at];
    const other = reading.covering(mention.sentence, at);
    return token?.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(token.form) && (!other || kindOf(other) === 'organization');
  };
  let last = mention.last;
  while (isName(last + 1) && (tokens[mention.head]!.head > last || tokens[last]!.head > last)) last++;
  const before = mention.first - 2;
  const ofName =
    tokens[mention.first - 1]?.form === 'of' && isName(before) && !reading.lexicon.titles.has(tokens[before]!.form.toLowerCase());
  let first = ofName ? before : mention.first;
  while (ofName && isName(first - 1)) first--;
  const isPerson = reading.tagged[mention.sentence]!.some(
    (name) => name.type === 'PER' && name.start <= first && last < name.end,
  );
  if (isPerson || (last === mention.last && !ofName)) return undefined;
  const cue = reading.lexicon.nameCues.get(tokens[last]!.form);
  const kind = cue?.type === 'place' ? 'place' : 'organization';
  return { start: tokens[first]!.start, end: tokens[last]!.end, kind, rule: 'name.around-place' };
}

/** The name without the office or article before it. */
function nameSpan(reading: Reading, mention: Mention): { start: number; end: number } {
  const tokens = reading.sentences[mention.sentence]!.tokens;
  let { first } = mention;
  while (first < mention.last && !/^\p{Lu}/u.test(tokens[first]!.form)) first++;
  return { start: tokens[first]!.start, end: mention.end };
}
