import type { ExplainedMention, ExplainedSentence, Firing, NearMiss } from '../model/explanation.ts';
import type { ExtractedEvent, ExtractedPosition, ExtractedStatement } from '../model/extraction.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Reading } from './reader.ts';

/** How each sentence was read: its tree, who is mentioned, which rules fired, and which nearly did. */
export function explain({ extraction, sentences, nearly }: Reading): ExplainedSentence[] {
  const mentions: ExplainedMention[] = extraction.actors.flatMap(({ name, mentions: own }) =>
    own.map(({ start, end, kind, rule }) => ({ start, end, kind, rule, actor: name })),
  );
  const firings = [
    ...extraction.statements.map((one) => ({ at: one, firing: statement(one) })),
    ...extraction.positions.map((one) => ({ at: one.evidence, firing: position(one) })),
    ...extraction.events.map((one) => ({ at: one.evidence, firing: event(one) })),
  ];
  const startsIn = (sentence: Span, span: Span): boolean => sentence.start <= span.start && span.start < sentence.end;
  return sentences.map((sentence) => ({
    sentence,
    mentions: mentions.filter((one) => overlaps(one, sentence)).sort((a, b) => a.start - b.start || b.end - a.end),
    fired: firings.filter(({ at }) => startsIn(sentence, at)).map(({ firing }) => firing),
    nearly: distinct(nearly.filter((one) => one.sentence === sentence.index)),
    abstentions: extraction.abstentions.filter((one) => startsIn(sentence, one)),
  }));
}

function distinct(misses: readonly NearMiss[]): NearMiss[] {
  const seen = new Set<string>();
  return misses
    .filter(({ token, layer, rule, reason }) => {
      const key = [token, layer, rule, reason].join('\t');
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.token - b.token);
}

const statement = ({ id, speaker, voice, cue, rule, confidence }: ExtractedStatement): Firing => ({
  layer: 'statements',
  id,
  rule,
  frame: null,
  confidence,
  claim: `${speaker}, ${voice}${cue === null ? '' : `, “${cue}”`}`,
});

const position = ({ id, holder, polarity, target, act, rule, frame, confidence }: ExtractedPosition): Firing => ({
  layer: 'positions',
  id,
  rule,
  frame,
  confidence,
  claim: `${holder} ${{ support: 'supports', oppose: 'opposes', neutral: 'neutral on' }[polarity]} ${target ?? 'an issue'} (${act})`,
});

const event = ({ id, type, initiators, recipients, factuality, rule, frame, confidence }: ExtractedEvent): Firing => ({
  layer: 'events',
  id,
  rule,
  frame,
  confidence,
  claim: `${type} ${[initiators.join(', '), recipients.join(', ')].filter((part) => part !== '').join(' → ')} (${factuality})`,
});
