import type { Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { evaluationAt } from './evaluations.ts';

/** How words judge, without asking whom: counts of words of praise and of blame, a negation turning the word it stands over. */
export interface Tone {
  readonly support: number;
  readonly oppose: number;
  /** Words that take something up or speak to somebody ("that", "you", "such"): the words answer. */
  readonly answers: boolean;
}

const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'no',
  'never',
  'nothing',
  'nobody',
  'none',
  'neither',
  'nor',
]);

/** Tone of a stretch of text. Regularity: words of judgement add up, "not" turns the next within three words, a bare "not" objects. */
export function toneOf(reading: Reading, words: Span): Tone {
  let support = 0;
  let oppose = 0;
  let answers = false;
  for (const sentence of reading.sentences) {
    if (sentence.end <= words.start || sentence.start >= words.end) continue;
    let negated = -9;
    for (const token of sentence.tokens) {
      if (token.start < words.start || token.end > words.end) continue;
      if (NEGATIONS.has(low(token))) {
        negated = token.index;
        oppose += 0.5;
        continue;
      }
      if (reading.isClass('answering-word', low(token))) answers = true;
      const polarity = evaluationAt(reading, sentence.index, token.index)?.polarity;
      if (!polarity) continue;
      const turned = token.index - negated <= 3;
      if ((polarity === 'support') !== turned) support++;
      else oppose += turned ? 0.5 : 1;
    }
  }
  return { support, oppose, answers };
}
