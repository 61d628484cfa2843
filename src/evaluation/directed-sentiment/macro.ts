import { CLASSES, type SentimentClass } from './gold.ts';

/** An answer and what the gold says. */
export interface Answered {
  readonly gold: SentimentClass;
  readonly answer: SentimentClass;
}

/** Counts of one class. */
export interface ClassCounts {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export const countsOf = (answers: readonly Answered[], at: SentimentClass): ClassCounts => {
  let right = 0;
  let predicted = 0;
  let gold = 0;
  for (const one of answers) {
    if (one.answer === at) predicted++;
    if (one.gold === at) gold++;
    if (one.answer === at && one.gold === at) right++;
  }
  return { right, predicted, gold };
};

const f1 = ({ right, predicted, gold }: ClassCounts): number => (right === 0 ? 0 : (2 * right) / (predicted + gold));

/** Mean of the F1 scores of the five classes, each counting the same. */
export const macroF1 = (answers: readonly Answered[]): number =>
  CLASSES.reduce<number>((sum, at) => sum + f1(countsOf(answers, at)), 0) / CLASSES.length;
