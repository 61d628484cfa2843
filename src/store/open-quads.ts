import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { deriveRelations } from '../rdf/derive.ts';
import { iri, type Quad, quad } from '../rdf/factory.ts';
import { judgementQuads } from '../rdf/judgements.ts';
import { attemptEach, type Base, paths } from './base.ts';
import { readJudgements, rejectedClaims } from './curation.ts';
import { readIfThere } from './files.ts';
import { CACHE_FORMAT, decodeStore, encodeStore } from './quads/cache.ts';
import { QuadStore } from './quads/quad-store.ts';
import { readQuads } from './quads/trig/read.ts';
import { assertSafeId } from './records.ts';
import { addTo, analysisOf, leftOut, stateOf } from './state.ts';

/** A file that comes with the program. */
export interface OntologyFile {
  readonly name: string;
  readonly text: string;
}

export interface OpenQuadsOptions {
  /** What the graph `ontology` is read from, individuals under the base IRI of this base. */
  readonly ontology?: readonly OntologyFile[];
  /** Version of the program: another may derive other ties. */
  readonly version?: string;
}

/** What a query runs over. */
export interface OpenedQuads {
  readonly store: QuadStore;
  /** Claims that people rejected. */
  readonly rejected: ReadonlySet<string>;
  /** Files that could not be read; their graphs are missing. */
  readonly problems: readonly DemarcheError[];
}

const REBUILD = 'restore it from version control, or build the article again';

const cacheFile = (base: Base): string => join(base.directory, paths.cache);

const graphFile = (base: Base, id: string): string => {
  assertSafeId(id);
  return join(base.directory, paths.graph(id));
};

/** Names all that a store of the base is made of: its files as they are now, and the program. */
const keyOf = (base: Base, state: string, analysis: string | null, { ontology = [], version = '' }: OpenQuadsOptions): Buffer => {
  const hash = createHash('sha256').update(`${CACHE_FORMAT} ${JSON.stringify([version, base.settings.base, state])}\n`);
  for (const { name, text } of ontology) addTo(hash, name, Buffer.from(text));
  addTo(hash, paths.analysis, analysis === null ? null : Buffer.from(analysis));
  return hash.digest();
};

const graphError = (error: unknown): unknown => {
  if (!(error instanceof DemarcheError) || error.kind !== 'rdf') return error;
  const location = error.location ? { location: error.location } : {};
  return new DemarcheError('store', `the graph is damaged: ${error.message}`, { ...location, hint: REBUILD, cause: error });
};

/** Reads the graph of an article into a store. @throws DemarcheError (kind `store`) if it is missing or damaged */
const readGraph = async (base: Base, id: string, store: QuadStore): Promise<void> => {
  const file = graphFile(base, id);
  const bytes = await readIfThere(file);
  if (bytes === null) throw new DemarcheError('store', 'the graph is missing', { location: { file }, hint: REBUILD });
  const before = store.incoming.size;
  try {
    readQuads(bytes, file, store);
  } catch (error) {
    throw graphError(error);
  }
  const graph = base.iris.graph(id);
  const number = store.dictionary.find(iri(graph));
  if (number !== 0 && store.incoming.size > before && store.incoming.isOneGraph(before, number)) return;
  store.incoming.cut(before);
  throw new DemarcheError('store', `does not hold the graph <${graph}> and nothing else`, {
    location: { file },
    hint: REBUILD,
  });
};

/** Reads results of analyses into a store, or says why not. */
const readResults = (base: Base, text: string, store: QuadStore): DemarcheError[] => {
  const file = join(base.directory, paths.analysis);
  const before = store.incoming.size;
  try {
    readQuads(Buffer.from(text), file, store);
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error;
    store.incoming.cut(before);
    return [leftOut('damaged', file, error)];
  }
  const graph = store.dictionary.find(iri(base.iris.commonGraph('derived')));
  if (store.incoming.size === before || store.incoming.isOneGraph(before, graph)) return [];
  store.incoming.cut(before);
  return [leftOut('not of the derived graph', file)];
};

/** The quads of a store, made as they are looked at. */
function* quadsOf({
  dictionary,
  ...store
}: { dictionary: QuadStore['dictionary'] } & ReturnType<QuadStore['columns']>): Generator<Quad> {
  for (let row = 0; row < store.subjects.length; row++)
    yield quad(
      dictionary.term(store.subjects[row]!) as Quad['subject'],
      dictionary.term(store.predicates[row]!) as Quad['predicate'],
      dictionary.term(store.objects[row]!),
      dictionary.term(store.graphs[row]!) as Quad['graph'],
    );
}

const readAll = async (
  base: Base,
  ids: readonly string[],
  analysis: string | null,
  { ontology = [] }: OpenQuadsOptions,
): Promise<OpenedQuads> => {
  const store = new QuadStore();
  const graphs = await attemptEach(ids, (id) => readGraph(base, id, store));
  const judgements = await readJudgements(base);
  const rejected = rejectedClaims(judgements.value);
  const articles = quadsOf({ dictionary: store.dictionary, ...store.columns() });
  for (const each of deriveRelations(articles, { base: base.settings.base, rejected })) store.add(each);
  const damaged = analysis === null ? [] : readResults(base, analysis, store);
  for (const each of judgementQuads(judgements.value, base.settings.base)) store.add(each);
  const ontologyGraph = store.dictionary.addIri(base.iris.commonGraph('ontology'));
  for (const { name, text } of ontology) readQuads(Buffer.from(text), name, store, ontologyGraph);
  return { store, rejected, problems: [...graphs.problems, ...judgements.problems, ...damaged] };
};

/** Leaves a cache for the next time; where that cannot be done, the next time takes longer, and that is all. */
const keep = async (base: Base, store: QuadStore, key: Buffer): Promise<void> => {
  const file = cacheFile(base);
  const temporary = `${file}.tmp-${process.pid}`;
  try {
    await writeFile(temporary, encodeStore(store, key));
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
};

/**
 * All graphs of a base for queries: from the cache, where the files of the base are those that it was made of, else from the files.
 * Damaged files are told and the good ones are read; then no cache is left.
 */
export const openQuads = async (base: Base, options: OpenQuadsOptions = {}): Promise<OpenedQuads> => {
  const ids = await base.articleIds();
  const state = await stateOf(base, ids);
  const { text: analysis, problems: stale } = await analysisOf(base, state);
  const key = keyOf(base, state, analysis, options);
  const cached = await readIfThere(cacheFile(base)).catch(() => null);
  const store = cached && decodeStore(cached, key);
  if (store) return { store, rejected: rejectedClaims((await readJudgements(base)).value), problems: stale };
  const opened = await readAll(base, ids, analysis, options);
  if (opened.problems.length === 0) await keep(base, opened.store, key);
  return { ...opened, problems: [...opened.problems, ...stale] };
};
