import type { Operation } from './algebra.ts';
import { withRelations } from './tie-claims.ts';

type Node = Readonly<Record<string, unknown>>;

const names = (terms: unknown): string[] =>
  (terms as readonly Node[]).flatMap((term) => (term?.termType === 'Variable' ? [String(term.value)] : []));

const inputs = (node: Node): readonly Node[] =>
  (Array.isArray(node.input) ? node.input : node.input ? [node.input] : []) as Node[];

/** Variables in scope after an operation (SPARQL 1.1, section 18.2.1). */
const visible = (node: Node): string[] => {
  const below = (): string[] => inputs(node).flatMap(visible);
  switch (node.type) {
    case 'bgp':
      return (node.patterns as readonly Node[]).flatMap(visible);
    case 'pattern':
      return names([node.subject, node.predicate, node.object, node.graph]);
    case 'path':
      return names([node.subject, node.object, node.graph]);
    case 'project':
    case 'values':
      return names(node.variables);
    case 'group':
      return names([...(node.variables as Node[]), ...(node.aggregates as Node[]).map((aggregate) => aggregate.variable)]);
    case 'extend':
      return [...below(), ...names([node.variable])];
    case 'graph':
      return [...below(), ...names([node.name])];
    case 'minus':
      return visible(inputs(node)[0]!);
    default:
      return below();
  }
};

/** What only shapes the answer of a SELECT and does not find anything. */
const SHAPING = new Set(['slice', 'distinct', 'reduced', 'project', 'orderby']);
/** What may also stand between projection and grouping: HAVING and the naming of aggregates. */
const AFTER_GROUPING = new Set([...SHAPING, 'filter', 'extend']);

const descend = (node: Node, through: ReadonlySet<string>): Node => {
  let current = node;
  while (through.has(String(current.type))) current = inputs(current)[0]!;
  return current;
};

const sameVariable = (value: string) => (other: Node | null | undefined) =>
  other?.termType === 'Variable' && other.value === value;

const variable = (value: string) => ({ termType: 'Variable', value, equals: sameVariable(value) });

/** The variables in scope after an operation. */
export const inScope = (operation: Operation): readonly ReturnType<typeof variable>[] =>
  [...new Set(visible(operation))].map(variable);

/** A SELECT without what only shapes its answer: every solution it rests on, in all variables in scope. */
export interface SolutionPlan {
  readonly operation: Operation;
  /** Columns of the SELECT by which a solution belongs to one of its rows. */
  readonly keys: readonly string[];
  /** The same for each subquery, whose rows the solutions are joined with. */
  readonly subqueries: readonly SolutionPlan[];
}

/** The topmost projections below a node; what is negated or tested for existence finds nothing. */
const subqueriesOf = (node: Node): readonly Node[] => {
  if (node.type === 'project') return [node];
  return (node.type === 'minus' ? inputs(node).slice(0, 1) : inputs(node)).flatMap(subqueriesOf);
};

const planOf = (project: Node): SolutionPlan => {
  const columns = names(project.variables);
  const group = descend(project, AFTER_GROUPING);
  const pattern = group.type === 'group' ? (group.input as Node) : descend(project, SHAPING);
  const grouping = group.type === 'group' ? names(group.variables) : visible(pattern);
  const input = withRelations(pattern, new Set(visible(pattern)));
  const scope = [...new Set(visible(input))];
  return {
    operation: { type: 'project', input, variables: scope.map(variable) },
    keys: columns.filter((column) => grouping.includes(column)),
    subqueries: subqueriesOf(pattern).map(planOf),
  };
};

/** How to find every solution that a SELECT rests on, before projection, grouping, DISTINCT and LIMIT; null for other forms. */
export const solutionPlan = (operation: Operation): SolutionPlan | null => {
  const project = descend(operation, new Set(['slice', 'distinct', 'reduced']));
  return project.type === 'project' ? planOf(project) : null;
};
