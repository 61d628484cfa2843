import type { NamedNode } from '../../rdf/factory.ts';
import type { Operation } from '../algebra.ts';
import type { AlgebraTerm, Node } from '../push-down/node.ts';
import { bindingOf } from '../push-down/variables.ts';
import { GroupReader, hasAggregate } from './groups.ts';
import { extend, filter, join, operator, type PatternTerm, termExpression, type Variable } from './nodes.ts';
import { TokenReader } from './reader.ts';
import { NotRead, tokensOf } from './tokens.ts';
import { TripleReader, templateBlanks } from './triples.ts';

/* Query forms and solution modifiers as algebra (SPARQL 1.1, grammar rules 1 to 28, sections 18.2.3 to 18.2.5). */

interface Projected {
  readonly variable: Variable;
  /** null: the variable itself. */
  readonly expression: Node | null;
}

/** What stands behind the pattern of a query. */
interface Modifiers {
  readonly keys: readonly Projected[];
  readonly isGrouped: boolean;
  readonly having: readonly Node[];
  readonly order: readonly Node[];
  readonly slice: { readonly start?: number; readonly length?: number } | null;
}

const isNamed = (name: string): boolean => !name.startsWith('.');

class QueryReader {
  readonly #reader: TokenReader;
  readonly #groups: GroupReader;

  constructor(reader: TokenReader) {
    this.#reader = reader;
    this.#groups = new GroupReader(reader, () => this.#select(null));
  }

  query(): Node {
    const reader = this.#reader;
    reader.prologue();
    const result = this.#form();
    if (reader.peek().kind !== 'end') reader.fail();
    return result;
  }

  #form(): Node {
    const reader = this.#reader;
    const clause = { default: [] as NamedNode[], named: [] as NamedNode[] };
    const result = this.#formOver(clause);
    const isGiven = clause.default.length + clause.named.length > 0;
    if (reader.peek().kind !== 'end') reader.fail();
    return isGiven ? { type: 'from', input: result, ...clause } : result;
  }

  #formOver(clause: { readonly default: NamedNode[]; readonly named: NamedNode[] }): Node {
    const reader = this.#reader;
    const from = (): void => {
      while (reader.word('from')) (reader.word('named') ? clause.named : clause.default).push(reader.iri());
    };
    if (reader.isWord('select')) return this.#select(from);
    if (reader.word('ask')) {
      from();
      return { type: 'ask', input: this.#whole([], false) };
    }
    if (reader.word('describe')) return this.#describe(from);
    if (reader.word('construct')) return this.#construct(from);
    return reader.fail(reader.peek().kind === 'end' ? 'the query is empty' : '');
  }

  #construct(from: () => void): Node {
    const reader = this.#reader;
    const triples = new TripleReader(reader, templateBlanks(), false);
    if (reader.isSign('{')) {
      const template = this.#groups.template(triples);
      from();
      return { type: 'construct', input: this.#whole([], false), template };
    }
    from();
    reader.expectWord('where');
    const template = this.#groups.template(triples);
    if (
      template.some(
        (each) => (each.subject as AlgebraTerm).termType === 'BlankNode' || (each.object as AlgebraTerm).termType === 'BlankNode',
      )
    )
      reader.fail('CONSTRUCT WHERE takes no blank nodes');
    return { type: 'construct', input: this.#modified({ type: 'bgp', patterns: template }, [], false), template };
  }

  #describe(from: () => void): Node {
    const reader = this.#reader;
    const terms: PatternTerm[] = [];
    const isStar = reader.sign('*');
    if (!isStar)
      do terms.push(reader.variableOrIri());
      while (reader.peek().kind === 'variable' || reader.isIri());
    from();
    const hasPattern = reader.isWord('where') || reader.isSign('{');
    const input = hasPattern ? this.#whole([], false) : this.#modified({ type: 'bgp', patterns: [] }, [], false);
    if (!isStar) return { type: 'describe', input, terms };
    return { type: 'describe', input, terms: this.#inScope(input) };
  }

  /** SELECT, of a query where `from` is given, else of a subquery. */
  #select(from: (() => void) | null): Node {
    const reader = this.#reader;
    reader.expectWord('select');
    const mode = reader.word('distinct') ? 'distinct' : reader.word('reduced') ? 'reduced' : null;
    const projected = reader.sign('*') ? null : this.#projection();
    from?.();
    reader.word('where');
    const pattern = this.#groups.group();
    return this.#modified(pattern, projected, true, mode);
  }

  #projection(): Projected[] {
    const reader = this.#reader;
    const projected: Projected[] = [];
    for (;;) {
      if (reader.peek().kind === 'variable') projected.push({ variable: reader.variable(), expression: null });
      else if (reader.sign('(')) {
        const expression = this.#groups.expressions.expression();
        projected.push({ variable: this.#groups.alias(), expression });
        reader.expectSign(')');
      } else break;
    }
    const names = new Set(projected.map(({ variable }) => variable.value));
    if (projected.length === 0) reader.fail();
    if (names.size < projected.length) reader.fail('SELECT names a variable twice');
    return projected;
  }

  #whole(projected: readonly Projected[], isSelect: boolean): Node {
    this.#reader.word('where');
    return this.#modified(this.#groups.group(), projected, isSelect);
  }

  #modifiers(): Modifiers {
    const reader = this.#reader;
    const expressions = this.#groups.expressions;
    const keys: Projected[] = [];
    const isGrouped = reader.word('group');
    if (isGrouped) {
      reader.expectWord('by');
      do keys.push(this.#key());
      while (reader.peek().kind === 'variable' || expressions.isConstraint());
    }
    const having: Node[] = [];
    if (reader.word('having'))
      do having.push(expressions.constraint());
      while (expressions.isConstraint());
    const order: Node[] = [];
    if (reader.word('order')) {
      reader.expectWord('by');
      do order.push(this.#orderCondition());
      while (reader.peek().kind === 'variable' || reader.isWord('asc') || reader.isWord('desc') || expressions.isConstraint());
    }
    return { keys, isGrouped, having, order, slice: this.#slice() };
  }

  #key(): Projected {
    const reader = this.#reader;
    if (reader.peek().kind === 'variable') return { variable: reader.variable(), expression: null };
    if (!reader.isSign('(')) return { variable: reader.freshVariable(), expression: this.#groups.expressions.constraint() };
    reader.take();
    const expression = this.#groups.expressions.expression();
    const variable = reader.isWord('as') ? this.#groups.alias() : reader.freshVariable();
    reader.expectSign(')');
    return { variable, expression };
  }

  #orderCondition(): Node {
    const reader = this.#reader;
    const expressions = this.#groups.expressions;
    if (reader.word('desc')) return operator('desc', [expressions.bracketed()]);
    if (reader.word('asc')) return expressions.bracketed();
    return reader.peek().kind === 'variable' ? termExpression(reader.variable()) : expressions.constraint();
  }

  #slice(): Modifiers['slice'] {
    const reader = this.#reader;
    const slice: { start?: number; length?: number } = {};
    for (let i = 0; i < 2; i++) {
      const field = reader.isWord('limit') ? 'length' : reader.isWord('offset') ? 'start' : null;
      if (field === null) break;
      if (slice[field] !== undefined) reader.fail('LIMIT or OFFSET stands twice');
      reader.take();
      const { text } = reader.expectKind('number');
      if (!/^\d+$/.test(text)) reader.fail('LIMIT and OFFSET take whole numbers');
      slice[field] = Number(text);
    }
    return slice.start === undefined && slice.length === undefined ? null : { start: 0, ...slice };
  }

  #inScope(node: Node): Variable[] {
    return [...bindingOf(node).possible]
      .filter(isNamed)
      .sort()
      .map((name) => ({ ...termOf(name) }));
  }

  /** @param projected null for `*` */
  #modified(
    pattern: Node,
    projected: readonly Projected[] | null,
    isSelect: boolean,
    mode: 'distinct' | 'reduced' | null = null,
  ): Node {
    const reader = this.#reader;
    const modifiers = this.#modifiers();
    const aggregates: Node[] = [];
    const lifted = (expression: Node): Node => this.#lift(expression, aggregates);
    const selected = projected ?? [];
    const made = selected.map(({ variable, expression }) => ({ variable, expression: expression && lifted(expression) }));
    const having = modifiers.having.map(lifted);
    const order = modifiers.order.map(lifted);
    const isGrouped = modifiers.isGrouped || aggregates.length > 0;
    let result = isGrouped ? this.#grouped(pattern, modifiers.keys, aggregates) : pattern;
    if (!isGrouped && having.length > 0) reader.fail('HAVING without GROUP BY or an aggregate');
    for (const condition of having) result = filter(result, [condition]);
    if (reader.word('values')) result = join(result, this.#groups.values());
    if (isGrouped) this.#checkGrouped(made, modifiers, projected === null && isSelect);
    const scope = new Set(bindingOf(result).possible);
    for (const { variable, expression } of made) {
      if (!expression) continue;
      if (scope.has(variable.value)) reader.fail(`the variable ?${variable.value} has a value already`);
      scope.add(variable.value);
      result = extend(result, variable, expression);
    }
    if (order.length > 0) result = { type: 'orderby', input: result, expressions: order };
    if (isSelect) result = { type: 'project', input: result, variables: this.#columns(projected, result) };
    if (mode) result = { type: mode, input: result };
    return modifiers.slice ? { type: 'slice', input: result, ...modifiers.slice } : result;
  }

  #columns(projected: readonly Projected[] | null, input: Node): Variable[] {
    return projected === null ? this.#inScope(input) : projected.map(({ variable }) => variable);
  }

  #grouped(pattern: Node, keys: readonly Projected[], aggregates: readonly Node[]): Node {
    let input = pattern;
    for (const { variable, expression } of keys) {
      if (!expression) continue;
      if (hasAggregate(expression)) this.#reader.fail('GROUP BY takes no aggregate');
      if (bindingOf(input).possible.has(variable.value)) this.#reader.fail(`the variable ?${variable.value} has a value already`);
      input = extend(input, variable, expression);
    }
    return { type: 'group', input, variables: keys.map(({ variable }) => variable), aggregates };
  }

  /** Aggregates become variables that the grouping binds. */
  #lift(expression: Node, aggregates: Node[]): Node {
    if (expression.subType === 'aggregate') {
      const same = aggregates.find((each) => sameNode(each, expression));
      const variable = (same?.variable as Variable | undefined) ?? this.#reader.freshVariable();
      if (!same) aggregates.push({ ...expression, variable });
      return termExpression(variable);
    }
    if (!Array.isArray(expression.args)) return expression;
    return { ...expression, args: (expression.args as readonly Node[]).map((arg) => this.#lift(arg, aggregates)) };
  }

  /** Of a group, only its keys and what is made of them can be told (section 19.8, note 12). */
  #checkGrouped(made: readonly Projected[], { keys }: Modifiers, isStar: boolean): void {
    if (isStar) this.#reader.fail('SELECT * with GROUP BY: name the variables');
    const known = new Set(keys.map(({ variable }) => variable.value));
    const check = (name: string): void => {
      if (!known.has(name) && isNamed(name))
        this.#reader.fail(`the variable ?${name} is no key of GROUP BY: put it there, or into an aggregate`);
    };
    const checkExpression = (expression: Node): void => {
      const term = expression.term as AlgebraTerm | undefined;
      if (term?.termType === 'Variable') check(term.value);
      for (const each of (expression.args ?? []) as readonly Node[]) checkExpression(each);
    };
    for (const { variable, expression } of made) {
      if (expression) checkExpression(expression);
      else check(variable.value);
      known.add(variable.value);
    }
  }
}

const termOf = (name: string): Variable => ({
  termType: 'Variable',
  value: name,
  equals: (other) => other?.termType === 'Variable' && other.value === name,
});

const sameNode = ({ variable: _a, ...a }: Node, { variable: _b, ...b }: Node): boolean => JSON.stringify(a) === JSON.stringify(b);

const CODE_POINT = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/g;

/** Escapes of code points stand for them anywhere in a query (section 19.2). */
const withoutEscapes = (text: string): string =>
  text.replace(CODE_POINT, (_all, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long!, 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new NotRead(0, 0, 'an escape stands for no character');
    return String.fromCodePoint(code);
  });

/** The algebra of a SPARQL 1.1 query and its variables. @throws NotRead */
export const parseQuery = (
  text: string,
  baseIri: string,
): { readonly algebra: Operation; readonly variables: ReadonlySet<string> } => {
  const tokens = tokensOf(withoutEscapes(text));
  const algebra = new QueryReader(new TokenReader(tokens, baseIri)).query() as Operation;
  const names = tokens.flatMap(({ kind, text: name }) => (kind === 'variable' ? [name.slice(1)] : []));
  return { algebra, variables: new Set(names) };
};
