import { DemarcheError } from '../model/errors.ts';
import { nodeFiles } from './node-files.ts';

/** A query's text, and the file it stood in (null where it was given as such). */
export interface QueryText {
  readonly text: string;
  readonly file: string | null;
}

/** Reads what `demarche query` was given: a file if one of that name exists, `-` for standard input, else the query itself. */
export async function readQuery(given: string, readStdin: () => Promise<Uint8Array>): Promise<QueryText> {
  if (given === '-') return { text: decode(await readStdin(), 'stdin'), file: 'stdin' };
  // A query is hardly ever a possible file name, and asking for an impossible one is an error on some systems.
  const possible = given.length < 1024 && !/[\n\0{}]/.test(given);
  if (possible && (await nodeFiles.kind(given)) === 'file')
    return { text: decode(await nodeFiles.read(given), given), file: given };
  if (possible && /\.(rq|sparql)$/i.test(given))
    throw new DemarcheError('input', 'no such query file', { location: { file: given }, hint: 'check the path' });
  return { text: given, file: null };
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DemarcheError('input', 'the query is not valid UTF-8', { location: { file }, cause });
  }
}
