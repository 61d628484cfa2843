/**
 * Lemmatizer: exceptions by form and tag; then regular inflection undone, where a dictionary has the stem; then the longest
 * known suffix rule of the tag (after Jongejan and Dalianis 2009, "Automatic training of lemmatization rules that handle
 * morphological changes in pre-, in- and suffixes alike", suffixes only). Exceptions and rules come from the treebanks.
 */
import { type DictionaryPart, type SenseTable, stemsOf } from './senses.ts';
import { normaliseQuotes } from './words.ts';

/** Replaces the last `strip` characters of a form by `add`. */
interface SuffixRule {
  readonly strip: number;
  readonly add: string;
}

/** Lines of the tables of a lemmatizer. */
export interface LemmaTables {
  /** "tag TAB form TAB lemma". */
  readonly exceptions: readonly string[];
  /** "tag TAB suffix TAB strip TAB add". */
  readonly rules: readonly string[];
  /** Irregular verb forms: "form TAB lemma". */
  readonly irregulars: readonly string[];
}

const MAX_SUFFIX = 7;
/** Tags whose forms are lemmas. */
const BASE_FORM = /^(?:VERB\/VB|VERB\/VBP|NOUN\/NN|ADJ\/JJ|ADV\/RB)$/;
const INFLECTED: ReadonlyMap<string, DictionaryPart> = new Map([
  ['VERB/VBD', 'verb'],
  ['VERB/VBN', 'verb'],
  ['VERB/VBG', 'verb'],
  ['VERB/VBZ', 'verb'],
  ['NOUN/NNS', 'noun'],
  ['ADJ/JJR', 'adj'],
  ['ADJ/JJS', 'adj'],
]);
const VERB_TAGS = ['VERB/VBD', 'VERB/VBN', 'VERB/VBZ', 'VERB/VBG', 'VERB/VBP', 'VERB/VB'];

export class Lemmatizer {
  readonly #exceptions = new Map<string, string>();
  readonly #rules = new Map<string, SuffixRule>();
  readonly #irregulars: ReadonlyMap<string, string>;
  readonly #dictionary: SenseTable;

  constructor(tables: LemmaTables, dictionary: SenseTable) {
    for (const line of tables.exceptions) {
      const at = line.lastIndexOf('\t');
      this.#exceptions.set(line.slice(0, at), line.slice(at + 1));
    }
    for (const line of tables.rules) {
      const [tag, suffix, strip, add] = line.split('\t');
      this.#rules.set(`${tag}\t${suffix}`, { strip: Number(strip), add: add! });
    }
    this.#irregulars = new Map(tables.irregulars.map((line) => line.split('\t') as [string, string]));
    this.#dictionary = dictionary;
  }

  /** The lemma of a form with the tag "UPOS/XPOS"; `first`: the word begins its sentence. */
  lemma(form: string, tag: string, first: boolean): string {
    const plain = normaliseQuotes(form);
    const listed = /^VERB\/VB[DNGZ]$/.test(tag) ? this.#irregulars.get(plain.toLowerCase()) : undefined;
    const exact = listed ?? this.#exceptions.get(`${tag}\t${plain}`);
    if (exact !== undefined) return exact;
    if (tag.startsWith('PROPN') || (tag.startsWith('ADJ') && !first && /^\p{Lu}/u.test(plain))) return this.#byRule(plain, tag);
    const lower = plain.toLowerCase();
    return (
      this.#exceptions.get(`${tag}\t${lower}`) ??
      this.#irregular(lower, tag) ??
      this.#regular(lower, tag) ??
      this.#byRule(lower, tag)
    );
  }

  /** The form itself where the tag says so, or the stem of a regular inflection that the dictionary has. */
  #regular(lower: string, tag: string): string | undefined {
    if (BASE_FORM.test(tag)) return lower;
    const part = INFLECTED.get(tag);
    if (part === undefined) return undefined;
    const known = stemsOf(lower, part).filter((stem) => this.#dictionary.has(stem, part));
    if (known.length < 2) return known[0];
    const bare = known.find((stem) => /[^aeiou][^aeiouwy]$/.test(stem));
    return bare ?? known[0];
  }

  /** An irregular verb form, or one known under another verb tag, as taggers confuse past tense and participle. */
  #irregular(lower: string, tag: string): string | undefined {
    if (!tag.startsWith('VERB/') || tag === 'VERB/VB') return undefined;
    for (const other of VERB_TAGS) {
      const lemma = this.#exceptions.get(`${other}\t${lower}`);
      if (lemma !== undefined) return lemma;
    }
    return undefined;
  }

  #byRule(form: string, tag: string): string {
    for (let length = Math.min(MAX_SUFFIX, form.length); length >= 0; length--) {
      const rule = this.#rules.get(`${tag}\t${form.slice(form.length - length)}`);
      if (rule && rule.strip < form.length + rule.add.length) return form.slice(0, form.length - rule.strip) + rule.add;
    }
    return form;
  }
}
