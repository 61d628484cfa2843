import { resolveDates } from '../language/dates.ts';
import type { LanguageAnalyzer } from '../language/english.ts';
import type { NameTagger } from '../language/names.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Attribution } from '../model/attribution.ts';
import { type Document, plainText } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { NamedSpan } from '../model/names.ts';
import type { Span } from '../model/span.ts';
import { assemble } from './assemble.ts';
import { findAttributions } from './attribution/attributions.ts';
import { findStatements } from './attribution/index.ts';
import { findEvents } from './events/index.ts';
import { Issues } from './issues.ts';
import { findMentions } from './mentions/index.ts';
import { namesOf } from './named.ts';
import { endOpenQuotes } from './open-quotes.ts';
import { nameParties } from './parties.ts';
import { findPositions } from './positions/index.ts';
import { findQuotes } from './quotes.ts';
import { Reading } from './reading.ts';
import { repaired } from './syntax/repairs/index.ts';
import { TopicFinder } from './topics.ts';

/** Reads articles. Build one per process: it holds the look-ups, not the articles. */
export interface Extractor {
  /** All that is read out of one article: a pure function of its text and the lexicon. */
  extract(document: Document): Extraction;
  /** The same with the working state, for explanations. */
  read(document: Document, options?: ReadOptions): { readonly reading: Reading; readonly extraction: Extraction };
  /** Names of persons, places and organisations. */
  names(document: Document): readonly NamedSpan[];
  /** Who says, thinks or wants what, whether or not the source is an actor: the layer under the statements. */
  attributions(document: Document): { readonly reading: Reading; readonly attributions: readonly Attribution[] };
}

export interface ReadOptions {
  /** Stretches that stand for somebody whatever the rules say. */
  readonly parties?: readonly Span[];
  /** Keep what nearly fired, and why it did not. */
  readonly explain?: boolean;
}

export interface ExtractorParts {
  /** Recognises names that no list knows; without it such names need a title or a word that tells their kind. */
  readonly names?: NameTagger;
  readonly analyzer: LanguageAnalyzer;
  readonly lexicon: Lexicon;
}

/**
 * The political reading of an article, in the order it runs: syntax, quotations, mentions and coreference,
 * attribution, positions, events, assembly.
 */
export function createExtractor(parts: ExtractorParts): Extractor {
  const { analyzer, lexicon, names } = parts;
  const topics = new TopicFinder(lexicon);
  const kinds = issueKinds(lexicon);
  const open = (document: Document, parties: readonly Span[] = []): Reading => {
    const text = plainText(document);
    const sentences = analyzer
      .analyze(text, document.blocks)
      .map((sentence) => repaired(sentence, (form, upos, xpos) => analyzer.lemma(form, upos, xpos)));
    const dates = sentences.map((sentence) => resolveDates(text, sentence, document.published));
    const tagged = sentences.map((sentence) => names?.tag(sentence) ?? []);
    const quotes = endOpenQuotes(findQuotes(document), sentences, lexicon);
    const reading = new Reading(document, lexicon, sentences, dates, quotes, tagged);
    findMentions(reading);
    nameParties(reading, parties);
    return reading;
  };
  const read = (document: Document, { parties, explain }: ReadOptions = {}): { reading: Reading; extraction: Extraction } => {
    const reading = open(document, parties);
    if (explain) reading.nearly = [];
    const issues = new Issues(reading, kinds);
    const statements = findStatements(reading);
    issues.hear(statements);
    const events = findEvents(reading, issues, statements);
    const positions = findPositions(reading, issues, statements, events);
    return { reading, extraction: assemble(reading, topics, { statements, positions, events }) };
  };
  return {
    read,
    extract: (document) => read(document).extraction,
    names: (document) => namesOf(open(document)),
    attributions: (document) => {
      const reading = open(document);
      return { reading, attributions: findAttributions(reading) };
    },
  };
}

/** Kinds of issue a noun may belong to, from the `issue.*` word classes. */
function issueKinds(lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const [name, words] of lexicon.wordClasses)
    if (name.startsWith('issue.')) for (const word of words) kinds.set(word, (kinds.get(word) ?? new Set()).add(name));
  return kinds;
}
