import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFiles } from '../src/lexicon/files.ts';
import { readSpelling } from '../src/lexicon/spelling.ts';
import { readTopics } from '../src/lexicon/topics.ts';
import type { Topic } from '../src/lexicon/types.ts';

/* Writes ontology/topics.ttl, the SKOS form of data/topics/topics.tsv. */

const root = join(import.meta.dirname, '..');
const source = 'data/topics/topics.tsv';

const HEAD = `# Topics of positions: two levels. Generated from ${source} by scripts/topics.ts.
@prefix dem: <https://w3id.org/demarche/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix topic: <https://w3id.org/demarche/id/topic/> .

<https://w3id.org/demarche/id/topic> a skos:ConceptScheme ;
    rdfs:label "Topics of political positions"@en .
`;

const SCHEME = '<https://w3id.org/demarche/id/topic>';
const literal = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"@en`;

function concept(topic: Topic): string {
  const place =
    topic.broader === null ? `skos:topConceptOf ${SCHEME}` : `skos:broader topic:${topic.broader} ;\n    skos:inScheme ${SCHEME}`;
  const hidden = topic.keywords.map(literal).join(',\n        ');
  return `topic:${topic.id} a dem:Topic, skos:Concept ;
    skos:prefLabel ${literal(topic.label)} ;
    ${place}${hidden === '' ? '' : ` ;\n    skos:hiddenLabel ${hidden}`} .
`;
}

const noVariants = readSpelling([]);
const topics = readTopics(placeFiles([{ name: source, text: readFileSync(join(root, source), 'utf8') }], 'topics'), noVariants);
writeFileSync(join(root, 'ontology/topics.ttl'), [HEAD, ...[...topics.values()].map(concept)].join('\n'));
