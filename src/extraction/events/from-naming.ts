import type { Statement } from '../attribution/types.ts';
import { dateOf, isBackground } from '../background.ts';
import { type Entity, sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom, actorsAt } from '../participants.ts';
import { statementAround } from '../positions/holder.ts';
import type { Reading } from '../reading.ts';
import { scopeOf } from '../scope.ts';
import { objects, subjects } from '../syntax/arguments.ts';
import { fillers } from '../syntax/slots.ts';
import type { EventDraft } from './types.ts';

const POS: Readonly<Record<string, string>> = { VERB: 'V', NOUN: 'N', PROPN: 'N', ADJ: 'A' };

/** Tokens of the name that is given: the complement, and the quotation that opens right behind it. */
function nameGiven(reading: Reading, sentence: number, verb: number): { tokens: number[]; quoted: boolean } {
  const tree = reading.tree(sentence);
  const { end } = tree.token(verb);
  const quote = reading.quotes.find(
    (one) => one.open >= end && one.open - end < 80 && one.close <= reading.sentences[sentence]!.end,
  );
  const heads = [...fillers(tree, verb, 'as'), ...fillers(tree, verb, 'xcomp')];
  const tokens = tree.tokens.filter(
    (token) =>
      token.index > verb &&
      (heads.some((head) => tree.isAncestor(head, token.index)) ||
        (quote !== undefined && quote.start <= token.start && token.end <= quote.end)),
  );
  return { tokens: tokens.map((token) => token.index), quoted: quote !== undefined };
}

/** What the words of the name say: against, for, or nothing that a list knows. */
function verdict(reading: Reading, sentence: number, tokens: readonly number[]): 'oppose' | 'support' | null {
  const tree = reading.tree(sentence);
  const found = tokens.flatMap((at) => {
    const token = tree.token(at);
    const pos = POS[token.upos];
    const entry = pos ? reading.lexicon.evaluations.get(`${token.lemma.toLowerCase()}/${pos}`) : undefined;
    return entry ? [entry.polarity] : [];
  });
  return found.includes('oppose') ? 'oppose' : found.includes('support') ? 'support' : null;
}

/**
 * "called the comments "unhelpful"", "described the remarks as regrettable": who gives another side's doing a bad name accuses.
 * Regularity: the words of the name judge; where no list knows them, quotation marks behind a verb of naming keep
 * the reporter at a distance from an unkind word.
 */
export function eventsFromNaming(reading: Reading, issues: Issues, statements: readonly Statement[]): EventDraft[] {
  const found: EventDraft[] = [];
  for (const sentence of reading.sentences) {
    if (reading.isHeadline(sentence.index)) continue;
    const tree = reading.tree(sentence.index);
    for (const { index: verb, lemma, upos } of sentence.tokens) {
      const names = upos === 'VERB' && reading.isClass('naming-verb', lemma.toLowerCase());
      const describes = upos === 'VERB' && reading.isClass('describing-verb', lemma.toLowerCase());
      if (!names && !describes) continue;
      const name = nameGiven(reading, sentence.index, verb);
      const judged = verdict(reading, sentence.index, name.tokens);
      if (judged !== 'oppose' && !(names && name.quoted && judged === null)) continue;
      const scope = scopeOf(reading, sentence.index, verb);
      if (scope.negated || scope.ceased || scope.question || scope.possible) continue;
      const around = statementAround(reading, statements, sentence.index, verb);
      if (around && reading.quoteAt(tree.token(verb))) continue;
      const initiators = distinct(
        subjects(tree, verb).flatMap((token) =>
          actorsAt(reading, sentence.index, token, around?.speaker).map((one) => one.entity),
        ),
      );
      const first = initiators[0];
      if (!first) continue;
      const recipients = distinct(
        objects(tree, verb).flatMap((token) => {
          const direct = aboutWhom(reading, sentence.index, token, around?.speaker);
          return (direct.length > 0 ? direct : issues.resolve(sentence.index, token)).map((one) => one.entity);
        }),
      ).filter((one) => !sameSide(one, first));
      if (recipients.length === 0 && judged === null) continue;
      found.push({
        type: 'ACCUSE',
        mode: null,
        initiators,
        recipients,
        reciprocal: false,
        date: dateOf(reading, sentence.index, verb) ?? null,
        place: null,
        factuality: 'asserted',
        claimedIn: null,
        background: isBackground(reading, sentence.index, verb),
        ongoing: false,
        evidence: clauseEvidence(reading, sentence.index, verb, []),
        sentence: sentence.index,
        predicate: verb,
        lemma: lemma.toLowerCase(),
        confidence: judged === null ? 0.5 : 0.65,
        rule: 'event.naming',
        frame: null,
      });
    }
  }
  return found;
}

const distinct = (entities: readonly Entity[]): Entity[] => [...new Set(entities.filter((one) => one.type !== 'place'))];
