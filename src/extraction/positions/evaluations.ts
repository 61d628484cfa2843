import type { Evaluation } from '../../lexicon/types.ts';
import type { SpeechAct } from '../../model/extraction.ts';
import type { Statement } from '../attribution/types.ts';
import { type Entity, rollUp, sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import { framesAt } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom, ownersOf, type Participant } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { scopeOf } from '../scope.ts';
import { subjects, surfaceSubjects } from '../syntax/arguments.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';
import { holderLevel } from './holder.ts';
import type { PositionDraft } from './types.ts';

const POS: Readonly<Record<string, string>> = { VERB: 'V', NOUN: 'N', PROPN: 'N', ADJ: 'A' };

export function evaluationAt(reading: Reading, sentence: number, token: number): Evaluation | undefined {
  const word = reading.tree(sentence).token(token);
  const pos = POS[word.upos];
  const name = reading.covering(sentence, token);
  if (isNamePart(reading, sentence, token)) return undefined;
  if (!pos || (name && name.kind !== 'description' && name.kind !== 'office')) return undefined;
  if (pos === 'V' && isNeglect(reading, sentence, token)) return DUTY;
  return (
    reading.lexicon.evaluations.get(`${word.lemma.toLowerCase()}/${pos}`) ??
    reading.lexicon.evaluations.get(`${low(word)}/${pos}`)
  );
}

/** "the Democratic nominee": a capital inside a sentence makes a name of an adjective. */
function isNamePart(reading: Reading, sentence: number, token: number): boolean {
  const tree = reading.tree(sentence);
  const before = tree.tokens[token - 1];
  return before !== undefined && /^\p{Lu}\p{Ll}/u.test(tree.token(token).form) && /^[\p{L}\p{N},]/u.test(before.form);
}

/** What is owed and was not done ("has not consulted", "failed to comply"): a benefit that the negation turns into a reproach. */
const DUTY: Evaluation = { lemma: '', pos: 'V', polarity: 'support', strength: 0.4, kind: 'benefit' };

const isNeglect = (reading: Reading, sentence: number, token: number): boolean =>
  reading.isClass('duty-verb', reading.tree(sentence).token(token).lemma.toLowerCase()) &&
  scopeOf(reading, sentence, token).negated;

/** The predicate an evaluative word is part of: itself, or the verb it complements ("lead to escalation", "be a threat"). */
function carrier(tree: SyntaxTree, token: number): number {
  const word = tree.token(token);
  if (word.upos === 'VERB' || tree.dependents(token, 'cop').length > 0) return token;
  const relation = base(word);
  if (word.head >= 0 && ['obj', 'obl', 'xcomp', 'conj', 'advmod', 'amod', 'nmod', 'compound'].includes(relation))
    return relation === 'conj' || relation === 'amod' || relation === 'compound' || relation === 'nmod'
      ? carrier(tree, word.head)
      : word.head;
  return token;
}

/** The naming verbs: "described the remarks as regrettable", "called the text a costume". */
function namedObject(tree: SyntaxTree, token: number): number[] {
  for (let at = token, steps = 0; steps < 4; steps++) {
    const word = tree.token(at);
    if (word.head < 0) return [];
    const asPhrase = tree.dependents(at, 'case', 'mark').some((mark) => low(tree.token(mark)) === 'as');
    if (asPhrase || base(word) === 'xcomp') {
      const own = tree.exactly(word.head, 'obj');
      if (own.length > 0) return own;
      if (asPhrase && tree.token(word.head).upos === 'NOUN') return [word.head];
    }
    at = word.head;
  }
  return [];
}

/** "NATO's advance", "the unity of the bloc": a good quality that is owned is named, not praised; only predicated it is. */
function isMerit(reading: Reading, sentence: number, token: number): boolean {
  const evaluation = evaluationAt(reading, sentence, token);
  return evaluation?.kind === 'quality' && evaluation.polarity === 'support';
}

const GOVERNED: ReadonlySet<string> = new Set(['obj', 'obl', 'nmod', 'conj', 'compound']);

/** In the object or complement of a verb of doing: "commit a crime", "lead to a lasting peace", "put a region at risk". */
function isDone(reading: Reading, sentence: number, token: number): boolean {
  const tree = reading.tree(sentence);
  let { head } = tree.token(token);
  for (let steps = 0; steps < 2 && head >= 0 && tree.token(head).upos === 'NOUN' && GOVERNED.has(base(tree.token(head))); steps++)
    head = tree.token(head).head;
  const verb = head >= 0 ? tree.token(head) : undefined;
  return verb?.upos === 'VERB' && reading.isClass('doing-verb', verb.lemma.toLowerCase());
}

/** Said of somebody rather than naming something: a verb, a predicate, or what modifies one ("is a good man"). */
function isPredicative(reading: Reading, sentence: number, token: number): boolean {
  const tree = reading.tree(sentence);
  const word = tree.token(token);
  if (base(word) === 'amod' && word.head >= 0 && word.head !== token)
    return isPredicative(reading, sentence, word.head) || isDone(reading, sentence, word.head);
  return !['NOUN', 'PROPN'].includes(word.upos) || tree.dependents(token, 'cop').length > 0 || base(word) === 'xcomp';
}

/** "avoid the chaos", "years of partisanship": a noun that the subject neither is nor does says nothing about the subject. */
const isMentioned = (reading: Reading, sentence: number, token: number): boolean =>
  GOVERNED.has(base(reading.tree(sentence).token(token))) &&
  !isPredicative(reading, sentence, token) &&
  !isDone(reading, sentence, token);

/** Whom an evaluative word is about: the subject it is predicated of, the noun it modifies, the doer of the harm or good it names. */
function evaluated(reading: Reading, issues: Issues, sentence: number, token: number, speaker: Entity): Participant[] {
  const tree = reading.tree(sentence);
  const about = (i: number): Participant[] => {
    const direct = aboutWhom(reading, sentence, i, speaker);
    return direct.length > 0 ? direct : issues.resolve(sentence, i);
  };
  const named = namedObject(tree, token).flatMap(about);
  if (named.length > 0) return named;
  const word = tree.token(token);
  if (isMerit(reading, sentence, token) && !isPredicative(reading, sentence, token)) return [];
  if (word.upos === 'NOUN') {
    const owners = ownersOf(reading, sentence, token, speaker);
    if (owners.length > 0) return owners;
    if (isMentioned(reading, sentence, token)) return [];
  }
  if (base(word) === 'amod' && word.head >= 0) {
    const modified = about(word.head);
    if (modified.length > 0) return modified;
  }
  const predicate = carrier(tree, token);
  const clause = clausalSubject(tree, predicate);
  if (clause !== undefined) return clauseAbout(reading, sentence, clause, speaker, about);
  const doers = subjects(tree, predicate).length > 0 ? subjects(tree, predicate) : surfaceSubjects(tree, predicate);
  return doers.flatMap(about);
}

/** "It is regrettable that …": the clause is what the predicate judges. */
const clausalSubject = (tree: SyntaxTree, predicate: number): number | undefined =>
  tree.dependents(predicate, 'expl').length > 0 ||
  tree.dependents(predicate, 'nsubj').some((child) => low(tree.token(child)) === 'it')
    ? (tree.dependents(predicate, 'csubj', 'ccomp')[0] ?? tree.dependents(predicate, 'advcl')[0])
    : tree.dependents(predicate, 'csubj')[0];

function clauseAbout(
  reading: Reading,
  sentence: number,
  clause: number,
  speaker: Entity,
  about: (token: number) => Participant[],
): Participant[] {
  const tree = reading.tree(sentence);
  const doers = subjects(tree, clause);
  const found = (doers.length > 0 ? doers : surfaceSubjects(tree, clause)).flatMap(about);
  return found.filter((one) => !sameSide(one.entity, speaker));
}

/** Harm that is done is an accusation; a harmful state ("a risk") is criticised. */
function actFor(
  reading: Reading,
  sentence: number,
  token: number,
  evaluation: Evaluation,
  polarity: 'support' | 'oppose',
): SpeechAct {
  if (polarity === 'support') return 'praise';
  const isDeed =
    reading.tree(sentence).token(token).upos !== 'NOUN' ||
    framesAt(reading, sentence, token).some((frame) => frame.plover !== null);
  return isDeed && (evaluation.kind === 'harm' || reading.tree(sentence).token(token).upos === 'NOUN') ? 'accuse' : 'criticize';
}

function draft(
  reading: Reading,
  statement: Statement,
  sentence: number,
  token: number,
  evaluation: Evaluation,
  about: Participant,
): PositionDraft | undefined {
  const tree = reading.tree(sentence);
  const predicate = carrier(tree, token);
  const scope = scopeOf(reading, sentence, predicate);
  if (scope.question || scope.conditional) return undefined;
  const flipped = scope.negated !== scope.ceased;
  if (flipped && evaluation.polarity === 'oppose') return undefined;
  const polarity = flipped ? 'oppose' : evaluation.polarity;
  const holder = holderLevel(statement.speaker);
  return {
    holder,
    voicedBy: statement.speaker === holder ? null : statement.speaker,
    target: about.entity,
    issue: tree.phrase(predicate),
    statement,
    polarity,
    act: actFor(reading, sentence, token, evaluation, polarity),
    strength: evaluation.strength,
    explicitness: 'explicit',
    evidence: clauseEvidence(reading, sentence, predicate, [
      token,
      ...(about.mention?.sentence === sentence ? [about.mention.head] : []),
    ]),
    sentence,
    predicate: token,
    confidence: 0.65 * statement.confidence * (about.via === 'self' ? 1 : 0.9) * (flipped ? 0.85 : 1),
    rule: flipped ? 'position.evaluation.negated' : `position.evaluation.${evaluation.kind}`,
    frame: null,
    background: false,
  };
}

/**
 * What a speaker says in reported words is his stance towards the actors he says it of.
 * Regularity: an evaluative word predicated of an actor, or of something of the actor's, inside attributed content
 * (the "attitude holder" reading of Wiebe, Wilson and Cardie 2005).
 */
export function positionsFromEvaluations(reading: Reading, issues: Issues, statements: readonly Statement[]): PositionDraft[] {
  const found: PositionDraft[] = [];
  for (const statement of statements) {
    if (!rollUp(statement.speaker) && statement.speaker.type !== 'person') continue;
    for (const sentence of reading.sentences) {
      if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
      for (const token of sentence.tokens) {
        if (token.start < statement.start || token.end > statement.end) continue;
        const evaluation = evaluationAt(reading, sentence.index, token.index);
        if (!evaluation) continue;
        const abouts = evaluated(reading, issues, sentence.index, token.index, statement.speaker);
        if (abouts.length === 0)
          reading.miss(
            sentence.index,
            token.index,
            'positions',
            `position.evaluation.${evaluation.kind}`,
            () => 'said of no known actor',
          );
        for (const about of abouts) {
          if (sameSide(about.entity, statement.speaker) || about.entity.type === 'place') continue;
          const one = draft(reading, statement, sentence.index, token.index, evaluation, about);
          if (one) found.push(one);
        }
      }
    }
  }
  return found;
}
