import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import type { Quad } from '../rdf/factory.ts';
import { parseQuads } from '../rdf/parse.ts';
import { type Base, paths } from './base.ts';
import { namesIn, readIfThere } from './files.ts';
import type { Reading } from './types.ts';

/** Adds a name and bytes so that no other names and bytes give the same. */
export const addTo = (hash: Hash, name: string, bytes: Uint8Array | null): void => {
  hash.update(`${JSON.stringify(name)} ${bytes?.length ?? -1}\n`);
  if (bytes) hash.update(bytes);
};

/** SHA-256 (hex) of what people and programs put into a base: the articles' graphs and the judgements. */
export const stateOf = async (base: Base, ids?: readonly string[]): Promise<string> => {
  const hash = createHash('sha256');
  const curation = join(base.directory, 'curation');
  for (const name of await namesIn(curation)) addTo(hash, name, await readIfThere(join(curation, name)));
  for (const id of ids ?? (await base.articleIds())) addTo(hash, id, await readIfThere(join(base.directory, paths.graph(id))));
  return hash.digest('hex');
};

/** First line of a file of results. */
export const stateLine = (state: string): string => `# state ${state}\n`;

/** The file of results as it is, where it is of this state of the base; what is wrong with it where it is not. */
export const analysisOf = async (
  base: Base,
  state: string,
): Promise<{ readonly text: string | null; readonly problems: readonly DemarcheError[] }> => {
  const file = join(base.directory, paths.analysis);
  try {
    const text = (await readIfThere(file))?.toString('utf8') ?? null;
    if (text === null || text.startsWith(stateLine(state))) return { text, problems: [] };
    return { text: null, problems: [leftOut('of another state of the base', file)] };
  } catch (error) {
    if (error instanceof DemarcheError) return { text: null, problems: [error] };
    throw error;
  }
};

/** Results that cannot be used. */
export const leftOut = (why: string, file: string, cause?: unknown): DemarcheError =>
  new DemarcheError('store', `results of analyses are ${why} and are left out`, {
    location: { file },
    hint: 'run demarche derive again, or demarche derive --clear',
    cause,
  });

/** Results of analyses, where they are of this state of the base. */
export const readAnalysis = async (base: Base): Promise<Reading<Quad[]>> => {
  const file = join(base.directory, paths.analysis);
  const graph = base.iris.commonGraph('derived');
  const { text, problems } = await analysisOf(base, await stateOf(base));
  if (text === null) return { value: [], problems: [...problems] };
  try {
    const value = parseQuads(text, file, 'trig');
    if (value.every((quad) => quad.graph.value === graph)) return { value, problems: [] };
    return { value: [], problems: [leftOut('not of the derived graph', file)] };
  } catch (error) {
    if (error instanceof DemarcheError) return { value: [], problems: [leftOut('damaged', file, error)] };
    throw error;
  }
};
