/** Feature templates of a linear model: named atoms, combined and hashed. */
import { mix } from './hashing.ts';

/** Attributes of a place: word, joint tag, universal tag, word class, suffix, punctuation before it, label of its arc. */
export const ATTRIBUTES = 'wpucxbl';

/** Names the atoms of a model: every attribute of every place, then the numbers. */
export class AtomLayout {
  readonly #places: readonly string[];
  readonly #numbers: readonly string[];
  /** Index of the first number. */
  readonly numbersAt: number;
  readonly size: number;

  constructor(places: readonly string[], numbers: readonly string[]) {
    this.#places = places;
    this.#numbers = numbers;
    this.numbersAt = places.length * ATTRIBUTES.length;
    this.size = this.numbersAt + numbers.length;
  }

  /** Index of an atom: a place, a dot and an attribute ("s0.w"), or a number ("d0"). */
  index(name: string): number {
    const [place, attribute] = name.split('.');
    const number = this.#numbers.indexOf(name);
    if (number >= 0) return this.numbersAt + number;
    const at = this.#places.indexOf(place!);
    if (at < 0 || attribute?.length !== 1 || !ATTRIBUTES.includes(attribute)) throw new Error(`unknown atom ${name}`);
    return at * ATTRIBUTES.length + ATTRIBUTES.indexOf(attribute);
  }
}

/**
 * Templates compiled to a straight-line program, hash[k] = mix(hash[parent[k]], atoms[atom[k]]): templates that begin
 * with the same atoms share the work.
 */
export class Templates {
  readonly #parent: Int32Array;
  readonly #atom: Int32Array;
  readonly #emits: Uint8Array;
  readonly #work: Int32Array;
  /** Number of features a state gives. */
  readonly count: number;

  /** `source`: templates separated by white space, the atoms of one joined by `+`. `seed` keeps models apart. */
  constructor(layout: AtomLayout, source: string, seed: number) {
    const indexOf = new Map<string, number>([['', 0]]);
    const parent = [-1];
    const atom = [-1];
    const emits = [1];
    for (const template of source.trim().split(/\s+/)) {
      let key = '';
      let at = 0;
      for (const name of template.split('+')) {
        key += `+${name}`;
        const known = indexOf.get(key);
        if (known === undefined) {
          indexOf.set(key, parent.length);
          parent.push(at);
          atom.push(layout.index(name));
          emits.push(0);
        }
        at = indexOf.get(key)!;
      }
      emits[at] = 1;
    }
    this.#parent = Int32Array.from(parent);
    this.#atom = Int32Array.from(atom);
    this.#emits = Uint8Array.from(emits);
    this.#work = new Int32Array(parent.length);
    this.#work[0] = mix(seed, 0x51ed270b);
    this.count = emits.reduce((sum, n) => sum + n, 0);
  }

  /** Writes the feature hashes for the atoms; returns their number. */
  hash(atoms: Int32Array, out: Int32Array): number {
    const work = this.#work;
    const parent = this.#parent;
    const atom = this.#atom;
    const emits = this.#emits;
    out[0] = work[0]!;
    let count = 1;
    for (let k = 1; k < work.length; k++) {
      const h = work[parent[k]!]!;
      const mixed = Math.imul(((h << 5) | (h >>> 27)) ^ Math.imul(atoms[atom[k]!]! + k, 0x85ebca6b), 0x9e3779b1);
      work[k] = mixed;
      if (emits[k] === 1) out[count++] = mixed;
    }
    return count;
  }
}
