import type { Expression, Scope } from './expression.ts';
import { compileExpression } from './expressions.ts';
import type { Node } from './node.ts';
import { calculate, type NumberValue, numberOf } from './numeric.ts';
import { RowSet } from './row-table.ts';
import { orderValues, plain } from './values.ts';

/** One group's aggregate: takes rows, gives a term's id in the end, 0 for an error (SPARQL 1.1, section 18.5.1). */
export interface Accumulator {
  add(): void;
  result(): number;
}

type Make = () => Accumulator;

const counting = (add: (count: () => void) => void, scope: Scope): Accumulator => {
  let count = 0;
  return {
    add: () => add(() => count++),
    result: () => scope.terms.idOfValue(numberOf('integer', count)),
  };
};

const countOf =
  (expression: Expression, scope: Scope): Make =>
  () =>
    counting((count) => {
      if (expression.id() !== 0) count();
    }, scope);

/** SUM and AVG: an error in any row, or a value that is no number, makes the result an error. */
const summing =
  (expression: Expression, scope: Scope, isAverage: boolean): Make =>
  () => {
    let sum: NumberValue | null = numberOf('integer', 0);
    let count = 0;
    return {
      add: () => {
        const value = sum && expression.value();
        sum = value?.kind === 'number' ? calculate('+', sum!, value) : null;
        count++;
      },
      result: () => {
        const result = sum && isAverage && count > 0 ? calculate('/', sum, numberOf('integer', count)) : sum;
        return result ? scope.terms.idOfValue(result) : 0;
      },
    };
  };

/** MIN and MAX: by the order of ORDER BY; rows with an error do not count. */
const extreme =
  (expression: Expression, { terms }: Scope, sign: number): Make =>
  () => {
    let best = 0;
    return {
      add: () => {
        const id = expression.id();
        if (id === 0 || id === best) return;
        if (best === 0 || orderValues(terms.value(id), terms.value(best)) * sign > 0) best = id;
      },
      result: () => best,
    };
  };

const sampling =
  (expression: Expression): Make =>
  () => {
    let found = 0;
    return {
      add: () => {
        if (found === 0) found = expression.id();
      },
      result: () => found,
    };
  };

/** GROUP_CONCAT: rows with an error do not count (docs/decisions/0031). */
const concatenating =
  (expression: Expression, { terms }: Scope, separator: string): Make =>
  () => {
    const texts: string[] = [];
    return {
      add: () => {
        const id = expression.id();
        if (id !== 0) texts.push(terms.term(id).value);
      },
      result: () => terms.idOfValue(plain(texts.join(separator))),
    };
  };

/** The same, of each value once. */
const distinctly =
  (make: Make, idOf: () => number): Make =>
  () => {
    const inner = make();
    const seen = new Set<number>();
    return {
      add: () => {
        const id = idOf();
        if (seen.has(id)) return;
        seen.add(id);
        inner.add();
      },
      result: inner.result,
    };
  };

const countRows =
  (node: Node, scope: Scope, slots: readonly number[]): Make =>
  () => {
    const seen = new RowSet(slots.length);
    return counting((count) => {
      if (!node.distinct) count();
      else if (seen.find(scope.registers, slots) < 0) {
        seen.add(scope.registers, slots);
        count();
      }
    }, scope);
  };

const makerOf = (node: Node, expression: Expression, scope: Scope): Make => {
  switch (node.aggregator) {
    case 'count':
      return countOf(expression, scope);
    case 'sum':
      return summing(expression, scope, false);
    case 'avg':
      return summing(expression, scope, true);
    case 'min':
      return extreme(expression, scope, -1);
    case 'max':
      return extreme(expression, scope, 1);
    case 'sample':
      return sampling(expression);
    default:
      return concatenating(expression, scope, (node.separator as string | undefined) ?? ' ');
  }
};

export const AGGREGATORS: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max', 'sample', 'group_concat']);

/**
 * Makes accumulators of an aggregate.
 * @param slots registers of all variables in scope, for COUNT(DISTINCT *)
 */
export const accumulatorsOf = (node: Node, scope: Scope, slots: readonly number[]): Make => {
  const argument = node.expression as Node;
  if (argument.subType === 'wildcard') return countRows(node, scope, slots);
  const expression = compileExpression(argument, scope);
  const make = makerOf(node, expression, scope);
  return node.distinct ? distinctly(make, expression.id) : make;
};
