import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import type { Quad } from '../rdf/factory.ts';
import { type IriMaker, iriMaker } from '../rdf/iris.ts';
import { parseQuads } from '../rdf/parse.ts';
import { type FileOps, makeDirectory, namesIn, nodeOps, readIfThere, writeAtomically } from './files.ts';
import { assertSafeId, parseRecord } from './records.ts';
import { DEFAULT_SETTINGS, parseSettings, showSettings } from './settings.ts';
import type { ArticleRecord, Reading, Settings } from './types.ts';

/** A knowledge base as a folder on disk (design: product.md), open for reading. Writing takes `writeBase`. */
export interface Base {
  readonly directory: string;
  readonly settings: Settings;
  readonly iris: IriMaker;
  /** Ids of the articles, in code-unit order. */
  articleIds(): Promise<readonly string[]>;
  /** All article records; damaged ones are told apart from the good ones. */
  listArticles(): Promise<Reading<readonly ArticleRecord[]>>;
  /** @returns null if the base has no such article */
  readArticle(id: string): Promise<ArticleRecord | null>;
  /** The stored text; null if the base does not keep it. */
  readText(id: string): Promise<string | null>;
  /** The article's named graph. @throws DemarcheError (kind `store`) with file and line where it is missing or damaged */
  readGraph(id: string): Promise<Quad[]>;
}

/** Paths inside a base, relative to its folder. */
export const paths = {
  settings: 'kb.json',
  text: (id: string): string => join('articles', `${id}.txt`),
  record: (id: string): string => join('articles', `${id}.json`),
  graph: (id: string): string => join('graphs', `${id}.trig`),
  relations: join('derived', 'relations.trig'),
  /** Results of analyses, with the state they are of. */
  analysis: join('derived', 'analysis.trig'),
  cache: join('derived', 'quads.cache'),
} as const;

const FOLDERS = ['articles', 'graphs', 'curation', 'lexicon', 'derived'] as const;

/** Derived files need no history; texts and graphs must never have their line ends changed by git. */
const GIT_FILES: Readonly<Record<string, string>> = {
  '.gitignore': 'derived/\n.lock*\n.tmp-*\n',
  '.gitattributes': 'articles/*.txt -text\n*.trig -text\n*.json -text\n',
};

const REBUILD = 'restore it from version control, or build the article again';

const openWith = (directory: string, settings: Settings): Base => {
  const iris = iriMaker(settings.base);
  const at = (path: string): string => join(directory, path);

  const articleIds = async (): Promise<readonly string[]> =>
    (await namesIn(at('articles'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));

  const readArticle = async (id: string): Promise<ArticleRecord | null> => {
    assertSafeId(id);
    const bytes = await readIfThere(at(paths.record(id)));
    return bytes === null ? null : parseRecord(bytes.toString('utf8'), at(paths.record(id)), id);
  };

  const readGraph = async (id: string): Promise<Quad[]> => {
    assertSafeId(id);
    const file = at(paths.graph(id));
    const bytes = await readIfThere(file);
    if (bytes === null) throw new DemarcheError('store', 'the graph is missing', { location: { file }, hint: REBUILD });
    return checkedGraph(parseGraph(bytes.toString('utf8'), file), iris.graph(id), file);
  };

  return {
    directory,
    settings,
    iris,
    articleIds,
    readArticle,
    readGraph,
    listArticles: async () => {
      const results = await attemptEach(await articleIds(), readArticle);
      return { value: results.value.filter((record) => record !== null), problems: results.problems };
    },
    readText: async (id) => {
      assertSafeId(id);
      return (await readIfThere(at(paths.text(id))))?.toString('utf8') ?? null;
    },
  };
};

/** A damaged file is a value, so that the good ones are still read; a defect of the program is still thrown. */
const attempt = async <T>(read: () => Promise<T>): Promise<T | DemarcheError> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DemarcheError) return error;
    throw error;
  }
};

/** Reads one after the other: a large base has more files than a process may hold open. */
export const attemptEach = async <I, T>(items: readonly I[], read: (item: I) => Promise<T>): Promise<Reading<T[]>> => {
  const value: T[] = [];
  const problems: DemarcheError[] = [];
  for (const item of items) {
    const result = await attempt(() => read(item));
    if (result instanceof DemarcheError) problems.push(result);
    else value.push(result);
  }
  return { value, problems };
};

const parseGraph = (text: string, file: string): Quad[] => {
  try {
    return parseQuads(text, file, 'trig');
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error;
    const location = error.location ? { location: error.location } : {};
    throw new DemarcheError('store', `the graph is damaged: ${error.message}`, { ...location, hint: REBUILD, cause: error });
  }
};

const checkedGraph = (quads: Quad[], graph: string, file: string): Quad[] => {
  if (quads.length === 0 || quads.some((quad) => quad.graph.value !== graph))
    throw new DemarcheError('store', `does not hold the graph <${graph}> and nothing else`, {
      location: { file },
      hint: REBUILD,
    });
  return quads;
};

/**
 * Opens a base for reading.
 * @throws DemarcheError (kind `store`) if the folder is no base
 */
export const openBase = async (directory: string): Promise<Base> => {
  const file = join(directory, paths.settings);
  const bytes = await readIfThere(file);
  if (bytes === null)
    throw new DemarcheError('store', 'this folder is no knowledge base', {
      location: { file: directory },
      hint: 'run demarche build first, or name another folder with --kb',
    });
  return openWith(directory, parseSettings(bytes.toString('utf8'), file));
};

/** Opens a base, and makes it first where there is none; the settings count only for a new one. */
export const createBase = async (directory: string, settings: Partial<Settings> = {}, ops: FileOps = nodeOps): Promise<Base> => {
  const file = join(directory, paths.settings);
  if ((await readIfThere(file)) !== null) return openBase(directory);
  for (const folder of FOLDERS) await makeDirectory(join(directory, folder));
  for (const [name, content] of Object.entries(GIT_FILES))
    if ((await readIfThere(join(directory, name))) === null) await writeAtomically(join(directory, name), content, ops);
  await writeAtomically(file, showSettings(parseSettings(showSettings({ ...DEFAULT_SETTINGS, ...settings }), file)), ops);
  return openBase(directory);
};
