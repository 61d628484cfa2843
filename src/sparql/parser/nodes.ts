import type { Quad } from '../../rdf/factory.ts';
import type { Node } from '../push-down/node.ts';
import type { ResultTerm } from '../types.ts';

/* Nodes of the algebra (SPARQL 1.1, section 18.2), in the shapes that Comunica's parser gives them. */

type Other = { readonly termType: string; readonly value: string } | null | undefined;

export interface Variable {
  readonly termType: 'Variable';
  readonly value: string;
  equals(other: Other): boolean;
}

export type PatternTerm = Variable | ResultTerm | Quad['graph'];

export const variable = (value: string): Variable => ({
  termType: 'Variable',
  value,
  equals: (other) => other?.termType === 'Variable' && other.value === value,
});

export const pattern = (subject: PatternTerm, predicate: PatternTerm, object: PatternTerm, graph: PatternTerm): Node => ({
  type: 'pattern',
  subject,
  predicate,
  object,
  graph,
});

export const termExpression = (term: PatternTerm): Node => ({ type: 'expression', subType: 'term', term });

export const operator = (name: string, args: readonly Node[]): Node => ({
  type: 'expression',
  subType: 'operator',
  operator: name,
  args,
});

const isEmpty = (node: Node): boolean => node.type === 'bgp' && (node.patterns as readonly Node[]).length === 0;

export const EMPTY_GROUP: Node = { type: 'bgp', patterns: [] };

/** Join: nothing joined with something is that, and joins of joins are one. */
export const join = (left: Node, right: Node): Node => {
  if (isEmpty(left)) return right;
  if (isEmpty(right)) return left;
  const parts = (node: Node): readonly Node[] => (node.type === 'join' ? (node.input as readonly Node[]) : [node]);
  return { type: 'join', input: [...parts(left), ...parts(right)] };
};

export const extend = (input: Node, name: Variable, expression: Node): Node => ({
  type: 'extend',
  input,
  variable: name,
  expression,
});

export const filter = (input: Node, expressions: readonly Node[]): Node =>
  expressions.length === 0
    ? input
    : { type: 'filter', input, expression: expressions.reduce((left, right) => operator('&&', [left, right])) };
