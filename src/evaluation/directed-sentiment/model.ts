import { DemarcheError } from '../../model/errors.ts';
import { CLASSES, type SentimentClass } from './gold.ts';

/** Scores of the five classes. */
export type ClassScores = readonly number[];

/** Weights of a linear model: one whole number for each feature and class. */
export class LinearModel {
  readonly #weights: ReadonlyMap<string, readonly number[]>;

  constructor(weights: ReadonlyMap<string, readonly number[]>) {
    this.#weights = weights;
  }

  /**
   * Reads `feature, then one weight a class` lines (see data/models/directed-sentiment.md).
   * @throws DemarcheError kind `model` with file and line.
   */
  static parse(file: string, tsv: string): LinearModel {
    const weights = new Map<string, readonly number[]>();
    tsv.split('\n').forEach((row, i) => {
      if (row === '' || row.startsWith('#')) return;
      const [feature = '', ...cells] = row.split('\t');
      const values = cells.map(Number);
      if (values.length !== CLASSES.length || !values.every(Number.isInteger))
        throw new DemarcheError('model', `a weight for each of the ${CLASSES.length} classes is expected`, {
          location: { file, line: i + 1 },
          hint: 'train it again with scripts/train/directed-sentiment.ts',
        });
      weights.set(feature, values);
    });
    return new LinearModel(weights);
  }

  scores(features: readonly string[]): ClassScores {
    const sums = CLASSES.map(() => 0);
    for (const feature of features) {
      const weights = this.#weights.get(feature);
      if (weights) for (const at of CLASSES) sums[at]! += weights[at]!;
    }
    return sums;
  }

  /** The class with the highest score; of equals the first. */
  best(features: readonly string[]): SentimentClass {
    const scores = this.scores(features);
    return CLASSES.reduce((best, at) => (scores[at]! > scores[best]! ? at : best), 0 as SentimentClass);
  }
}
