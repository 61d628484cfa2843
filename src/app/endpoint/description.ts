import { blank, defaultGraph, integer, iri, type Quad, quad, string, type Term } from '../../rdf/factory.ts';
import { RDF, VOCABULARY_PREFIXES } from '../../rdf/namespaces.ts';
import type { Answering } from './types.ts';

/*
 * SPARQL 1.1 Service Description (W3C Recommendation 2013) with VoID (W3C Interest Group Note 2011): what the service
 * understands, which graphs it holds and how large they are.
 */

const SD = 'http://www.w3.org/ns/sparql-service-description#';
const VOID = 'http://rdfs.org/ns/void#';
const FORMATS = 'http://www.w3.org/ns/formats/';

const RESULT_FORMATS = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'Turtle',
  'N-Triples',
  'N-Quads',
  'TriG',
  'JSON-LD',
];

interface Addresses {
  readonly endpoint: string;
  readonly graphs: string;
}

type Row = ReadonlyMap<string, Term>;

const rowsOf = async (base: Answering, text: string): Promise<readonly Row[]> => {
  const result = await base.query(text);
  return result.kind === 'bindings' ? result.rows : [];
};

const count = (rows: readonly Row[], column: string): number => Number(rows[0]?.get(column)?.value ?? 0);

const triple = (subject: Term, predicate: string, object: Term): Quad =>
  quad(subject as Quad['subject'], iri(predicate), object as Quad['object'], defaultGraph());

const serviceQuads = (endpoint: string, federates: boolean): Quad[] => {
  const service = iri(endpoint);
  const features = federates ? ['BasicFederatedQuery'] : [];
  return [
    triple(service, RDF.type, iri(`${SD}Service`)),
    triple(service, `${SD}endpoint`, service),
    triple(service, `${SD}supportedLanguage`, iri(`${SD}SPARQL11Query`)),
    ...RESULT_FORMATS.map((format) => triple(service, `${SD}resultFormat`, iri(FORMATS + format))),
    ...features.map((feature) => triple(service, `${SD}feature`, iri(SD + feature))),
    triple(service, `${SD}defaultDataset`, blank('dataset')),
  ];
};

const graphQuads = (row: Row, number: number): Quad[] => {
  const [named, graph] = [blank(`named${number}`), blank(`graph${number}`)];
  return [
    triple(blank('dataset'), `${SD}namedGraph`, named),
    triple(named, RDF.type, iri(`${SD}NamedGraph`)),
    triple(named, `${SD}name`, row.get('g')!),
    triple(named, `${SD}graph`, graph),
    triple(graph, RDF.type, iri(`${SD}Graph`)),
    triple(graph, `${VOID}triples`, integer(Number(row.get('n')?.value ?? 0))),
  ];
};

const partitionQuads = (subject: Term, rows: readonly Row[], kind: 'class' | 'property', size: string): Quad[] =>
  rows.flatMap((row, number) => {
    const part = blank(`${kind}${number}`);
    return [
      triple(subject, `${VOID}${kind}Partition`, part),
      triple(part, `${VOID}${kind}`, row.get('it')!),
      triple(part, `${VOID}${size}`, integer(Number(row.get('n')?.value ?? 0))),
    ];
  });

/** The service and its dataset in RDF. */
export const descriptionQuads = async (base: Answering, { endpoint, graphs }: Addresses, federates: boolean): Promise<Quad[]> => {
  const [dataset, whole] = [blank('dataset'), blank('default')];
  const totals = await rowsOf(base, 'SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) { ?s ?p ?o }');
  const classes = await rowsOf(base, 'SELECT ?it (COUNT(*) AS ?n) { ?s a ?it } GROUP BY ?it ORDER BY ?it');
  const properties = await rowsOf(base, 'SELECT ?it (COUNT(*) AS ?n) { ?s ?it ?o } GROUP BY ?it ORDER BY ?it');
  const named = await rowsOf(base, 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g');
  return [
    ...serviceQuads(endpoint, federates),
    triple(dataset, RDF.type, iri(`${SD}Dataset`)),
    triple(dataset, RDF.type, iri(`${VOID}Dataset`)),
    triple(dataset, `${VOID}sparqlEndpoint`, iri(endpoint)),
    triple(dataset, `${VOID}uriSpace`, string(await base.baseIri())),
    triple(dataset, `${VOID}dataDump`, iri(`${graphs}?default`)),
    triple(dataset, `${VOID}vocabulary`, iri(VOCABULARY_PREFIXES.dem)),
    triple(dataset, `${VOID}triples`, integer(count(totals, 'n'))),
    triple(dataset, `${VOID}distinctSubjects`, integer(count(totals, 'subjects'))),
    triple(dataset, `${VOID}classes`, integer(classes.length)),
    triple(dataset, `${VOID}properties`, integer(properties.length)),
    triple(dataset, `${SD}defaultGraph`, whole),
    triple(whole, RDF.type, iri(`${SD}Graph`)),
    triple(whole, `${VOID}triples`, integer(count(totals, 'n'))),
    ...partitionQuads(dataset, classes.filter(isIri), 'class', 'entities'),
    ...partitionQuads(dataset, properties, 'property', 'triples'),
    ...named.flatMap(graphQuads),
  ];
};

const isIri = (row: Row): boolean => row.get('it')?.termType === 'NamedNode';
