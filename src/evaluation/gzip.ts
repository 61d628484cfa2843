import { gunzipSync } from 'node:zlib';
import { DemarcheError } from '../model/errors.ts';

/** A corpus file's text, whether gzipped or not. Throws an input error for a damaged gzip file. */
export function decodeCorpus(path: string, bytes: Uint8Array): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder().decode(zipped ? gunzipSync(bytes) : bytes);
  } catch (cause) {
    throw new DemarcheError('input', 'a damaged gzip file', { location: { file: path }, cause });
  }
}
