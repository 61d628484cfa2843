import type { Statement } from '../attribution/types.ts';
import { clauseEvidence } from '../evidence.ts';
import { framesAt } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { conditionalThreats } from '../positions/threats.ts';
import type { Reading } from '../reading.ts';
import type { EventDraft } from './types.ts';

const FRIENDLY: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);

/** "it would chair talks if it were asked": what helps the other side is a promise. */
const isPromise = (reading: Reading, sentence: number, predicate: number): boolean =>
  framesAt(reading, sentence, predicate).some(({ plover }) => plover !== null && FRIENDLY.has(plover));

/** A conditional threat is an event of the type THREATEN when it is uttered. */
export function eventsFromThreats(reading: Reading, issues: Issues, statements: readonly Statement[]): EventDraft[] {
  const threats = conditionalThreats(reading, issues, statements).filter(
    ({ sentence, predicate }) => !isPromise(reading, sentence, predicate),
  );
  return threats.map((threat) => ({
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
