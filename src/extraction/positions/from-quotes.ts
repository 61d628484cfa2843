import type { Polarity } from '../../model/extraction.ts';
import type { Statement } from '../attribution/types.ts';
import { type Entity, sameSide } from '../entities.ts';
import { isLocation } from '../participants.ts';
import type { Reading } from '../reading.ts';
import type { Discourse } from './discourse.ts';
import { holderLevel } from './holder.ts';
import { toneOf } from './tone.ts';
import type { PositionDraft } from './types.ts';

/** Fewest words of a quotation that can carry a stance by itself. */
const SHORTEST = 4;

const isQuoted = ({ voice }: Statement): boolean => voice === 'direct' || voice === 'unquotedDirect';

/** True if the words name an actor of a side other than the speaker's and the target's. */
function namesOthers(reading: Reading, statement: Statement, target: Entity): boolean {
  return reading.mentions.some(
    (one) =>
      one.start >= statement.start &&
      one.end <= statement.end &&
      one.kind !== 'pronoun' &&
      one.entity.type !== 'place' &&
      !isLocation(reading, one) &&
      !sameSide(one.entity, statement.speaker) &&
      !sameSide(one.entity, target),
  );
}

const isRead = (statement: Statement, drafts: readonly PositionDraft[]): boolean =>
  drafts.some(
    (one) =>
      one.target !== null &&
      sameSide(one.holder, statement.speaker) &&
      one.evidence.start < statement.end &&
      statement.start < one.evidence.end,
  );

/** The target itself is spoken of ("Asmara is playing with matches"). */
const namesTarget = (reading: Reading, statement: Statement, anchor: PositionDraft): boolean =>
  reading.mentions.some(
    (one) => one.start >= statement.start && one.end <= statement.end && sameSide(one.entity, anchor.target!),
  );

/**
 * Words in the tone of the stance carry it on. Words without any tone do right behind a stance against somebody, as
 * irony and images do ("We were invited to dance"), and where they speak of the target.
 */
function goesOn(reading: Reading, statement: Statement, anchor: PositionDraft): boolean {
  const tone = toneOf(reading, statement);
  if (anchor.polarity === 'support') return tone.support > tone.oppose;
  if (tone.oppose > tone.support || (tone.answers && tone.oppose >= tone.support)) return true;
  const isNext = anchor.sentence < statement.sentence && statement.sentence - anchor.sentence <= 1;
  return tone.support === 0 && (isNext || namesTarget(reading, statement, anchor));
}

function wordsOf(reading: Reading, statement: Statement): number {
  return reading.sentences
    .flatMap((sentence) => sentence.tokens)
    .filter((token) => token.start >= statement.start && token.end <= statement.end && token.upos !== 'PUNCT').length;
}

/**
 * "Canada dismissed the findings. "You can't dump what people are lining up to buy," she said.": a quotation right
 * beside a stance of its speaker's side goes on about the same target.
 * Regularity: in news a quotation elaborates on the sentence that introduces its speaker (the relation Elaboration of
 * Mann and Thompson 1988); it carries on his stance where its words have the same tone and name nobody else.
 */
export function positionsFromQuotes(
  reading: Reading,
  statements: readonly Statement[],
  drafts: readonly PositionDraft[],
  discourse: Discourse,
): PositionDraft[] {
  return statements.flatMap((statement) => {
    if (!isQuoted(statement) || wordsOf(reading, statement) < SHORTEST || isRead(statement, drafts)) return [];
    const anchor = discourse.anchor(reading, holderLevel(statement.speaker), statement, statement.sentence);
    if (!anchor || namesOthers(reading, statement, anchor.target!) || !goesOn(reading, statement, anchor)) return [];
    return [draft(reading, statement, anchor.target!, anchor.polarity, 'position.quote.elaboration', 0.45)];
  });
}

function draft(
  reading: Reading,
  statement: Statement,
  target: Entity,
  polarity: Polarity,
  rule: string,
  confidence: number,
): PositionDraft {
  const holder = holderLevel(statement.speaker);
  const { tokens } = reading.sentences[statement.sentence]!;
  return {
    holder,
    voicedBy: statement.speaker === holder ? null : statement.speaker,
    target,
    issue: null,
    statement,
    polarity,
    act: polarity === 'oppose' ? 'criticize' : 'praise',
    strength: 0.4,
    explicitness: 'explicit',
    evidence: { start: statement.start, end: statement.end },
    sentence: statement.sentence,
    predicate: tokens.find((token) => token.start >= statement.start)?.index ?? 0,
    confidence: confidence * statement.confidence,
    rule,
    frame: null,
    background: false,
  };
}
