import type { Statement } from '../attribution/types.ts';
import { type Entity, sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import { aboutWhom } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { agents, isNegated, subjects, surfaceSubjects } from '../syntax/arguments.ts';
import { low, type SyntaxTree } from '../syntax/tree.ts';
import type { Discourse } from './discourse.ts';
import { holderLevel } from './holder.ts';
import type { PositionDraft } from './types.ts';

const ANAPHORS: ReadonlySet<string> = new Set(['that', 'this', 'it', 'these', 'those', 'they', 'all', 'none']);

/** "have not planted", "are not blocking", "did not attack": what is done or was, not what will or may be. */
function isFactual(tree: SyntaxTree, verb: number): boolean {
  const auxiliaries = tree.dependents(verb, 'aux', 'aux:pass').map((child) => tree.token(child));
  if (auxiliaries.some((one) => one.xpos === 'MD')) return false;
  return auxiliaries.some((one) => ['have', 'be'].includes(one.lemma) || low(one) === 'did') || tree.token(verb).xpos === 'VBD';
}

/** The speaker's own side, its things, or the forces said to have acted are what the clause is about. */
function isAboutOwnSide(reading: Reading, sentence: number, verb: number, speaker: Entity): boolean {
  const tree = reading.tree(sentence);
  const doers = [...subjects(tree, verb), ...surfaceSubjects(tree, verb), ...agents(tree, verb)];
  const sources = tree
    .dependents(verb, 'obl', 'advcl')
    .flatMap((child) => [child, ...tree.dependents(child, 'acl'), ...agents(tree, child)]);
  return [...doers, ...(doers.some((doer) => ownsIt(reading, sentence, doer, speaker)) ? [] : sources)].some((token) =>
    ownsIt(reading, sentence, token, speaker),
  );
}

const ownsIt = (reading: Reading, sentence: number, token: number, speaker: Entity): boolean =>
  aboutWhom(reading, sentence, token, speaker).some((one) => sameSide(one.entity, speaker));

/** "We have not planted a single mine": a negated act of one's own. */
const disowns = (reading: Reading, sentence: number, at: number, speaker: Entity): boolean => {
  const tree = reading.tree(sentence);
  const { upos, lemma } = tree.token(at);
  return (
    upos === 'VERB' &&
    isNegated(tree, at) &&
    !reading.isClass('undeniable-verb', lemma.toLowerCase()) &&
    isFactual(tree, at) &&
    isAboutOwnSide(reading, sentence, at, speaker)
  );
};

/** "That is not true", "the reports were baseless": what was said is false. */
function rebuts(reading: Reading, sentence: number, at: number): boolean {
  const tree = reading.tree(sentence);
  const word = tree.token(at);
  if (word.upos !== 'ADJ' && word.upos !== 'NOUN') return false;
  const negated = isNegated(tree, at);
  const isFalse = reading.isClass(negated ? 'truth-word' : 'falsity-word', word.lemma.toLowerCase());
  if (!isFalse) return false;
  return surfaceSubjects(tree, at).some(
    (subject) =>
      ANAPHORS.has(low(tree.token(subject))) || reading.isClass('issue.remark', tree.token(subject).lemma.toLowerCase()),
  );
}

/**
 * "Cambodia has not planted a single mine", "That's simply not true": a denial without a verb of denying.
 * Regularity: who says in reported words that his side did not do it, or that what was said is false, answers whoever last
 * accused or acted against his side (a rebuttal opposes the claimant, annotation guideline). Without such a one a
 * negated act is only news.
 */
export function positionsFromDenials(reading: Reading, statements: readonly Statement[], discourse: Discourse): PositionDraft[] {
  const found: PositionDraft[] = [];
  for (const statement of statements) {
    const holder = holderLevel(statement.speaker);
    for (const sentence of reading.sentences) {
      if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
      for (const token of sentence.tokens) {
        if (token.start < statement.start || token.end > statement.end) continue;
        const isRebuttal = rebuts(reading, sentence.index, token.index);
        if (!isRebuttal && !disowns(reading, sentence.index, token.index, statement.speaker)) continue;
        const at = { sentence: sentence.index, predicate: token.index };
        const target = discourse.challenger(holder, at) ?? (isRebuttal ? discourse.opponent(holder) : undefined);
        if (!target || sameSide(target, holder) || target.type === 'place') continue;
        found.push({
          holder,
          voicedBy: statement.speaker === holder ? null : statement.speaker,
          target,
          issue: null,
          statement,
          polarity: 'oppose',
          act: 'deny',
          strength: 0.5,
          explicitness: 'explicit',
          evidence: clauseEvidence(reading, sentence.index, token.index, []),
          ...at,
          confidence: (isRebuttal ? 0.55 : 0.5) * statement.confidence,
          rule: isRebuttal ? 'position.denial.claim' : 'position.denial.act',
          frame: null,
          background: false,
        });
      }
    }
  }
  return found;
}
