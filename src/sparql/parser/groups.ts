import { defaultGraph } from '../../rdf/factory.ts';
import { inputsOf, type Node } from '../push-down/node.ts';
import { bindingOf, expressionVariables } from '../push-down/variables.ts';
import type { ResultTerm } from '../types.ts';
import { ExpressionReader } from './expressions.ts';
import { EMPTY_GROUP, extend, filter, join, type Variable } from './nodes.ts';
import type { TokenReader } from './reader.ts';
import { PatternBlanks, TripleReader } from './triples.ts';

/* Group graph patterns as algebra (SPARQL 1.1, grammar rules 53 to 74, section 18.2.2). */

export class GroupReader {
  readonly #reader: TokenReader;
  readonly #subquery: () => Node;
  readonly #blanks: PatternBlanks;
  readonly expressions: ExpressionReader;

  /** @param subquery reads a SELECT within braces */
  constructor(reader: TokenReader, subquery: () => Node) {
    this.#reader = reader;
    this.#subquery = subquery;
    this.#blanks = new PatternBlanks(reader);
    this.expressions = new ExpressionReader(reader, () => this.group());
  }

  /** What stands within braces. */
  group(): Node {
    const reader = this.#reader;
    reader.expectSign('{');
    const result = reader.nested(() => (reader.isWord('select') ? this.#subquery() : this.#elements()));
    reader.expectSign('}');
    return result;
  }

  #elements(): Node {
    const reader = this.#reader;
    const filters: Node[] = [];
    let result = EMPTY_GROUP;
    let triples: TripleReader | null = null;
    const close = (): void => {
      if (triples) result = join(result, triples.operation);
      triples = null;
    };
    while (!reader.isSign('}')) {
      if (reader.word('filter')) {
        filters.push(this.expressions.constraint());
        reader.sign('.');
        continue;
      }
      triples ??= new TripleReader(reader, this.#blanks.block(), true);
      if (triples.isHere()) {
        triples.subject();
        if (!reader.sign('.') && triples.isHere()) reader.fail();
        continue;
      }
      close();
      result = this.#element(result);
      reader.sign('.');
    }
    close();
    return filter(result, filters);
  }

  #element(before: Node): Node {
    const reader = this.#reader;
    if (reader.word('optional')) return this.#optional(before);
    if (reader.word('minus')) return { type: 'minus', input: [before, this.group()] };
    if (reader.word('bind')) return this.#bind(before);
    if (reader.word('values')) return join(before, this.values());
    if (reader.word('graph')) return join(before, this.#graph());
    if (reader.word('service')) return join(before, this.#service());
    return join(before, this.#union());
  }

  #optional(before: Node): Node {
    const inner = this.group();
    if (inner.type !== 'filter') return { type: 'leftjoin', input: [before, inner] };
    return { type: 'leftjoin', input: [before, inputsOf(inner)[0]!], expression: inner.expression };
  }

  #bind(before: Node): Node {
    const reader = this.#reader;
    reader.expectSign('(');
    const expression = this.expressions.expression();
    const name = this.alias();
    reader.expectSign(')');
    if (bindingOf(before).possible.has(name.value)) reader.fail(`the variable ?${name.value} has a value already`);
    if (hasAggregate(expression)) reader.fail('BIND takes no aggregate');
    return extend(before, name, expression);
  }

  /** `AS ?name` */
  alias(): Variable {
    this.#reader.expectWord('as');
    return this.#reader.variable();
  }

  /**
   * GRAPH: its patterns are matched in the graph. Where that says all, the name stands in them; where its variable must not be
   * seen within, or nothing within binds it, the graphs are gone through one by one.
   */
  #graph(): Node {
    const reader = this.#reader;
    const outer = reader.graph;
    const name = reader.variableOrIri();
    const place = reader.mark();
    reader.graph = name;
    const inner = this.group();
    if (name.termType === 'Variable' && !spreads(inner, name.value)) {
      reader.goTo(place);
      const scope = reader.freshVariable();
      reader.graph = scope;
      const scoped = this.group();
      reader.graph = outer;
      return { type: 'graph', name, scope, input: scoped };
    }
    reader.graph = outer;
    return inner;
  }

  /** Read only to be refused: nothing is fetched. */
  #service(): Node {
    const reader = this.#reader;
    const silent = reader.word('silent');
    return { type: 'service', silent, name: reader.variableOrIri(), input: this.group() };
  }

  #union(): Node {
    const parts = [this.group()];
    while (this.#reader.word('union')) parts.push(this.group());
    return parts.length === 1 ? parts[0]! : { type: 'union', input: parts };
  }

  /** A data block, behind VALUES. */
  values(): Node {
    const reader = this.#reader;
    const isSingle = reader.peek().kind === 'variable';
    const variables: Variable[] = [];
    if (isSingle) variables.push(reader.variable());
    else {
      reader.expectSign('(');
      while (!reader.sign(')')) variables.push(reader.variable());
    }
    if (new Set(variables.map(({ value }) => value)).size !== variables.length) reader.fail('VALUES names a variable twice');
    const bindings: Record<string, ResultTerm>[] = [];
    reader.expectSign('{');
    while (!reader.sign('}')) {
      if (!isSingle) reader.expectSign('(');
      const row: Record<string, ResultTerm> = {};
      for (const { value } of variables) if (!reader.word('undef')) row[value] = this.#dataTerm();
      if (!isSingle) reader.expectSign(')');
      bindings.push(row);
    }
    return { type: 'values', variables, bindings };
  }

  #dataTerm(): ResultTerm {
    const reader = this.#reader;
    if (reader.isIri()) return reader.iri();
    return reader.isSignedNumber() ? reader.signedNumber() : reader.literal();
  }

  /** The triples of a template. */
  template(triples: TripleReader): readonly Node[] {
    const reader = this.#reader;
    reader.graph = defaultGraph();
    reader.expectSign('{');
    while (triples.isHere()) {
      triples.subject();
      if (!reader.sign('.')) break;
    }
    reader.expectSign('}');
    return triples.found;
  }
}

const SPREADING = new Set(['bgp', 'path', 'join', 'union', 'leftjoin', 'filter', 'extend']);

/** True if a group means the same with the graph's variable in its patterns. */
const spreads = (node: Node, name: string): boolean => bindingOf(node).certain.has(name) && isOpen(node, name);

const isOpen = (node: Node, name: string): boolean => {
  const { expression, variable } = node as { readonly expression?: Node; readonly variable?: Variable };
  if (!SPREADING.has(node.type!) || variable?.value === name) return false;
  if (expression && expressionVariables(expression).has(name)) return false;
  return inputsOf(node).every((input) => isOpen(input, name));
};

export const hasAggregate = (expression: Node): boolean =>
  expression.subType === 'aggregate' || ((expression.args ?? []) as readonly Node[]).some(hasAggregate);
