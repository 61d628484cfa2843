import type { BlankNode, Literal, NamedNode, Quad, Term } from '../../rdf/factory.ts';
import { blank, iri, langString, string, typed } from '../../rdf/factory.ts';
import { RDF, XSD } from '../../rdf/namespaces.ts';

/** A term that can stand in a triple. */
export type StoredTerm = NamedNode | BlankNode | Literal;

/** What terms of one kind share: IRIs their namespace, literals their datatype and language. */
export type TermKind =
  | { readonly type: 'iri'; readonly namespace: string }
  | { readonly type: 'blank' }
  | { readonly type: 'literal'; readonly datatype: string; readonly language: string };

/** Kinds that every dictionary has; greater numbers in the order in which they were met. */
export const KIND = { iri: 0, blank: 1, string: 2 } as const;

const FIRST_KINDS: readonly TermKind[] = [
  { type: 'iri', namespace: '' },
  { type: 'blank' },
  { type: 'literal', datatype: XSD.string, language: '' },
];

/** After these, further IRIs stand whole. */
const MOST_NAMESPACES = 1 << 14;
const MOST_KINDS = 1 << 16;

/** Where the namespace of an IRI ends: behind its last `/` or `#`. */
const namespaceEnd = (value: string): number => Math.max(value.lastIndexOf('/'), value.lastIndexOf('#')) + 1;

const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;

/** FNV-1a (Fowler, Noll, Vo) over the bytes of a term, begun with its kind. */
const hashOf = (kind: number, bytes: Uint8Array, from: number, to: number): number => {
  let hash = FNV_OFFSET ^ kind;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) >>> 0;
};

/** What a dictionary is made of, for the binary cache. */
export interface DictionaryParts {
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly kinds: Uint16Array<ArrayBuffer>;
  readonly slots: Uint32Array<ArrayBuffer>;
  readonly termKinds: readonly TermKind[];
}

const grownTo = <T extends Uint8Array | Uint16Array | Uint32Array>(array: T, length: number): T => {
  const grown = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2));
  grown.set(array);
  return grown;
};

/**
 * Terms as integers from 1 on; 0 stands for no term. The texts lie as UTF-8 in one block of bytes, IRIs without their namespace,
 * so that a term costs its bytes and some fifteen more, and a dictionary is written and read as it is.
 */
export class Dictionary {
  #size = 0;
  #bytes = new Uint8Array(1 << 12);
  #starts = new Uint32Array(1 << 8);
  #kinds = new Uint16Array(1 << 8);
  #slots = new Uint32Array(1 << 9);
  #termKinds: TermKind[] = [...FIRST_KINDS];
  readonly #literals = new Map<string, number>([[`\n${XSD.string}`, KIND.string]]);
  readonly #namespaces = new Map<string, number>([['', KIND.iri]]);
  readonly #encoder = new TextEncoder();
  #scratch = new Uint8Array(1 << 10);

  static from(parts: DictionaryParts): Dictionary {
    const dictionary = new Dictionary();
    dictionary.#size = parts.size;
    dictionary.#bytes = parts.bytes;
    dictionary.#starts = parts.starts;
    dictionary.#kinds = parts.kinds;
    dictionary.#slots = parts.slots;
    for (const kind of parts.termKinds.slice(FIRST_KINDS.length)) {
      if (kind.type === 'iri') dictionary.namespaceKind(kind.namespace);
      else if (kind.type === 'literal') dictionary.literalKind(kind.datatype, kind.language);
    }
    return dictionary;
  }

  /** The greatest id. */
  get size(): number {
    return this.#size;
  }

  parts(): DictionaryParts {
    return {
      size: this.#size,
      bytes: this.#bytes.subarray(0, this.#starts[this.#size + 1] ?? 0),
      starts: this.#starts.subarray(0, this.#size + 2),
      kinds: this.#kinds.subarray(0, this.#size + 1),
      slots: this.#slots,
      termKinds: this.#termKinds,
    };
  }

  /** Bytes held. */
  get byteLength(): number {
    return [this.#bytes, this.#starts, this.#kinds, this.#slots].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** The number of a kind of literal; a new one if it was not met before. */
  literalKind(datatype: string, language: string): number {
    const key = `${language}\n${datatype}`;
    return this.#literals.get(key) ?? this.#newKind(this.#literals, key, { type: 'literal', datatype, language });
  }

  /** The number of the kind of IRIs that begin with a namespace, which ends in `/` or `#`; -1 if their texts are to stand whole. */
  namespaceKind(namespace: string): number {
    const known = this.#namespaces.get(namespace);
    if (known !== undefined) return known;
    if (this.#namespaces.size > MOST_NAMESPACES) return -1;
    return this.#newKind(this.#namespaces, namespace, { type: 'iri', namespace });
  }

  #newKind(known: Map<string, number>, key: string, kind: TermKind): number {
    const number = this.#termKinds.length;
    if (number >= MOST_KINDS) throw new RangeError('too many datatypes and languages');
    this.#termKinds.push(kind);
    known.set(key, number);
    return number;
  }

  kindOf(id: number): TermKind {
    return this.#termKinds[this.#kinds[id]!]!;
  }

  /** The id of a term whose text stands in `bytes`; it is added if it is new. */
  intern(kind: number, bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(kind, bytes, from, to);
    const slot = this.#slotOf(hash, kind, bytes, from, to);
    return this.#slots[slot] || this.#append(slot, kind, bytes, from, to);
  }

  /** The id of a term; it is added if it is new. */
  add(term: Term): number {
    return term.termType === 'NamedNode' ? this.addIri(term.value) : this.addText(this.#otherKind(term, true), term.value);
  }

  addIri(value: string): number {
    const end = namespaceEnd(value);
    const kind = this.namespaceKind(value.slice(0, end));
    return kind < 0 ? this.addText(KIND.iri, value) : this.addText(kind, value.slice(end));
  }

  /** The id of a term of a kind; `text` is an IRI's without its namespace. */
  addText(kind: number, text: string): number {
    // First encoded: that may make the scratch room anew.
    const length = this.#encode(text);
    return this.intern(kind, this.#scratch, 0, length);
  }

  /** The id of a term, or 0 if there is none. */
  find(term: Term): number {
    if (term.termType !== 'NamedNode') return this.#findText(this.#otherKind(term, false), term.value);
    const end = namespaceEnd(term.value);
    const kind = this.#namespaces.get(term.value.slice(0, end));
    return kind === undefined ? this.#findText(KIND.iri, term.value) : this.#findText(kind, term.value.slice(end));
  }

  #findText(kind: number, text: string): number {
    if (kind < 0) return 0;
    const length = this.#encode(text);
    const hash = hashOf(kind, this.#scratch, 0, length);
    return this.#slots[this.#slotOf(hash, kind, this.#scratch, 0, length)]!;
  }

  /** The text of a term: its IRI, label or lexical form. */
  text(id: number): string {
    const kind = this.kindOf(id);
    return kind.type === 'iri' ? kind.namespace + this.#ownText(id) : this.#ownText(id);
  }

  #ownText(id: number): string {
    const from = this.#starts[id]!;
    const to = this.#starts[id + 1]!;
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, to - from).toString('utf8');
  }

  term(id: number): StoredTerm {
    const kind = this.kindOf(id);
    const text = this.text(id);
    if (kind.type === 'iri') return iri(text);
    if (kind.type === 'blank') return blank(text);
    if (kind.language !== '') return langString(text, kind.language);
    return kind.datatype === XSD.string ? string(text) : typed(text, kind.datatype);
  }

  #otherKind(term: Term | Quad, grow: boolean): number {
    if (term.termType === 'BlankNode') return KIND.blank;
    if (term.termType !== 'Literal') throw new TypeError(`a ${term.termType} cannot be stored`);
    const datatype = term.language === '' ? term.datatype.value : RDF.langString;
    if (grow) return this.literalKind(datatype, term.language);
    return this.#literals.get(`${term.language}\n${datatype}`) ?? -1;
  }

  #encode(text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3);
    return this.#encoder.encodeInto(text, this.#scratch).written;
  }

  #slotOf(hash: number, kind: number, bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id === 0 || this.#equals(id, kind, bytes, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #equals(id: number, kind: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[id]!;
    if (this.#kinds[id] !== kind || this.#starts[id + 1]! - start !== to - from) return false;
    const own = this.#bytes;
    // Texts of a base differ near their ends more often than at their beginnings.
    for (let at = to - 1, mine = start + to - from - 1; at >= from; at--, mine--) if (own[mine] !== bytes[at]) return false;
    return true;
  }

  #append(slot: number, kind: number, bytes: Uint8Array, from: number, to: number): number {
    const id = ++this.#size;
    if (id + 1 >= this.#starts.length) this.#starts = grownTo(this.#starts, id + 2);
    if (id >= this.#kinds.length) this.#kinds = grownTo(this.#kinds, id + 1);
    const start = this.#starts[id]!;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grownTo(this.#bytes, end);
    this.#bytes.set(bytes.subarray(from, to), start);
    this.#starts[id + 1] = end;
    this.#kinds[id] = kind;
    this.#slots[slot] = id;
    if (id * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let id = 1; id <= this.#size; id++) {
      let slot = hashOf(this.#kinds[id]!, this.#bytes, this.#starts[id]!, this.#starts[id + 1]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}
