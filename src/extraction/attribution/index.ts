import { contains, overlapLength } from '../../model/span.ts';
import { type Entity, sameSide } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { cueHits } from './cues.ts';
import { directReports } from './direct.ts';
import { indirectReports } from './indirect.ts';
import { interviewStatements } from './interview.ts';
import { labelStatements } from './labels.ts';
import { releaseStatements } from './releases.ts';
import type { CueHit } from './types.ts';
import { isStatement, type Report, type Statement } from './types.ts';
import { unquotedReports } from './unquoted.ts';
import { withVia } from './via.ts';

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

/** A reporting clause that follows what another one reports. */
const isOuterReport = (one: Statement, inner: Statement): boolean =>
  one.rule === 'attribution.parataxis' ||
  (one.rule === 'attribution.complement' &&
    one.cueAt !== null &&
    inner.cueAt !== null &&
    one.cueAt.token > inner.cueAt.token &&
    one.cueAt.sentence === inner.cueAt.sentence);

/** "Peru accused …, Foreign Minister X said": an official of no stated country behind what a state says. */
const isOfficialOf = (person: Entity, side: Entity): boolean =>
  person.type === 'person' &&
  (person.affiliation === null || person.affiliationInferred) &&
  side.type === 'state' &&
  (person.title?.represents === 'state' || person.title?.represents === 'body');

function speaksFor(person: Entity, side: Entity): void {
  if (!isOfficialOf(person, side)) return;
  person.affiliation = side;
  person.affiliationInferred = true;
}

/**
 * "Russia warned that …, Deputy Foreign Minister X said": one content with two reporting clauses of the same side.
 * The person who utters it is the speaker, for the side the other clause names.
 */
function withNearestSpeaker(statements: readonly Statement[]): Statement[] {
  const outer = new Map<Statement, Statement>();
  for (const inner of statements)
    for (const one of statements)
      if (
        one !== inner &&
        isOuterReport(one, inner) &&
        contains(one, inner) &&
        one.sentence === inner.sentence &&
        one.speaker !== inner.speaker &&
        (one.speaker.type === 'person' || inner.speaker.type !== 'person') &&
        (sameSide(one.speaker, inner.speaker) || isOfficialOf(one.speaker, inner.speaker))
      )
        outer.set(inner, one);
  for (const [inner, one] of outer) speaksFor(one.speaker, inner.speaker);
  const swallowed = new Set(outer.values());
  const floor = (one: Report): Statement | undefined => {
    for (let at: Report | null = one; at; at = at.carriesOn) {
      const report = outer.get(at as Statement);
      if (report) return report;
    }
    return undefined;
  };
  return statements
    .filter((one) => !swallowed.has(one))
    .map((one) => {
      const report = floor(one);
      return report
        ? {
            ...one,
            speaker: report.speaker,
            speakerMention: report.speakerMention,
            rule: outer.has(one) ? 'attribution.double' : one.rule,
          }
        : one;
    });
}

/** What the reporting words of an article report, by sources of any kind: unquoted direct, indirect and direct. */
export function reportsOf(reading: Reading, hits: readonly CueHit[]): Report[] {
  const unquoted = unquotedReports(reading, hits);
  const taken = new Set(unquoted.map((one) => `${one.cueAt!.sentence}:${one.cueAt!.token}`));
  const indirect = indirectReports(
    reading,
    hits.filter((hit) => !taken.has(`${hit.sentence}:${hit.token}`)),
  );
  const direct = directReports(reading, hits, [...indirect, ...unquoted]);
  return [...unquoted, ...indirect, ...direct];
}

/** Who says what in an article: the reports whose source is an actor, in text order. */
export function findStatements(reading: Reading): Statement[] {
  const hits = reading.sentences
    .filter((sentence) => !reading.isHeadline(sentence.index))
    .flatMap((sentence) => cueHits(reading, sentence.index));
  const reports = reportsOf(reading, hits);
  for (const { source, sentence, rule } of reports.filter((one) => !isStatement(one)))
    reading.miss(sentence, source?.token ?? 0, 'attribution', rule, () =>
      source ? `its source (“${reading.tree(source.sentence).token(source.token).form}”) is no actor` : 'no source',
    );
  const statements = withNearestSpeaker(reports.filter(isStatement));
  const spoken = [...statements, ...labelStatements(reading), ...interviewStatements(reading)];
  const all = withoutCovered([...spoken, ...releaseStatements(reading, spoken)]);
  return withVia(reading, all).sort((a, b) => a.start - b.start || a.end - b.end);
}
