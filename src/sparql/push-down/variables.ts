import { type AlgebraTerm, inputsOf, type Node, namesOf } from './node.ts';

/** Variables of an operation: those that every solution binds, and those that some may. */
export interface Binding {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));

export const intersects = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const name of a) if (b.has(name)) return true;
  return false;
};

/** The names of `a` that are also in `b`. */
export const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((name) => b.has(name)));

const both = (names: readonly string[]): Binding => {
  const set = new Set(names);
  return { certain: set, possible: set };
};

const known = new WeakMap<Node, Binding>();

/** SPARQL 1.1, section 18.2.1, with certainty. */
export const bindingOf = (node: Node): Binding => {
  let binding = known.get(node);
  if (!binding) {
    binding = analyse(node);
    known.set(node, binding);
  }
  return binding;
};

const valuesBinding = (node: Node): Binding => {
  const names = namesOf(node.variables);
  const rows = node.bindings as readonly Readonly<Record<string, unknown>>[];
  return { certain: new Set(names.filter((name) => rows.every((row) => row[name] !== undefined))), possible: new Set(names) };
};

const projected = (node: Node): Binding => {
  const names = new Set(namesOf(node.variables));
  const below = bindingOf(inputsOf(node)[0]!);
  return { certain: common(names, below.certain), possible: names };
};

const grouped = (node: Node): Binding => {
  const keys = new Set(namesOf(node.variables));
  const made = namesOf((node.aggregates as readonly Node[]).map((aggregate) => aggregate.variable));
  const below = bindingOf(inputsOf(node)[0]!);
  return { certain: common(keys, below.certain), possible: union([keys, new Set(made)]) };
};

const analyse = (node: Node): Binding => {
  const below = inputsOf(node).map(bindingOf);
  switch (node.type) {
    case 'pattern':
      return both(namesOf([node.subject, node.predicate, node.object, node.graph]));
    case 'path':
      return both(namesOf([node.subject, node.object, node.graph]));
    case 'bgp':
      return both((node.patterns as readonly Node[]).flatMap((pattern) => [...bindingOf(pattern).possible]));
    case 'values':
      return valuesBinding(node);
    case 'project':
      return projected(node);
    case 'group':
      return grouped(node);
    case 'graph': {
      const name = new Set(namesOf([node.name]));
      return { certain: union([below[0]!.certain, name]), possible: union([below[0]!.possible, name]) };
    }
    case 'union':
      return {
        certain: below.map((each) => each.certain).reduce<ReadonlySet<string>>(common, below[0]?.certain ?? new Set()),
        possible: union(below.map((each) => each.possible)),
      };
    case 'leftjoin':
      return { certain: below[0]!.certain, possible: union(below.map((each) => each.possible)) };
    case 'minus':
      return below[0]!;
    case 'extend':
      return {
        certain: below[0]!.certain,
        possible: union([below[0]!.possible, new Set([(node.variable as AlgebraTerm).value])]),
      };
    default:
      return { certain: union(below.map((each) => each.certain)), possible: union(below.map((each) => each.possible)) };
  }
};

/** All variables that an expression looks at, those of patterns in EXISTS too. */
export const expressionVariables = (node: Node): ReadonlySet<string> => {
  if (node.subType === 'existence') return allVariables(node.input as Node);
  const term = node.term as AlgebraTerm | undefined;
  if (term?.termType === 'Variable') return new Set([term.value]);
  return union(
    [...((node.args ?? []) as readonly Node[]), ...(node.expression ? [node.expression as Node] : [])].map(expressionVariables),
  );
};

/** Every variable that occurs in an operation, in scope or not. */
const allVariables = (node: Node): ReadonlySet<string> => {
  const patterns = (node.patterns ?? []) as readonly Node[];
  const own = [...bindingOf(node).possible];
  const expressions = [
    node.expression,
    ...((node.expressions ?? []) as readonly Node[]),
    ...((node.aggregates ?? []) as readonly Node[]),
  ];
  const looked = expressions.flatMap((expression) => (expression ? [...expressionVariables(expression as Node)] : []));
  return union([new Set([...own, ...looked]), ...inputsOf(node).map(allVariables), ...patterns.map(allVariables)]);
};

/** True if no variable of `outer` that `looked` mentions could be unbound in the operation but bound outside. */
const seesSame = (outer: ReadonlySet<string>, looked: ReadonlySet<string>, certain: ReadonlySet<string>): boolean => {
  for (const name of looked) if (outer.has(name) && !certain.has(name)) return false;
  return true;
};

/**
 * True if an operation has the same solutions that fit an outer solution when the outer variables are bound before it is
 * evaluated as when it is evaluated alone and joined. That is so for patterns; it is not where an operation looks at a variable
 * that it does not itself bind for certain (SPARQL is evaluated bottom up: section 18.2.4, and J. Pérez, M. Arenas, C. Gutierrez,
 * Semantics and complexity of SPARQL, 2009, on well-designed patterns).
 */
export const takesOuter = (node: Node, outer: ReadonlySet<string>): boolean => {
  const inputs = inputsOf(node);
  const [first, second] = inputs;
  switch (node.type) {
    case 'pattern':
    case 'path':
    case 'bgp':
    case 'values':
      return true;
    case 'join':
    case 'union':
      return inputs.every((input) => takesOuter(input, outer));
    case 'filter':
      return (
        takesOuter(first!, outer) && seesSame(outer, expressionVariables(node.expression as Node), bindingOf(first!).certain)
      );
    case 'leftjoin': {
      const { certain } = bindingOf(first!);
      const looked = node.expression ? expressionVariables(node.expression as Node) : new Set<string>();
      const sees = seesSame(outer, union([bindingOf(second!).possible, looked]), certain);
      return sees && takesOuter(first!, outer) && takesOuter(second!, union([outer, bindingOf(first!).possible]));
    }
    case 'minus':
      return takesOuter(first!, outer) && seesSame(outer, bindingOf(second!).possible, bindingOf(first!).certain);
    case 'extend': {
      const looked = expressionVariables(node.expression as Node);
      const { value } = node.variable as AlgebraTerm;
      return !outer.has(value) && takesOuter(first!, outer) && seesSame(outer, looked, bindingOf(first!).certain);
    }
    case 'project':
      return takesOuter(first!, common(outer, new Set(namesOf(node.variables))));
    case 'distinct':
    case 'reduced':
      return takesOuter(first!, outer);
    default:
      return false;
  }
};
