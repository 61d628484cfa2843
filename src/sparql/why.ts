import { termKey } from '../rdf/order.ts';
import type { BindingsResult, Engine, QueryOptions, ResultTerm, RowEvidence, Solutions } from './types.ts';

/** Evidence of all claims at once; claims are picked in the program, since one VALUES of thousands of rows is slow. */
const EVIDENCE = `
SELECT ?claim ?class ?quote ?start ?end ?sentence ?article ?title ?outlet ?published ?speaker ?rule ?confidence WHERE {
  VALUES ?class { dem:Statement dem:Position dem:Event dem:ReportedEvent dem:Tenure dem:LoadedTerm dem:Ordering dem:Abstention }
  ?claim a ?class ; dem:evidence ?evidence ; dem:article ?article .
  ?evidence dem:sentence ?sentence ; oa:hasTarget/oa:hasSelector ?text , ?position .
  ?text oa:exact ?quote .
  ?position oa:start ?start ; oa:end ?end .
  OPTIONAL { ?article dem:title ?title }
  OPTIONAL { ?article dem:outlet ?outlet }
  OPTIONAL { ?article dem:published ?published }
  OPTIONAL { ?claim dem:voicedBy/rdfs:label ?voice }
  OPTIONAL { ?claim dem:speaker/rdfs:label ?teller }
  OPTIONAL { ?claim dem:holder/rdfs:label ?holder }
  OPTIONAL { ?claim dem:claimedIn/dem:speaker/rdfs:label ?claimant }
  BIND(COALESCE(?voice, ?teller, ?holder, ?claimant) AS ?speaker)
  OPTIONAL { ?claim prov:wasGeneratedBy/dem:rule ?rule }
  OPTIONAL { ?claim dem:confidence ?confidence }
}
ORDER BY ?claim ?article ?start ?end ?speaker`;

/** Claims that a relation, or any other node of a row, rests on. */
const BASED_ON = 'SELECT ?node ?claim WHERE { ?node dem:basedOn ?claim } ORDER BY ?node ?claim';

type Row = ReadonlyMap<string, ResultTerm>;

const rowsOf = async (engine: Engine, text: string): Promise<readonly Row[]> => {
  const result = await engine.query(text);
  return result.kind === 'bindings' ? result.rows : [];
};

const textOf = (row: Row, column: string): string | null => row.get(column)?.value ?? null;

const CLASS_WORDS: Readonly<Record<string, string>> = { ReportedEvent: 'reported event', LoadedTerm: 'loaded term' };

const classWord = (iri: string): string => {
  const name = iri.slice(iri.lastIndexOf('#') + 1);
  return CLASS_WORDS[name] ?? name.toLowerCase();
};

const evidenceOf = (row: Row): RowEvidence => {
  const confidence = textOf(row, 'confidence');
  return {
    claim: row.get('claim')!.value,
    kind: classWord(row.get('class')!.value),
    quote: row.get('quote')!.value,
    sentence: row.get('sentence')!.value,
    start: Number(row.get('start')!.value),
    end: Number(row.get('end')!.value),
    article: row.get('article')!.value,
    title: textOf(row, 'title'),
    outlet: textOf(row, 'outlet'),
    published: textOf(row, 'published'),
    speaker: textOf(row, 'speaker'),
    rule: textOf(row, 'rule'),
    confidence: confidence === null ? null : Number(confidence),
  };
};

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(keyOf(item));
    if (list) list.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const keyOf = (row: Row, columns: readonly string[]): string =>
  columns.map((column) => (row.has(column) ? termKey(row.get(column)!) : '')).join('\n');

const irisOf = (row: Row): string[] => [...row.values()].flatMap((term) => (term.termType === 'NamedNode' ? [term.value] : []));

/** The IRIs met on the way to each row, by the row's key. */
const nodesByKey = ({ result, keys, subqueries }: Solutions): ReadonlyMap<string, ReadonlySet<string>> => {
  const below = subqueries.map((subquery) => ({ keys: subquery.keys, nodes: nodesByKey(subquery) }));
  const found = new Map<string, Set<string>>();
  for (const row of result.rows) {
    const key = keyOf(row, keys);
    const nodes = found.get(key) ?? new Set();
    found.set(key, nodes);
    for (const iri of irisOf(row)) nodes.add(iri);
    for (const subquery of below) for (const iri of subquery.nodes.get(keyOf(row, subquery.keys)) ?? []) nodes.add(iri);
  }
  return found;
};

/**
 * The evidence behind each row of a SELECT: of every claim that the query met on the way to the row, in subqueries too and
 * whether or not its IRI stands in the answer, and of the claims that a derived relation rests on. A row that rests on no
 * claim has none.
 * @param text the query that gave the result, with the options it ran with
 * @returns one list for each row, in their order
 */
export const whyRows = async (
  engine: Engine,
  text: string,
  result: BindingsResult,
  options: Pick<QueryOptions, 'parameters' | 'file'> = {},
): Promise<readonly (readonly RowEvidence[])[]> => {
  const solutions = await engine.solutions(text, options);
  if (!solutions) return result.rows.map(() => []);
  const evidence = groupBy((await rowsOf(engine, EVIDENCE)).map(evidenceOf), (item) => item.claim);
  const basis = groupBy(await rowsOf(engine, BASED_ON), (row) => row.get('node')!.value);
  const evidenceFor = (node: string): readonly RowEvidence[] => [
    ...(evidence.get(node) ?? []),
    ...(basis.get(node) ?? []).flatMap((row) => evidence.get(row.get('claim')!.value) ?? []),
  ];
  const nodes = nodesByKey(solutions);
  return result.rows.map((row) => [...new Set([...(nodes.get(keyOf(row, solutions.keys)) ?? [])].sort().flatMap(evidenceFor))]);
};
