import type { ResultTerm } from '../types.ts';
import { Names, type Place, type Run } from './context.ts';
import type { Scope } from './expression.ts';
import { compileExpression } from './expressions.ts';
import { graphStep } from './graph.ts';
import { groupStep } from './group.ts';
import { after, type Condition, canFollow, conditionsOf, flatten, joinSteps, keysOf, type Planner } from './group-join.ts';
import { type AlgebraTerm, inputsOf, type Node, namesOf } from './node.ts';
import { orderStep } from './order.ts';
import { pathCost, pathStep } from './path.ts';
import { patternCost, patternStep } from './pattern.ts';
import { RowSet } from './row-table.ts';
import { lookupStep, removes, Solutions } from './solutions.ts';
import { bindingOf, intersects } from './variables.ts';

/* SPARQL algebra (SPARQL 1.1, section 18.2) as steps that call one another. */

const scopeAt = (place: Place): Scope => ({
  terms: place.context.terms,
  registers: place.context.registers,
  baseIri: place.context.baseIri,
  register: (name) => place.names.slot(name),
  exists: (pattern) => compile(pattern, place, () => true),
});

const testStep = ({ expression }: Condition, place: Place, next: Run): Run => {
  const { test } = compileExpression(expression, scopeAt(place));
  return () => test() === 1 && next();
};

const EMPTY: ReadonlySet<string> = new Set();

const alonePlace = ({ context, names }: Place): Place => ({ context, names, bound: EMPTY, maybe: EMPTY });

/** An operation evaluated once, by itself. */
const solutionsOf = (node: Node, place: Place): Solutions => {
  const { context } = place;
  return new Solutions(bindingOf(node).possible, place, (add) => {
    const run = compile(node, alonePlace(place), add);
    context.alone(run);
  });
};

const valuesOf = (node: Node, place: Place): Solutions => {
  const { context } = place;
  const variables = namesOf(node.variables);
  const slots = place.names.slots(variables);
  const rows = (node.bindings as readonly Readonly<Record<string, ResultTerm | undefined>>[]).map((row) =>
    variables.map((name) => (row[name] ? context.terms.id(row[name]) : 0)),
  );
  return new Solutions(variables, place, (add) => {
    const saved = slots.map((slot) => context.registers[slot]!);
    const put = (ids: readonly number[]): void => {
      slots.forEach((slot, i) => {
        context.registers[slot] = ids[i]!;
      });
    };
    for (const row of rows) {
      put(row);
      add();
    }
    put(saved);
  });
};

const SELECTS = new Set(['slice', 'orderby', 'group', 'graph']);

/** Subqueries that are computed whole: what is bound outside does not make them smaller. */
const isWhole = (node: Node): boolean =>
  SELECTS.has(node.type!) ||
  (['project', 'distinct', 'reduced', 'filter', 'extend'].includes(node.type!) && isWhole(inputsOf(node)[0]!));

/** A part of a join that is no pattern: with what is bound, where that is the same and saves work; else looked up. */
const partStep = (node: Node, place: Place, next: Run, rows: number): Run => {
  if (node.type === 'values') return lookupStep(valuesOf(node, place), keysOf(node, place), place, next);
  const isFirst = place.maybe.size === 0;
  const isLeaf = node.type === 'pattern' || node.type === 'path';
  if (isLeaf || isFirst) return compile(node, place, next);
  const follows = !isWhole(node) && canFollow(node, place) && intersects(bindingOf(node).possible, place.bound);
  // Evaluated again for each row, or once as a whole: whatever is expected to look at less.
  if (follows && rows * cost(node, place) <= cost(node, alonePlace(place))) return compile(node, place, next);
  return lookupStep(solutionsOf(node, place), keysOf(node, place), place, next);
};

const cost = (node: Node, place: Place): number => {
  switch (node.type) {
    case 'pattern':
      return patternCost(node, place);
    case 'path':
      return pathCost(node, place);
    case 'values': {
      const { length } = node.bindings as readonly unknown[];
      return intersects(bindingOf(node).certain, place.bound) ? 0.5 : length;
    }
    case 'union':
      return inputsOf(node).reduce((sum, input) => sum + cost(input, place), 0);
    case 'slice':
      return Math.min(Number(node.length ?? Number.POSITIVE_INFINITY), cost(inputsOf(node)[0]!, place));
    case 'bgp':
    case 'join': {
      let at = place;
      let rows = 1;
      for (const part of flatten(node).parts) {
        rows *= Math.max(cost(part, at), 1e-3);
        at = after(part, at);
      }
      return rows;
    }
    default: {
      const [first] = inputsOf(node);
      return first ? cost(first, place) : 1;
    }
  }
};

const planner: Planner = { cost, step: partStep, test: testStep };

/** OPTIONAL: what is optional is evaluated with what is bound where that is the same; else it is computed once and looked up. */
const leftJoinStep = (node: Node, place: Place, conditions: readonly Condition[], next: Run): Run => {
  const [left, right] = inputsOf(node) as [Node, Node];
  const between = after(left, place);
  const { certain, possible } = bindingOf(left);
  const pushed = conditions.filter(({ looked }) =>
    [...looked].every((name) => certain.has(name) || !(possible.has(name) || bindingOf(right).possible.has(name))),
  );
  const rest = conditions.filter((condition) => !pushed.includes(condition));
  const following = rest.reduceRight<Run>((run, condition) => testStep(condition, after(node, place), run), next);
  let matched = false;
  const onMatch: Run = () => {
    matched = true;
    return following();
  };
  const own = node.expression ? conditionsOf(node.expression as Node) : [];
  const checked = own.reduceRight<Run>((run, condition) => testStep(condition, after(right, between), run), onMatch);
  const rightRun = optionalPart(right, between, checked);
  const perRow: Run = () => {
    matched = false;
    if (rightRun()) return true;
    return !matched && following();
  };
  return filtered(left, pushed, place, perRow);
};

const optionalPart = (right: Node, between: Place, next: Run): Run => {
  const isSame = !isWhole(right) && canFollow(right, between);
  if (isSame && (intersects(bindingOf(right).possible, between.bound) || between.maybe.size === 0))
    return compile(right, between, next);
  return lookupStep(solutionsOf(right, between), keysOf(right, between), between, next);
};

const minusStep = (node: Node, place: Place, next: Run): Run => {
  const [left, right] = inputsOf(node) as [Node, Node];
  const between = after(left, place);
  const keys = keysOf(right, { ...place, bound: bindingOf(left).certain });
  // With a variable that both sides bind for certain, MINUS removes just what has a match.
  const isExistence = keys.size > 0 && !isWhole(right) && canFollow(right, between);
  const removed = isExistence ? compile(right, between, () => true) : removes(solutionsOf(right, between), keys, place);
  return compile(left, place, () => !removed() && next());
};

const extendStep = (node: Node, place: Place, conditions: readonly Condition[], next: Run): Run => {
  const [input] = inputsOf(node) as [Node];
  const name = (node.variable as AlgebraTerm).value;
  const slot = place.names.slot(name);
  const { registers } = place.context;
  const below = after(input, place);
  const { id } = compileExpression(node.expression as Node, scopeAt(below));
  const [late, early] = [
    conditions.filter(({ looked }) => looked.has(name)),
    conditions.filter(({ looked }) => !looked.has(name)),
  ];
  const following = late.reduceRight<Run>((run, condition) => testStep(condition, after(node, place), run), next);
  return filtered(input, early, place, () => {
    registers[slot] = id();
    const stopped = following();
    registers[slot] = 0;
    return stopped;
  });
};

/** An operation and the conditions on it, each tested as early as it may be. */
const filtered = (node: Node, conditions: readonly Condition[], place: Place, next: Run): Run => {
  switch (node.type) {
    case 'filter':
      return filtered(inputsOf(node)[0]!, [...conditions, ...conditionsOf(node.expression as Node)], place, next);
    case 'bgp':
    case 'join':
    case 'pattern':
    case 'path':
    case 'values': {
      const group = flatten(node);
      return joinSteps({ parts: group.parts, conditions: [...group.conditions, ...conditions] }, place, planner, next);
    }
    case 'leftjoin':
      return leftJoinStep(node, place, conditions, next);
    case 'extend':
      return extendStep(node, place, conditions, next);
    default: {
      const run = conditions.reduceRight<Run>((following, condition) => testStep(condition, after(node, place), following), next);
      return conditions.length === 0 ? operationStep(node, place, run) : compile(node, place, run);
    }
  }
};

/** SELECT of a subquery: its other variables are its own. */
const projectStep = (node: Node, place: Place, next: Run): Run => {
  const { context, names, bound, maybe } = place;
  const projected = namesOf(node.variables);
  const inner = new Names(
    context,
    projected.map((name) => [name, names.slot(name)] as const),
  );
  const needed = new Set(projected);
  const within = (set: ReadonlySet<string>): ReadonlySet<string> => new Set(projected.filter((name) => set.has(name)));
  const below: Place = { context, names: inner, bound: within(bound), maybe: within(maybe), needed };
  return compile(inputsOf(node)[0]!, place.top === undefined ? below : { ...below, top: place.top }, next);
};

const distinctStep = (node: Node, place: Place, next: Run): Run => {
  const { context, names } = place;
  const slots = names.slots(bindingOf(node).possible);
  let seen = new RowSet(slots.length);
  const run = compile(inputsOf(node)[0]!, withoutTop(place), () => {
    const { count } = seen.rows;
    return seen.add(context.registers, slots) === count && next();
  });
  return () => {
    seen = new RowSet(slots.length);
    return run();
  };
};

const withoutTop = ({ context, names, bound, maybe }: Place): Place => ({ context, names, bound, maybe });

/** LIMIT and OFFSET; what is below stops as soon as enough has come. */
const sliceStep = (node: Node, place: Place, next: Run): Run => {
  const start = Number(node.start ?? 0);
  const length = node.length === undefined ? Number.POSITIVE_INFINITY : Number(node.length);
  let seen = 0;
  let stopped = false;
  const run = compile(inputsOf(node)[0]!, { ...withoutTop(place), top: start + length }, () => {
    if (seen++ >= start) stopped = next();
    return stopped || seen >= start + length;
  });
  return () => {
    seen = 0;
    stopped = false;
    if (length > 0) run();
    return stopped;
  };
};

const operationStep = (node: Node, place: Place, next: Run): Run => {
  const inner = inputsOf(node)[0]!;
  switch (node.type) {
    case 'union': {
      const branches = inputsOf(node).map((input) => compile(input, withoutTop(place), next));
      return () => branches.some((branch) => branch());
    }
    case 'minus':
      return minusStep(node, withoutTop(place), next);
    case 'project':
      return projectStep(node, place, next);
    case 'distinct':
      return distinctStep(node, place, next);
    case 'reduced':
      return compile(inner, place, next);
    case 'slice':
      return sliceStep(node, place, next);
    case 'graph':
      return graphStep(node, place, (scoped, at, following) => compile(scoped, at, following), next);
    case 'orderby':
      return orderStep(node, place, scopeAt(after(inner, place)), (at, following) => compile(inner, at, following), next);
    case 'group':
      return groupStep(
        node,
        place,
        scopeAt(after(inner, place)),
        (following) => compile(inner, withoutTop(place), following),
        next,
      );
    default:
      throw new Error(`no step for ${node.type}`);
  }
};

/** A step for an operation that `takes` takes. */
export const compile = (node: Node, place: Place, next: Run): Run => {
  switch (node.type) {
    case 'pattern':
      return patternStep(node, place, next);
    case 'path':
      return pathStep(node, place, next);
    case 'bgp':
    case 'join':
    case 'values':
    case 'filter':
    case 'leftjoin':
    case 'extend':
      return filtered(node, [], withoutTop(place), next);
    default:
      return operationStep(node, place, next);
  }
};
