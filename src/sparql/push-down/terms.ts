import { blank, boolean, iri, langString, string, typed } from '../../rdf/factory.ts';
import { VOCABULARY_PREFIXES } from '../../rdf/namespaces.ts';
import { termKey } from '../../rdf/order.ts';
import type { Dictionary } from '../../store/quads/dictionary.ts';
import type { ResultTerm } from '../types.ts';
import { datatypeOf, lexicalOf } from './numeric.ts';
import { termValue, type Value } from './values.ts';

const KEPT_VALUES = 1 << 17;

const termOf = (value: Value): ResultTerm => {
  switch (value.kind) {
    case 'iri':
      return iri(value.text);
    case 'blank':
      return blank(value.text);
    case 'string':
      return string(value.text);
    case 'lang':
      return langString(value.text, value.language);
    case 'boolean':
      return boolean(value.value);
    case 'number':
      return typed(lexicalOf(value), datatypeOf(value));
    case 'moment':
      return typed(value.lexical, VOCABULARY_PREFIXES.xsd + value.type);
    default:
      return typed(value.text, value.datatype);
  }
};

/** The terms of one query: those of the store, and those the query makes, numbered on after them. */
export class QueryTerms {
  readonly #dictionary: Dictionary;
  readonly #stored: number;
  readonly #made: ResultTerm[] = [];
  readonly #idOf = new Map<string, number>();
  #values = new Map<number, Value>();
  #blanks = 0;
  #now: ResultTerm | undefined;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#stored = dictionary.size;
  }

  /** When the query runs: the same wherever it asks. */
  get now(): ResultTerm {
    this.#now ??= typed(new Date().toISOString(), `${VOCABULARY_PREFIXES.xsd}dateTime`);
    return this.#now;
  }

  /** The greatest id that a triple may hold. */
  get stored(): number {
    return this.#stored;
  }

  /** The same term always has the same id. */
  id(term: ResultTerm): number {
    const stored = this.#dictionary.find(term);
    if (stored !== 0 && stored <= this.#stored) return stored;
    const key = termKey(term);
    const known = this.#idOf.get(key);
    if (known !== undefined) return known;
    this.#made.push(term);
    const id = this.#stored + this.#made.length;
    this.#idOf.set(key, id);
    return id;
  }

  idOfValue(value: Value): number {
    return this.id(termOf(value));
  }

  term(id: number): ResultTerm {
    return id > this.#stored ? this.#made[id - this.#stored - 1]! : this.#dictionary.term(id);
  }

  value(id: number): Value {
    const known = this.#values.get(id);
    if (known) return known;
    const value = termValue(this.term(id));
    if (this.#values.size >= KEPT_VALUES) this.#values = new Map();
    this.#values.set(id, value);
    return value;
  }

  /** A blank node that stands nowhere else. */
  freshBlank(): ResultTerm {
    let term: ResultTerm;
    do term = blank(`made${this.#blanks++}`);
    while (this.#dictionary.find(term) !== 0);
    return term;
  }
}
