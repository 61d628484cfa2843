import { DemarcheError } from '../../model/errors.ts';

/** What the first name of a directed pair holds of the second, in the order of the weights. */
export const STANCES = ['none', 'support', 'oppose'] as const;

/** What one unit of a trained weight is in the file. */
export const SCALE = 64;

/** Logarithms of the probabilities of none, support, oppose. */
export type StanceLogs = readonly [none: number, support: number, oppose: number];

/** Weights of a linear model: one whole number for each feature and stance. */
export class LinearModel {
  readonly #weights: ReadonlyMap<string, readonly number[]>;

  constructor(weights: ReadonlyMap<string, readonly number[]>) {
    this.#weights = weights;
  }

  /**
   * Reads `feature, then one weight a stance` lines (see data/models/directed-sentiment.md).
   * @throws DemarcheError kind `model` with file and line.
   */
  static parse(file: string, tsv: string): LinearModel {
    const weights = new Map<string, readonly number[]>();
    tsv.split('\n').forEach((row, i) => {
      if (row === '' || row.startsWith('#')) return;
      const [feature = '', ...cells] = row.split('\t');
      const values = cells.map(Number);
      if (values.length !== STANCES.length || !values.every(Number.isInteger))
        throw new DemarcheError('model', `a weight for each of the ${STANCES.length} stances is expected`, {
          location: { file, line: i + 1 },
          hint: 'train it again with scripts/train/directed-sentiment.ts',
        });
      weights.set(feature, values);
    });
    return new LinearModel(weights);
  }

  logs(features: Iterable<string>): StanceLogs {
    const sums = STANCES.map(() => 0);
    for (const feature of features)
      this.#weights.get(feature)?.forEach((value, at) => {
        sums[at]! += value / SCALE;
      });
    return logShares(sums);
  }
}

/** Logarithms of the shares that sums stand for (log-softmax). */
export function logShares(sums: readonly number[]): StanceLogs {
  const top = Math.max(...sums);
  const total = top + Math.log(sums.reduce((sum, value) => sum + Math.exp(value - top), 0));
  const [none = 0, support = 0, oppose = 0] = sums;
  return [none - total, support - total, oppose - total];
}
