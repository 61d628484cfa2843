import { parseQuads } from '../../rdf/parse.ts';
import type { QuadStore } from './quad-store.ts';

/** Reads TriG into a store. */
export const readTrig = (bytes: Buffer, file: string, store: QuadStore): void => {
  for (const quad of parseQuads(bytes.toString('utf8'), file, 'trig')) store.add(quad);
};
