/*
 * Queries that would make a careless endpoint fetch something: SERVICE in every position, LOAD, graphs of other machines, and ways
 * of hiding them. `C` is the address of a canary that must never be asked.
 */

type Make = (canary: string) => string;

/** SERVICE as it can stand in a group. */
const S: Make = (C) => `SERVICE <${C}> { ?s ?p ?o }`;

const SERVICE: readonly Make[] = [
  (C) => `SELECT * { ${S(C)} }`,
  (C) => `SELECT * { SERVICE SILENT <${C}> { ?s ?p ?o } }`,
  (C) => `SELECT * { ?s ?p ?o . ${S(C)} }`,
  (C) => `SELECT * { OPTIONAL { ${S(C)} } }`,
  (C) => `SELECT * { { ?s ?p ?o } UNION { ${S(C)} } }`,
  (C) => `SELECT * { ?s ?p ?o MINUS { ${S(C)} } }`,
  (C) => `SELECT * { GRAPH ?g { ${S(C)} } }`,
  (C) => `SELECT * { GRAPH <${C}> { ${S(C)} } }`,
  (C) => `SELECT * { { SELECT * { ${S(C)} } } }`,
  (C) => `SELECT * { { { { ${S(C)} } } } }`,
  (C) => `SELECT * { ?s ?p ?o FILTER EXISTS { ${S(C)} } }`,
  (C) => `SELECT * { ?s ?p ?o FILTER NOT EXISTS { ${S(C)} } }`,
  (C) => `SELECT * { ?s ?p ?o FILTER(!EXISTS { ${S(C)} } || true) }`,
  (C) => `SELECT * { ?s ?p ?o FILTER(IF(EXISTS { ${S(C)} }, 1, 2) = 1) }`,
  (C) => `SELECT * { BIND(EXISTS { ${S(C)} } AS ?x) }`,
  (C) => `SELECT (EXISTS { ${S(C)} } AS ?x) {}`,
  (C) => `SELECT (COUNT(*) AS ?n) { ${S(C)} }`,
  (C) => `SELECT ?s (SUM(IF(EXISTS { ${S(C)} }, 1, 0)) AS ?n) { ?s ?p ?o } GROUP BY ?s`,
  (C) => `SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS { ${S(C)} })`,
  (C) => `SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { ${S(C)} })`,
  (C) => `SELECT * { VALUES ?e { <${C}> } SERVICE ?e { ?s ?p ?o } }`,
  (C) => `SELECT * { BIND(<${C}> AS ?e) SERVICE ?e { ?s ?p ?o } }`,
  (C) => `SELECT * { BIND(IRI("${C}") AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }`,
  (C) => `SELECT * { SERVICE <${C}> { SERVICE <${C}> { ?s ?p ?o } } }`,
  (C) => `SELECT * { SERVICE <${C}> {} }`,
  (C) => `SELECT * { ${S(C)} } VALUES ?s { <x:y> }`,
  (C) => `SELECT * { ${S(C)} } LIMIT 0`,
  (C) => `SELECT * { FILTER(false) ${S(C)} }`,
  (C) => `SELECT * { ${S(C)} FILTER(false) }`,
  (C) => `SELECT REDUCED * { { ${S(C)} } UNION {} } OFFSET 1`,
  (C) => `ASK { ${S(C)} }`,
  (C) => `CONSTRUCT { ?s ?p ?o } WHERE { ${S(C)} }`,
  (C) => `CONSTRUCT { <${C}> <${C}> <${C}> } WHERE { ${S(C)} }`,
  (C) => `DESCRIBE ?s { ${S(C)} }`,
  (C) => `PREFIX c: <${C}> SELECT * { SERVICE c: { ?s ?p ?o } }`,
  (C) => `BASE <${C}> SELECT * { SERVICE <> { ?s ?p ?o } }`,
  (C) => `BASE <${C}> SELECT * { SERVICE <./x?y#z> { ?s ?p ?o } }`,
  (C) => `select * { sErViCe <${C}> { ?s ?p ?o } }`,
  (C) => `SELECT * { S\\u0045RVICE <${C}> { ?s ?p ?o } }`,
  (C) => `SELECT * { SERVICE <${C.replace('h', '\\u0068')}> { ?s ?p ?o } }`,
  (C) => `SELECT * { SERVICE#comment\n<${C}>#comment\n{ ?s ?p ?o } }`,
  (C) => `SELECT * { "#" ?p ?o . ${S(C)} }`,
  (C) => `SELECT * { ?s ?p """ } """ . ${S(C)} }`,
  (C) => `SELECT * { ?s ?p ?o } # \r SERVICE\n#\n ${S(C)}`,
  (C) => `SELECT * { SERVICE <${C}> { ?s ?p ?o } . SERVICE <${C}> { ?o ?p ?s } }`,
  (C) => `SELECT * { ?s (<x:a>|<x:b>)* ?o . ${S(C)} }`,
  (C) => `SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } SERVICE <${C}> {} }`,
];

const UPDATES: readonly Make[] = [
  (C) => `LOAD <${C}>`,
  (C) => `LOAD SILENT <${C}>`,
  (C) => `LOAD <${C}> INTO GRAPH <x:g>`,
  (C) => `LOAD SILENT <${C}> INTO GRAPH <${C}>`,
  (C) => `load\n<${C}>`,
  (C) => `BASE <${C}> LOAD <>`,
  (C) => `INSERT DATA { <x:s> <x:p> <${C}> } ; LOAD <${C}>`,
  (C) => `INSERT { ?s ?p ?o } WHERE { ${S(C)} }`,
  (C) => `DELETE { ?s ?p ?o } WHERE { ${S(C)} }`,
  (C) => `DELETE { ?s ?p ?o } USING <${C}> WHERE { ?s ?p ?o }`,
  (C) => `WITH <${C}> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }`,
  (C) => `COPY <${C}> TO DEFAULT`,
  (C) => `ADD SILENT <${C}> TO <x:g>`,
  (C) => `MOVE <${C}> TO <x:g>`,
];

/** Refused before anything runs. */
export const REFUSED: readonly Make[] = [...SERVICE, ...UPDATES];

/** Graphs of other machines are graphs that the base does not hold: empty. */
export const EMPTY: readonly Make[] = [
  (C) => `SELECT * FROM <${C}> { ?s ?p ?o }`,
  (C) => `SELECT * FROM NAMED <${C}> { GRAPH ?g { ?s ?p ?o } }`,
  (C) => `SELECT * FROM <${C}> FROM NAMED <${C}> { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }`,
  (C) => `SELECT * { GRAPH <${C}> { ?s ?p ?o } }`,
  (C) => `SELECT * { VALUES ?g { <${C}> } GRAPH ?g { ?s ?p ?o } }`,
  (C) => `SELECT * { <${C}> ?p ?o }`,
  (C) => `SELECT * { ?s <${C}> ?o }`,
  (C) => `SELECT * { ?s <${C}>* <${C}> . ?s a ?t }`,
  (C) => `SELECT * FROM <file:///etc/passwd> FROM <${C}> { ?s ?p ?o }`,
  (C) => `BASE <${C}> SELECT * FROM <> { ?s ?p ?o }`,
  (C) => `SELECT * FROM <data:text/turtle,%3Ca%3E%20%3Cb%3E%20%3Cc%3E> FROM <${C}> { ?s ?p ?o }`,
];
