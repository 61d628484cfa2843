import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deriveRelations } from '../../src/rdf/derive.ts';
import { inGraph, iri, type Quad } from '../../src/rdf/factory.ts';
import { iriMaker } from '../../src/rdf/iris.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { serialize } from '../../src/rdf/serialize.ts';
import { articleQuads } from './data.ts';
import { cacheOf } from './engines.ts';

/* What a base of invented articles holds, in one TriG file: the graphs of the articles, the ties derived from them, the ontology. */

const ROOT = join(import.meta.dirname, '..', '..');
const ONTOLOGY = ['demarche.ttl', 'topics.ttl', 'alignments.ttl'];
const IRIS = iriMaker();

/** Holds apart from the union of all graphs. */
export const ONTOLOGY_GRAPH = IRIS.commonGraph('ontology');

const ontologyQuads = (): Quad[] =>
  ONTOLOGY.flatMap((name) =>
    parseQuads(readFileSync(join(ROOT, 'ontology', name), 'utf8'), name).map((each) => inGraph(each, iri(ONTOLOGY_GRAPH))),
  );

/** Topics that stand under another. */
const topicsIn = (quads: readonly Quad[]): string[] => {
  const broader = quads.filter(({ predicate }) => predicate.value.endsWith('#broader'));
  return broader.map(({ subject }) => subject.value.slice(IRIS.topic('').length));
};

/** Ties come from claims and actors alone. */
const makesTies = ({ subject: { value } }: Quad): boolean => /\/(?:position|event|actor)\//.test(value);

export interface BenchBase {
  readonly file: string;
  readonly quads: number;
  readonly bytes: number;
  /** The first articles and the ontology, to look names up in. */
  readonly sample: readonly Quad[];
}

const SAMPLE = 30;

/** Writes at least so many quads, and beside the file the cache that we would leave. */
export const writeBase = (file: string, wanted: number): BenchBase => {
  const ontology = ontologyQuads();
  const topics = topicsIn(ontology);
  const claims: Quad[] = [];
  const sample = [...ontology];
  const opened = openSync(file, 'w');
  let quads = 0;
  let bytes = 0;
  const write = (part: readonly Quad[]): void => {
    bytes += writeSync(opened, `${serialize(part, 'trig')}\n`);
    quads += part.length;
  };
  for (let number = 0; quads < wanted; number++) {
    const article = articleQuads(number, topics);
    if (number < SAMPLE) sample.push(...article);
    for (const each of article) if (makesTies(each)) claims.push(each);
    write(article);
  }
  write(deriveRelations(claims));
  write(ontology);
  closeSync(opened);
  writeFileSync(`${file}.cache`, Buffer.concat(cacheOf(file)));
  return { file, quads, bytes, sample };
};
