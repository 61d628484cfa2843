/**
 * Tokenizer after the conventions of the Penn Treebank and of UD English: clitics are words of their own ("do n't",
 * "NATO 's"), hyphenated compounds are split ("Asia - Pacific") unless they begin with a prefix ("non-aligned").
 */
import type { Span } from '../model/span.ts';

/** How a form that ends in a full stop behaves: see `data/language/README.md`. */
export type AbbreviationKind = 'title' | 'unit' | 'number' | 'final';

/** The word lists a tokenizer needs. */
export interface TokenizerLists {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly prefixes: ReadonlySet<string>;
}

const OPENING = /^(?:\.{2,}|…|['"“”„«»‹›‘’‚`´]{1,2}|[([{]|[<>]+|[$£€¥₹₽₴]+|[-–—]+(?=\D|$)|[–—]+|[,;:!?¿¡*•·|=~]+|#(?=\d)|[§†‡])/u;
const CLOSING = /(?:\.{2,}|…|['"“”«»‹›‘’`´]|''|[)\]}]|[<>]+|[,;:]|[!?]+|[%‰°™®©]|[-–—]+|[*•·|=~]+|[$£€¥]+)$/u;
const WHOLE =
  /^(?:(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]"'”’»]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[:;=8][-']?[)(DPpO/\\|]+|<3|&|@[\w]+|#\w+|[+-]?\d+(?:[.,:]\d+)*|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d+\/\d+|(?:\d{2,}-)+\d{4}|\d{4}-\d{2})$/u;
const ACRONYM = /^(?:\p{Lu}\.)+(?:-?\p{Lu}\.)*$/u;
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|m|d))$/iu;
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
]);
/** Longer runs without white space are cut, so that the time stays in proportion to the length. */
const MAX_CHUNK = 200;
const NUMBER_UNIT =
  /^([+-]?\d+(?:[.,:]\d+)*)(am|pm|a\.m\.?|p\.m\.?|km|kms|m|mm|cm|kg|g|ft|in|mph|kph|bn|mn|tn|k|K|M|B|GB|MB|GW|MW|kW|hrs?|mins?|yrs?|lbs?)$/u;

/** Splits text into words. */
export class Tokenizer {
  readonly #lists: TokenizerLists;

  constructor(lists: TokenizerLists) {
    this.#lists = lists;
  }

  /** The words of `text` from `start` to `end`, in order, as offsets into `text`. */
  tokenize(text: string, start = 0, end = text.length): Span[] {
    const out: Span[] = [];
    let at = start;
    while (at < end) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      const from = at;
      while (at < end && at - from < MAX_CHUNK && !isSpace(text.charCodeAt(at))) at++;
      if (at < end && isLowSurrogate(text.charCodeAt(at))) at++;
      if (at > from) this.#chunk(text, from, at, out);
    }
    return out;
  }

  #chunk(text: string, start: number, end: number, out: Span[]): void {
    const tail: Span[] = [];
    let from = start;
    let to = end;
    while (from < to) {
      const rest = text.slice(from, to);
      if (WHOLE.test(rest) || this.#isElision(rest)) break;
      const length = OPENING.exec(rest)?.[0].length;
      if (length === undefined) break;
      out.push({ start: from, end: from + length });
      from += length;
    }
    while (from < to) {
      const rest = text.slice(from, to);
      if (WHOLE.test(rest) || this.#keepsEnd(rest)) break;
      const length = CLOSING.exec(rest)?.[0].length ?? (rest.endsWith('.') && !this.#keepsStop(rest, text, end) ? 1 : 0);
      if (length === 0) break;
      tail.push({ start: to - length, end: to });
      to -= length;
    }
    if (from < to) this.#core(text, from, to, out);
    for (let i = tail.length - 1; i >= 0; i--) out.push(tail[i]!);
  }

  /** "'80s", "'em", "’s": an apostrophe that opens a word. */
  #isElision(rest: string): boolean {
    return /^['’](?:\d0s?|em|cause|til|tis|s|ll|re|ve|m|d)$/i.test(rest);
  }

  /** Brackets within a word, as in "MP(s)". */
  #keepsEnd(rest: string): boolean {
    return /^\p{L}+\(\p{L}{1,2}\)$/u.test(rest);
  }

  /** `end`: where the chunk ends in `text`; "No. 5" is an abbreviation, "No." is not. */
  #keepsStop(rest: string, text: string, end: number): boolean {
    const kind = this.#lists.abbreviations.get(rest);
    if (kind === 'number') return /^\s+[\dIVX]/.test(text.slice(end, end + 4));
    if (kind !== undefined || ACRONYM.test(rest)) return true;
    if (/^(?:\p{L}\.){2,}$/u.test(rest)) return true;
    const tail = rest.slice(
      Math.max(rest.lastIndexOf('-'), rest.lastIndexOf('/'), rest.lastIndexOf('—'), rest.lastIndexOf('–')) + 1,
    );
    return tail.length < rest.length && tail.length > 1 && (this.#lists.abbreviations.has(tail) || ACRONYM.test(tail));
  }

  #core(text: string, start: number, end: number, out: Span[]): void {
    const word = text.slice(start, end);
    if (WHOLE.test(word) && !/\p{L}['’]\p{L}/u.test(word)) {
      out.push({ start, end });
      return;
    }
    const clitic = CLITIC.exec(word);
    if (clitic && clitic.index > 0) {
      this.#core(text, start, start + clitic.index, out);
      out.push({ start: start + clitic.index, end });
      return;
    }
    const cut = this.#cut(word);
    if (cut) {
      for (const [from, to] of cut) {
        const whole = to - from === word.length;
        if (whole || isMark(word.slice(from, to))) out.push({ start: start + from, end: start + to });
        else this.#core(text, start + from, start + to, out);
      }
      return;
    }
    out.push({ start, end });
  }

  /** Where a word without clitics is to be cut, as (from, to) pairs, or null. */
  #cut(word: string): [number, number][] | null {
    const fused = FUSED.get(word.toLowerCase());
    if (fused !== undefined) return twoParts(word, fused);
    const unit = NUMBER_UNIT.exec(word);
    if (unit) return twoParts(word, unit[1]!.length);
    const money = /^(\p{Lu}{1,3})?[$£€¥](?=\d)/u.exec(word);
    if (money) return twoParts(word, money[0].length);
    if (/^\p{L}+\.\p{L}{2,4}(?:\/|$)/u.test(word)) return null;
    const dash = /[–—]+|-{2,}|\.{3,}|…|["“”«»()[\]]/u.exec(word);
    if (dash && dash.index + dash[0].length < word.length && !/^\p{L}+\(\p{L}{1,2}\)$/u.test(word)) {
      return threeParts(word, dash.index, dash[0].length);
    }
    return this.#cutAtHyphen(word);
  }

  #cutAtHyphen(word: string): [number, number][] | null {
    let from = 0;
    for (;;) {
      const found = /[-/]/.exec(word.slice(from + 1));
      if (!found) return null;
      const at = from + 1 + found.index;
      if (at === word.length - 1) return null;
      const before = word.slice(0, at);
      if (found[0] === '/') {
        if (!/^\d+$/.test(before) || !/^\d/.test(word.slice(at + 1))) return threeParts(word, at, 1);
      } else if (!this.#lists.prefixes.has(before.toLowerCase()) && !this.#isCode(word)) return threeParts(word, at, 1);
      from = at;
    }
  }

  /** Designations such as "MiG-29", "S-400", "F-35", "COVID-19" are one word in neither treebank: only phone numbers are. */
  #isCode(word: string): boolean {
    return /^\+?[\d-]*\d{3}-\d{4}$/.test(word);
  }
}

const twoParts = (word: string, at: number): [number, number][] => [
  [0, at],
  [at, word.length],
];

const threeParts = (word: string, at: number, length: number): [number, number][] => {
  const parts: [number, number][] = [];
  if (at > 0) parts.push([0, at]);
  parts.push([at, at + length]);
  if (at + length < word.length) parts.push([at + length, word.length]);
  return parts;
};

const isMark = (part: string): boolean => /^(?:[-–—/]+|[…"“”«»()[\]]|\.{3,})$/u.test(part);

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;
