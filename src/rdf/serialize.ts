import { DemarcheError } from '../model/errors.ts';
import { defaultGraph, inGraph, type Quad } from './factory.ts';
import { writeJsonLd } from './jsonld.ts';
import { writeLines } from './lines.ts';
import { DEFAULT_BASE, prefixesFor } from './namespaces.ts';
import { sortQuads } from './order.ts';
import { checkQuad } from './terms.ts';
import { writeTrig } from './turtle.ts';

/** Formats of RDF that can be written; Turtle and N-Triples know no named graphs and hold the union of all. */
export const RDF_FORMATS = ['turtle', 'trig', 'nquads', 'ntriples', 'jsonld'] as const;
export type RdfFormat = (typeof RDF_FORMATS)[number];

export interface SerializeOptions {
  /** Base IRI of individuals, for readable prefixes. */
  readonly base?: string;
}

const union = (quads: Iterable<Quad>): Quad[] => [...quads].map((quad) => inGraph(quad, defaultGraph()));

/**
 * Writes quads as text that is the same on every run and machine: sorted by code unit, each quad once, all terms checked first.
 * @throws DemarcheError (kind `rdf`) if a term cannot be written safely; then nothing is written
 */
export const serialize = (quads: Iterable<Quad>, format: RdfFormat, options: SerializeOptions = {}): string => {
  const dropsGraphs = format === 'turtle' || format === 'ntriples';
  const given = dropsGraphs ? union(quads) : [...quads];
  for (const quad of given) checkQuad(quad);
  const sorted = sortQuads(given);
  const prefixes = prefixesFor(options.base ?? DEFAULT_BASE);
  switch (format) {
    case 'turtle':
    case 'trig':
      return writeTrig(sorted, prefixes);
    case 'ntriples':
    case 'nquads':
      return writeLines(sorted);
    case 'jsonld':
      return writeJsonLd(sorted, prefixes);
    default:
      throw new DemarcheError('usage', `unknown RDF format ${JSON.stringify(format)}`, {
        hint: `one of ${RDF_FORMATS.join(', ')}`,
      });
  }
};
