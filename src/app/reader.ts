import { createExtractor, type ReadOptions } from '../extraction/index.ts';
import { type LanguageAnalyzer, loadEnglish } from '../language/english.ts';
import { loadNames, type NameTagger } from '../language/names.ts';
import { type DataFile, type Lexicon, loadLexicon, type NameEntry } from '../lexicon/index.ts';
import type { Attribution } from '../model/attribution.ts';
import { type Document, plainText } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { NearMiss } from '../model/explanation.ts';
import type { Extraction } from '../model/extraction.ts';
import type { NamedSpan } from '../model/names.ts';
import type { Sentence } from '../model/syntax.ts';
import { readDocument } from '../text/document.ts';
import type { PartialMetadata } from '../text/frontmatter.ts';
import { codebookTables, hashTables } from './tables.ts';
import { englishWeights, nameWeights } from './weights.ts';

/** An article as bytes, with what is known of it besides. */
export interface Source {
  /** File name, for messages and to tell the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly metadata?: PartialMetadata;
  /** Is told what the user should know, such as a guessed encoding. */
  readonly onNote?: (note: string) => void;
}

/** An extraction with the sentences it rests on, which the graph quotes. */
export interface Reading {
  readonly extraction: Extraction;
  readonly sentences: readonly Sentence[];
  /** Rules that nearly fired, where that was asked for. */
  readonly nearly: readonly NearMiss[];
}

/** Reads articles; made once, it holds weights and codebook. */
export interface ArticleReader {
  readonly lexicon: Lexicon;
  /** @throws DemarcheError (kind `input`) for what is no readable article. */
  document(source: Source): Document;
  /** A pure function of the document, the codebook and the weights. */
  read(document: Document, options?: ReadOptions): Reading;
  /** Names of persons, places and organisations, known to a list or not. */
  names(document: Document): readonly NamedSpan[];
  /** Sentences of a document, in text order. */
  sentences(document: Document): readonly Sentence[];
  /** The layer under the statements: sources of any kind, with the trees they were found in. */
  attributions(document: Document): { readonly attributions: readonly Attribution[]; readonly sentences: readonly Sentence[] };
}

/** Largest article, in bytes: some thirty times a long feature, and a few seconds of work. */
const MAX_BYTES = 1_000_000;

/** @throws DemarcheError (kind `input`) for what is too long to be one article. */
function checkSize({ name, bytes }: Source): void {
  if (bytes.length <= MAX_BYTES) return;
  const megabytes = (bytes.length / 1e6).toFixed(1);
  throw new DemarcheError('input', `${megabytes} MB is more than an article (at most ${MAX_BYTES / 1e6} MB)`, {
    location: { file: name },
    hint: 'split it into articles',
  });
}

let analyzer: LanguageAnalyzer | undefined;
let tagger: NameTagger | undefined;
let latest: { readonly codebook: string; readonly reader: ArticleReader } | undefined;

/** Loads weights and codebook. A process that asks again with the same codebook gets the same reader. */
export function loadReader(tables: readonly DataFile[] = codebookTables()): ArticleReader {
  const codebook = hashTables(tables);
  if (latest?.codebook !== codebook) latest = { codebook, reader: makeReader(tables) };
  return latest.reader;
}

/** The linguistic analyser alone, loaded once for the process. */
export function loadAnalyzer(): LanguageAnalyzer {
  analyzer ??= loadEnglish(englishWeights());
  return analyzer;
}

function makeReader(tables: readonly DataFile[]): ArticleReader {
  const lexicon = loadLexicon(tables);
  tagger ??= loadNames(nameWeights());
  const extractor = createExtractor({ analyzer: loadAnalyzer(), names: tagger, lexicon });
  const standsForState = ({ kind, actor }: NameEntry): boolean =>
    kind === 'capital' || (kind === 'name' && lexicon.actors.get(actor)?.type === 'state');
  const isPlaceName = (name: string): boolean => lexicon.places.has(name) || (lexicon.names.get(name) ?? []).some(standsForState);
  return {
    lexicon,
    document(source) {
      checkSize(source);
      const { name, bytes, metadata = {}, onNote } = source;
      return readDocument(bytes, { name, ...metadata, isPlaceName, onNote: (note) => onNote?.(`${name}: ${note}`) });
    },
    read(document, options) {
      const { extraction, reading } = extractor.read(document, options);
      return { extraction, sentences: reading.sentences, nearly: reading.nearly ?? [] };
    },
    names: (document) => extractor.names(document),
    sentences: (document) => analyzer!.analyze(plainText(document), document.blocks),
    attributions(document) {
      const { attributions, reading } = extractor.attributions(document);
      return { attributions, sentences: reading.sentences };
    },
  };
}
