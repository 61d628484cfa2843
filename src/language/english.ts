/** The English analyser: text to sentences with tags, lemmas and dependency trees. Knows English and no politics. */
import type { Block, BlockKind } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Sentence, Token } from '../model/syntax.ts';
import { type ModelFile, readModel } from './binary.ts';
import { Lemmatizer } from './lemmatizer.ts';
import { MoveTable } from './move-table.ts';
import { Parser } from './parser.ts';
import { type Inventory, NOMINAL, VERBAL } from './parser-atoms.ts';
import { SenseTable } from './senses.ts';
import { SentenceSplitter } from './sentences.ts';
import { HashedTable } from './table.ts';
import { Tagger } from './tagger.ts';
import { type AbbreviationKind, Tokenizer } from './tokenizer.ts';
import { restoreCase } from './truecase.ts';
import { type LexiconEntry, WordTable } from './words.ts';

/** What the analyser says of one word; `head` is -1 for the root. */
export interface Analysis {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

const READ: ReadonlySet<BlockKind> = new Set(['title', 'subtitle', 'heading', 'paragraph']);

/** Reads the weights of `data/models/english.bin`. Throws `DemarcheError('model')` when they are not usable. */
export const loadEnglish = (bytes: Uint8Array): LanguageAnalyzer => new LanguageAnalyzer(readModel(bytes));

export class LanguageAnalyzer {
  readonly #tags: readonly (readonly [string, string])[];
  readonly #tagNames: readonly string[];
  readonly #labels: readonly string[];
  readonly #words: WordTable;
  readonly #tagger: Tagger;
  readonly #parser: Parser;
  readonly #lemmatizer: Lemmatizer;
  readonly #tokenizer: Tokenizer;
  readonly #splitter: SentenceSplitter;
  readonly #lowercase: ReadonlySet<string>;
  readonly #senses: SenseTable;
  #tagBuffer = new Int32Array(512);

  constructor(model: ModelFile) {
    this.#tagNames = model.lines('tags');
    this.#tags = this.#tagNames.map((name) => splitTag(name));
    this.#labels = model.lines('labels');
    const senses = new SenseTable(model.section('senses'));
    this.#senses = senses;
    this.#words = new WordTable(readLexicon(model.lines('lexicon')), senses);
    this.#tagger = new Tagger(new HashedTable(model.section('tagger')), this.#tags.length);
    const inventory = inventoryOf(this.#tagNames, this.#labels);
    this.#parser = new Parser(
      new MoveTable(model.section('moves')),
      new HashedTable(model.section('arcs')),
      new HashedTable(model.section('punctuation')),
      inventory,
    );
    this.#lemmatizer = new Lemmatizer(
      {
        exceptions: model.lines('lemma-exceptions'),
        rules: model.lines('lemma-rules'),
        irregulars: model.lines('irregular-verbs'),
      },
      senses,
    );
    const abbreviations = readAbbreviations(model.lines('abbreviations'));
    this.#tokenizer = new Tokenizer({ abbreviations, prefixes: new Set(model.lines('prefixes')) });
    const starters = new Set(model.lines('starters'));
    this.#splitter = new SentenceSplitter({ abbreviations, starters, reporting: new Set(model.lines('reporting')) });
    this.#lowercase = new Set(model.lines('lowercase'));
  }

  /**
   * Sentences of all blocks that are read (title, subtitle, heading, paragraph), in text order. Spans are offsets into
   * `text`, which is the stored text of the document.
   */
  analyze(text: string, blocks: readonly Block[]): Sentence[] {
    const sentences: Sentence[] = [];
    blocks.forEach((block, index) => {
      if (!READ.has(block.kind)) return;
      const spans = this.#tokenizer.tokenize(text, block.start, block.end);
      for (const [from, to] of this.#splitter.split(text, spans)) {
        const forms = spans.slice(from, to).map(({ start, end }) => text.slice(start, end));
        const analyses = this.annotate(forms);
        const tokens: Token[] = forms.map((form, i) => ({
          index: i,
          form,
          ...analyses[i]!,
          start: spans[from + i]!.start,
          end: spans[from + i]!.end,
        }));
        sentences.push({ index: sentences.length, block: index, tokens, start: spans[from]!.start, end: spans[to - 1]!.end });
      }
    });
    return sentences;
  }

  /** Lemma of a lower-case form under the given tag. */
  lemma(form: string, upos: string, xpos: string): string {
    return this.#lemmatizer.lemma(form, `${upos}/${xpos}`, false);
  }

  /** Tags, lemmatises and parses one sentence that is already split into words. */
  annotate(forms: readonly string[]): Analysis[] {
    const n = forms.length;
    if (n === 0) return [];
    const cased = restoreCase(forms, (lower) => this.#lowercase.has(lower) || this.#senses.isCommon(lower));
    const words = cased.map((form) => this.#words.get(form));
    if (this.#tagBuffer.length < n) this.#tagBuffer = new Int32Array(n * 2);
    const tags = this.#tagBuffer;
    this.#tagger.tag(words, tags);
    this.#parser.parse(words, tags);
    const { heads, labels } = this.#parser;
    return cased.map((form, i) => {
      const [upos, xpos] = this.#tags[tags[i]!]!;
      const lemma = this.#lemmatizer.lemma(form, this.#tagNames[tags[i]!]!, i === 0);
      return { lemma, upos, xpos, head: heads[i] === n ? -1 : heads[i]!, deprel: this.#labels[labels[i]!]! };
    });
  }
}

const splitTag = (name: string): readonly [string, string] => {
  const at = name.indexOf('/');
  if (at < 0) throw new DemarcheError('model', `model has a tag without UPOS: '${name}'`, { hint: 'reinstall it' });
  return [name.slice(0, at), name.slice(at + 1)];
};

/** Lines "form TAB tag class,… [TAB !]"; the exclamation mark says that no other tag occurs. */
const readLexicon = (lines: readonly string[]): Map<string, LexiconEntry> => {
  const lexicon = new Map<string, LexiconEntry>();
  for (const line of lines) {
    const [form, tags, fixed] = line.split('\t');
    lexicon.set(form!, { tags: tags!.split(',').map(Number), fixed: fixed === '!' });
  }
  return lexicon;
};

/** Lines "form TAB kind". */
const readAbbreviations = (lines: readonly string[]): Map<string, AbbreviationKind> =>
  new Map(lines.map((line) => line.split('\t') as [string, AbbreviationKind]));

/** Bits a tag adds to the running counts of verbs and conjunctions, eight bits each. */
const KINDS: ReadonlyMap<string, number> = new Map([
  ['VERB', VERBAL],
  ['AUX', VERBAL],
  ['CCONJ', 1 << 16],
  ['SCONJ', 1 << 16],
  ['NOUN', NOMINAL],
  ['PROPN', NOMINAL],
]);

/** The parser's view of the tag and label inventories. */
export const inventoryOf = (tags: readonly string[], labels: readonly string[]): Inventory => {
  const universal = tags.map((tag) => splitTag(tag)[0]);
  const names = [...new Set(universal)].sort();
  return {
    universal: Int32Array.from(universal, (name) => names.indexOf(name)),
    kinds: Int32Array.from(universal, (name) => KINDS.get(name) ?? 0),
    marks: Uint8Array.from(universal, (name) => (name === 'PUNCT' ? 1 : 0)),
    labels: labels.length,
    rootLabel: labels.indexOf('root'),
    punctLabel: labels.indexOf('punct'),
  };
};
