import type { Statement } from '../attribution/types.ts';
import { sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import { aboutWhom } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { surfaceSubjects } from '../syntax/arguments.ts';
import { base, low } from '../syntax/tree.ts';
import type { Discourse } from './discourse.ts';
import { holderLevel } from './holder.ts';
import { toneOf } from './tone.ts';
import type { PositionDraft } from './types.ts';

/** What is said to be so or to have been so: no wish, question, future or command. */
function isAsserted(reading: Reading, sentence: number, verb: number): boolean {
  const tree = reading.tree(sentence);
  const token = tree.token(verb);
  if (token.upos !== 'VERB' || ['xcomp', 'acl', 'advcl'].includes(base(token))) return false;
  if (tree.dependents(verb, 'aux').some((child) => tree.token(child).xpos === 'MD')) return false;
  if (tree.dependents(verb, 'mark').some((child) => ['if', 'whether', 'unless'].includes(low(tree.token(child))))) return false;
  return !reading.isClass('harmless-verb', token.lemma.toLowerCase());
}

/**
 * "Oslo argues that Iceland takes more than its share", ""Ottawa picked this fight", the union said": what a party to a dispute
 * asserts its opponent does or did is held against him.
 * Regularity: argumentation has a direction (Anscombre and Ducrot 1983); between sides that have clashed in the article already,
 * or behind a verb of arguing, an assertion about the other side that does not praise it is a reproach.
 */
export function positionsFromAssertions(
  reading: Reading,
  statements: readonly Statement[],
  discourse: Discourse,
): PositionDraft[] {
  const found: PositionDraft[] = [];
  for (const statement of statements) {
    const holder = holderLevel(statement.speaker);
    const argues = statement.cue !== null && reading.isClass('arguing-verb', statement.cue.toLowerCase());
    for (const sentence of reading.sentences) {
      if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
      const tree = reading.tree(sentence.index);
      for (const token of sentence.tokens) {
        if (token.start < statement.start || token.end > statement.end || !isAsserted(reading, sentence.index, token.index))
          continue;
        const subjects = surfaceSubjects(tree, token.index).filter((subject) => tree.token(subject).start >= statement.start);
        const others = subjects
          .flatMap((subject) => aboutWhom(reading, sentence.index, subject, statement.speaker))
          .filter((one) => one.entity.type !== 'place' && !sameSide(one.entity, statement.speaker));
        const about = others.find((one) => argues || discourse.areAtOdds(holder, one.entity));
        if (!about) continue;
        const words = tree.spanOf(Math.max(tree.range(token.index).first, 0), tree.range(token.index).last);
        const tone = toneOf(reading, words);
        if (tone.support > tone.oppose) continue;
        found.push({
          holder,
          voicedBy: statement.speaker === holder ? null : statement.speaker,
          target: about.entity,
          issue: tree.phrase(token.index),
          statement,
          polarity: 'oppose',
          act: 'accuse',
          strength: 0.4,
          explicitness: 'explicit',
          evidence: clauseEvidence(
            reading,
            sentence.index,
            token.index,
            about.mention?.sentence === sentence.index ? [about.mention.head] : [],
          ),
          sentence: sentence.index,
          predicate: token.index,
          confidence: 0.45 * statement.confidence,
          rule: argues ? 'position.assertion.argued' : 'position.assertion.opponent',
          frame: null,
          background: false,
        });
      }
    }
  }
  return found;
}
