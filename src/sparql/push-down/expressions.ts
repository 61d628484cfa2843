import { typed } from '../../rdf/factory.ts';
import type { ResultTerm } from '../types.ts';
import { CASTS, FUNCTIONS, iriFunction, type ValueFunction, VOLATILE } from './functions.ts';
import type { Node } from './node.ts';
import type { QueryTerms } from './terms.ts';
import { compareValues, effectiveBoolean, type Maybe, plain, truth, type Value, valuesEqual } from './values.ts';

/** What an expression needs of the query it stands in. */
export interface Scope {
  readonly terms: QueryTerms;
  readonly registers: Uint32Array;
  readonly baseIri: string;
  /** The register of a variable; -1 for one that is nowhere bound. */
  register(name: string): number;
  /** The test whether a pattern has a solution that fits the registers. */
  exists(pattern: Node): () => boolean;
}

/** An expression to be evaluated over the registers. */
export interface Expression {
  /** null is a type error, or an unbound variable. */
  value(): Maybe<Value>;
  /** The id of the term; 0 for an error. */
  id(): number;
  /** Effective boolean value: 1, 0, or -1 for an error. */
  test(): number;
}

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

const fromValue = (terms: QueryTerms, value: () => Maybe<Value>): Expression => ({
  value,
  id: () => {
    const found = value();
    return found === null ? 0 : terms.idOfValue(found);
  },
  test: () => {
    const found = value();
    const truth = found && effectiveBoolean(found);
    return truth === null ? -1 : Number(truth);
  },
});

const fromTest = (terms: QueryTerms, test: () => number): Expression => {
  const value = (): Maybe<Value> => {
    const result = test();
    return result < 0 ? null : truth(result === 1);
  };
  return { ...fromValue(terms, value), test };
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

/** `=`: the same term is equal to itself unless it is NaN or has no known value; both of which its value tells. */
const equality =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.value();
    const right = left && b.value();
    const equal = right && valuesEqual(left!, right);
    return equal === null ? -1 : Number(equal);
  };

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const isNotANumber = (value: Value): boolean => value.kind === 'number' && Number.isNaN(value.number);

const comparison = (operator: string, a: Expression, b: Expression): (() => number) => {
  const holds = COMPARISONS[operator]!;
  return () => {
    const left = a.value();
    const right = left && b.value();
    if (!right) return -1;
    const order = compareValues(left!, right);
    if (!Number.isNaN(order)) return Number(holds(order));
    return left!.kind === 'number' && right.kind === 'number' && (isNotANumber(left!) || isNotANumber(right)) ? 0 : -1;
  };
};

/** Membership: an error only if no member is equal and one could not be compared (section 17.4.1.9). */
const membership = (subject: Expression, members: readonly Expression[]): (() => number) => {
  const tests = members.map((member) => equality(subject, member));
  return () => {
    let result = 0;
    for (const test of tests) {
      const equal = test();
      if (equal === 1) return 1;
      if (equal < 0) result = -1;
    }
    return subject.value() === null ? -1 : result;
  };
};

const not =
  (test: () => number): (() => number) =>
  () => {
    const result = test();
    return result < 0 ? -1 : 1 - result;
  };

/** Three-valued AND and OR (section 17.2): false or true wins over an error. */
const and =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.test();
    if (left === 0) return 0;
    const right = b.test();
    return right === 0 ? 0 : Math.min(left, right);
  };

const or =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.test();
    if (left === 1) return 1;
    const right = b.test();
    return right === 1 ? 1 : Math.min(left, right);
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

const withMemory = (node: Node, expression: Expression, scope: Scope): Expression => {
  if (node.subType !== 'operator' || isVolatile(node)) return expression;
  const [name, ...others] = new Set(variablesOf(node));
  if (name === undefined || name === '' || others.length > 0 || node.operator === 'bound') return expression;
  const at = scope.register(name);
  return at < 0 ? expression : { ...expression, test: remembered(expression.test, at, scope) };
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
