import { blank } from '../../rdf/factory.ts';
import type { Node } from '../push-down/node.ts';
import { EMPTY_GROUP, join, type PatternTerm, pattern, type Variable } from './nodes.ts';
import { pathOf } from './paths.ts';
import { RDF_LIST, type TokenReader } from './reader.ts';

/* Triples of a pattern or of a template (SPARQL 1.1, grammar rules 75 to 110). */

/** What a blank node of the text is. */
export type Blanks = (label: string | null) => PatternTerm;

/** Collects triples; those with a path become what the path means (section 18.2.2.4). */
export class TripleReader {
  readonly #reader: TokenReader;
  readonly #blanks: Blanks;
  readonly #withPaths: boolean;
  readonly #found: Node[] = [];

  constructor(reader: TokenReader, blanks: Blanks, withPaths: boolean) {
    this.#reader = reader;
    this.#blanks = blanks;
    this.#withPaths = withPaths;
  }

  /** Patterns and paths in the order in which they were read. */
  get found(): readonly Node[] {
    return this.#found;
  }

  /** Triples as an operation: patterns that stand together are one. */
  get operation(): Node {
    let result = EMPTY_GROUP;
    let patterns: Node[] = [];
    const close = (): void => {
      if (patterns.length > 0) result = join(result, { type: 'bgp', patterns });
      patterns = [];
    };
    for (const each of this.#found) {
      if (each.type === 'pattern') patterns.push(each);
      else {
        close();
        result = join(result, each);
      }
    }
    close();
    return result;
  }

  /** True if a triple can begin here. */
  isHere(): boolean {
    const { kind } = this.#reader.peek();
    const reader = this.#reader;
    return (
      kind === 'variable' ||
      kind === 'blank' ||
      reader.isIri() ||
      reader.isLiteral() ||
      reader.isSignedNumber() ||
      reader.isSign('(') ||
      reader.isSign('[')
    );
  }

  /** Triples that share their subject. */
  subject(): void {
    const reader = this.#reader;
    const hasInner = (reader.isSign('[') && !reader.isSign(']', 1)) || (reader.isSign('(') && !reader.isSign(')', 1));
    const subject = this.#node();
    if (!hasInner || this.#isVerb()) this.#properties(subject);
  }

  #isVerb(): boolean {
    const reader = this.#reader;
    const starts = this.#withPaths && (reader.isSign('(') || reader.isSign('!') || reader.isSign('^'));
    return reader.peek().kind === 'variable' || reader.isIri() || reader.isWord('a') || starts;
  }

  #properties(subject: PatternTerm): void {
    const reader = this.#reader;
    if (!this.#isVerb()) reader.fail();
    do {
      if (this.#isVerb()) this.#objects(subject);
    } while (reader.sign(';'));
  }

  #objects(subject: PatternTerm): void {
    const reader = this.#reader;
    const isVariable = reader.peek().kind === 'variable';
    const verb = isVariable ? reader.variable() : null;
    const path: Node = verb
      ? {}
      : this.#withPaths
        ? pathOf(reader)
        : { type: 'link', iri: reader.word('a') ? RDF_LIST.type : reader.iri() };
    do {
      const object = this.#node();
      if (verb) this.#found.push(pattern(subject, verb, object, reader.graph));
      else this.#path(subject, path, object);
    } while (reader.sign(','));
  }

  #path(subject: PatternTerm, path: Node, object: PatternTerm): void {
    const { graph } = this.#reader;
    if (path.type === 'link') this.#found.push(pattern(subject, path.iri as PatternTerm, object, graph));
    else if (path.type === 'inv') this.#path(object, path.path as Node, subject);
    else if (path.type === 'seq') {
      const parts = path.input as readonly Node[];
      let from = subject;
      parts.forEach((part, i) => {
        const to: PatternTerm = i === parts.length - 1 ? object : this.#reader.freshVariable();
        this.#path(from, part, to);
        from = to;
      });
    } else this.#found.push({ type: 'path', subject, predicate: path, object, graph });
  }

  /** A term, a list or a blank node with properties; what they hold comes before what they stand in. */
  #node(): PatternTerm {
    const reader = this.#reader;
    const { kind, text } = reader.peek();
    if (kind === 'variable') return reader.variable();
    if (kind === 'blank') {
      reader.take();
      return this.#blanks(text.slice(2));
    }
    if (reader.isIri()) return reader.iri();
    if (reader.isSignedNumber()) return reader.signedNumber();
    if (reader.sign('[')) return reader.nested(() => this.#bracket());
    if (reader.sign('(')) return reader.nested(() => this.#list());
    return reader.literal();
  }

  #bracket(): PatternTerm {
    const node = this.#blanks(null);
    if (this.#reader.sign(']')) return node;
    this.#properties(node);
    this.#reader.expectSign(']');
    return node;
  }

  #list(): PatternTerm {
    const reader = this.#reader;
    if (reader.sign(')')) return RDF_LIST.nil;
    const head = this.#blanks(null);
    for (let cell = head; ; ) {
      this.#found.push(pattern(cell, RDF_LIST.first, this.#node(), reader.graph));
      const next = reader.sign(')') ? null : this.#blanks(null);
      this.#found.push(pattern(cell, RDF_LIST.rest, next ?? RDF_LIST.nil, reader.graph));
      if (next === null) return head;
      cell = next;
    }
  }
}

/** Blank nodes of a pattern are variables that nothing names; a label stands for one within one basic graph pattern only. */
export class PatternBlanks {
  readonly #reader: TokenReader;
  readonly #known = new Map<string, { readonly variable: Variable; readonly block: number }>();
  #blocks = 0;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  /** Begins a basic graph pattern. */
  block(): Blanks {
    const block = ++this.#blocks;
    return (label) => {
      if (label === null) return this.#reader.freshVariable();
      const known = this.#known.get(label);
      if (known && known.block !== block) return this.#reader.fail(`the blank node _:${label} stands in two groups`);
      const made = known?.variable ?? this.#reader.freshVariable();
      this.#known.set(label, { variable: made, block });
      return made;
    };
  }
}

/** Blank nodes of a template stay blank nodes. */
export const templateBlanks = (): Blanks => {
  let count = 0;
  return (label) => blank(label === null ? `g${count++}` : `l_${label}`);
};
