import { AGGREGATORS } from './aggregates.ts';
import { takesExpression } from './expressions.ts';
import { type AlgebraTerm, inputsOf, type Node } from './node.ts';
import { isPath } from './path-forms.ts';

/* What the push-down takes: chosen by instance, not by type of operation. */

const takesAll = (nodes: readonly unknown[]): boolean => nodes.every((node) => takes(node as Node));
const takesExpressions = (nodes: readonly unknown[]): boolean => nodes.every((node) => takesExpression(node as Node, takes));

const isPlainPattern = (node: Node): boolean =>
  [node.subject, node.predicate, node.object].every((term) => (term as AlgebraTerm).termType !== 'Quad');

const takesAggregate = (node: Node): boolean => {
  const argument = node.expression as Node;
  return AGGREGATORS.has(String(node.aggregator)) && (argument.subType === 'wildcard' || takesExpressions([argument]));
};

/** True if an operation, with all that is in it, is one that `compile` takes. */
export const takes = (node: Node): boolean => {
  switch (node.type) {
    case 'bgp':
      return takesAll(node.patterns as readonly Node[]);
    case 'pattern':
      return isPlainPattern(node);
    case 'path':
      return isPlainPattern({ ...node, predicate: node.subject }) && isPath(node.predicate as Node);
    case 'values':
      return (node.bindings as readonly Record<string, AlgebraTerm>[]).every((row) =>
        Object.values(row).every((term) => term === undefined || term.termType !== 'Quad'),
      );
    case 'filter':
    case 'extend':
    case 'leftjoin':
      return takesAll(inputsOf(node)) && (node.expression === undefined || takesExpressions([node.expression]));
    case 'orderby':
      return takesAll(inputsOf(node)) && takesExpressions((node.expressions as readonly Node[]).map(unmarked));
    case 'group':
      return takesAll(inputsOf(node)) && (node.aggregates as readonly Node[]).every(takesAggregate);
    case 'join':
    case 'union':
    case 'minus':
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'slice':
    case 'graph':
      return takesAll(inputsOf(node));
    default:
      return false;
  }
};

const unmarked = (expression: Node): Node =>
  expression.operator === 'desc' || expression.operator === 'asc' ? (expression.args as readonly Node[])[0]! : expression;
