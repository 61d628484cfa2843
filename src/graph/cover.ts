import { solveInside } from './cover-interior.ts';
import { type Choice, type Cover, type CoverProblem, type PricedBound, pricedBound } from './cover-problem.ts';
import type { LinearProgram, LinearSolver, ProgramRow } from './solver.ts';

export interface CoverResult extends Choice {
  /** No choice costs less. Equal to the cost if that is proven to be least. */
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** Rows that were needed. */
  readonly rows: readonly Cover[];
  /** The best bound that prices gave, and what it says of single columns. */
  readonly priced: PricedBound;
}

/** Limits by steps: the result is the same on every machine. Only `expired`, if it is given, may go by a clock. */
export interface CoverLimits {
  /** Relaxations solved at corners (default 400). */
  readonly rounds?: number | undefined;
  /** Relaxations of large problems, by interior points (default 40). */
  readonly insideRounds?: number | undefined;
  /** Work in relaxations: pivots, each times the rows at the time, in millions (default 150). */
  readonly pivots?: number | undefined;
  /** Asked between steps: true once no more time may be spent (default: never). What is known by then is the result. */
  readonly expired?: (() => boolean) | undefined;
  /** A bound that is known otherwise: relaxations of large problems that stay far below it are given up. */
  readonly known?: number | undefined;
  /** Nodes of the search over whole numbers, made where the gap is small (default 2000); 0: only relaxations. */
  readonly nodes?: number | undefined;
}

/**
 * Solves a covering problem by cutting planes: relaxations with the rows found so far, the rows they violate added,
 * until none is violated; then, where the bound still falls short of the best choice, over whole numbers.
 *
 * Reference: G. Dantzig, R. Fulkerson and S. Johnson, Solution of a large-scale traveling-salesman problem, Journal
 * of the Operations Research Society of America 2 (1954) 393-410.
 */
export function solveCover(solver: LinearSolver, problem: CoverProblem, start: Choice, limits: CoverLimits = {}): CoverResult {
  const program = solver.open(problem.costs);
  try {
    return new CoverSearch(solver, program, problem, start).run(limits);
  } finally {
    program.close();
  }
}

export const coverRow = (columns: Cover): ProgramRow => ({ columns, lower: 1 });

/** Columns up to which the simplex method, which starts from the corner before, is faster than interior points. */
export const MOST_AT_CORNERS = 3000;

class CoverSearch {
  readonly #solver: LinearSolver;
  readonly #program: LinearProgram;
  readonly #problem: CoverProblem;
  readonly #whole: boolean;
  readonly #rows: Cover[] = [];
  #best: Choice;
  #bound = 0;
  #priced: PricedBound;
  #expired = (): boolean => false;

  constructor(solver: LinearSolver, program: LinearProgram, problem: CoverProblem, start: Choice) {
    this.#solver = solver;
    this.#program = program;
    this.#problem = problem;
    this.#best = start;
    this.#whole = problem.costs.every(Number.isInteger);
    this.#priced = pricedBound(problem.costs, [], []);
  }

  run(limits: CoverLimits): CoverResult {
    const { rounds = 400, nodes = 2000, pivots = 150 } = limits;
    this.#expired = limits.expired ?? (() => false);
    if (this.#problem.costs.length > MOST_AT_CORNERS) this.#relaxInside(limits);
    else {
      this.#relaxAtCorners(rounds, pivots * 1e6);
      if (nodes > 0 && !this.#proven() && this.#isClose()) this.#search(nodes);
    }
    return this.#result();
  }

  #relaxInside(limits: CoverLimits): void {
    const { best, priced, rows } = solveInside(this.#solver, this.#problem, this.#best, limits);
    this.#best = best;
    this.#priced = priced;
    this.#raise(priced.bound);
    this.#rows.push(...rows);
  }

  #relaxAtCorners(rounds: number, pivots: number): void {
    let work = pivots;
    this.#add(this.#problem.violated(new Float64Array(this.#problem.costs.length)));
    for (let round = 0; round < rounds && !this.#proven() && !this.#expired(); round++) {
      const relaxed = this.#program.relax(Math.min(1e9, Math.ceil(work / (this.#rows.length + 1))));
      if (relaxed === null) break;
      work -= relaxed.pivots * (this.#rows.length + 1);
      const priced = pricedBound(this.#problem.costs, this.#rows, relaxed.prices);
      if (priced.bound > this.#priced.bound) this.#priced = priced;
      this.#raise(priced.bound);
      this.#offer(this.#problem.round(relaxed.values));
      if (!relaxed.complete || work <= 0) return;
      const rows = this.#problem.violated(relaxed.values);
      if (rows.length === 0) return;
      this.#add(rows);
    }
  }

  #result(): CoverResult {
    const optimal = this.#proven();
    const lowerBound = optimal ? this.#best.cost : this.#bound;
    return { ...this.#best, optimal, lowerBound, rows: this.#rows, priced: this.#priced };
  }

  /** A search closes small gaps; on wide ones it would only spend its time. */
  #isClose(): boolean {
    const least = this.#problem.costs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return this.#best.cost - this.#bound <= Math.max(5 * least, 0.02 * this.#best.cost);
  }

  /** Over whole numbers, with rows added as long as a solution violates some. */
  #search(nodes: number): void {
    for (let left = nodes; left > 0 && !this.#proven() && !this.#expired(); ) {
      const found = this.#program.solve(left);
      left -= found.nodes + 1;
      this.#raise(found.bound);
      if (found.values === null) return;
      this.#offer(this.#problem.round(found.values));
      const rows = this.#problem.violated(found.values.map((value) => Math.round(value)));
      if (rows.length === 0 && !found.proven) return;
      this.#add(rows);
    }
  }

  #add(rows: readonly Cover[]): void {
    this.#rows.push(...rows);
    this.#program.addRows(rows.map(coverRow));
  }

  #offer(choice: Choice): void {
    if (choice.cost < this.#best.cost) this.#best = choice;
  }

  #raise(bound: number): void {
    const raised = this.#whole ? Math.ceil(bound - 1e-6) : bound;
    if (raised > this.#bound) this.#bound = raised;
  }

  #proven(): boolean {
    return this.#bound >= this.#best.cost - 1e-9 * Math.max(1, this.#best.cost);
  }
}
