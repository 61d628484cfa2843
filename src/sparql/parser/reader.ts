import { defaultGraph, iri, type Literal, langString, type NamedNode, string, typed } from '../../rdf/factory.ts';
import { RDF, XSD } from '../../rdf/namespaces.ts';
import { unescapeLocal, unescapeString } from '../../store/quads/trig/escapes.ts';
import { resolveReference } from '../../store/quads/trig/resolve.ts';
import { type PatternTerm, type Variable, variable } from './nodes.ts';
import { NotRead, type Token, type TokenKind, TooDeep } from './tokens.ts';

const DEEPEST = 150;

/** What is missing where a token of some other kind stands. */
const EXPECTED: Readonly<Partial<Record<TokenKind, string>>> = {
  iri: 'an IRI in < >',
  name: 'a prefix and a colon',
  variable: 'a variable',
  number: 'a number',
};

/** The tokens of a query one after the other, with what names in it mean. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #prefixes = new Map<string, string>();
  #next = 0;
  #depth = 0;
  #fresh = 0;
  /** To which relative IRIs resolve. */
  base: string;
  /** The graph that patterns are matched in. */
  graph: PatternTerm = defaultGraph();

  constructor(tokens: readonly Token[], base: string) {
    this.#tokens = tokens;
    this.base = base;
  }

  /** The token that comes, or one behind it. */
  peek(offset = 0): Token {
    return this.#tokens[Math.min(this.#next + offset, this.#tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    this.#next++;
    return token;
  }

  /** Where the reader stands, to go back there. */
  mark(): number {
    return this.#next;
  }

  goTo(mark: number): void {
    this.#next = mark;
  }

  is(kind: TokenKind, text: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token.kind === kind && token.text === text;
  }

  isSign(text: string, offset = 0): boolean {
    return this.is('sign', text, offset);
  }

  isWord(text: string): boolean {
    return this.is('word', text);
  }

  /** Takes a sign if it comes. */
  sign(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.#next++;
    return true;
  }

  /** Takes a word if it comes. */
  word(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.#next++;
    return true;
  }

  expectSign(text: string): void {
    if (!this.sign(text)) this.#failAt(this.peek(), '', `"${text}"`);
  }

  expectWord(text: string): void {
    if (!this.word(text)) this.#failAt(this.peek(), '', text.toUpperCase());
  }

  expectKind(kind: TokenKind): Token {
    if (this.peek().kind !== kind) this.#failAt(this.peek(), '', EXPECTED[kind] ?? null);
    return this.take();
  }

  /** @param problem what is wrong, where it is more than that the token that comes may not stand here */
  fail(problem = ''): never {
    return this.#failAt(this.peek(), problem);
  }

  #failAt({ at, text }: Token, problem: string, expected: string | null = null): never {
    throw new NotRead(at, text.length, problem, expected);
  }

  /** Runs what may contain itself. */
  nested<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) throw new TooDeep(this.peek().at, 0);
    const result = read();
    this.#depth--;
    return result;
  }

  /** A variable that no query can name. */
  freshVariable(): Variable {
    return variable(`.${this.#fresh++}`);
  }

  /** BASE and PREFIX. */
  prologue(): void {
    for (;;) {
      if (this.word('base')) this.base = this.#resolved(this.expectKind('iri').text);
      else if (this.word('prefix')) {
        const name = this.expectKind('name').text;
        if (name.indexOf(':') !== name.length - 1) this.fail('a prefix ends with its colon');
        this.#prefixes.set(name.slice(0, -1), this.#resolved(this.expectKind('iri').text));
      } else return;
    }
  }

  #resolved(bracketed: string): string {
    return resolveReference(bracketed.slice(1, -1), this.base);
  }

  isIri(): boolean {
    const { kind } = this.peek();
    return kind === 'iri' || kind === 'name';
  }

  iri(): NamedNode {
    const token = this.peek();
    const { kind, text } = token;
    if (kind !== 'iri' && kind !== 'name') this.#failAt(token, '', 'an IRI');
    this.take();
    if (kind === 'iri') return iri(this.#resolved(text));
    const colon = text.indexOf(':');
    const namespace = this.#prefixes.get(text.slice(0, colon));
    if (namespace === undefined) return this.#failAt(token, `Unknown prefix: ${text.slice(0, colon)}`);
    return iri(namespace + unescapeLocal(text.slice(colon + 1)));
  }

  variable(): Variable {
    return variable(this.expectKind('variable').text.slice(1));
  }

  variableOrIri(): Variable | NamedNode {
    return this.peek().kind === 'variable' ? this.variable() : this.iri();
  }

  isLiteral(): boolean {
    const { kind, text } = this.peek();
    return kind === 'string' || kind === 'number' || (kind === 'word' && (text === 'true' || text === 'false'));
  }

  /** A literal without a sign before it. */
  literal(): Literal {
    const token = this.take();
    const { kind, text } = token;
    if (kind === 'number') return typed(text, datatypeOfNumber(text));
    if (kind === 'word' && (text === 'true' || text === 'false')) return typed(text, XSD.boolean);
    if (kind !== 'string') this.#failAt(token, '', 'a term');
    const quotes = /^("""|'''|"|')/.exec(text)![0].length;
    const value =
      unescapeString(text.slice(quotes, -quotes)) ??
      this.#failAt(token, 'the text holds an unknown escape: a backslash is written twice');
    if (this.peek().kind === 'language') return langString(value, this.take().text.slice(1));
    if (!this.sign('^^')) return string(value);
    return typed(value, this.iri().value);
  }

  /** A number with its sign. */
  signedNumber(): Literal {
    const sign = this.take().text;
    const { text } = this.expectKind('number');
    return typed(sign + text, datatypeOfNumber(text));
  }

  /** `+1` and `-1` are one token where no space is between. */
  isSignedNumber(): boolean {
    const token = this.peek();
    const next = this.peek(1);
    return (this.isSign('+') || this.isSign('-')) && next.kind === 'number' && next.at === token.at + 1;
  }
}

const datatypeOfNumber = (text: string): string =>
  /[eE]/.test(text) ? XSD.double : text.includes('.') ? XSD.decimal : XSD.integer;

export const RDF_LIST = { type: iri(RDF.type), first: iri(RDF.first), rest: iri(RDF.rest), nil: iri(RDF.nil) };
