import { RDF } from '../../../rdf/namespaces.ts';
import type { QuadBuffer, QuadStore } from '../quad-store.ts';
import { CLASS, CLASSES } from './characters.ts';
import type { Scanner } from './scanner.ts';
import { TermReader } from './terms.ts';

const AT = 0x40;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const COMMA = 0x2c;
const DOT = 0x2e;
const DOUBLE_QUOTE = 0x22;
const PAREN_CLOSE = 0x29;
const PAREN_OPEN = 0x28;
const SEMICOLON = 0x3b;
const SINGLE_QUOTE = 0x27;
const COLON = 0x3a;
const LESS = 0x3c;
const SMALL_A = 0x61;
const SMALL_F = 0x66;
const SMALL_G = 0x67;
const SMALL_T = 0x74;

/** The bit that makes an ASCII letter small. */
const LOWER_CASE = 0x20;

/** Lists and blank nodes within one another; the call stack holds several times as many. */
const DEEPEST = 500;

const startsNumber = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === DOT;

/** TriG (RDF 1.1 TriG, section 4), which contains Turtle, by recursive descent. */
export class TrigReader {
  readonly #scanner: Scanner;
  readonly #terms: TermReader;
  readonly #quads: QuadBuffer;
  readonly #type: number;
  readonly #first: number;
  readonly #rest: number;
  readonly #nil: number;
  readonly #outside: number;
  #graph: number;
  #depth = 0;
  /** Whether the last bracket held nothing. */
  #wasEmpty = false;

  /** @param outside graph of triples outside of any */
  constructor(scanner: Scanner, store: QuadStore, outside: number) {
    this.#outside = outside;
    this.#graph = outside;
    this.#scanner = scanner;
    this.#terms = new TermReader(scanner, store.dictionary);
    this.#quads = store.incoming;
    this.#type = store.dictionary.addIri(RDF.type);
    this.#first = store.dictionary.addIri(RDF.first);
    this.#rest = store.dictionary.addIri(RDF.rest);
    this.#nil = store.dictionary.addIri(RDF.nil);
  }

  read(): void {
    for (let byte = this.#scanner.skip(); byte >= 0; byte = this.#scanner.skip()) this.#statement(byte);
  }

  #statement(byte: number): void {
    const scanner = this.#scanner;
    if (byte === AT) {
      scanner.at++;
      if (!/^(?:prefix|base)/.test(scanner.text(scanner.at, scanner.at + 6)) || !this.#directive())
        scanner.expected('@prefix or @base');
      scanner.take(DOT, 'a full stop');
    } else if (byte === BRACE_OPEN) this.#block(this.#outside);
    else if ((byte | LOWER_CASE) === SMALL_G && scanner.takeWord('graph')) this.#block(this.#label());
    else if (!this.#directive()) this.#triplesOrGraph(byte);
  }

  /** `prefix` or `base` with what follows it. @returns false if neither stands here */
  #directive(): boolean {
    const scanner = this.#scanner;
    if (scanner.takeWord('base')) {
      this.#terms.base = this.#terms.iriRefText();
      return true;
    }
    if (!scanner.takeWord('prefix')) return false;
    scanner.skip();
    const from = scanner.at;
    const to = scanner.nameEnd(from, -1);
    const first = scanner.bytes[from]!;
    const isName = to === from || first >= 0x80 || (CLASSES[first]! & CLASS.letter) !== 0;
    if (!isName || scanner.peek(to - from) !== COLON) scanner.expected('a prefix with a colon');
    scanner.at = to + 1;
    this.#terms.declare(scanner.bytes.subarray(from, to), this.#terms.iriRefText());
    return true;
  }

  #label(): number {
    const byte = this.#scanner.skip();
    if (byte !== BRACKET_OPEN) return this.#terms.node(byte);
    this.#scanner.at++;
    this.#scanner.take(BRACKET_CLOSE, 'a closing bracket');
    return this.#terms.freshBlank();
  }

  #triplesOrGraph(byte: number): void {
    const scanner = this.#scanner;
    if (byte === PAREN_OPEN) this.#predicates(this.#list());
    else {
      const isBracket = byte === BRACKET_OPEN;
      const subject = isBracket ? this.#bracket() : this.#terms.node(byte);
      const isName = !isBracket || this.#wasEmpty;
      const next = scanner.skip();
      if (next === BRACE_OPEN && isName) {
        this.#block(subject);
        return;
      }
      if (next !== DOT || isName) this.#predicates(subject);
    }
    scanner.take(DOT, 'a full stop');
  }

  #block(graph: number): void {
    const scanner = this.#scanner;
    scanner.take(BRACE_OPEN, 'an opening brace');
    this.#graph = graph;
    let byte = scanner.skip();
    while (byte !== BRACE_CLOSE) {
      if (byte < 0) scanner.fail('a graph that does not end');
      this.#triples(byte);
      byte = scanner.skip();
      if (byte === DOT) {
        scanner.at++;
        byte = scanner.skip();
      } else if (byte !== BRACE_CLOSE) scanner.expected('a full stop or a closing brace');
    }
    scanner.at++;
    this.#graph = this.#outside;
  }

  #triples(byte: number): void {
    if (byte !== BRACKET_OPEN) {
      this.#predicates(byte === PAREN_OPEN ? this.#list() : this.#terms.node(byte));
      return;
    }
    const subject = this.#bracket();
    const next = this.#scanner.skip();
    if (this.#wasEmpty || (next !== DOT && next !== BRACE_CLOSE)) this.#predicates(subject);
  }

  /** Predicates and objects of a subject, at least one of each. */
  #predicates(subject: number): void {
    const scanner = this.#scanner;
    let byte = scanner.skip();
    for (;;) {
      const predicate = this.#verb(byte);
      do {
        scanner.skip();
        this.#quads.add(subject, predicate, this.#object(), this.#graph);
        byte = scanner.skip();
      } while (byte === COMMA && ++scanner.at > 0);
      if (byte !== SEMICOLON) return;
      while (byte === SEMICOLON) {
        scanner.at++;
        byte = scanner.skip();
      }
      if (byte === DOT || byte === BRACKET_CLOSE || byte === BRACE_CLOSE || byte < 0) return;
    }
  }

  #verb(byte: number): number {
    const scanner = this.#scanner;
    if (byte === LESS) return this.#terms.iriRef();
    if (byte === SMALL_A && scanner.takeWord('a')) return this.#type;
    return this.#terms.prefixedName();
  }

  #object(): number {
    const scanner = this.#scanner;
    const terms = this.#terms;
    const byte = scanner.peek(0);
    if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) return terms.literal();
    if (byte === BRACKET_OPEN) return this.#bracket();
    if (byte === PAREN_OPEN) return this.#list();
    if (startsNumber(byte)) return terms.number();
    if (byte === SMALL_T && this.#isWord('true')) return terms.boolean('true');
    if (byte === SMALL_F && this.#isWord('false')) return terms.boolean('false');
    return terms.node(byte);
  }

  /** `true` and `false` are written in small letters only. */
  #isWord(word: string): boolean {
    const scanner = this.#scanner;
    return scanner.text(scanner.at, scanner.at + word.length) === word && scanner.takeWord(word);
  }

  #bracket(): number {
    const scanner = this.#scanner;
    scanner.at++;
    const node = this.#terms.freshBlank();
    const isEmpty = scanner.skip() === BRACKET_CLOSE;
    if (!isEmpty) {
      this.#deeper();
      this.#predicates(node);
      this.#depth--;
    }
    scanner.take(BRACKET_CLOSE, 'a closing bracket');
    this.#wasEmpty = isEmpty;
    return node;
  }

  #list(): number {
    const scanner = this.#scanner;
    scanner.at++;
    this.#deeper();
    let head = this.#nil;
    let last = 0;
    while (scanner.skip() !== PAREN_CLOSE) {
      const cell = this.#terms.freshBlank();
      if (last === 0) head = cell;
      else this.#quads.add(last, this.#rest, cell, this.#graph);
      this.#quads.add(cell, this.#first, this.#object(), this.#graph);
      last = cell;
    }
    if (last !== 0) this.#quads.add(last, this.#rest, this.#nil, this.#graph);
    this.#depth--;
    scanner.at++;
    return head;
  }

  #deeper(): void {
    if (++this.#depth > DEEPEST) this.#scanner.fail(`lists or blank nodes more than ${DEEPEST} deep`);
  }
}
