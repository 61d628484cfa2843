import type { Lexicon } from '../../lexicon/types.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';
import type { Reading } from '../reading.ts';
import { isNominal, low, type SyntaxTree } from '../syntax/tree.ts';
import { speakerAt } from './speaker.ts';
import type { CueHit } from './types.ts';

/** Participles take the source's words as object ("citing a report"); the others are phrases before the source. */
const PARTICIPLE = /ing$/;

const phrases = new WeakMap<Lexicon, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** Preposition-like cues of the table as word lists by first word, longest first. */
function phrasesOf(lexicon: Lexicon): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = phrases.get(lexicon);
  if (known) return known;
  const index = new Map<string, string[][]>();
  for (const cue of [...lexicon.cues.values()].flat()) {
    if (cue.pos !== 'P' || (PARTICIPLE.test(cue.lemma) && !cue.lemma.includes(' '))) continue;
    const words = cue.lemma.split(' ');
    const list = index.get(words[0]!);
    if (list) list.push(words);
    else index.set(words[0]!, [words]);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  phrases.set(lexicon, index);
  return index;
}

/** Last token of a cue phrase that begins at a token ("in the words of"). */
function phraseEnd(reading: Reading, tree: SyntaxTree, token: number): number | undefined {
  const words = phrasesOf(reading.lexicon)
    .get(low(tree.token(token)))
    ?.find((candidate) => candidate.every((word, i) => tree.tokens[token + i] && low(tree.tokens[token + i]!) === word));
  return words && token + words.length - 1;
}

/** "in the envoy's words", "by their account": last token of the phrase, whose possessor is the source. */
function possessivePhrase(reading: Reading, tree: SyntaxTree, token: number): { end: number; owner: number } | undefined {
  if (!/^(?:in|by)$/.test(low(tree.token(token)))) return undefined;
  const noun = tree.tokens.slice(token + 2, token + 9).find((word) => reading.isClass('view-noun', low(word)));
  if (!noun || tree.tokens.slice(token, noun.index).some((word) => word.upos === 'PUNCT' || word.upos === 'VERB'))
    return undefined;
  const [owner] = tree.dependents(noun.index, 'nmod:poss');
  return owner === undefined || owner < token ? undefined : { end: noun.index, owner };
}

/**
 * "according to X", "in the words of X", "in X's view": the phrase is the cue, X the source, the clause it hangs on the content.
 * "Per" is one before a name or article only ("per day" is a rate).
 */
export function prepositionalHit(reading: Reading, sentence: number, token: number): CueHit | undefined {
  const tree = reading.tree(sentence);
  if (low(tree.token(token)) === 'per' && !/^(?:DET|PROPN)$/.test(tree.tokens[token + 1]?.upos ?? '')) return undefined;
  const possessive = possessivePhrase(reading, tree, token);
  const end = possessive?.end ?? phraseEnd(reading, tree, token);
  if (end === undefined) return undefined;
  const owner = possessive && speakerAt(reading, sentence, possessive.owner);
  const speaker = possessive ? owner && { ...owner, token: possessive.owner } : speakerBehind(reading, sentence, end + 1);
  const source = possessive?.owner ?? governed(tree, end) ?? speaker?.token;
  if (source === undefined) return undefined;
  const span = { start: tree.token(token).start, end: tree.token(end).end };
  return {
    sentence,
    token,
    cue: reading.text.slice(span.start, span.end).toLowerCase(),
    span,
    speaker: speaker?.entity ?? null,
    speakerMention: speaker?.mention ?? null,
    speakerToken: Math.max(speaker?.token ?? source, end - 1),
    source,
    content: [],
    pos: 'P',
    slot: '',
    rule: 'cue.according-to',
    speech: true,
    quoteOnly: false,
  };
}

/** Head of the phrase behind a preposition: the first noun whose head does not stand in the phrase. */
function governed(tree: SyntaxTree, preposition: number): number | undefined {
  const end = tree.tokens.find((token) => token.index > preposition && token.upos === 'PUNCT')?.index ?? tree.tokens.length;
  return tree.tokens.find(
    (token) =>
      token.index > preposition && token.index < end && isNominal(token) && (token.head <= preposition || token.head >= end),
  )?.index;
}

/** The source of "according to …": the person of the phrase, else its first speaker, up to the next comma. */
function speakerBehind(
  reading: Reading,
  sentence: number,
  first: number,
): { entity: Entity; mention: Mention | null; token: number } | undefined {
  const { tokens } = reading.tree(sentence);
  const comma = tokens.findIndex((token) => token.index > first && /^[,;.:]$/.test(token.form));
  const last = comma < 0 ? tokens.length - 1 : comma - 1;
  const mentions = reading
    .mentionsIn(sentence)
    .filter((mention) => mention.first >= first && mention.last <= last && mention.entity.type !== 'place');
  const person = mentions.find((mention) => mention.entity.type === 'person') ?? apposed(reading, sentence, last + 1);
  if (person) return { entity: person.entity, mention: person, token: person.head };
  const head = governed(reading.tree(sentence), first - 1);
  const named = head === undefined || head > last ? undefined : speakerAt(reading, sentence, head);
  if (named) return { ...named, token: head! };
  for (let at = first; at <= last; at++) {
    const speaker = speakerAt(reading, sentence, at);
    if (speaker) return { ...speaker, token: at };
  }
  return undefined;
}

/** "according to the spokesman, Farid Bennacer,": the name behind the comma. */
function apposed(reading: Reading, sentence: number, comma: number): Mention | undefined {
  const mention = reading.covering(sentence, comma + 1);
  return mention?.entity.type === 'person' &&
    mention.first === comma + 1 &&
    reading.tree(sentence).tokens[mention.last + 1]?.form === ','
    ? mention
    : undefined;
}
