import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { parseQuads } from '../rdf/parse.ts';
import { PACKAGE_ROOT } from './package.ts';

const textOf = (name: string): string => readFileSync(join(PACKAGE_ROOT, 'ontology', name), 'utf8');

/** Vocabulary, topics and alignments: what a base's graph `ontology` holds. Topics are individuals: they live under its base IRI. */
export const ontologyFiles = (base: string): { readonly name: string; readonly text: string }[] =>
  ['demarche.ttl', 'topics.ttl', 'alignments.ttl'].map((name) => ({
    name: `ontology/${name}`,
    text: textOf(name).replaceAll(DEFAULT_BASE, base),
  }));

/** The same as quads. */
export const ontologyQuads = (base: string): Quad[] => ontologyFiles(base).flatMap(({ name, text }) => parseQuads(text, name));

/** The SHACL shapes that articles' graphs must conform to. */
export const shapeQuads = (): Quad[] => parseQuads(textOf('shapes.ttl'), 'ontology/shapes.ttl');
