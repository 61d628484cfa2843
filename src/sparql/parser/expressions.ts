import type { Node } from '../push-down/node.ts';
import { operator, termExpression } from './nodes.ts';
import type { TokenReader } from './reader.ts';

/* Expressions (SPARQL 1.1, grammar rules 110 to 128). */

/** Reads the pattern of EXISTS. */
export type PatternOf = () => Node;

/** How many arguments each function takes. */
const FUNCTIONS: ReadonlyMap<string, readonly [number, number]> = new Map(
  `str 1 1 lang 1 1 langmatches 2 2 datatype 1 1 bound 1 1 iri 1 1 uri 1 1 bnode 0 1 rand 0 0 abs 1 1 ceil 1 1 floor 1 1 round 1 1
   concat 0 Infinity strlen 1 1 ucase 1 1 lcase 1 1 encode_for_uri 1 1 contains 2 2 strstarts 2 2 strends 2 2 strbefore 2 2
   strafter 2 2 year 1 1 month 1 1 day 1 1 hours 1 1 minutes 1 1 seconds 1 1 timezone 1 1 tz 1 1 now 0 0 uuid 0 0 struuid 0 0
   md5 1 1 sha1 1 1 sha256 1 1 sha384 1 1 sha512 1 1 coalesce 0 Infinity if 3 3 strlang 2 2 strdt 2 2 sameterm 2 2 isiri 1 1
   isuri 1 1 isblank 1 1 isliteral 1 1 isnumeric 1 1 regex 2 3 substr 2 3 replace 3 4`
    .trim()
    .split(/\s+/)
    .reduce<[string, [number, number]][]>((list, word, i, words) => {
      if (i % 3 === 0) list.push([word, [Number(words[i + 1]), Number(words[i + 2])]]);
      return list;
    }, []),
);

const AGGREGATES = new Set(['count', 'sum', 'min', 'max', 'avg', 'sample', 'group_concat']);
const COMPARISONS = new Set(['=', '!=', '<', '>', '<=', '>=']);

export class ExpressionReader {
  readonly #reader: TokenReader;
  readonly #pattern: PatternOf;
  /** Within an aggregate, there is no other. */
  #inAggregate = false;

  constructor(reader: TokenReader, pattern: PatternOf) {
    this.#reader = reader;
    this.#pattern = pattern;
  }

  expression(): Node {
    return this.#reader.nested(() => this.#chain('||', () => this.#chain('&&', () => this.#relation())));
  }

  bracketed(): Node {
    this.#reader.expectSign('(');
    const inner = this.expression();
    this.#reader.expectSign(')');
    return inner;
  }

  /** What FILTER and HAVING take, and ORDER BY and GROUP BY without a bracket: a bracket, or a call. */
  constraint(): Node {
    if (this.#reader.isSign('(')) return this.bracketed();
    return this.#reader.isIri() ? this.#named(true) : this.#builtIn();
  }

  isConstraint(): boolean {
    const reader = this.#reader;
    const { kind, text } = reader.peek();
    return (
      reader.isSign('(') ||
      reader.isIri() ||
      (kind === 'word' && (FUNCTIONS.has(text) || AGGREGATES.has(text) || text === 'exists' || text === 'not'))
    );
  }

  #chain(sign: string, part: () => Node): Node {
    let left = part();
    while (this.#reader.sign(sign)) left = operator(sign, [left, part()]);
    return left;
  }

  #relation(): Node {
    const reader = this.#reader;
    const left = this.#sum();
    const { kind, text } = reader.peek();
    if (kind === 'sign' && COMPARISONS.has(text)) {
      reader.take();
      return operator(text, [left, this.#sum()]);
    }
    const isNot = reader.word('not');
    if (isNot || reader.isWord('in')) {
      reader.expectWord('in');
      return operator(isNot ? 'notin' : 'in', [left, ...this.#list()]);
    }
    return left;
  }

  #sum(): Node {
    const reader = this.#reader;
    let left = this.#product(this.#unary());
    for (;;) {
      const { text } = reader.peek();
      if (!reader.isSign('+') && !reader.isSign('-')) return left;
      reader.take();
      left = operator(text, [left, this.#product(this.#unary())]);
    }
  }

  #product(first: Node): Node {
    const reader = this.#reader;
    let left = first;
    while (reader.isSign('*') || reader.isSign('/')) left = operator(reader.take().text, [left, this.#unary()]);
    return left;
  }

  #unary(): Node {
    const reader = this.#reader;
    if (reader.isSignedNumber()) return termExpression(reader.signedNumber());
    for (const [sign, name] of [
      ['!', '!'],
      ['-', 'uminus'],
      ['+', 'uplus'],
    ] as const)
      if (reader.sign(sign)) return operator(name, [reader.nested(() => (sign === '!' ? this.#unary() : this.#primary()))]);
    return this.#primary();
  }

  #primary(): Node {
    const reader = this.#reader;
    if (reader.isSign('(')) return this.bracketed();
    if (reader.peek().kind === 'variable') return termExpression(reader.variable());
    if (reader.isIri()) return this.#named(false);
    if (reader.isLiteral()) return termExpression(reader.literal());
    return this.#builtIn();
  }

  /** An IRI, or a call of the function it names. */
  #named(mustCall: boolean): Node {
    const reader = this.#reader;
    const name = reader.iri();
    if (reader.isSign('(')) return { type: 'expression', subType: 'named', name, args: this.#list() };
    return mustCall ? reader.fail() : termExpression(name);
  }

  #list(): Node[] {
    const reader = this.#reader;
    reader.expectSign('(');
    const args: Node[] = [];
    if (!reader.isSign(')')) {
      do args.push(this.expression());
      while (reader.sign(','));
    }
    reader.expectSign(')');
    return args;
  }

  #builtIn(): Node {
    const reader = this.#reader;
    const { kind, text } = reader.peek();
    const isKnown = FUNCTIONS.has(text) || AGGREGATES.has(text) || text === 'exists' || text === 'not';
    if (kind !== 'word' || !isKnown)
      reader.fail(kind === 'word' && reader.isSign('(', 1) ? `there is no function ${text.toUpperCase()}` : '');
    reader.take();
    if (AGGREGATES.has(text)) return this.#aggregate(text);
    if (text === 'exists' || text === 'not') {
      if (text === 'not') reader.expectWord('exists');
      return { type: 'expression', subType: 'existence', not: text === 'not', input: this.#pattern() };
    }
    const [least, most] = FUNCTIONS.get(text)!;
    const args = this.#list();
    if (args.length < least || args.length > most)
      reader.fail(`${text.toUpperCase()} takes ${least === most ? least : `${least} to ${most}`} arguments`);
    if (text === 'bound' && (args[0]!.term as { termType?: string } | undefined)?.termType !== 'Variable')
      reader.fail('BOUND takes a variable');
    // A relative IRI resolves against the base of the query, which its prologue may set.
    return text === 'iri' || text === 'uri' ? { ...operator(text, args), baseIri: reader.base } : operator(text, args);
  }

  #aggregate(aggregator: string): Node {
    const reader = this.#reader;
    if (this.#inAggregate) reader.fail('an aggregate within an aggregate');
    this.#inAggregate = true;
    reader.expectSign('(');
    const distinct = reader.word('distinct');
    const isStar = aggregator === 'count' && reader.sign('*');
    const expression: Node = isStar
      ? { type: 'expression', subType: 'wildcard', wildcard: { type: 'wildcard' } }
      : this.expression();
    const separator = aggregator === 'group_concat' ? this.#separator() : {};
    reader.expectSign(')');
    this.#inAggregate = false;
    return { type: 'expression', subType: 'aggregate', aggregator, expression, distinct, ...separator };
  }

  #separator(): { readonly separator: string } {
    const reader = this.#reader;
    if (!reader.sign(';')) return { separator: ' ' };
    reader.expectWord('separator');
    reader.expectSign('=');
    const { value, language, datatype } = reader.literal();
    if (language !== '' || !datatype.value.endsWith('#string')) reader.fail('a separator is a plain text');
    return { separator: value };
  }
}
