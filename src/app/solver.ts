import type { Highs, Model, ModelData } from 'highs';
import type { Integral, InteriorPoint, LinearProgram, LinearSolver, ProgramRow, Relaxed } from '../graph/index.ts';

let loaded: Promise<Highs> | undefined;

/**
 * HiGHS (Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical Programming
 * Computation 10 (2018) 119-142) as the solver that graph/ asks for. Loaded once, and only when it is needed.
 *
 * @param secondsLeft no step may take longer; asked before each (default: without end)
 */
export async function linearSolver(secondsLeft: () => number = () => Number.POSITIVE_INFINITY): Promise<LinearSolver> {
  // The package's types are those of its CommonJS build.
  loaded ??= import('highs').then((module) => (module.default as unknown as (typeof module)['default']['default'])());
  const highs = await loaded;
  return {
    open: (costs) => new HighsProgram(highs, costs, secondsLeft),
    inside: (costs, rows, precision) => insidePoint(highs, costs, rows, precision, secondsLeft),
  };
}

/** Of a run that starts afresh. The solver counts the seconds of a model from its first run. */
const timeLimit = (secondsLeft: () => number): number => Math.max(0.1, Math.min(1e9, secondsLeft()));

/** The package runs in one thread; with a fixed seed: the same steps on every machine. */
const OPTIONS = { output_flag: false, random_seed: 0 } as const;
const SEARCH = { mip_rel_gap: 0, mip_abs_gap: 1e-6 } as const;

/** The method takes 15 to 40 steps. Presolving drops rows and, without crossover, gives none of their prices back. */
const INTERIOR = { solver: 'ipm', presolve: 'off', run_crossover: 'off', ipm_iteration_limit: 200 } as const;

function insidePoint(
  highs: Highs,
  costs: readonly number[],
  rows: readonly (readonly number[])[],
  precision: number,
  secondsLeft: () => number,
): InteriorPoint | null {
  const model = highs.createModel(
    modelData(
      highs,
      costs,
      rows.map((columns) => ({ columns, lower: 1 })),
    ),
  );
  try {
    model.options.set({ ...OPTIONS, ...INTERIOR, ipm_optimality_tolerance: precision, time_limit: timeLimit(secondsLeft) });
    model.run();
    const { colValue, rowDual } = model.getSolution();
    return colValue.length === costs.length ? { values: colValue.slice(), prices: rowDual.slice() } : null;
  } finally {
    model.dispose();
  }
}

class HighsProgram implements LinearProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #rows: ProgramRow[] = [];
  readonly #secondsLeft: () => number;
  #costs: readonly number[];

  constructor(highs: Highs, costs: readonly number[], secondsLeft: () => number) {
    this.#highs = highs;
    this.#secondsLeft = secondsLeft;
    this.#costs = costs;
    this.#model = highs.createModel(this.#data());
    this.#model.options.set({ ...OPTIONS });
  }

  addRows(rows: readonly ProgramRow[]): void {
    this.#rows.push(...rows);
    if (rows.length > 0) this.#model.addRows({ ...boundsOf(this.#highs, rows), matrix: matrixOf(this.#costs.length, rows) });
  }

  setCosts(costs: readonly number[]): void {
    this.#costs = costs;
    for (const [column, cost] of costs.entries()) this.#model.changeColCost(column, cost);
  }

  relax(maxPivots: number): Relaxed | null {
    this.#model.options.set('simplex_iteration_limit', maxPivots);
    this.#model.run();
    const { optimal, iterationLimit } = this.#highs.constants.modelStatus;
    const status = this.#model.getModelStatus();
    if (status !== optimal && status !== iterationLimit) return null;
    const { colValue, rowDual } = this.#model.getSolution();
    const pivots = Number(this.#model.info.get('simplex_iteration_count'));
    return { complete: status === optimal, pivots, values: colValue, prices: rowDual };
  }

  solve(maxNodes: number): Integral {
    const data = { ...this.#data(), integrality: this.#costs.map(() => this.#highs.constants.variableType.integer) };
    const model = this.#highs.createModel(data);
    try {
      model.options.set({ ...OPTIONS, ...SEARCH, mip_max_nodes: maxNodes, time_limit: timeLimit(this.#secondsLeft) });
      model.run();
      return this.#found(model);
    } finally {
      model.dispose();
    }
  }

  #found(model: Model): Integral {
    const proven = model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    const feasible = model.info.get('primal_solution_status') === 2;
    return {
      values: feasible ? model.getSolution().colValue : null,
      bound: Number(model.info.get('mip_dual_bound')),
      proven,
      nodes: Math.max(0, Number(model.info.get('mip_node_count'))),
    };
  }

  close(): void {
    this.#model.dispose();
  }

  #data(): ModelData {
    return modelData(this.#highs, this.#costs, this.#rows);
  }
}

function modelData(highs: Highs, costs: readonly number[], rows: readonly ProgramRow[]): ModelData {
  const { lower, upper } = boundsOf(highs, rows);
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower: lower,
    rowUpper: upper,
    matrix: matrixOf(costs.length, rows),
  };
}

const boundsOf = (highs: Highs, rows: readonly ProgramRow[]): { lower: Float64Array; upper: Float64Array } => ({
  lower: Float64Array.from(rows, (row) => row.lower),
  upper: Float64Array.from(rows, (row) => row.upper ?? highs.infinity),
});

function matrixOf(columns: number, rows: readonly ProgramRow[]) {
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.columns.length);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap((row) => [...row.columns])),
    values: Float64Array.from(rows.flatMap((row) => [...(row.coefficients ?? row.columns.map(() => 1))])),
  };
}
