import type { Span } from '../../model/span.ts';
import type { Statement } from '../attribution/types.ts';
import { type Entity, sameSide } from '../entities.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom, actorsAt, type Participant } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { objects, surfaceSubjects } from '../syntax/arguments.ts';
import { base, low } from '../syntax/tree.ts';

/** A condition on what somebody else does, and what the speaker would do then. */
export interface ConditionalThreat {
  readonly sentence: number;
  readonly statement: Statement;
  /** Predicate of the consequence. */
  readonly predicate: number;
  readonly condition: number;
  /** Empty where the condition names nobody. */
  readonly targets: readonly Participant[];
}

const FUTURE = new Set(['will', 'would', 'shall', "'ll", '’ll']);

const isCondition = (reading: Reading, sentence: number, clause: number): boolean => {
  const tree = reading.tree(sentence);
  const { first } = tree.range(clause);
  const opener = [first, first + 1].some(
    (at) => tree.tokens[at] && reading.isClass('conditional-mark', low(tree.token(at))) && at < clause,
  );
  return (
    opener &&
    tree.dependents(clause, 'mark', 'aux', 'advmod').some((child) => reading.isClass('conditional-mark', low(tree.token(child))))
  );
};

/** The speaker's own side does, or will have to do, what the consequence says; or there will be consequences. */
function isOwnAct(reading: Reading, sentence: number, predicate: number, speaker: Entity): boolean {
  const tree = reading.tree(sentence);
  const future = tree.dependents(predicate, 'aux').some((child) => FUTURE.has(low(tree.token(child))));
  const looms = [...surfaceSubjects(tree, predicate), ...objects(tree, predicate)].some((token) =>
    reading.isClass('consequence-noun', tree.token(token).lemma.toLowerCase()),
  );
  return (
    future &&
    (looms ||
      surfaceSubjects(tree, predicate).some((token) =>
        actorsAt(reading, sentence, token, speaker).some((one) => sameSide(one.entity, speaker)),
      ))
  );
}

/** Owners of what the condition names: its actors, its issues, else whoever the news is about. */
function conditioned(reading: Reading, issues: Issues, sentence: number, clause: number, speaker: Entity): Participant[] {
  const tree = reading.tree(sentence);
  const told = tree.dependents(clause, 'ccomp').flatMap((child) => surfaceSubjects(tree, child));
  const tokens = [...surfaceSubjects(tree, clause), ...objects(tree, clause), ...told];
  const found = tokens.flatMap((token) => {
    const direct = isThing(tree.token(token)) ? [] : aboutWhom(reading, sentence, token, speaker);
    return direct.length > 0 ? direct : issues.resolve(sentence, token);
  });
  return found.filter((one) => !sameSide(one.entity, speaker) && one.entity.type !== 'place');
}

/** "if it became law": a neuter pronoun in a condition takes up an issue, not an actor. */
const isThing = (token: { form: string }): boolean => ['it', 'this', 'that', 'they'].includes(token.form.toLowerCase());

/** The clause a condition belongs to, whichever of the two the parser made the head. */
function consequence(reading: Reading, sentence: number, clause: number): number[] {
  const tree = reading.tree(sentence);
  const token = tree.token(clause);
  const above = ['advcl', 'parataxis'].includes(base(token)) && token.head >= 0 ? [token.head] : [];
  const beside = tree.dependents(clause, 'ccomp', 'parataxis', 'conj');
  return [
    ...above,
    ...above.flatMap((head) => tree.dependents(head, 'ccomp').flatMap((child) => tree.conjuncts(child))),
    ...beside,
  ];
}

const isSaid = (statement: Statement, token: Span): boolean => statement.start <= token.start && token.end <= statement.end;

/**
 * "Should the drills continue, we would …", "If Europe does not …, Brussels will …" in somebody's words.
 * Regularity: a condition on another side with a future act of one's own as its consequence is a threat,
 * unless the act is a friendly one (Schelling 1960 tells threats from promises by what the other loses).
 */
export function conditionalThreats(reading: Reading, issues: Issues, statements: readonly Statement[]): ConditionalThreat[] {
  const found: ConditionalThreat[] = [];
  for (const statement of statements)
    for (const sentence of reading.sentences) {
      if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
      const tree = reading.tree(sentence.index);
      for (const token of sentence.tokens) {
        if (!isCondition(reading, sentence.index, token.index)) continue;
        const act = consequence(reading, sentence.index, token.index).find(
          (head) => isSaid(statement, tree.token(head)) && isOwnAct(reading, sentence.index, head, statement.speaker),
        );
        if (act === undefined || reading.isClass('friendly-outcome', tree.token(act).lemma.toLowerCase())) continue;
        const targets = conditioned(reading, issues, sentence.index, token.index, statement.speaker);
        found.push({ sentence: sentence.index, statement, predicate: act, condition: token.index, targets });
      }
    }
  return found;
}
