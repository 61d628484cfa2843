/** What analysts ask in their own SPARQL, by what it is. */
export const ANALYST: Readonly<Record<string, string>> = {
  'count-claims': 'SELECT (COUNT(*) AS ?n) { ?c a dem:Position }',
  'count-types': 'SELECT ?t (COUNT(*) AS ?n) { ?c a ?t } GROUP BY ?t',
  'who-opposes': `SELECT ?h ?t (COUNT(DISTINCT ?c) AS ?n) { ?c a dem:Position ; dem:polarity "oppose" ; dem:holder ?h ; dem:target ?t }
    GROUP BY ?h ?t ORDER BY DESC(?n) ?h ?t LIMIT 50`,
  'in-words': `SELECT ?sentence { ?c dem:holder actor:A001 ; dem:target actor:A000 ; dem:polarity "oppose" ; dem:evidence/dem:sentence ?sentence }`,
  'since-date': `SELECT ?h (COUNT(*) AS ?n) { ?c a dem:Position ; dem:holder ?h ; dem:article/dem:published ?d
    FILTER(?d >= "2024-01-01"^^xsd:date) } GROUP BY ?h`,
  'by-outlet-year': `SELECT ?o ?y (COUNT(*) AS ?n) { ?a dem:outlet ?o ; dem:published ?d . ?c dem:article ?a ; a dem:Position BIND(YEAR(?d) AS ?y) }
    GROUP BY ?o ?y`,
  'search-words': 'SELECT ?e ?s { ?e dem:sentence ?s FILTER(REGEX(?s, "A01[0-3] condemned .* trade")) }',
  'contains-words': 'SELECT (COUNT(*) AS ?n) { ?e dem:sentence ?s FILTER(CONTAINS(?s, "fisheries")) }',
  triads: `SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?a ?b { ?p dem:holder ?a ; dem:target ?b ; dem:polarity "oppose" FILTER(?a != ?b) } }
    { SELECT DISTINCT ?b ?c { ?p dem:holder ?b ; dem:target ?c ; dem:polarity "oppose" FILTER(?b != ?c) } }
    { SELECT DISTINCT ?c ?a { ?p dem:holder ?c ; dem:target ?a ; dem:polarity "oppose" FILTER(?a != ?c) } } }`,
  'latest-claims': `SELECT ?c ?d { ?c a dem:Position ; dem:article/dem:published ?d } ORDER BY DESC(?d) ?c LIMIT 20`,
  'strong-optional': `SELECT ?c ?st { ?c a dem:Position ; dem:strength ?x FILTER(?x > 0.8) OPTIONAL { ?c dem:statement ?st } }`,
  'never-opposed': `SELECT ?a { ?a a dem:State FILTER NOT EXISTS { ?c dem:target ?a ; dem:polarity "oppose" } }`,
  'roll-up': `SELECT ?r (COUNT(DISTINCT ?c) AS ?n) { ?c dem:holder/dem:rollsUpTo* ?r } GROUP BY ?r`,
  'per-graph': `SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?c a dem:Position ; dem:polarity "support" } } GROUP BY ?g ORDER BY DESC(?n) ?g LIMIT 10`,
  averages: `SELECT ?rule (AVG(?x) AS ?mean) (MIN(?x) AS ?least) (MAX(?x) AS ?most) { ?c dem:confidence ?x ; prov:wasGeneratedBy/dem:rule ?rule } GROUP BY ?rule`,
};
