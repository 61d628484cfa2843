import type { Statement } from '../attribution/types.ts';
import { sameSide } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom, actorsAt } from '../participants.ts';
import type { Quote } from '../quotes.ts';
import type { Reading } from '../reading.ts';
import { objects, subjects } from '../syntax/arguments.ts';
import { holderLevel, statementAround, voiceOf } from './holder.ts';
import { toneOf } from './tone.ts';
import type { PositionDraft } from './types.ts';

/** A quotation that stands behind a verb in its clause: the name that is given. */
function givenName(reading: Reading, sentence: number, verb: number): Quote | undefined {
  const tree = reading.tree(sentence);
  const { end } = tree.token(verb);
  const stop = reading.sentences[sentence]!.end;
  return reading.quotes.find(
    (quote) =>
      quote.open >= end && quote.close <= stop && quote.open - end < 80 && /^[\p{Ll}]/u.test(reading.text.slice(quote.start)),
  );
}

/**
 * "Bangkok called the Malaysian's comments "unhelpful"": a name of one's own for another side's doing.
 * Regularity: who puts a name in quotation marks on what the other side says or does seldom means it kindly;
 * where the words themselves judge, the evaluative reading goes first, this one only fills the gap, with low confidence.
 */
export function positionsFromNaming(reading: Reading, issues: Issues, statements: readonly Statement[]): PositionDraft[] {
  const found: PositionDraft[] = [];
  for (const sentence of reading.sentences) {
    const tree = reading.tree(sentence.index);
    for (const verb of sentence.tokens) {
      const lemma = verb.lemma.toLowerCase();
      const names = reading.isClass('naming-verb', lemma);
      if (verb.upos !== 'VERB' || (!names && !reading.isClass('describing-verb', lemma))) continue;
      const name = givenName(reading, sentence.index, verb.index);
      if (!name) continue;
      const tone = toneOf(reading, name);
      const kind = tone.support > tone.oppose;
      if (!names && !kind && tone.oppose === 0) continue;
      const around = statementAround(reading, statements, sentence.index, verb.index);
      const holders = subjects(tree, verb.index).flatMap((token) => actorsAt(reading, sentence.index, token, around?.speaker));
      for (const holder of holders) {
        const targets = objects(tree, verb.index)
          .flatMap((token) => {
            const direct = aboutWhom(reading, sentence.index, token, around?.speaker);
            return direct.length > 0 ? direct : issues.resolve(sentence.index, token);
          })
          .filter((one) => !sameSide(one.entity, holder.entity) && one.entity.type !== 'place');
        const level = holderLevel(holder.entity);
        for (const target of targets)
          found.push({
            holder: level,
            voicedBy: voiceOf(holder.entity, level, around),
            target: target.entity,
            issue: null,
            statement: around ?? null,
            polarity: kind ? 'support' : 'oppose',
            act: kind ? 'praise' : 'criticize',
            strength: 0.5,
            explicitness: reading.isHeadline(sentence.index) ? 'headline' : 'explicit',
            evidence: clauseEvidence(reading, sentence.index, verb.index, []),
            sentence: sentence.index,
            predicate: verb.index,
            confidence: 0.5,
            rule: 'position.naming',
            frame: null,
            background: false,
          });
      }
    }
  }
  return found;
}
