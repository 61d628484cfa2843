import loaded from 'n3/lib/N3Parser.js';
import { DemarcheError } from '../model/errors.ts';
import type { Quad } from './factory.ts';

const Parser = 'default' in loaded ? loaded.default : loaded;

const TEXT_FORMATS = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  nquads: 'application/n-quads',
  ntriples: 'application/n-triples',
} as const;
export type TextFormat = keyof typeof TEXT_FORMATS;

const BY_EXTENSION: Readonly<Record<string, TextFormat>> = { ttl: 'turtle', trig: 'trig', nq: 'nquads', nt: 'ntriples' };

/** The format that a file name ends in; TriG, which contains Turtle, if it ends in none. */
const formatOfFile = (file: string): TextFormat => BY_EXTENSION[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'trig';

/**
 * Reads Turtle, TriG, N-Quads or N-Triples. Blank nodes keep their labels.
 * @param file name for error messages; its ending tells the format unless one is given
 * @throws DemarcheError (kind `rdf`) with file and line
 */
export const parseQuads = (text: string, file: string, format: TextFormat = formatOfFile(file)): Quad[] => {
  try {
    return new Parser({ format: TEXT_FORMATS[format], blankNodePrefix: '_:' }).parse(text) as unknown as Quad[];
  } catch (error) {
    const { line, message } = describe(error);
    throw new DemarcheError('rdf', `not readable as ${format}: ${message}`, {
      location: line === null ? { file } : { file, line },
      hint: 'restore the file from version control, or build it again',
      cause: error,
    });
  }
};

/** N3 gives the line in `context` and in the message; messages may quote the input, so what is not printable goes. */
const describe = (error: unknown): { line: number | null; message: string } => {
  const message = error instanceof Error ? error.message : String(error);
  const context = (error as { context?: { line?: number } }).context;
  const line = context?.line ?? Number(/ on line (\d+)/.exec(message)?.[1] ?? Number.NaN);
  return {
    line: Number.isInteger(line) ? line : null,
    message: message
      .replace(/ on line \d+\.?$/, '')
      .replace(/[^\x20-\x7e]/g, '?')
      .slice(0, 200),
  };
};
