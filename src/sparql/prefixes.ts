/** Prefixes a query may use without declaring them. Declaring one again in the query overrides it. */
export const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  dem: 'https://w3id.org/demarche/ontology#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  marl: 'http://www.gsi.upm.es/ontologies/marl/ns#',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
};

/**
 * Declarations put before a query, all on one line so that line numbers stay as the author sees them;
 * only columns of the first line shift, by the length of this string.
 */
export const PROLOGUE = Object.entries(KNOWN_PREFIXES)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
  .join('');
