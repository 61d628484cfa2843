import type { Place, Run } from './context.ts';
import { type AlgebraTerm, inputsOf, type Node } from './node.ts';

/** An operation with a term in the place of a variable. */
const withTerm = (node: unknown, name: string, term: unknown): unknown => {
  if (Array.isArray(node)) return node.map((each) => withTerm(each, name, term));
  if (typeof node !== 'object' || node === null) return node;
  const { termType, value } = node as Partial<AlgebraTerm>;
  if (termType !== undefined) return termType === 'Variable' && value === name ? term : node;
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, withTerm(each, name, term)]));
};

/**
 * GRAPH ?g, one graph after the other (SPARQL 1.1, section 18.6, Graph): what stands within it does not see ?g, which is joined to
 * each of its solutions. Its patterns have a variable of their own for the graph, `scope`.
 */
export const graphStep = (
  node: Node,
  { context, names }: Place,
  inner: (node: Node, place: Place, next: Run) => Run,
  next: Run,
): Run => {
  const { registers, terms } = context;
  const slot = names.slot((node.name as AlgebraTerm).value);
  const scope = (node.scope as AlgebraTerm).value;
  const input = inputsOf(node)[0]!;
  const nothing = new Set<string>();
  const inGraph = (graph: number): boolean => {
    const scoped = withTerm(input, scope, terms.term(graph)) as Node;
    const run = inner(scoped, { context, names, bound: nothing, maybe: nothing }, () => {
      const own = registers[slot]!;
      if (own !== 0 && own !== graph) return false;
      registers[slot] = graph;
      const stopped = next();
      registers[slot] = own;
      return stopped;
    });
    return run();
  };
  return () => {
    for (const graph of context.table(false).graphIds()) if (inGraph(graph)) return true;
    return false;
  };
};
