import type { Statement } from '../attribution/types.ts';
import { sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { isNegated, surfaceSubjects } from '../syntax/arguments.ts';
import { low } from '../syntax/tree.ts';
import { holderLevel } from './holder.ts';
import type { PositionDraft } from './types.ts';

/**
 * "The alliance must not use …", "Tel Aviv should withdraw": a speaker's demand on an actor.
 * Regularity: a modal of obligation in attributed content whose subject is an actor of another side;
 * negated it asks to desist, otherwise to change something, both against what the actor does.
 */
export function positionsFromDemands(reading: Reading, issues: Issues, statements: readonly Statement[]): PositionDraft[] {
  const found: PositionDraft[] = [];
  for (const statement of statements) {
    const holder = holderLevel(statement.speaker);
    for (const sentence of reading.sentences) {
      if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
      const tree = reading.tree(sentence.index);
      for (const modal of sentence.tokens) {
        if (
          !reading.isClass('obligation', low(modal)) ||
          modal.head < 0 ||
          modal.start < statement.start ||
          modal.end > statement.end
        )
          continue;
        if (modal.index === 0 || (low(modal) === 'should' && modal.index < (tree.dependents(modal.head, 'nsubj')[0] ?? 0)))
          continue;
        const negated = isNegated(tree, modal.head);
        const passive = tree.dependents(modal.head, 'aux:pass').length > 0;
        for (const subject of surfaceSubjects(tree, modal.head)) {
          const direct = aboutWhom(reading, sentence.index, subject, statement.speaker);
          const about = direct.length > 0 ? direct : passive || negated ? issues.resolve(sentence.index, subject) : [];
          for (const one of about) {
            if (sameSide(one.entity, statement.speaker) || one.entity.type === 'place') continue;
            found.push({
              holder,
              voicedBy: statement.speaker === holder ? null : statement.speaker,
              target: one.entity,
              issue: tree.phrase(modal.head),
              statement,
              polarity: 'oppose',
              act: 'demand',
              strength: low(modal) === 'must' ? 0.7 : 0.5,
              explicitness: 'explicit',
              evidence: clauseEvidence(reading, sentence.index, modal.head, [subject]),
              sentence: sentence.index,
              predicate: modal.head,
              confidence: (negated ? 0.8 : 0.65) * statement.confidence,
              rule: negated ? 'position.demand.desist' : 'position.demand.act',
              frame: null,
              background: false,
            });
          }
        }
      }
    }
  }
  return found;
}
