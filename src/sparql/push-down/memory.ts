import type { Expression, Scope } from './expression.ts';
import { VOLATILE } from './functions.ts';
import type { Node } from './node.ts';

/* Tests of one variable, made once for each term. */

const variablesOf = (node: Node): readonly string[] => {
  const term = node.term as { termType: string; value: string } | undefined;
  if (term?.termType === 'Variable') return [term.value];
  if (node.subType === 'existence') return ['', ''];
  return ((node.args ?? []) as readonly Node[]).flatMap(variablesOf);
};

const isVolatile = (node: Node): boolean =>
  VOLATILE.has(String(node.operator)) || ((node.args ?? []) as readonly Node[]).some(isVolatile);

/** A test of one variable gives the same for the same term: it is made once for each term of the store. */
const remembered = (test: () => number, at: number, { registers, terms }: Scope): (() => number) => {
  const stored = terms.stored;
  let known: Uint8Array | undefined;
  return () => {
    const id = registers[at]!;
    if (id === 0 || id > stored) return test();
    known ??= new Uint8Array(stored + 1);
    if (known[id] === 0) known[id] = test() + 2;
    return known[id]! - 2;
  };
};

export const withMemory = (node: Node, expression: Expression, scope: Scope): Expression => {
  if (node.subType !== 'operator' || isVolatile(node)) return expression;
  const [name, ...others] = new Set(variablesOf(node));
  if (name === undefined || name === '' || others.length > 0 || node.operator === 'bound') return expression;
  const at = scope.register(name);
  return at < 0 ? expression : { ...expression, test: remembered(expression.test, at, scope) };
};
