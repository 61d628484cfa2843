import { DemarcheError } from '../model/errors.ts';
import type { DatasetClause, ResultTerm } from './types.ts';

/**
 * SPARQL algebra as the engine's own parser makes it (SPARQL 1.1, section 18.2). Only the shape is relied on here:
 * nodes are objects with a `type`, terms are objects with a `termType`.
 */
export interface Operation {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Node = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Everything a read-only query is made of. What is not listed is refused, so that a new operation is never let in unseen. */
const READ_ONLY = new Set(
  `ask bgp construct describe distinct expression extend filter from graph group join leftjoin minus nop orderby pattern
   project reduced slice union values wildcard path alt inv link nps seq OneOrMorePath ZeroOrMorePath ZeroOrOnePath`.split(/\s+/),
);

const REASONS: Readonly<Record<string, string>> = {
  service: 'SERVICE is refused: queries run over this base alone and fetch nothing',
  load: 'LOAD is refused: queries run over this base alone and fetch nothing',
};

/** What is well formed and not allowed. */
export class RefusedOperation extends DemarcheError {}

const refuse = (type: string): never => {
  throw new RefusedOperation('query', REASONS[type] ?? 'updates are refused: a query cannot change the base', {
    hint: type === 'service' ? 'remove the SERVICE clause' : 'use SELECT, ASK, CONSTRUCT or DESCRIBE',
  });
};

/** @throws DemarcheError where the algebra holds SERVICE, LOAD, an update or anything else that is not a plain read. */
export const assertReadOnly = (operation: Operation): void => {
  if (operation.type === 'nop')
    throw new DemarcheError('query', 'the query is empty', { hint: 'write a SELECT, ASK, CONSTRUCT or DESCRIBE' });
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (isObject(node)) {
      if (typeof node.type === 'string' && !READ_ONLY.has(node.type)) refuse(node.type);
      if (node.termType === undefined || node.termType === 'Quad') for (const item of Object.values(node)) visit(item);
    }
  };
  visit(operation);
};

/** Takes FROM and FROM NAMED off the algebra; null where the query has none. */
export const splitDataset = (operation: Operation): { operation: Operation; clause: DatasetClause | null } => {
  if (operation.type !== 'from') return { operation, clause: null };
  const iris = (value: unknown): string[] => (value as readonly { value: string }[]).map((term) => term.value);
  return {
    operation: operation.input as Operation,
    clause: { default: iris(operation.default), named: iris(operation.named) },
  };
};

/** A copy with the same prototype: patterns are RDF/JS quads with methods. */
const copyOf = (node: Node, change: (key: string, value: unknown) => unknown): Node => {
  const copy = Object.create(Object.getPrototypeOf(node)) as Record<string, unknown>;
  for (const [key, value] of Object.entries(node)) copy[key] = change(key, value);
  return copy;
};

const variableName = (node: unknown): string | null =>
  isObject(node) && node.termType === 'Variable' ? String(node.value) : null;

const termExpression = (term: ResultTerm): Node => ({ type: 'expression', subType: 'term', term });

/**
 * Puts terms in the place of variables. Terms are inserted into the parsed query, never into its text, so no value can change
 * what the query does. `BOUND($x)` becomes true; a projected `$x` stays a column that holds the term. Variables without a term
 * stay variables.
 */
export const bindParameters = (operation: Operation, terms: ReadonlyMap<string, ResultTerm>, trueTerm: ResultTerm): Operation => {
  const isParameter = (node: unknown): boolean => terms.has(variableName(node) ?? '');

  const extended = (input: unknown, variables: readonly unknown[]): unknown =>
    variables.reduce<unknown>((inner, variable) => {
      const expression = termExpression(terms.get(variableName(variable)!)!);
      return { type: 'extend', input: inner, variable, expression };
    }, input);

  const project = (node: Node, outermost: boolean): Node => {
    const variables = node.variables as readonly unknown[];
    const input = substitute(node.input, false);
    return outermost
      ? { ...node, input: extended(input, variables.filter(isParameter)) }
      : { ...node, input, variables: variables.filter((variable) => !isParameter(variable)) };
  };

  const substitute = (node: unknown, outermost: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => substitute(item, outermost));
    if (!isObject(node)) return node;
    const name = variableName(node);
    if (name !== null) return terms.get(name) ?? node;
    if (node.termType !== undefined && node.termType !== 'Quad') return node;
    if (node.type === 'project') return project(node, outermost);
    if (node.operator === 'bound' && isBoundTest(node)) return termExpression(trueTerm);
    return copyOf(node, (_key, value) => substitute(value, outermost));
  };

  const isBoundTest = (node: Node): boolean => {
    const argument = (node.args as readonly unknown[])[0];
    return isObject(argument) && isParameter(argument.term);
  };

  return terms.size === 0 ? operation : (substitute(operation, true) as Operation);
};
