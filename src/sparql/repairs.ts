import type { Operation } from './algebra.ts';

/*
 * Defects of the engine (Comunica 5.4.1), worked round in the algebra. Each has a test that tells when it is no longer needed.
 */

type Node = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const variable = (value: string) => ({
  termType: 'Variable',
  value,
  equals: (other: Node | null | undefined) => other?.termType === 'Variable' && other.value === value,
});

const termExpression = (term: unknown): Node => ({ type: 'expression', subType: 'term', term });

const isLoop = (node: Node): boolean =>
  node.type === 'path' &&
  isObject(node.subject) &&
  isObject(node.object) &&
  node.subject.termType === 'Variable' &&
  node.object.value === node.subject.value &&
  node.object.termType === 'Variable';

/** `?x p+ ?x` finds only loops of one step: asked as `?x p+ ?y FILTER(sameTerm(?x, ?y))` it finds them all. */
const openLoop = (node: Node, fresh: string): Node => {
  const end = variable(fresh);
  const args = [termExpression(node.subject), termExpression(end)];
  const expression = { type: 'expression', subType: 'operator', operator: 'sameterm', args };
  return { type: 'filter', input: { ...node, object: end }, expression };
};

/** The same algebra without what the engine evaluates wrongly. */
export const repair = (operation: Operation): Operation => {
  let loops = 0;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (!isObject(node) || node.termType !== undefined) return node;
    if (isLoop(node)) return openLoop(node, `demarche:loop${loops++}`);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  return visit(operation) as Operation;
};
