/**
 * Lemmatizer: exceptions by form and tag, then the longest known suffix rule of the tag (after Jongejan and Dalianis
 * 2009, "Automatic training of lemmatization rules that handle morphological changes in pre-, in- and suffixes alike",
 * suffixes only). Exceptions and rules are learnt from the treebanks.
 */
import { normaliseQuotes } from './words.ts';

/** Replaces the last `strip` characters of a form by `add`. */
export interface SuffixRule {
  readonly strip: number;
  readonly add: string;
}

const MAX_SUFFIX = 7;

export class Lemmatizer {
  readonly #exceptions = new Map<string, string>();
  readonly #rules = new Map<string, SuffixRule>();

  /** `exceptions`: lines "tag TAB form TAB lemma"; `rules`: lines "tag TAB suffix TAB strip TAB add". */
  constructor(exceptions: readonly string[], rules: readonly string[]) {
    for (const line of exceptions) {
      const at = line.lastIndexOf('\t');
      this.#exceptions.set(line.slice(0, at), line.slice(at + 1));
    }
    for (const line of rules) {
      const [tag, suffix, strip, add] = line.split('\t');
      this.#rules.set(`${tag}\t${suffix}`, { strip: Number(strip), add: add! });
    }
  }

  /** The lemma of a form with the tag "UPOS/XPOS"; `first`: the word begins its sentence. */
  lemma(form: string, tag: string, first: boolean): string {
    const plain = normaliseQuotes(form);
    const exact = this.#exceptions.get(`${tag}\t${plain}`);
    if (exact !== undefined) return exact;
    const lower = plain.toLowerCase();
    if (tag.startsWith('PROPN') || (tag.startsWith('ADJ') && !first && /^\p{Lu}/u.test(plain))) return this.#apply(plain, tag);
    return this.#exceptions.get(`${tag}\t${lower}`) ?? this.#apply(lower, tag);
  }

  #apply(form: string, tag: string): string {
    for (let length = Math.min(MAX_SUFFIX, form.length); length >= 0; length--) {
      const rule = this.#rules.get(`${tag}\t${form.slice(form.length - length)}`);
      if (rule && rule.strip < form.length + rule.add.length) return form.slice(0, form.length - rule.strip) + rule.add;
    }
    return form;
  }
}
