/** A row of a linear programme: `lower <= sum of coefficient * column <= upper`. */
export interface ProgramRow {
  readonly columns: readonly number[];
  /** Default: 1 for each column. */
  readonly coefficients?: readonly number[] | undefined;
  readonly lower: number;
  /** Default: none. */
  readonly upper?: number | undefined;
}

/** The best of a relaxation, or what was reached within the limit: then the prices still give a bound. */
export interface Relaxed {
  readonly complete: boolean;
  /** Steps of the simplex method. */
  readonly pivots: number;
  readonly values: Float64Array;
  /** Price of each row, in the order in which the rows were added. */
  readonly prices: Float64Array;
}

/** What a search over whole numbers came to. */
export interface Integral {
  /** Null where none was found within the limit. */
  readonly values: Float64Array | null;
  /** No solution costs less. */
  readonly bound: number;
  readonly proven: boolean;
  /** Nodes of the search tree. */
  readonly nodes: number;
}

/** A linear programme over columns between 0 and 1 that is kept in memory while rows are added to it. */
export interface LinearProgram {
  addRows(rows: readonly ProgramRow[]): void;
  setCosts(costs: readonly number[]): void;
  /** Fractions allowed; gives up after so many pivots. Null where there is no solution. */
  relax(maxPivots: number): Relaxed | null;
  /** Columns 0 or 1; gives up after so many nodes, never by the clock, so that results are the same everywhere. */
  solve(maxNodes: number): Integral;
  /** Gives its memory back. */
  close(): void;
}

/** A point of a relaxation, and the price of each row. */
export interface InteriorPoint {
  readonly values: Float64Array;
  readonly prices: Float64Array;
}

/** A linear programming package, handed in: the algorithms here know only this much of it. */
export interface LinearSolver {
  /** An empty programme that minimises the costs of its columns. */
  open(costs: readonly number[]): LinearProgram;
  /**
   * A point of least cost with fractions allowed, amid the best ones instead of at a corner, for columns between 0
   * and 1 of which each row holds at least 1 in sum. Null where none is found.
   *
   * @param precision by which the cost may be off, relative to it
   */
  inside(costs: readonly number[], rows: readonly (readonly number[])[], precision: number): InteriorPoint | null;
}
