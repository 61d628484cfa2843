/* Queries that bring a careless endpoint down: each is to be answered or refused within the deadline. */

const repeat = (count: number, make: (i: number) => string, glue = ' '): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(glue);

const product = (count: number): string => repeat(count, (i) => `?a${i} ?b${i} ?c${i} .`);

const REGEX_FODDER = 'a'.repeat(40);

/** By what each does. */
export const DEATHS: Readonly<Record<string, string>> = {
  'product of three': `SELECT (COUNT(*) AS ?n) { ${product(3)} }`,
  'product of six': `SELECT (COUNT(*) AS ?n) { ${product(6)} }`,
  'product, distinct': `SELECT DISTINCT * { ${product(3)} }`,
  'product, sorted': `SELECT * { ${product(3)} } ORDER BY ?c0 ?c1 ?c2`,
  'product, grouped by all': `SELECT ?a0 ?a1 (COUNT(*) AS ?n) { ${product(3)} } GROUP BY ?a0 ?a1 ?c2`,
  'product under a limit far out': `SELECT * { ${product(4)} } OFFSET 100000000 LIMIT 1`,
  'product, constructed': `CONSTRUCT { ?a0 ?b1 ?c2 } WHERE { ${product(3)} }`,
  'product, filtered to nothing': `SELECT * { ${product(4)} FILTER(?a0 = "x" && ?a3 = "y") }`,
  'product by optional': `SELECT (COUNT(*) AS ?n) { ${repeat(5, (i) => `OPTIONAL { ?a${i} ?b${i} ?c${i} }`)} }`,
  'product by union': `SELECT (COUNT(*) AS ?n) { ${repeat(4, (i) => `{ ?a${i} ?b${i} ?c${i} } UNION { ?c${i} ?b${i} ?a${i} }`)} }`,
  'product by minus': `SELECT (COUNT(*) AS ?n) { ${product(2)} MINUS { ${product(2).replaceAll('?a0', '?z')} } }`,
  'product in exists': `SELECT * { ?s ?p ?o FILTER NOT EXISTS { ${product(4)} FILTER(?a0 = ?a1 && ?a1 = ?o && ?a2 = "x") } }`,
  'product in subqueries': `SELECT (COUNT(*) AS ?n) { ${repeat(4, (i) => `{ SELECT * { ?a${i} ?b${i} ?c${i} } }`)} }`,
  'inequality join': `SELECT (COUNT(*) AS ?n) { ${product(3)} FILTER(STR(?a0) < STR(?a1) && STR(?a1) < STR(?a2)) }`,
  'path of any length': 'SELECT (COUNT(*) AS ?n) { ?s (!<x:none>)* ?o . ?o (!<x:none>)* ?z }',
  'path both ways': 'SELECT (COUNT(*) AS ?n) { ?s (!<x:none>|!^<x:none>)+ ?o . ?x (!<x:none>|!^<x:none>)+ ?y }',
  'path of paths': 'SELECT (COUNT(*) AS ?n) { ?s (((!<x:a>)*)*/((!<x:b>)*)*)* ?o . ?o ((!<x:c>)+/(!<x:d>)+)+ ?z }',
  'long path sequence': `SELECT (COUNT(*) AS ?n) { ?s ${repeat(30, () => '(!<x:a>|^!<x:a>)'.replace('^!<x:a>', '!^<x:a>'), '/')} ?o }`,
  'regex that backtracks': `SELECT * { ?s ?p ?o BIND("${REGEX_FODDER}!" AS ?t) FILTER(REGEX(?t, "^(a+)+$")) }`,
  'regex over the data': 'SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "^(([a-z ])+.)+[A-Z]([a-z])+$")) }',
  'replace that backtracks': `SELECT (REPLACE("${REGEX_FODDER}!", "(a|aa)+$", "b") AS ?x) {}`,
  'strings that double': `SELECT (STRLEN(?x60) AS ?n) { BIND("0123456789" AS ?x0) ${repeat(60, (i) => `BIND(CONCAT(?x${i}, ?x${i}) AS ?x${i + 1})`)} }`,
  'strings that double by replace': `SELECT (STRLEN(?x40) AS ?n) { BIND("0123456789" AS ?x0) ${repeat(40, (i) => `BIND(REPLACE(?x${i}, "[0-9]", "0123456789") AS ?x${i + 1})`)} }`,
  'all in one string':
    'SELECT (GROUP_CONCAT(?c1; separator="                    ") AS ?x) { ?a0 ?b0 ?c0 . ?a1 ?b1 ?c1 . ?a2 ?b2 ?c2 }',
  'all in many strings': 'SELECT ?a0 (GROUP_CONCAT(STR(?c1)) AS ?x) { ?a0 ?b0 ?c0 . ?a1 ?b1 ?c1 } GROUP BY ?a0 ?c0',
  'many distinct aggregates': `SELECT ${repeat(20, (i) => `(COUNT(DISTINCT CONCAT(STR(?a0), STR(?a1), "${i}")) AS ?n${i})`)} { ${product(2)} }`,
  'nested groups': `SELECT * { ${'{ '.repeat(5000)} ?s ?p ?o ${' }'.repeat(5000)} }`,
  'nested brackets': `SELECT * { ?s ?p ?o FILTER(${'('.repeat(5000)} 1 ${')'.repeat(5000)}) }`,
  'nested options': `SELECT * { ?s ?p ?o ${repeat(400, (i) => `OPTIONAL { ?s ?p${i} ?o${i}`)} ${'}'.repeat(400)} }`,
  'nested negation': `SELECT * { ?s ?p ?o FILTER(${'!'.repeat(20_000)}true) }`,
  'long sum': `SELECT (${repeat(20_000, (i) => String(i), '+')} AS ?x) {}`,
  'wide union': `SELECT (COUNT(*) AS ?n) { ${repeat(2000, (i) => `{ ?s ?p ?o FILTER(STR(?o) = "${i}") }`, ' UNION ')} }`,
  'huge VALUES': `SELECT (COUNT(*) AS ?n) { VALUES ?x { ${repeat(60_000, (i) => `"${i}"`)} } VALUES ?y { ${repeat(20_000, (i) => `"${i}"`)} } }`,
  'VALUES times data': `SELECT (COUNT(*) AS ?n) { VALUES ?x { ${repeat(50_000, (i) => `"${i}"`)} } ?s ?p ?o . ?a ?b ?c }`,
  'many patterns': `SELECT (COUNT(*) AS ?n) { ${repeat(300, (i) => `?s${i % 40} ?p${i} ?s${(i * 7) % 41} .`)} }`,
  'many variables': `SELECT * { ?s ?p ?o ${repeat(20_000, (i) => `BIND(${i} AS ?v${i})`)} }`,
  'describe everything': 'DESCRIBE * { ?s ?p ?o . ?a ?b ?c }',
  'random sort': `SELECT * { ${product(2)} } ORDER BY RAND()`,
  'megabytes of text': `SELECT * { ?s ?p "${'x'.repeat(900_000)}" }`,
  'ten megabytes of text': `SELECT * { ?s ?p "${'x'.repeat(10_000_000)}" }`,
  'ten megabytes of brackets': '{'.repeat(10_000_000),
  'megabyte of brackets': '{'.repeat(1_000_000),
  'megabyte of prefixes': repeat(30_000, (i) => `PREFIX p${i}: <http://example.org/${i}#>`, '\n'),
};
