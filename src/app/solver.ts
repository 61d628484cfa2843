import type { Highs, Model, ModelData } from 'highs';
import type { Integral, LinearProgram, LinearSolver, ProgramRow, Relaxed } from '../graph/index.ts';

let loaded: Promise<LinearSolver> | undefined;

/**
 * HiGHS (Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical Programming
 * Computation 10 (2018) 119-142) as the solver that graph/ asks for. Loaded once, and only when it is needed.
 */
export function linearSolver(): Promise<LinearSolver> {
  loaded ??= import('highs').then(async (module) => {
    // The package's types are those of its CommonJS build.
    const highs = await (module.default as unknown as (typeof module)['default']['default'])();
    return { open: (costs) => new HighsProgram(highs, costs) };
  });
  return loaded;
}

/** The package runs in one thread; with a fixed seed: the same steps on every machine. */
const OPTIONS = { output_flag: false, random_seed: 0 } as const;
const SEARCH = { mip_rel_gap: 0, mip_abs_gap: 1e-6 } as const;

class HighsProgram implements LinearProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #rows: ProgramRow[] = [];
  #costs: readonly number[];

  constructor(highs: Highs, costs: readonly number[]) {
    this.#highs = highs;
    this.#costs = costs;
    this.#model = highs.createModel(this.#data());
    this.#model.options.set({ ...OPTIONS });
  }

  addRows(rows: readonly ProgramRow[]): void {
    this.#rows.push(...rows);
    if (rows.length > 0) this.#model.addRows({ ...this.#bounds(rows), matrix: this.#matrix(rows) });
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
      model.options.set({ ...OPTIONS, ...SEARCH, mip_max_nodes: maxNodes });
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
    const count = this.#costs.length;
    const { lower, upper } = this.#bounds(this.#rows);
    return {
      numCols: count,
      numRows: this.#rows.length,
      colCost: this.#costs,
      colLower: this.#costs.map(() => 0),
      colUpper: this.#costs.map(() => 1),
      rowLower: lower,
      rowUpper: upper,
      matrix: this.#matrix(this.#rows),
    };
  }

  #bounds(rows: readonly ProgramRow[]): { lower: Float64Array; upper: Float64Array } {
    return {
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper ?? this.#highs.infinity),
    };
  }

  #matrix(rows: readonly ProgramRow[]) {
    const starts = [0];
    for (const row of rows) starts.push(starts.at(-1)! + row.columns.length);
    return {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: this.#costs.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => [...row.columns])),
      values: Float64Array.from(rows.flatMap((row) => [...(row.coefficients ?? row.columns.map(() => 1))])),
    };
  }
}
