import { assertReadOnly, type Operation, RefusedOperation } from './algebra.ts';
import { inScope } from './solutions.ts';
import { algebraText } from './to-text.ts';
import type { Federation, Solution } from './types.ts';

/*
 * SPARQL 1.1 Federated Query (W3C Recommendation 2013): SERVICE is evaluated first, by itself, and its rows stand in the algebra
 * as VALUES. So the query that runs over the base holds no SERVICE, and nothing but the endpoints that were listed is asked.
 */

type Node = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const hint = 'the owner of the base lists the endpoints that SERVICE may ask, with --federate';

const endpointOf = (node: Node, { endpoints }: Federation): string => {
  const name = node.name as { termType: string; value: string };
  if (name.termType !== 'NamedNode') throw new RefusedOperation('query', 'SERVICE with a variable is refused', { hint });
  if (!endpoints.has(name.value)) throw new RefusedOperation('query', `SERVICE to ${name.value} is refused`, { hint });
  return name.value;
};

const valuesOf = (variables: readonly unknown[], rows: readonly Solution[]): Node => ({
  type: 'values',
  variables,
  bindings: rows.map((row) => Object.fromEntries(row)),
});

const evaluateService = async (node: Node, federation: Federation): Promise<Node> => {
  const endpoint = endpointOf(node, federation);
  const input = node.input as Operation;
  // Another SERVICE inside would be asked by the other endpoint; that is its owner's matter, and refused here.
  assertReadOnly(input);
  const variables = inScope(input);
  const text = await algebraText({ type: 'project', input, variables });
  try {
    return valuesOf(variables, await federation.select(endpoint, text));
  } catch (error) {
    // SILENT: as if there were one solution that binds nothing (section 2.4).
    if (node.silent === true) return valuesOf([], [new Map()]);
    throw error;
  }
};

/** True if the algebra holds SERVICE anywhere. */
const hasService = (node: unknown): boolean => {
  if (Array.isArray(node)) return node.some(hasService);
  if (!isObject(node) || (node.termType !== undefined && node.termType !== 'Quad')) return false;
  return node.type === 'service' || Object.values(node).some(hasService);
};

/**
 * The same algebra with the rows of each SERVICE in its place.
 * @throws RefusedOperation where one names an endpoint that is not listed; then none has been asked
 */
export const resolveServices = async (operation: Operation, federation: Federation): Promise<Operation> => {
  const check = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) check(item);
    if (Array.isArray(node) || !isObject(node) || (node.termType !== undefined && node.termType !== 'Quad')) return;
    if (node.type === 'service') endpointOf(node, federation);
    for (const value of Object.values(node)) check(value);
  };
  const resolve = async (node: unknown): Promise<unknown> => {
    if (Array.isArray(node)) return Promise.all(node.map(resolve));
    if (!isObject(node) || !hasService(node)) return node;
    if (node.type === 'service') return evaluateService(node, federation);
    const entries = await Promise.all(Object.entries(node).map(async ([key, value]) => [key, await resolve(value)] as const));
    return Object.fromEntries(entries);
  };
  check(operation);
  return (await resolve(operation)) as Operation;
};
