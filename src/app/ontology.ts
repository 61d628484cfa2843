import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { parseQuads } from '../rdf/parse.ts';
import { PACKAGE_ROOT } from './package.ts';

const read = (name: string, base: string): Quad[] => {
  const text = readFileSync(join(PACKAGE_ROOT, 'ontology', name), 'utf8');
  // Topics are individuals: they live under the base IRI of the knowledge base.
  return parseQuads(text.replaceAll(DEFAULT_BASE, base), `ontology/${name}`);
};

/** Vocabulary, topics and alignments: what a base's graph `ontology` holds. */
export const ontologyQuads = (base: string): Quad[] =>
  ['demarche.ttl', 'topics.ttl', 'alignments.ttl'].flatMap((name) => read(name, base));

/** The SHACL shapes that articles' graphs must conform to. */
export const shapeQuads = (): Quad[] => read('shapes.ttl', DEFAULT_BASE);
