import { type Choice, type Cover, type CoverProblem, isProven, type PricedBound, pricedBound } from './cover-problem.ts';
import type { LinearSolver } from './solver.ts';

/** What interior points came to. */
export interface InteriorResult {
  readonly best: Choice;
  readonly priced: PricedBound;
  /** The rows that the last points rest on. */
  readonly rows: readonly Cover[];
}

/** As those of `CoverLimits`. */
interface InteriorLimits {
  readonly insideRounds?: number | undefined;
  readonly known?: number | undefined;
  readonly expired?: (() => boolean) | undefined;
}

/** Share of the point before in the point at which rows are looked for, and share of the best choice. */
const [BEFORE, INWARD] = [0.5, 0.1];
/** A row is kept while the values on it sum to no more than this, or it has a price. */
const [SPARE, LEAST_PRICE] = [1.1, 1e-3];
/** Points are rough until their cost is close to that of the best choice, or nothing is left to be added. */
const [ROUGH, FINE] = [1e-3, 1e-6];
const NEAR = 0.995;
/** Rounds without a gain of a tenth of a percent, after which the relaxation counts as solved. */
const PATIENCE = 4;
/** Relaxations that have not come to this share of a bound known otherwise will hardly come beyond it. */
const HOPEFUL = 0.8;

/**
 * The relaxation of a large covering problem by interior points instead of vertices: rows are looked for at a point
 * between the last ones and the best choice, which is violated by the rows that matter, and those that have come to
 * rest are dropped. Ends when the bound proves the choice, or when it no longer grows.
 *
 * References: J. Gondzio, P. González-Brevis and P. Munari, New developments in the primal-dual column generation
 * technique, European Journal of Operational Research 224 (2013) 41-51 (points inside); P. Wentges, Weighted
 * Dantzig-Wolfe decomposition, International Transactions in Operational Research 4 (1997) 151-162 (smoothing);
 * W. Ben-Ameur and J. Neto, Acceleration of cutting-plane and column generation algorithms, Networks 49 (2007) 3-17
 * (between the point and the best choice).
 */
export function solveInside(
  solver: LinearSolver,
  problem: CoverProblem,
  start: Choice,
  limits: InteriorLimits = {},
): InteriorResult {
  const { costs } = problem;
  const { insideRounds = 40, known = 0, expired = () => false } = limits;
  let best = start;
  let priced = pricedBound(costs, [], []);
  let rows: Cover[] = [];
  let values: Float64Array = new Float64Array(costs.length);
  let middle = values;
  let [stalled, goal, precise] = [0, 0, false];
  for (let round = 0; round < insideRounds && stalled < PATIENCE && !expired(); round++) {
    const near = dot(costs, values) > NEAR * best.cost;
    const found = newRows(problem, rows, values, near ? values : inward(middle, best));
    if (found.length === 0 && precise) break;
    rows.push(...found);
    precise = near || found.length === 0;
    const point = solver.inside(costs, rows, precise ? FINE : ROUGH);
    if (point === null) break;
    const bound = pricedBound(costs, rows, point.prices);
    if (bound.bound > priced.bound) priced = bound;
    const choice = problem.round(point.values);
    if (choice.cost < best.cost) best = choice;
    if (isProven(best.cost, priced.bound, costs) || priced.bound < HOPEFUL * known) break;
    stalled = priced.bound > goal ? 0 : stalled + 1;
    if (stalled === 0) goal = priced.bound * 1.001;
    rows = rows.filter((row, r) => point.prices[r]! > LEAST_PRICE || sumOver(row, point.values) < SPARE);
    values = point.values;
    middle = round === 0 ? values : values.map((value, i) => BEFORE * middle[i]! + (1 - BEFORE) * value);
  }
  return { best, priced, rows };
}

/** Rows violated between the points and the best choice, or, where there is none that is new, at the last point. */
function newRows(problem: CoverProblem, rows: readonly Cover[], values: Float64Array, between: Float64Array): Cover[] {
  const most = problem.rowsPerColumn ?? Number.POSITIVE_INFINITY;
  const known = new Set(rows.map((row) => row.join(' ')));
  const isNew = (row: Cover): boolean => !known.has(row.join(' '));
  const found = spread(problem.violated(between).filter(isNew), between, most);
  return found.length > 0 ? found : spread(problem.violated(values).filter(isNew), values, most);
}

/** The most violated rows, so that no column comes in many of them. */
function spread(rows: readonly Cover[], values: Float64Array, most: number): Cover[] {
  const sums = new Map(rows.map((row) => [row, sumOver(row, values)]));
  const uses = new Uint32Array(values.length);
  return [...rows]
    .sort((a, b) => sums.get(a)! - sums.get(b)!)
    .filter((row) => {
      if (row.some((column) => uses[column]! >= most)) return false;
      for (const column of row) uses[column]!++;
      return true;
    });
}

function inward(point: Float64Array, best: Choice): Float64Array {
  const mixed = point.map((value) => (1 - INWARD) * value);
  for (const column of best.columns) mixed[column]! += INWARD;
  return mixed;
}

const dot = (costs: readonly number[], values: Float64Array): number =>
  costs.reduce((sum, cost, column) => sum + cost * values[column]!, 0);

const sumOver = (row: Cover, values: Float64Array): number => row.reduce((sum, column) => sum + values[column]!, 0);
