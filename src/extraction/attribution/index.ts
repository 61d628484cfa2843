import { contains, overlapLength } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { cueHits } from './cues.ts';
import { directStatements } from './direct.ts';
import { indirectStatements } from './indirect.ts';
import type { Statement } from './types.ts';
import { unquotedStatements } from './unquoted.ts';

/** Drops a statement whose words another one of the same speaker covers. */
function withoutCovered(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    (one, i) =>
      !statements.some((other, j) => {
        if (i === j || other.speaker !== one.speaker || !contains(other, one)) return false;
        const same = other.start === one.start && other.end === one.end;
        return same ? j < i : overlapLength(one, other) > 0 && other.voice !== 'indirect';
      }),
  );
}

/** Who says what in an article: indirect, mixed, direct and unquoted direct content, in text order. */
export function findStatements(reading: Reading): Statement[] {
  const hits = reading.sentences
    .filter((sentence) => !reading.isHeadline(sentence.index))
    .flatMap((sentence) => cueHits(reading, sentence.index));
  const unquoted = unquotedStatements(reading, hits);
  const taken = new Set(unquoted.map((one) => `${one.cueAt!.sentence}:${one.cueAt!.token}`));
  const indirect = indirectStatements(
    reading,
    hits.filter((hit) => !taken.has(`${hit.sentence}:${hit.token}`)),
  );
  const direct = directStatements(reading, hits, [...indirect, ...unquoted]);
  return withoutCovered([...unquoted, ...indirect, ...direct]).sort((a, b) => a.start - b.start || a.end - b.end);
}
