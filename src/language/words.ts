/** What is known about a word form by itself: hashes of its parts, its shape and the tags it had in training. */
import { hashString, mix } from './hashing.ts';
import type { SenseTable } from './senses.ts';

/** Atomic features of a word form; all hashes are signed 32-bit integers. */
export interface Word {
  readonly form: number;
  readonly lower: number;
  /** Hashes of the last one to four characters of the lower-cased form. */
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Hash of the shape: runs of upper case, lower case, digits and other characters. */
  readonly shape: number;
  /** Hash of the set of tags the form had in training; 0 for an unknown word. */
  readonly ambiguity: number;
  /** The tag class the form always had, or -1. */
  readonly fixed: number;
  /** What the dictionary allows: see `Sense`. */
  readonly readings: number;
  readonly nounClass: number;
  readonly verbClass: number;
}

/** Marks the places before and after a sentence. */
export const EDGE: Word = {
  form: 1,
  lower: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix2: 1,
  prefix3: 1,
  shape: 1,
  ambiguity: 1,
  fixed: -1,
  readings: -1,
  nounClass: -1,
  verbClass: -1,
};

/** The tags of a form in training, as tag classes, commonest first; `fixed` when there is in practice only one. */
export interface LexiconEntry {
  readonly tags: readonly number[];
  readonly fixed: boolean;
}

const CACHE_LIMIT = 1 << 16;

/** Looks words up and remembers them. */
export class WordTable {
  readonly #lexicon: ReadonlyMap<string, LexiconEntry>;
  readonly #senses: SenseTable;
  #cache = new Map<string, Word>();

  constructor(lexicon: ReadonlyMap<string, LexiconEntry>, senses: SenseTable) {
    this.#lexicon = lexicon;
    this.#senses = senses;
  }

  /** True when the form, exactly so written, is in the training lexicon. */
  knows(form: string): boolean {
    return this.#lexicon.has(form);
  }

  get(form: string): Word {
    const cached = this.#cache.get(form);
    if (cached) return cached;
    if (this.#cache.size >= CACHE_LIMIT) this.#cache.clear();
    const word = this.#describe(form);
    this.#cache.set(form, word);
    return word;
  }

  #describe(raw: string): Word {
    const form = normaliseQuotes(raw);
    const lower = form.toLowerCase();
    const n = lower.length;
    const sense = this.#senses.lookup(lower);
    const entry = this.#lexicon.get(form) ?? this.#lexicon.get(lower);
    return {
      form: hashString(form),
      lower: hashString(collapseDigits(lower)),
      suffix1: hashString(lower, Math.max(0, n - 1)),
      suffix2: hashString(lower, Math.max(0, n - 2)),
      suffix3: hashString(lower, Math.max(0, n - 3)),
      suffix4: hashString(lower, Math.max(0, n - 4)),
      prefix2: hashString(lower, 0, Math.min(n, 2)),
      prefix3: hashString(lower, 0, Math.min(n, 3)),
      shape: hashString(shapeOf(form)),
      ambiguity: entry ? [...entry.tags].sort((a, b) => a - b).reduce(mix, 7) : 0,
      fixed: entry?.fixed ? entry.tags[0]! : -1,
      readings: sense.signature,
      nounClass: sense.noun,
      verbClass: sense.verb,
    };
  }
}

/** Typographic quotation marks and dashes in the plain forms that prevail in the treebanks. */
export const normaliseQuotes = (form: string): string =>
  form
    .replace(/[’‘‛`´]/g, "'")
    .replace(/[“”„«»]|''/g, '"')
    .replace(/[–—]/g, '-');

const collapseDigits = (lower: string): string => (/\d\D*\d/.test(lower) ? lower.replace(/\d+/g, '0') : lower);

/** "Lin" -> "Xx", "U.S." -> "X.X.", "2024" -> "d", "vice-" -> "x-". */
export const shapeOf = (form: string): string => {
  let shape = '';
  for (const character of form) {
    const kind = kindOf(character);
    if (kind !== shape[shape.length - 1] || kind === '.') shape += kind;
  }
  return shape;
};

const kindOf = (character: string): string => {
  if (character >= '0' && character <= '9') return 'd';
  const lower = character.toLowerCase();
  if (lower !== character) return 'X';
  return lower === character.toUpperCase() ? character : 'x';
};
