import { join } from 'node:path';
import { DemarcheError, describeError } from '../model/errors.ts';
import type { Extraction } from '../model/extraction.ts';
import { type Base, createBase } from '../store/base.ts';
import type { ArticleRecord } from '../store/types.ts';
import { type Writer, writeBase } from '../store/writer.ts';
import type { PartialMetadata } from '../text/frontmatter.ts';
import { graphOf } from './article-graph.ts';
import { buildKeyFor, hashOf } from './build-key.ts';
import { extractorOf, identityOf, noteOnDropped, type ReadArticle } from './extractors.ts';
import { findInputs, type Input, readInput } from './inputs.ts';
import type { ModelChoice } from './language-model/choice.ts';
import { metadataFor, type UserMetadata } from './metadata.ts';
import { nodeFiles } from './node-files.ts';
import { type Files, type Progress, SILENT } from './ports.ts';
import { type ArticleReader, loadReader } from './reader.ts';
import { codebookTables } from './tables.ts';
import { allWeights } from './weights.ts';

export interface BuildOptions {
  /** Folder of the knowledge base; made if it is not there. */
  readonly directory: string;
  /** What the texts lack. */
  readonly metadata?: UserMetadata;
  /** Read articles again even if nothing has changed. */
  readonly force?: boolean;
  readonly progress?: Progress;
  readonly files?: Files;
  /** Needed for `-` only. */
  readonly readStdin?: () => Promise<Uint8Array>;
  readonly onNote?: (note: string) => void;
  /** A language model instead of the rules. */
  readonly model?: ModelChoice | null;
}

/** How many things were read out of articles. */
export interface Counts {
  actors: number;
  statements: number;
  positions: number;
  events: number;
  abstentions: number;
}

/** What a build did. */
export interface BuildSummary {
  readonly kb: string;
  /** Articles in the base now. */
  readonly articles: number;
  /** Ids of articles that are new, and of those read again. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: number;
  readonly rejected: readonly { readonly path: string; readonly reason: string }[];
  /** Of the articles read in this run. */
  readonly counts: Readonly<Counts>;
}

/**
 * Reads articles into a knowledge base. A file that cannot be read is reported and the others are built; an article whose bytes,
 * metadata, codebook and program are as recorded is not read again.
 */
export async function buildBase(paths: readonly string[], options: BuildOptions): Promise<BuildSummary> {
  const files = options.files ?? nodeFiles;
  const { found, rejected } = await findInputs(paths, files);
  const run = new Run(
    options,
    files,
    rejected.map((error) => rejection(error)),
  );
  if (found.length === 0) return run.summary(0);
  const base = await createBase(options.directory);
  const progress = options.progress ?? SILENT;
  return writeBase(base, async (writer) => {
    await run.start(base, writer);
    progress.start(found.length, 'reading');
    for (const input of found) {
      await run.take(input);
      progress.step(input.name);
    }
    progress.stop();
    if (run.changed) {
      await writer.refreshDerived();
      if (await writer.removeAnalysis()) options.onNote?.(RESULTS_GONE);
    }
    return run.summary((await base.articleIds()).length);
  });
}

const RESULTS_GONE = 'results of analyses were of the former articles and are gone: run demarche derive again';

const rejection = (error: DemarcheError, path = error.location?.file ?? ''): BuildSummary['rejected'][number] => {
  // The path stands before the reason anyway.
  const elsewhere = error.location !== undefined && error.location.file !== path;
  const detail = { ...(error.hint ? { hint: error.hint } : {}), ...(elsewhere ? { location: error.location } : {}) };
  return { path, reason: describeError(new DemarcheError(error.kind, error.message, detail)) };
};

/** A rule that breaks down on one article must not keep the others out of the base. */
const defect = (cause: unknown): DemarcheError =>
  new DemarcheError('input', `internal error: ${cause instanceof Error ? cause.message : String(cause)}`, {
    hint: 'please report the article',
    cause,
  });

/** One run of a build. */
class Run {
  readonly #options: BuildOptions;
  readonly #files: Files;
  readonly #rejected: BuildSummary['rejected'][number][];
  readonly #added: string[] = [];
  readonly #replaced: string[] = [];
  readonly #counts: Counts = { actors: 0, statements: 0, positions: 0, events: 0, abstentions: 0 };
  #unchanged = 0;
  #base!: Base;
  #writer!: Writer;
  #known = new Map<string, ArticleRecord>();
  #keyOf!: (metadata: PartialMetadata) => string;
  #makeReader!: () => ArticleReader;
  #reader: ArticleReader | undefined;
  #read: ReadArticle | undefined;
  /** Why the server of the language model is not asked again in this run. */
  #down: DemarcheError | undefined;

  constructor(options: BuildOptions, files: Files, rejected: readonly BuildSummary['rejected'][number][]) {
    this.#options = options;
    this.#files = files;
    this.#rejected = [...rejected];
  }

  get changed(): boolean {
    return this.#added.length + this.#replaced.length > 0;
  }

  async start(base: Base, writer: Writer): Promise<void> {
    this.#base = base;
    this.#writer = writer;
    const tables = codebookTables(join(base.directory, 'lexicon'));
    this.#keyOf = buildKeyFor(allWeights(), tables, await identityOf(this.#options.model));
    this.#makeReader = () => loadReader(tables);
    // A damaged record counts as none: the article is built anew and the record replaced.
    for (const record of (await base.listArticles()).value) this.#known.set(record.document.sha256, record);
  }

  /** Reads one input, or notes why it cannot be read. */
  async take(input: Input): Promise<void> {
    try {
      await this.#build(input);
    } catch (error) {
      // A server that is down stays down: what has been read is kept, and the rest is told why it was not.
      if (error instanceof DemarcheError && error.kind === 'network') this.#down = error;
      else if (error instanceof DemarcheError && !['input', 'rdf'].includes(error.kind)) throw error;
      this.#rejected.push(rejection(error instanceof DemarcheError ? error : defect(error), input.name));
    }
  }

  async #build(input: Input): Promise<void> {
    const bytes = await readInput(input, this.#files, this.#options.readStdin ?? (async () => new Uint8Array()));
    const metadata = await metadataFor(input.path, this.#options.metadata ?? {}, this.#files);
    const buildKey = this.#keyOf(metadata);
    const before = this.#known.get(hashOf(bytes));
    if (before && !this.#options.force && before.buildKey === buildKey && (await this.#isWhole(before.document.id))) {
      this.#unchanged++;
      return;
    }
    if (this.#down) throw this.#down;
    this.#reader ??= this.#makeReader();
    this.#read ??= await extractorOf(this.#options.model, this.#reader);
    const { onNote } = this.#options;
    const document = this.#reader.document({ name: input.name, bytes, metadata, ...(onNote ? { onNote } : {}) });
    const reading = await this.#read(document);
    const { extraction } = reading;
    const note = noteOnDropped(extraction);
    if (note !== null) onNote?.(`${input.name}: ${note}`);
    const quads = graphOf(document, reading, this.#reader, this.#base.settings.base);
    if (before && before.document.id !== document.id) await this.#writer.removeArticle(before.document.id);
    await this.#writer.putArticle(document, quads, buildKey);
    const { text: _, ...rest } = document;
    this.#known.set(document.sha256, { document: rest, buildKey });
    (before ? this.#replaced : this.#added).push(document.id);
    this.#count(extraction);
  }

  /** True if the article's graph can be read; a damaged one is built anew. */
  async #isWhole(id: string): Promise<boolean> {
    try {
      await this.#base.readGraph(id);
      return true;
    } catch (error) {
      if (error instanceof DemarcheError) return false;
      throw error;
    }
  }

  #count(extraction: Extraction): void {
    for (const layer of Object.keys(this.#counts) as (keyof Counts)[]) this.#counts[layer] += extraction[layer].length;
  }

  summary(articles: number): BuildSummary {
    return {
      kb: this.#options.directory,
      articles,
      added: this.#added,
      replaced: this.#replaced,
      unchanged: this.#unchanged,
      rejected: this.#rejected,
      counts: this.#counts,
    };
  }
}
