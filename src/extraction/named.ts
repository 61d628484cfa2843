import type { Name, NameType } from '../language/names.ts';
import type { NamedSpan } from '../model/names.ts';
import { contains, overlaps } from '../model/span.ts';
import type { Mention } from './mentions/types.ts';
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

/** What the recogniser sees that no mention covers, or of which a mention is only a part. */
function recognised(reading: Reading, mentions: readonly NamedSpan[]): NamedSpan[] {
  return reading.tagged.flatMap((names, sentence) => {
    const { tokens } = reading.sentences[sentence]!;
    return names.flatMap((name): NamedSpan[] => {
      const span = { start: tokens[name.start]!.start, end: tokens[name.end - 1]!.end };
      const known = mentions.filter((one) => overlaps(one, span));
      if (/^[$€£]/.test(tokens[name.end]?.form ?? '')) return [];
      const isWider =
        name.type !== 'LOC' && known.every((one) => contains(span, one) && one.end - one.start < span.end - span.start);
      return known.length === 0 || isWider ? [{ ...span, kind: typeOf(reading, sentence, name), rule: 'name.recognised' }] : [];
    });
  });
}

/**
 * Names of a text by what they name, whether or not an actor of the article bears them; in text order. Lists and rules go
 * first; the recogniser adds what they leave and widens what they have in part ("San Francisco" in "San Francisco Bulletin").
 */
export function namesOf(reading: Reading): NamedSpan[] {
  const mentioned = reading.mentions
    .filter((mention) => NAMING.has(mention.kind) && mention.entity.type !== 'group')
    .map(
      (mention): NamedSpan =>
        longerName(reading, mention) ?? { ...nameSpan(reading, mention), kind: kindOf(mention), rule: mention.rule },
    );
  const more = recognised(reading, mentioned);
  return [...mentioned.filter((one) => !more.some((other) => contains(other, one))), ...more].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
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
