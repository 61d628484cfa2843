import type { Document } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { ExplainedSentence } from '../model/explanation.ts';
import type { Extraction } from '../model/extraction.ts';
import { explain } from './explain.ts';
import { extractorOf, noteOnDropped } from './extractors.ts';
import { type Input, readInput } from './inputs.ts';
import type { ModelChoice } from './language-model/choice.ts';
import { metadataFor, type UserMetadata } from './metadata.ts';
import { nodeFiles } from './node-files.ts';
import { loadReader } from './reader.ts';
import { verifySpans } from './verify.ts';

export interface ExtractOptions {
  readonly metadata?: UserMetadata;
  /** Needed for `-` only. */
  readonly readStdin?: () => Promise<Uint8Array>;
  readonly onNote?: (note: string) => void;
  /** Tell sentence by sentence how the article was read. */
  readonly explained?: boolean;
  /** A language model instead of the rules. */
  readonly model?: ModelChoice | null;
}

/** One article's document, extraction and (if asked for) explanation; nothing is stored. `-` is standard input. */
export async function extractFile(
  path: string,
  { metadata = {}, readStdin, onNote, explained = false, model }: ExtractOptions = {},
): Promise<{ document: Document; extraction: Extraction; sentences: ExplainedSentence[] }> {
  const input: Input = path === '-' ? { name: 'stdin', path: null } : { name: path, path };
  if (input.path !== null && (await nodeFiles.kind(path)) === 'directory')
    throw new DemarcheError('input', 'is a directory', { location: { file: path }, hint: 'name a file, or use demarche build' });
  const bytes = await readInput(input, nodeFiles, readStdin ?? (async () => new Uint8Array()));
  const known = await metadataFor(input.path, metadata, nodeFiles);
  const reader = loadReader();
  const document = reader.document({ name: input.name, bytes, metadata: known, ...(onNote ? { onNote } : {}) });
  if (!model) {
    const reading = reader.read(document, { explain: explained });
    return { document, extraction: reading.extraction, sentences: explained ? explain(reading) : [] };
  }
  if (explained)
    throw new DemarcheError('usage', 'a language model cannot explain how it read', {
      hint: 'leave out --explain or --extractor',
    });
  const read = await extractorOf(model, reader);
  const { extraction } = await read(document);
  verifySpans(document, extraction);
  const note = noteOnDropped(extraction);
  if (note !== null) onNote?.(note);
  return { document, extraction, sentences: [] };
}
