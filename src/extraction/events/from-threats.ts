import type { Statement } from '../attribution/types.ts';
import { clauseEvidence } from '../evidence.ts';
import type { Issues } from '../issues.ts';
import { conditionalThreats } from '../positions/threats.ts';
import type { Reading } from '../reading.ts';
import type { EventDraft } from './types.ts';

/** A conditional threat is an event of the type THREATEN when it is uttered. */
export function eventsFromThreats(reading: Reading, issues: Issues, statements: readonly Statement[]): EventDraft[] {
  return conditionalThreats(reading, issues, statements).map((threat) => ({
    type: 'THREATEN',
    mode: null,
    initiators: [threat.statement.speaker],
    recipients: [...new Set(threat.targets.map((target) => target.entity))],
    reciprocal: false,
    date: null,
    place: null,
    factuality: 'asserted',
    claimedIn: null,
    background: false,
    ongoing: false,
    evidence: clauseEvidence(reading, threat.sentence, threat.predicate, [threat.condition]),
    sentence: threat.sentence,
    predicate: threat.predicate,
    lemma: reading.tree(threat.sentence).token(threat.predicate).lemma.toLowerCase(),
    confidence: 0.6,
    rule: 'event.threat.conditional',
    frame: null,
  }));
}
