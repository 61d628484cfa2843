/** Sentence splitter: rules over tokens (after the spirit of Grefenstette and Tapanainen 1994). */
import type { Span } from '../model/span.ts';
import type { AbbreviationKind } from './tokenizer.ts';

/** The word lists a splitter needs. */
export interface SplitterLists {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Lower-cased words that are written with a capital only because they begin a sentence ("the", "he", "in"). */
  readonly starters: ReadonlySet<string>;
  /** Verb forms that may follow a quotation that ends in "?" or "!" ("said"). */
  readonly reporting: ReadonlySet<string>;
}

const TERMINATOR = /^(?:[.!?]+|…|。)$/u;
const CLOSER = /^(?:["”’'»›)\]}]|'')$/u;
const OPENER = /^["“‘'«‹„(]$/u;
const LIMIT = 400;

export class SentenceSplitter {
  readonly #lists: SplitterLists;

  constructor(lists: SplitterLists) {
    this.#lists = lists;
  }

  /** Token ranges [from, to) of the sentences of one block. */
  split(text: string, tokens: readonly Span[]): [number, number][] {
    const forms = tokens.map((token) => text.slice(token.start, token.end));
    const sentences: [number, number][] = [];
    let from = 0;
    for (let i = 0; i < tokens.length; i++) {
      let end = this.#endsAt(forms, tokens, i, from);
      if (end < 0 && i - from >= LIMIT) end = i;
      if (end < 0) continue;
      sentences.push([from, end + 1]);
      from = end + 1;
      i = end;
    }
    if (from < tokens.length) sentences.push([from, tokens.length]);
    return sentences;
  }

  /** Index of the last token of a sentence whose end mark is token `i`, or -1. */
  #endsAt(forms: readonly string[], tokens: readonly Span[], i: number, from: number): number {
    const form = forms[i]!;
    const kind = this.#abbreviation(form);
    if (!TERMINATOR.test(form) && kind === undefined) return -1;
    if (forms[i - 1] === '(' && forms[i + 1] === ')') return -1;
    if (form === '.' && i === from + 1 && /^(?:\d{1,2}|\p{L})$/u.test(forms[from]!)) return -1;
    let end = i;
    while (end + 1 < tokens.length && tokens[end + 1]!.start === tokens[end]!.end) {
      if (!CLOSER.test(forms[end + 1]!) && !TERMINATOR.test(forms[end + 1]!)) break;
      end++;
    }
    if (end + 1 >= tokens.length) return end;
    if (tokens[end + 1]!.start === tokens[end]!.end && end === i && form === '.') return -1;
    return this.#startsSentence(forms, end + 1, form, kind, end > i) ? end : -1;
  }

  #abbreviation(form: string): AbbreviationKind | undefined {
    if (form.length < 2 || !form.endsWith('.')) return undefined;
    const listed = this.#lists.abbreviations.get(form);
    if (listed !== undefined) return listed;
    if (/^\p{Lu}\.$/u.test(form)) return 'title';
    return /\p{L}/u.test(form) ? 'final' : undefined;
  }

  #startsSentence(
    forms: readonly string[],
    next: number,
    mark: string,
    kind: AbbreviationKind | undefined,
    closed: boolean,
  ): boolean {
    let at = next;
    while (at + 1 < forms.length && OPENER.test(forms[at]!)) at++;
    const quoted = at > next && forms[next] !== '(';
    const word = forms[at]!;
    if (/^\p{Ll}/u.test(word)) return false;
    if (/^[,;:)\]–—-]/u.test(forms[next]!)) return false;
    if (kind !== undefined) return this.#followsAbbreviation(kind, word, closed || quoted);
    if (mark === '…' || mark === '...') return /^\p{Lu}/u.test(word);
    if (closed && mark !== '.' && this.#isReportingClause(forms, at)) return false;
    return true;
  }

  #followsAbbreviation(kind: AbbreviationKind, word: string, quoted: boolean): boolean {
    if (kind === 'title') return false;
    if (kind === 'number') return !/^[\d\p{Lu}]/u.test(word) || this.#isStarter(word);
    if (kind === 'unit') return this.#isStarter(word);
    return this.#isStarter(word) || (quoted && /^\p{Lu}/u.test(word));
  }

  #isStarter(word: string): boolean {
    return /^\p{Lu}/u.test(word) && this.#lists.starters.has(word.toLowerCase());
  }

  /** `"No!" President Smith said`: a reporting verb within five capitalised words. */
  #isReportingClause(forms: readonly string[], at: number): boolean {
    for (let k = at; k < Math.min(forms.length, at + 6); k++) {
      if (this.#lists.reporting.has(forms[k]!)) return k > at;
      if (!/^\p{Lu}/u.test(forms[k]!)) return false;
    }
    return false;
  }
}
