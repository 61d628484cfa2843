import type { Document } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { ExplainedSentence } from '../model/explanation.ts';
import type { Extraction } from '../model/extraction.ts';
import { explain } from './explain.ts';
import { type Input, readInput } from './inputs.ts';
import { metadataFor, type UserMetadata } from './metadata.ts';
import { nodeFiles } from './node-files.ts';
import { loadReader } from './reader.ts';

export interface ExtractOptions {
  readonly metadata?: UserMetadata;
  /** Needed for `-` only. */
  readonly readStdin?: () => Promise<Uint8Array>;
  readonly onNote?: (note: string) => void;
  /** Tell sentence by sentence how the article was read. */
  readonly explained?: boolean;
}

/** One article's document, extraction and (if asked for) explanation; nothing is stored. `-` is standard input. */
export async function extractFile(
  path: string,
  { metadata = {}, readStdin, onNote, explained = false }: ExtractOptions = {},
): Promise<{ document: Document; extraction: Extraction; sentences: ExplainedSentence[] }> {
  const input: Input = path === '-' ? { name: 'stdin', path: null } : { name: path, path };
  if (input.path !== null && (await nodeFiles.kind(path)) === 'directory')
    throw new DemarcheError('input', 'is a directory', { location: { file: path }, hint: 'name a file, or use demarche build' });
  const bytes = await readInput(input, nodeFiles, readStdin ?? (async () => new Uint8Array()));
  const known = await metadataFor(input.path, metadata, nodeFiles);
  const reader = loadReader();
  const document = reader.document({ name: input.name, bytes, metadata: known, ...(onNote ? { onNote } : {}) });
  const reading = reader.read(document, { explain: explained });
  return { document, extraction: reading.extraction, sentences: explained ? explain(reading) : [] };
}
