import { typed } from '../../rdf/factory.ts';
import type { ResultTerm } from '../types.ts';
import { CASTS } from './casts.ts';
import { and, comparison, equality, membership, not, or } from './comparisons.ts';
import { type Expression, fromTest, fromValue, type Scope } from './expression.ts';
import { FUNCTIONS, iriFunction, type ValueFunction } from './functions.ts';
import { withMemory } from './memory.ts';
import type { Node } from './node.ts';
import { type Maybe, plain, type Value } from './values.ts';

/** Names that give a value from values, in the order of their arguments, an error for any error among them. */
const STRICT = new Set(Object.keys(FUNCTIONS));

const SPECIAL = new Set(
  '! && || = != < > <= >= in notin bound coalesce if sameterm str strdt datatype iri uri bnode now'.split(' '),
);

/** True if an expression is one that `compileExpression` takes, whatever stands in it. */
export const takesExpression = (node: Node, takesPattern: (pattern: Node) => boolean): boolean => {
  const args = (node.args ?? []) as readonly Node[];
  switch (node.subType) {
    case 'term':
      return (node.term as { termType: string }).termType !== 'Quad';
    case 'existence':
      return takesPattern(node.input as Node);
    case 'named':
      return CASTS.has((node.name as ResultTerm).value) && args.every((arg) => takesExpression(arg, takesPattern));
    case 'operator': {
      const operator = String(node.operator);
      if (operator === 'bnode' && args.length > 0) return false;
      return (STRICT.has(operator) || SPECIAL.has(operator)) && args.every((arg) => takesExpression(arg, takesPattern));
    }
    default:
      return false;
  }
};

const constant = (term: ResultTerm, { terms }: Scope): Expression => {
  const id = terms.id(term);
  const value = terms.value(id);
  return { ...fromValue(terms, () => value), id: () => id };
};

const variable = (name: string, { terms, registers, register }: Scope): Expression => {
  const at = register(name);
  if (at < 0) return { value: () => null, id: () => 0, test: () => -1 };
  const value = (): Maybe<Value> => (registers[at] === 0 ? null : terms.value(registers[at]!));
  return { ...fromValue(terms, value), id: () => registers[at]! };
};

const strict = (apply: ValueFunction, args: readonly Expression[], { terms }: Scope): Expression =>
  fromValue(terms, () => {
    const values: Value[] = [];
    for (const arg of args) {
      const value = arg.value();
      if (value === null) return null;
      values.push(value);
    }
    return apply(values);
  });

const choice = (pick: () => Expression | null): Expression => ({
  value: () => pick()?.value() ?? null,
  id: () => pick()?.id() ?? 0,
  test: () => pick()?.test() ?? -1,
});

/** STR and DATATYPE look at the term itself: its form and datatype may be other than those of its value. */
const ofTerm = (arg: Expression, { terms }: Scope, make: (term: ResultTerm) => Maybe<Value>): Expression =>
  fromValue(terms, () => {
    const id = arg.id();
    return id === 0 ? null : make(terms.term(id));
  });

const strOf = (term: ResultTerm): Maybe<Value> => (term.termType === 'BlankNode' ? null : plain(term.value));

const datatypeOfTerm = (term: ResultTerm): Maybe<Value> =>
  term.termType === 'Literal' ? { kind: 'iri', text: term.datatype.value } : null;

/** STRDT makes the term first and looks at its value then: the form is kept, whatever its value. */
const typedText = (text: Expression, datatype: Expression, { terms }: Scope): Expression => {
  const id = (): number => {
    const form = text.value();
    const type = form && datatype.value();
    return form?.kind === 'string' && type?.kind === 'iri' ? terms.id(typed(form.text, type.text)) : 0;
  };
  return {
    ...fromValue(terms, () => {
      const made = id();
      return made === 0 ? null : terms.value(made);
    }),
    id,
  };
};

const special = (node: Node, operator: string, args: readonly Expression[], scope: Scope): Expression => {
  const { terms } = scope;
  const [a, b, c] = args as [Expression, Expression, Expression];
  switch (operator) {
    case '!':
      return fromTest(terms, not(a.test));
    case '&&':
      return fromTest(terms, and(a, b));
    case '||':
      return fromTest(terms, or(a, b));
    case '=':
      return fromTest(terms, equality(a, b));
    case '!=':
      return fromTest(terms, not(equality(a, b)));
    case 'in':
      return fromTest(terms, membership(a, args.slice(1)));
    case 'notin':
      return fromTest(terms, not(membership(a, args.slice(1))));
    case 'bound':
      return fromTest(terms, () => Number(a.id() !== 0));
    case 'sameterm':
      return fromTest(terms, () => (a.id() === 0 || b.id() === 0 ? -1 : Number(a.id() === b.id())));
    case 'coalesce':
      return choice(() => args.find((arg) => arg.id() !== 0) ?? null);
    case 'if':
      return choice(() => {
        const result = a.test();
        return result < 0 ? null : result === 1 ? b : c;
      });
    case 'str':
      return ofTerm(a, scope, strOf);
    case 'strdt':
      return typedText(a, b, scope);
    case 'datatype':
      return ofTerm(a, scope, datatypeOfTerm);
    case 'iri':
    case 'uri':
      return strict(iriFunction((node.baseIri as string | undefined) ?? scope.baseIri), args, scope);
    case 'now':
      return constant(terms.now, scope);
    case 'bnode':
      return fromValue(terms, () => terms.value(terms.id(terms.freshBlank())));
    default:
      return fromTest(terms, comparison(operator, a, b));
  }
};

const compile = (node: Node, scope: Scope): Expression => {
  if (node.subType === 'term') {
    const term = node.term as ResultTerm | { termType: 'Variable'; value: string };
    return term.termType === 'Variable' ? variable(term.value, scope) : constant(term, scope);
  }
  if (node.subType === 'existence') {
    const holds = scope.exists(node.input as Node);
    return fromTest(scope.terms, () => Number(holds() !== Boolean(node.not)));
  }
  const nodes = (node.args ?? []) as readonly Node[];
  const args = nodes.map((arg) => compile(arg, scope));
  if (node.subType === 'named') return strict(CASTS.get((node.name as ResultTerm).value)!, args, scope);
  const operator = String(node.operator);
  const apply = FUNCTIONS[operator];
  return apply ? strict(apply, args, scope) : special(node, operator, args, scope);
};

/** Compiles an expression of the algebra. It must be one that `takesExpression` takes. */
export const compileExpression = (node: Node, scope: Scope): Expression => withMemory(node, compile(node, scope), scope);
