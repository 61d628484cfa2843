/**
 * Writes docs/ontology.md from ontology/demarche.ttl, alignments.ttl and shapes.ttl.
 * With --check it writes nothing and fails if the file on disk differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Quad, Term } from '../src/rdf/factory.ts';
import { VOCABULARY_PREFIXES } from '../src/rdf/namespaces.ts';
import { type OntologyTerm, readOntology } from '../src/rdf/ontology.ts';
import { byCodeUnit } from '../src/rdf/order.ts';
import { parseQuads } from '../src/rdf/parse.ts';

const OUTPUT = 'docs/ontology.md';
const read = (name: string): Quad[] => parseQuads(readFileSync(`ontology/${name}`, 'utf8'), `ontology/${name}`);

const terms = readOntology(read('demarche.ttl'));
const alignments = read('alignments.ttl');
const shapes = read('shapes.ttl');

const short = (iri: string): string => {
  const found = Object.entries(VOCABULARY_PREFIXES).find(([, namespace]) => iri.startsWith(namespace));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
};
const isOwn = (iri: string): boolean => iri.startsWith(VOCABULARY_PREFIXES.dem);
/** A term in text: our own ones link to their section. */
const shown = (iri: string): string => (isOwn(iri) ? `[\`${short(iri)}\`](#${anchor(iri)})` : `\`${short(iri)}\``);
/** Anchors know no capitals; of a class and a property with one name the class comes first on the page. */
const anchor = (iri: string): string => {
  const name = iri.slice(VOCABULARY_PREFIXES.dem.length);
  const isSecond = terms.some(
    (term) => term.kind === 'class' && term.name !== name && term.name.toLowerCase() === name.toLowerCase(),
  );
  return `dem${name.toLowerCase()}${isSecond ? '-1' : ''}`;
};

const objects = (quads: readonly Quad[], subject: Term, predicate: string): Term[] =>
  quads.filter((quad) => quad.subject.equals(subject) && quad.predicate.value === predicate).map((quad) => quad.object);
const SH = VOCABULARY_PREFIXES.sh;

const RELATIONS: Readonly<Record<string, string>> = {
  [`${VOCABULARY_PREFIXES.rdfs}subClassOf`]: 'is a kind of',
  [`${VOCABULARY_PREFIXES.rdfs}subPropertyOf`]: 'is a kind of',
  [`${VOCABULARY_PREFIXES.owl}inverseOf`]: 'is the inverse of',
  [`${VOCABULARY_PREFIXES.skos}closeMatch`]: 'is near to',
};

const alignmentLines = (term: OntologyTerm): string[] =>
  Object.entries(RELATIONS).flatMap(([predicate, words]) => {
    const others = alignments.filter((quad) => quad.subject.value === term.iri && quad.predicate.value === predicate);
    return others.length === 0 ? [] : [`- ${words} ${others.map((quad) => shown(quad.object.value)).join(', ')}`];
  });

/** The shape of a class and those of the properties that it lists, as their messages say it. */
const demands = (term: OntologyTerm): string[] => {
  const own = shapes.filter((quad) => quad.predicate.value === `${SH}targetClass` && quad.object.value === term.iri);
  const messages = own.flatMap(({ subject }) => [
    ...objects(shapes, subject, `${SH}message`),
    ...objects(shapes, subject, `${SH}property`).flatMap((property) => objects(shapes, property, `${SH}message`)),
  ]);
  return [...new Set(messages.map((message) => message.value))].map((message) => `- ${message}`);
};

const heading = (term: OntologyTerm): string => `### dem:${term.name}`;
const examples = (term: OntologyTerm): string[] => ['```turtle', ...term.examples, '```'];
const block = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, '', ...lines]);

const kindsOf = (term: OntologyTerm): string[] =>
  terms.filter((other) => other.superClasses.includes(term.iri)).map((other) => other.iri);

const classSection = (term: OntologyTerm): string[] => {
  const properties = terms.filter((other) => other.domain === term.iri).map((other) => other.iri);
  const parents = term.superClasses.length === 0 ? [] : [`Kind of ${term.superClasses.map(shown).join(', ')}.`, ''];
  return [
    heading(term),
    '',
    term.comment,
    '',
    ...parents,
    ...examples(term),
    ...block('Kinds:', kindsOf(term).length === 0 ? [] : [kindsOf(term).map(shown).join(', ')]),
    ...block('Properties of its own:', properties.length === 0 ? [] : [properties.map(shown).join(', ')]),
    ...block('The shape demands:', demands(term)),
    ...block('In other vocabularies it', alignmentLines(term)),
    '',
  ];
};

const propertySection = (term: OntologyTerm): string[] => [
  heading(term),
  '',
  term.comment,
  '',
  `Of ${term.domain ? shown(term.domain) : 'several classes'}; value: ${term.range ? shown(term.range) : 'a resource'}.`,
  '',
  ...examples(term),
  ...block('In other vocabularies it', alignmentLines(term)),
  '',
];

/** Terms of other vocabularies that stand in the data beside our own. */
const BORROWED: readonly (readonly [string, string])[] = [
  ['rdfs:label', 'name of an actor or a place, headline of an article; a plain string, without language tag'],
  ['skos:altLabel', 'another name of an actor in the article'],
  ['schema:Quotation', 'type of a statement in the speaker’s own words'],
  ['oa:hasTarget, oa:hasSource, oa:hasSelector', 'from an evidence to its article and its selectors'],
  ['oa:TextQuoteSelector: oa:exact, oa:prefix, oa:suffix', 'the words, and up to 32 UTF-16 code units before and after'],
  [
    'oa:TextPositionSelector: oa:start, oa:end',
    'offsets into the stored text in UTF-16 code units, end exclusive; mentions have them, too',
  ],
  ['sem:hasEarliestBeginTimeStamp, sem:hasLatestBeginTimeStamp', 'bounds of the begin, xsd:date; absent where open'],
  [
    'sem:hasEarliestEndTimeStamp, sem:hasLatestEndTimeStamp',
    'bounds of the end; what goes on at publication ends on that day at the earliest',
  ],
  ['prov:wasGeneratedBy', 'from what was read to the rule that made it'],
  ['skos:prefLabel, skos:broader', 'of topics'],
];

const bySort = (kind: OntologyTerm['kind']): OntologyTerm[] =>
  terms.filter((term) => term.kind === kind).sort((a, b) => byCodeUnit(a.name, b.name));

const page = [
  '# The ontology',
  '',
  '<!-- Generated by scripts/ontology-docs.ts from the files in ontology/. Do not edit. -->',
  '',
  `Prefix \`dem:\` is \`${VOCABULARY_PREFIXES.dem}\`. How the IRIs of individuals are made stands in [ontology/README.md](../ontology/README.md).`,
  '',
  `${bySort('class').length} classes: ${bySort('class')
    .map((term) => shown(term.iri))
    .join(', ')}`,
  '',
  `${bySort('property').length} properties: ${bySort('property')
    .map((term) => shown(term.iri))
    .join(', ')}`,
  '',
  '## Terms of other vocabularies in the data',
  '',
  '| Term | Use |',
  '|---|---|',
  ...BORROWED.map(([name, use]) => `| ${name} | ${use} |`),
  '',
  '## Classes',
  '',
  ...bySort('class').flatMap(classSection),
  '## Properties',
  '',
  ...bySort('property').flatMap(propertySection),
];

const text = `${page.join('\n').trimEnd()}\n`;
if (!process.argv.includes('--check')) writeFileSync(OUTPUT, text);
else if (readFileSync(OUTPUT, 'utf8') !== text) {
  process.stderr.write(`${OUTPUT} is out of date: run npx tsx scripts/ontology-docs.ts\n`);
  process.exitCode = 1;
}
