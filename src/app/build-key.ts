import { createHash } from 'node:crypto';
import type { DataFile } from '../lexicon/tsv.ts';
import type { PartialMetadata } from '../text/frontmatter.ts';
import { version } from './package.ts';
import { hashTables } from './tables.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Names all that an article's graph depends on besides its bytes: the program's version, the weights, the codebook, the
 * language model where one was chosen, and what was said about the article. Extraction is a pure function of these, so an article whose key has not changed need not be read.
 */
export function buildKeyFor(
  weights: Uint8Array,
  tables: readonly DataFile[],
  model: string | null = null,
): (metadata: PartialMetadata) => string {
  const common = [version(), sha256(weights), hashTables(tables), ...(model === null ? [] : [model])];
  return (metadata) => sha256(JSON.stringify([...common, Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1))]));
}

/** SHA-256 (hex) of an article's bytes, as in `Document.sha256`. */
export const hashOf = (bytes: Uint8Array): string => sha256(bytes);
