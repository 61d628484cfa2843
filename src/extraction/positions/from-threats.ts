import type { Statement } from '../attribution/types.ts';
import { clauseEvidence } from '../evidence.ts';
import type { Issues } from '../issues.ts';
import type { Reading } from '../reading.ts';
import { holderLevel } from './holder.ts';
import { conditionalThreats } from './threats.ts';
import type { PositionDraft } from './types.ts';

/** The stance of a conditional threat: against whoever the condition is put to. */
export function positionsFromThreats(reading: Reading, issues: Issues, statements: readonly Statement[]): PositionDraft[] {
  return conditionalThreats(reading, issues, statements).flatMap((threat) => {
    const holder = holderLevel(threat.statement.speaker);
    return threat.targets.map((target) => ({
      holder,
      voicedBy: threat.statement.speaker === holder ? null : threat.statement.speaker,
      target: target.entity,
      issue: reading.tree(threat.sentence).phrase(threat.condition),
      statement: threat.statement,
      polarity: 'oppose' as const,
      act: 'threaten' as const,
      strength: 0.7,
      explicitness: 'explicit' as const,
      evidence: clauseEvidence(reading, threat.sentence, threat.predicate, [threat.condition]),
      sentence: threat.sentence,
      predicate: threat.predicate,
      confidence: 0.65 * threat.statement.confidence,
      rule: 'position.threat.conditional',
      frame: null,
      background: false,
    }));
  });
}
