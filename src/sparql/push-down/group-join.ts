import type { Place, Run } from './context.ts';
import { inputsOf, type Node } from './node.ts';
import { bindingOf, common, expressionVariables, intersects, takesOuter } from './variables.ts';

/** A condition, and the variables that must be bound before it can be tested. */
export interface Condition {
  readonly expression: Node;
  readonly looked: ReadonlySet<string>;
}

const conjuncts = (expression: Node): readonly Node[] =>
  expression.subType === 'operator' && expression.operator === '&&'
    ? (expression.args as readonly Node[]).flatMap(conjuncts)
    : [expression];

/** The parts of a conjunction: FILTER (a && b) keeps what FILTER (a) FILTER (b) keeps. */
export const conditionsOf = (expression: Node): readonly Condition[] =>
  conjuncts(expression).map((each) => ({ expression: each, looked: expressionVariables(each) }));

/** What is joined, and what is tested. */
export interface JoinGroup {
  readonly parts: readonly Node[];
  readonly conditions: readonly Condition[];
}

const isMovable = (node: Node): boolean => {
  const { certain } = bindingOf(inputsOf(node)[0]!);
  return [...expressionVariables(node.expression as Node)].every((name) => certain.has(name));
};

/** Joins within joins as one, so that their parts can be put into any order; conditions that see the same anywhere come along. */
export const flatten = (node: Node): JoinGroup => {
  if (node.type === 'bgp') return { parts: node.patterns as readonly Node[], conditions: [] };
  if (node.type === 'filter' && isMovable(node)) {
    const inner = flatten(inputsOf(node)[0]!);
    return { parts: inner.parts, conditions: [...inner.conditions, ...conditionsOf(node.expression as Node)] };
  }
  if (node.type !== 'join') return { parts: [node], conditions: [] };
  const inner = inputsOf(node).map(flatten);
  return { parts: inner.flatMap((each) => each.parts), conditions: inner.flatMap((each) => each.conditions) };
};

/** A place after an operation. */
export const after = (node: Node, place: Place): Place => {
  const { certain, possible } = bindingOf(node);
  return { ...place, bound: new Set([...place.bound, ...certain]), maybe: new Set([...place.maybe, ...possible]) };
};

/** What an order is made of. */
export interface Planner {
  cost(node: Node, place: Place): number;
  /**
   * A step for a part that is evaluated with what is bound before it, or looked up.
   * @param rows how many rows are expected before it
   */
  step(node: Node, place: Place, next: Run, rows: number): Run;
  test(condition: Condition, place: Place, next: Run): Run;
}

/** Greater than any count: a part that shares nothing with what is bound comes last, whatever its size. */
const UNCONNECTED = 1e12;

/** Parts that are not joined yet, with what each is expected to cost: that changes only where one of its variables is bound. */
class Waiting {
  readonly #parts: Set<Node>;
  readonly #costs = new Map<Node, number>();
  readonly #planner: Planner;

  constructor(parts: readonly Node[], planner: Planner) {
    this.#parts = new Set(parts);
    this.#planner = planner;
  }

  get size(): number {
    return this.#parts.size;
  }

  /** Takes out the part that is expected to cost least. */
  cheapest(place: Place): { readonly part: Node; readonly cost: number } {
    let best!: Node;
    let least = Number.POSITIVE_INFINITY;
    for (const part of this.#parts) {
      const weighed = this.#weighed(part, place);
      if (best === undefined || weighed < least) [best, least] = [part, weighed];
    }
    const cost = this.#cost(best, place);
    this.#parts.delete(best);
    const bound = new Set([...bindingOf(best).possible].filter((name) => !place.bound.has(name)));
    for (const part of this.#parts) if (intersects(bindingOf(part).possible, bound)) this.#costs.delete(part);
    return { part: best, cost };
  }

  #weighed(part: Node, place: Place): number {
    const { possible } = bindingOf(part);
    const isConnected = place.maybe.size === 0 || possible.size === 0 || intersects(possible, place.maybe);
    const cost = this.#cost(part, place);
    return isConnected || cost <= 1 ? cost : cost + UNCONNECTED;
  }

  #cost(part: Node, place: Place): number {
    let cost = this.#costs.get(part);
    if (cost === undefined) {
      cost = this.#planner.cost(part, place);
      this.#costs.set(part, cost);
    }
    return cost;
  }
}

/**
 * Joins the parts, the one expected to add the fewest rows first, and tests each condition as soon as what it looks at is bound.
 * @param conditions of which each variable that the parts may bind must be bound for certain before the test, or all parts done
 */
export const joinSteps = ({ parts, conditions }: JoinGroup, place: Place, planner: Planner, next: Run): Run => {
  const possible = new Set(parts.flatMap((part) => [...bindingOf(part).possible]));
  const isReady = ({ looked }: Condition, at: Place): boolean =>
    [...looked].every((name) => at.bound.has(name) || !possible.has(name));
  const waiting = new Waiting(parts, planner);
  const untested = new Set(conditions);
  const order: { place: Place; node: Node | Condition; rows: number }[] = [];
  let at = place;
  let rows = 1;
  const testReady = (isLast: boolean): void => {
    for (const condition of untested) {
      if (!isLast && !isReady(condition, at)) continue;
      order.push({ place: at, node: condition, rows });
      untested.delete(condition);
    }
  };
  testReady(waiting.size === 0);
  while (waiting.size > 0) {
    const { part, cost } = waiting.cheapest(at);
    order.push({ place: at, node: part, rows });
    rows *= Math.max(cost, 1e-3);
    at = after(part, at);
    testReady(waiting.size === 0);
  }
  return order.reduceRight<Run>(
    (following, { place: where, node, rows: before }) =>
      'looked' in node ? planner.test(node as Condition, where, following) : planner.step(node as Node, where, following, before),
    next,
  );
};

/** Whether a part can be evaluated with what is bound before it; otherwise it is evaluated alone and looked up. */
export const canFollow = (node: Node, place: Place): boolean => takesOuter(node, place.maybe);

/** Variables by which solutions can be looked up. */
export const keysOf = (node: Node, place: Place): Set<string> => common(bindingOf(node).certain, place.bound);
