import { isUtf8 } from 'node:buffer';
import { DemarcheError } from '../../../model/errors.ts';
import type { QuadStore } from '../quad-store.ts';
import { readNQuads } from './n-quads.ts';
import { TrigReader } from './reader.ts';
import { Scanner, TrigSyntaxError } from './scanner.ts';

const NEWLINE = 0x0a;

const lineOf = (bytes: Buffer, at: number): number => {
  let line = 1;
  for (let i = bytes.indexOf(NEWLINE); i >= 0 && i < at; i = bytes.indexOf(NEWLINE, i + 1)) line++;
  return line;
};

/** How many lines of a text that is no UTF-8 are. */
const goodLines = (bytes: Buffer): number => {
  let from = 0;
  let line = 1;
  for (let to = bytes.indexOf(NEWLINE); to >= 0 && isUtf8(bytes.subarray(from, to)); to = bytes.indexOf(NEWLINE, from)) {
    from = to + 1;
    line++;
  }
  return line;
};

const damaged = (message: string, file: string, line: number, cause?: unknown): DemarcheError =>
  new DemarcheError('rdf', message, {
    location: { file, line },
    hint: 'restore the file from version control, or build it again',
    cause,
  });

/**
 * Reads a file into a store: N-Quads and N-Triples by the ending of its name, else TriG, which contains Turtle. Blank nodes keep
 * their labels. What comes of the file is the store's only if all of it could be read.
 * @param graph id of the graph for triples outside of any; 0 is the default graph
 * @throws DemarcheError (kind `rdf`) with file and line
 */
export const readQuads = (bytes: Buffer, file: string, store: QuadStore, graph = 0): void => {
  if (!isUtf8(bytes)) throw damaged('not readable: not UTF-8', file, goodLines(bytes));
  const scanner = new Scanner(bytes);
  if (bytes.length > 2 && bytes.readUIntBE(0, 3) === 0xefbbbf) scanner.at = 3;
  const before = store.incoming.size;
  try {
    if (/\.n[qt]$/i.test(file)) readNQuads(scanner, store, graph);
    else new TrigReader(scanner, store, graph).read();
  } catch (error) {
    store.incoming.cut(before);
    if (!(error instanceof TrigSyntaxError)) throw error;
    throw damaged(`not readable: ${error.message}`, file, lineOf(bytes, error.at), error);
  }
};
