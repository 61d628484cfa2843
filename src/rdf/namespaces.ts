/** Namespaces of the vocabularies in use, by their customary prefix. */
export const VOCABULARY_PREFIXES = {
  dem: 'https://w3id.org/demarche/ontology#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  marl: 'http://www.gsi.upm.es/ontologies/marl/ns#',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vann: 'http://purl.org/vocab/vann/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Base IRI of individuals unless a knowledge base sets its own. */
export const DEFAULT_BASE = 'https://w3id.org/demarche/id/';

/** First path segment of individuals' IRIs; each serves as a prefix name in Turtle and JSON-LD. */
const INDIVIDUAL_KINDS = [
  'abstention',
  'actor',
  'agent',
  'analysis',
  'article',
  'bloc',
  'event',
  'evidence',
  'extraction',
  'graph',
  'judgement',
  'measure',
  'measurement',
  'mention',
  'ordering',
  'place',
  'position',
  'relation',
  'statement',
  'tenure',
  'term',
  'tie',
  'topic',
] as const;
export type IndividualKind = (typeof INDIVIDUAL_KINDS)[number];

const within = <const N extends string>(namespace: string, names: readonly N[]): Readonly<Record<N, string>> =>
  Object.fromEntries(names.map((name) => [name, namespace + name])) as Record<N, string>;

const P = VOCABULARY_PREFIXES;

/** Terms of other vocabularies that the mapping uses. */
export const RDF = within(P.rdf, ['type', 'langString', 'first', 'rest', 'nil']);
export const RDFS = within(P.rdfs, ['label', 'comment', 'subClassOf', 'domain', 'range']);
export const OWL = within(P.owl, ['Class', 'ObjectProperty', 'DatatypeProperty']);
export const XSD = within(P.xsd, ['string', 'boolean', 'integer', 'nonNegativeInteger', 'decimal', 'double', 'date']);
export const OA = within(P.oa, [
  'SpecificResource',
  'TextPositionSelector',
  'TextQuoteSelector',
  'end',
  'exact',
  'hasSelector',
  'hasSource',
  'hasTarget',
  'prefix',
  'start',
  'suffix',
]);
export const PROV = within(P.prov, ['wasGeneratedBy', 'wasAssociatedWith', 'SoftwareAgent']);
export const SCHEMA = within(P.schema, ['Quotation']);
export const SKOS = within(P.skos, ['altLabel', 'example']);
export const SEM = within(P.sem, [
  'hasEarliestBeginTimeStamp',
  'hasEarliestEndTimeStamp',
  'hasLatestBeginTimeStamp',
  'hasLatestEndTimeStamp',
]);

/** Prefix name to namespace, for serialisers: vocabularies, and the kinds of individuals under a base IRI. */
export const prefixesFor = (base: string): Readonly<Record<string, string>> => ({
  ...VOCABULARY_PREFIXES,
  ...Object.fromEntries(INDIVIDUAL_KINDS.map((kind) => [kind, `${base}${kind}/`])),
});
