import type { QuadStore } from '../quad-store.ts';
import type { Scanner } from './scanner.ts';
import { TermReader } from './terms.ts';

const DOT = 0x2e;
const LESS = 0x3c;
const QUOTE = 0x22;
const UNDERSCORE = 0x5f;

/** N-Quads (RDF 1.1 N-Quads, section 3), which contains N-Triples. */
export const readNQuads = (scanner: Scanner, store: QuadStore, outside: number): void => {
  const terms = new TermReader(scanner, store.dictionary);
  const { incoming } = store;
  const node = (what: string): number => {
    const byte = scanner.skip();
    if (byte === LESS) return terms.iriRef();
    return byte === UNDERSCORE ? terms.blankNode() : scanner.expected(what);
  };
  while (scanner.skip() >= 0) {
    const subject = node('an IRI or a blank node');
    if (scanner.skip() !== LESS) scanner.expected('an IRI');
    const predicate = terms.iriRef();
    const object = scanner.skip() === QUOTE ? terms.literal() : node('a term');
    const graph = scanner.skip() === DOT ? outside : node('a full stop or a graph');
    scanner.take(DOT, 'a full stop');
    incoming.add(subject, predicate, object, graph);
  }
};
