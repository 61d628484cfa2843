import { RDF, XSD } from '../../../rdf/namespaces.ts';
import { type Dictionary, KIND } from '../dictionary.ts';
import { ByteMap, HASH_START, hashOn } from './byte-map.ts';
import { CLASS, CLASSES, isNameCharacter, widthOf } from './characters.ts';
import { unescapeIri, unescapeLocal, unescapeString } from './escapes.ts';
import { resolveReference } from './resolve.ts';
import type { Scanner } from './scanner.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const COLON = 0x3a;
const DOT = 0x2e;
const SLASH = 0x2f;
const HASH = 0x23;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AT = 0x40;
const CARET = 0x5e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const UNDERSCORE = 0x5f;

interface Prefix {
  readonly namespace: string;
  /** Kind of the names under it; -1 where they must be put together first. */
  readonly kind: number;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Anonymous blank nodes are numbered behind this; labels that begin so get another beginning. */
const ANONYMOUS = 'anon-';

/** Terms of Turtle, TriG and N-Quads, straight from the bytes of a file into a dictionary. */
export class TermReader {
  readonly #scanner: Scanner;
  readonly #dictionary: Dictionary;
  readonly #prefixes = new ByteMap<Prefix>();
  readonly #namespaces = new ByteMap<number>();
  readonly #literalKinds = new Map<number, number>();
  readonly #languages = new ByteMap<number>();
  readonly #integer: number;
  readonly #decimal: number;
  readonly #double: number;
  readonly #boolean: number;
  base = '';

  constructor(scanner: Scanner, dictionary: Dictionary) {
    this.#scanner = scanner;
    this.#dictionary = dictionary;
    this.#integer = dictionary.literalKind(XSD.integer, '');
    this.#decimal = dictionary.literalKind(XSD.decimal, '');
    this.#double = dictionary.literalKind(XSD.double, '');
    this.#boolean = dictionary.literalKind(XSD.boolean, '');
  }

  declare(prefix: Buffer, namespace: string): void {
    const isWhole = namespace.endsWith('/') || namespace.endsWith('#');
    this.#prefixes.set(prefix, { namespace, kind: isWhole ? this.#dictionary.namespaceKind(namespace) : -1 });
  }

  /** An IRI in angle brackets. */
  iriRef(): number {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    const from = ++scanner.at;
    let at = from;
    let hash = HASH_START;
    let localFrom = from;
    let namespaceHash = hash;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if ((CLASSES[byte]! & CLASS.iriStop) !== 0) break;
      hash = hashOn(hash, byte);
      if (byte === SLASH || byte === HASH) {
        localFrom = at + 1;
        namespaceHash = hash;
      }
    }
    scanner.at = at;
    if (bytes[at] !== GREATER || at >= end || !this.#isAbsolute(from, at)) return this.#dictionary.addIri(this.#iriText(from));
    scanner.at = at + 1;
    let kind = this.#namespaces.get(namespaceHash, bytes, from, localFrom);
    if (kind === undefined) {
      kind = this.#dictionary.namespaceKind(scanner.text(from, localFrom));
      this.#namespaces.set(bytes.subarray(from, localFrom), kind);
    }
    return kind < 0 ? this.#dictionary.intern(KIND.iri, bytes, from, at) : this.#dictionary.intern(kind, bytes, localFrom, at);
  }

  /** The text of an IRI in angle brackets, for directives. */
  iriRefText(): string {
    if (this.#scanner.skip() !== LESS) this.#scanner.expected('an IRI in angle brackets');
    return this.#iriText(++this.#scanner.at);
  }

  /** A prefixed name. */
  prefixedName(): number {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    const from = scanner.at;
    let at = from;
    let hash = HASH_START;
    for (; at < end && bytes[at] !== COLON; at++) {
      const byte = bytes[at]!;
      if (byte < 0x80 && (CLASSES[byte]! & CLASS.name) === 0 && byte !== DOT) scanner.expected('an IRI or a name with a prefix');
      hash = hashOn(hash, byte);
    }
    if (at >= end) scanner.expected('an IRI or a name with a prefix');
    const prefix = this.#prefixes.get(hash, bytes, from, at);
    if (!prefix) return scanner.fail(`the prefix ${scanner.found().replace(/:.*/, '')}:" is not declared`);
    return this.#local(prefix, at + 1);
  }

  /** A labelled blank node. */
  blankNode(): number {
    const scanner = this.#scanner;
    if (scanner.peek(1) !== COLON) scanner.expected('a blank node');
    const from = scanner.at + 2;
    const to = scanner.nameEnd(from, -1);
    const first = scanner.bytes[from]!;
    if (to === from || first === MINUS || first === DOT) scanner.expected('the label of a blank node');
    scanner.at = to;
    if (scanner.text(from, Math.min(to, from + ANONYMOUS.length)) === ANONYMOUS)
      return this.#dictionary.addText(KIND.blank, `${ANONYMOUS}-${scanner.text(from, to)}`);
    return this.#dictionary.intern(KIND.blank, scanner.bytes, from, to);
  }

  /** A blank node without a label. */
  freshBlank(): number {
    const known = this.#dictionary.size;
    for (let number = known; ; number++) {
      const id = this.#dictionary.addText(KIND.blank, ANONYMOUS + number);
      if (id > known) return id;
    }
  }

  /** A quoted literal with its language or datatype. */
  literal(): number {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    const quote = bytes[scanner.at]!;
    const isLong = scanner.peek(1) === quote && scanner.peek(2) === quote;
    const from = scanner.at + (isLong ? 3 : 1);
    const isPlain = isLong ? this.#longEnd(quote, from) : this.#shortEnd(quote, from);
    const to = scanner.at - (isLong ? 3 : 1);
    const kind = this.#literalKind();
    if (isPlain) return this.#dictionary.intern(kind, bytes, from, to);
    const text = unescapeString(scanner.text(from, to));
    return text === null ? scanner.fail('an escape that is none', from) : this.#dictionary.addText(kind, text);
  }

  /** A number without quotes. */
  number(): number {
    const scanner = this.#scanner;
    const from = scanner.at;
    let at = from;
    const digit = (): boolean => at < scanner.end && isDigit(scanner.bytes[at]!);
    if (scanner.bytes[at] === PLUS || scanner.bytes[at] === MINUS) at++;
    const wholeFrom = at;
    while (digit()) at++;
    let hasDigits = at > wholeFrom;
    let kind = this.#integer;
    if (scanner.bytes[at] === DOT && at < scanner.end) {
      const dot = at++;
      while (digit()) at++;
      if (at > dot + 1) {
        kind = this.#decimal;
        hasDigits = true;
      } else if (!hasDigits || this.#exponentEnd(at) < 0) at = dot;
    }
    const exponentEnd = hasDigits ? this.#exponentEnd(at) : -1;
    if (exponentEnd >= 0) {
      kind = this.#double;
      at = exponentEnd;
    }
    if (!hasDigits) scanner.expected('a term');
    scanner.at = at;
    return this.#dictionary.intern(kind, scanner.bytes, from, at);
  }

  boolean(value: 'true' | 'false'): number {
    return this.#dictionary.addText(this.#boolean, value);
  }

  #exponentEnd(from: number): number {
    const { bytes, end } = this.#scanner;
    if (from >= end || (bytes[from]! | 0x20) !== 0x65) return -1;
    let at = from + 1;
    if (bytes[at] === PLUS || bytes[at] === MINUS) at++;
    const digits = at;
    while (at < end && isDigit(bytes[at]!)) at++;
    return at > digits ? at : -1;
  }

  #isAbsolute(from: number, to: number): boolean {
    const { bytes } = this.#scanner;
    if (this.base === '') return true;
    if (!isLetter(bytes[from]!)) return false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === COLON) return true;
      if (!isLetter(byte) && !isDigit(byte) && byte !== PLUS && byte !== MINUS && byte !== DOT) return false;
    }
    return false;
  }

  /** The text up to the closing bracket, escapes replaced, resolved. */
  #iriText(from: number): string {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    let hasEscapes = false;
    let at = from;
    for (; at < end && bytes[at] !== GREATER; at++) {
      if (bytes[at] === BACKSLASH) hasEscapes = true;
      else if ((CLASSES[bytes[at]!]! & CLASS.iriStop) !== 0) scanner.fail('a character that no IRI may hold', at);
    }
    if (at >= end) scanner.fail('an IRI that does not end', from);
    const text = hasEscapes ? unescapeIri(scanner.text(from, at)) : scanner.text(from, at);
    scanner.at = at + 1;
    return text === null ? scanner.fail('an escape that no IRI may hold', from) : resolveReference(text, this.base);
  }

  #local(prefix: Prefix, from: number): number {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    let at = from;
    let to = from;
    let hasEscapes = false;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte >= 0x80) {
        const width = widthOf(byte);
        if (!isNameCharacter(scanner.text(at, at + width), at === from)) break;
        at += width;
      } else if ((CLASSES[byte]! & CLASS.localStart) !== 0) at++;
      else if (at > from && byte === MINUS) at++;
      else if (at > from && byte === DOT) {
        at++;
        continue;
      } else if (byte === PERCENT && isHex(bytes[at + 1] ?? 0) && isHex(bytes[at + 2] ?? 0)) at += 3;
      else if (byte === BACKSLASH && (CLASSES[bytes[at + 1] ?? 0]! & CLASS.escapable) !== 0) {
        at += 2;
        hasEscapes = true;
      } else break;
      to = at;
    }
    scanner.at = to;
    if (prefix.kind >= 0 && !hasEscapes) return this.#dictionary.intern(prefix.kind, bytes, from, to);
    const local = scanner.text(from, to);
    return this.#dictionary.addIri(prefix.namespace + (hasEscapes ? unescapeLocal(local) : local));
  }

  /** Goes behind the closing quote. @returns true if nothing is escaped */
  #shortEnd(quote: number, from: number): boolean {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    let isPlain = true;
    let at = from;
    for (; at < end && bytes[at] !== quote; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH) {
        isPlain = false;
        at++;
      } else if (byte === 0x0a || byte === 0x0d) scanner.fail('a line end within quotes', at);
    }
    if (at >= end) scanner.fail('a text that does not end', from);
    scanner.at = at + 1;
    return isPlain;
  }

  #longEnd(quote: number, from: number): boolean {
    const scanner = this.#scanner;
    const { bytes, end } = scanner;
    let isPlain = true;
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === BACKSLASH) {
        isPlain = false;
        at++;
      } else if (byte === quote && bytes[at + 1] === quote && bytes[at + 2] === quote && at + 2 < end) {
        scanner.at = at + 3;
        return isPlain;
      }
    }
    return scanner.fail('a text that does not end', from);
  }

  /** What stands behind the quotes. */
  #literalKind(): number {
    const scanner = this.#scanner;
    const byte = scanner.peek(0);
    if (byte === AT) return this.#language();
    if (byte !== CARET || scanner.peek(1) !== CARET) return KIND.string;
    scanner.at += 2;
    const datatype = scanner.skip() === LESS ? this.iriRef() : this.prefixedName();
    let kind = this.#literalKinds.get(datatype);
    if (kind === undefined) {
      kind = this.#dictionary.literalKind(this.#dictionary.text(datatype), '');
      this.#literalKinds.set(datatype, kind);
    }
    return kind;
  }

  #language(): number {
    const scanner = this.#scanner;
    const from = ++scanner.at;
    let hash = HASH_START;
    let at = from;
    for (; at < scanner.end; at++) {
      const byte = scanner.bytes[at]!;
      if (!isLetter(byte) && !isDigit(byte) && byte !== MINUS) break;
      hash = hashOn(hash, byte);
    }
    const known = this.#languages.get(hash, scanner.bytes, from, at);
    const tag = scanner.text(from, at);
    if (known === undefined && !/^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/.test(tag)) scanner.fail('a language tag that is none', from);
    scanner.at = at;
    const kind = known ?? this.#dictionary.literalKind(RDF.langString, tag.toLowerCase());
    if (known === undefined) this.#languages.set(scanner.bytes.subarray(from, at), kind);
    return kind;
  }

  /** A name, an IRI or a blank node, as subjects and graphs have it. */
  node(byte: number): number {
    if (byte === LESS) return this.iriRef();
    return byte === UNDERSCORE && this.#scanner.peek(1) === COLON ? this.blankNode() : this.prefixedName();
  }
}
