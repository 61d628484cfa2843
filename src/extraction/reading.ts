import type { Name } from '../language/names.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { type Document, plainText } from '../model/document.ts';
import type { NearMiss } from '../model/explanation.ts';
import type { Abstention } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import type { DateExpression, Sentence } from '../model/syntax.ts';
import { Entities, type Entity } from './entities.ts';
import type { Mention } from './mentions/types.ts';
import type { Quote } from './quotes.ts';
import { SyntaxTree } from './syntax/tree.ts';

/** A title that stood in a sentence, and whose it is. */
export interface OfficeMention {
  readonly phrase: string;
  readonly owner: Entity;
  readonly person: Entity | null;
  readonly sentence: number;
}

/** What the rules share while one article is read. Built up stage by stage; nothing outlives the article. */
export class Reading {
  readonly document: Document;
  /** The article's words (see `plainText`). What is quoted as evidence comes from `document.text`. */
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly sentences: readonly Sentence[];
  readonly trees: readonly SyntaxTree[];
  readonly dates: readonly (readonly DateExpression[])[];
  readonly quotes: readonly Quote[];
  /** Names the trained recogniser sees, by sentence. */
  readonly tagged: readonly (readonly Name[])[];
  readonly entities: Entities;
  readonly mentions: Mention[] = [];
  readonly abstentions: Abstention[] = [];
  /** Rules that nearly fired; null where nobody asked. */
  nearly: NearMiss[] | null = null;
  /** Offices met so far with their owner, for later bare titles ("the spokesman"). */
  readonly officeMentions: OfficeMention[] = [];
  /** Title tokens with the person who bears the title beside them, by sentence. */
  readonly bearers: Map<number, Mention>[];
  readonly #byHead: Map<number, Mention>[];
  readonly #bySentence: Mention[][];
  readonly #sides: Map<number, Mention[]>[];

  constructor(
    document: Document,
    lexicon: Lexicon,
    sentences: readonly Sentence[],
    dates: readonly (readonly DateExpression[])[],
    quotes: readonly Quote[],
    tagged: readonly (readonly Name[])[],
  ) {
    this.document = document;
    this.text = plainText(document);
    this.lexicon = lexicon;
    this.sentences = sentences;
    this.trees = sentences.map((sentence) => new SyntaxTree(sentence));
    this.dates = dates;
    this.quotes = quotes;
    this.tagged = tagged;
    this.entities = new Entities(lexicon);
    this.bearers = sentences.map(() => new Map());
    this.#byHead = sentences.map(() => new Map());
    this.#bySentence = sentences.map(() => []);
    this.#sides = sentences.map(() => new Map());
  }

  tree(sentence: number): SyntaxTree {
    return this.trees[sentence]!;
  }

  /** Adds a mention; where two share a head word the longer answers for it, a person before anybody. */
  add(mention: Mention): Mention {
    const heads = this.#byHead[mention.sentence]!;
    const known = heads.get(mention.head);
    const same = known && known.first === mention.first && known.last === mention.last;
    if (same) return known;
    const isPerson = mention.entity.type === 'person';
    if (!known || isPerson || (known.entity.type !== 'person' && mention.last - mention.first >= known.last - known.first))
      heads.set(mention.head, mention);
    this.mentions.push(mention);
    this.#bySentence[mention.sentence]!.push(mention);
    return mention;
  }

  /** Adds one of the actors that a word stands for together with others ("both sides"). */
  addSide(mention: Mention): void {
    const sides = this.#sides[mention.sentence]!;
    sides.set(mention.head, [...(sides.get(mention.head) ?? []), mention]);
    this.mentions.push(mention);
    this.#bySentence[mention.sentence]!.push(mention);
  }

  /** The actors a word stands for together, where it stands for several. */
  sidesAt(sentence: number, token: number): readonly Mention[] {
    return this.#sides[sentence]!.get(token) ?? [];
  }

  /** The mention headed by a token. */
  mentionAt(sentence: number, token: number): Mention | undefined {
    return this.#byHead[sentence]!.get(token);
  }

  /** The widest mention that covers a token. */
  covering(sentence: number, token: number): Mention | undefined {
    let best: Mention | undefined;
    for (const mention of this.#bySentence[sentence]!)
      if (mention.first <= token && token <= mention.last && (!best || mention.last - mention.first > best.last - best.first))
        best = mention;
    return best;
  }

  mentionsIn(sentence: number): Mention[] {
    return [...this.#bySentence[sentence]!].sort((a, b) => a.first - b.first || b.last - a.last);
  }

  entityAt(sentence: number, token: number): Entity | undefined {
    return this.mentionAt(sentence, token)?.entity;
  }

  /** Text of a token range, as it stands. */
  slice(sentence: number, first: number, last: number): string {
    const { tokens } = this.sentences[sentence]!;
    return this.text.slice(tokens[first]!.start, tokens[last]!.end);
  }

  /** True if a lower-case word belongs to a class of data/reading. */
  isClass(name: string, word: string): boolean {
    return this.lexicon.wordClasses.get(name)?.has(word) ?? false;
  }

  blockKind(sentence: number): string {
    return this.document.blocks[this.sentences[sentence]!.block]!.kind;
  }

  isHeadline(sentence: number): boolean {
    const kind = this.blockKind(sentence);
    return kind === 'title' || kind === 'subtitle';
  }

  /** The innermost quotation that covers an offset. */
  quoteAt(span: Span): Quote | undefined {
    return this.quotes.find((quote) => quote.start <= span.start && span.end <= quote.end);
  }

  /** Notes why a rule did not fire, if anybody asked. The reason is worked out only then. */
  miss(sentence: number, token: number, layer: NearMiss['layer'], rule: string, reason: () => string): void {
    this.nearly?.push({ sentence, token, layer, rule, reason: reason() });
  }

  abstain(span: Span, reason: string, rule: string): void {
    this.abstentions.push({ start: span.start, end: span.end, reason, rule });
  }
}
