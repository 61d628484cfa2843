/** A set of columns of which at least one must be chosen. */
export type Cover = readonly number[];

/** A covering problem whose rows are too many to be listed: they are asked for where they are violated. */
export interface CoverProblem {
  /** Cost of each column; greater than 0. */
  readonly costs: readonly number[];
  /** Rows that the values violate; for whole values it must find one if there is one. */
  readonly violated: (values: ArrayLike<number>) => Cover[];
  /** So many rows that share a column are worth having at once (default: all). */
  readonly rowsPerColumn?: number | undefined;
  /** A solution near the values of a relaxation: its cost, and the columns chosen. */
  readonly round: (values: ArrayLike<number>) => Choice;
}

/** Columns chosen and what they cost. */
export interface Choice {
  readonly cost: number;
  readonly columns: readonly number[];
}

/** A bound on the cost of any choice, and on that of choices with or without a column. */
export interface PricedBound {
  readonly bound: number;
  /** For each column: choices that have it cost no less. */
  readonly having: Float64Array;
  /** For each column: choices that lack it cost no less. */
  readonly lacking: Float64Array;
}

/**
 * Bounds from the prices of the rows that hold whatever the solver's tolerances: for any prices not below 0 no choice
 * costs less than their sum less what they overcharge single columns (weak duality). A column that is charged less
 * than it costs makes a choice that has it dearer by the difference; one overcharged, a choice that lacks it (fixing
 * by reduced costs).
 */
export function pricedBound(costs: readonly number[], rows: readonly Cover[], prices: ArrayLike<number>): PricedBound {
  const charged = new Float64Array(costs.length);
  let bound = 0;
  for (const [r, columns] of rows.entries()) {
    const price = Math.max(0, prices[r]!);
    bound += price;
    for (const column of columns) charged[column]! += price;
  }
  const spare = Float64Array.from(costs, (cost, column) => cost - charged[column]!);
  for (const over of spare) bound += Math.min(0, over);
  return {
    bound,
    having: spare.map((value) => bound + Math.max(0, value)),
    lacking: spare.map((value) => bound + Math.max(0, -value)),
  };
}

/** With whole costs a bound above the next smaller one proves. */
export const isProven = (cost: number, bound: number, costs: readonly number[]): boolean =>
  (costs.every(Number.isInteger) ? Math.ceil(bound - 1e-6) : bound) >= cost - 1e-9 * Math.max(1, cost);
