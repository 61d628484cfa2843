import { join } from 'node:path';
import type { Document } from '../model/document.ts';
import { deriveRelations } from '../rdf/derive.ts';
import type { Quad } from '../rdf/factory.ts';
import { serialize } from '../rdf/serialize.ts';
import { attemptEach, type Base, paths } from './base.ts';
import { readJudgements, rejectedClaims } from './curation.ts';
import { type FileOps, makeDirectory, nodeOps, readIfThere, removeFile, sweep, writeAtomically } from './files.ts';
import { keptQuads } from './keep-text.ts';
import { lockBase } from './lock.ts';
import { assertSafeId, showRecord } from './records.ts';
import { stateLine } from './state.ts';

/** The one writer of a base. */
export interface Writer {
  /**
   * Stores an article with its graph; an article of the same id is replaced. The record is written last: until it is there, the
   * article counts as not built, and the next build makes it anew.
   * @param buildKey what the graph was made from (see `ArticleRecord`)
   * @returns true if any file changed
   */
  putArticle(document: Document, quads: readonly Quad[], buildKey: string): Promise<boolean>;
  /** Removes an article with all its facts. @returns false if there was none */
  removeArticle(id: string): Promise<boolean>;
  /** Writes `derived/relations.trig` anew from all graphs that can be read. */
  refreshDerived(): Promise<void>;
  /** Writes results of analyses, in place of all earlier ones. @param state what they are of (`stateOf`) */
  putAnalysis(quads: readonly Quad[], state: string): Promise<void>;
  /** Removes the results of analyses. @returns false if there were none */
  removeAnalysis(): Promise<boolean>;
}

const putArticle = async (
  base: Base,
  ops: FileOps,
  document: Document,
  quads: readonly Quad[],
  buildKey: string,
): Promise<boolean> => {
  assertSafeId(document.id);
  const at = (path: string): string => join(base.directory, path);
  const { keepText } = base.settings;
  const trig = serialize(keptQuads(quads, keepText), 'trig', { base: base.settings.base });
  const changes = [
    keepText === 'all' && (await writeAtomically(at(paths.text(document.id)), document.text, ops)),
    await writeAtomically(at(paths.graph(document.id)), trig, ops),
    await writeAtomically(at(paths.record(document.id)), showRecord(document, buildKey), ops),
  ];
  return changes.includes(true);
};

const removeArticle = async (base: Base, ops: FileOps, id: string): Promise<boolean> => {
  assertSafeId(id);
  const known = (await base.articleIds()).includes(id);
  for (const path of [paths.record(id), paths.graph(id), paths.text(id)]) await removeFile(join(base.directory, path), ops);
  return known;
};

const refreshDerived = async (base: Base, ops: FileOps): Promise<void> => {
  const graphs = await attemptEach(await base.articleIds(), base.readGraph);
  const rejected = rejectedClaims((await readJudgements(base)).value);
  const relations = deriveRelations(graphs.value.flat(), { base: base.settings.base, rejected });
  await makeDirectory(join(base.directory, 'derived'));
  await writeAtomically(join(base.directory, paths.relations), serialize(relations, 'trig', { base: base.settings.base }), ops);
};

const putAnalysis = async (base: Base, ops: FileOps, quads: readonly Quad[], state: string): Promise<void> => {
  const text = `${stateLine(state)}${serialize(quads, 'trig', { base: base.settings.base })}`;
  await writeAtomically(join(base.directory, paths.analysis), text, ops);
};

const removeAnalysis = async (base: Base, ops: FileOps): Promise<boolean> => {
  const file = join(base.directory, paths.analysis);
  if ((await readIfThere(file)) === null) return false;
  await removeFile(file, ops);
  return true;
};

/**
 * Runs some work as the only writer of a base.
 * @throws DemarcheError (kind `store`) if another process is writing
 */
export const writeBase = async <T>(base: Base, work: (writer: Writer) => Promise<T>, ops: FileOps = nodeOps): Promise<T> => {
  const release = await lockBase(base.directory);
  try {
    for (const folder of ['.', 'articles', 'graphs', 'derived']) {
      await makeDirectory(join(base.directory, folder));
      await sweep(join(base.directory, folder), ops);
    }
    return await work({
      putArticle: (document, quads, buildKey) => putArticle(base, ops, document, quads, buildKey),
      removeArticle: (id) => removeArticle(base, ops, id),
      refreshDerived: () => refreshDerived(base, ops),
      putAnalysis: (quads, state) => putAnalysis(base, ops, quads, state),
      removeAnalysis: () => removeAnalysis(base, ops),
    });
  } finally {
    await release();
  }
};
