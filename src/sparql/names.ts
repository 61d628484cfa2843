import { DemarcheError } from '../model/errors.ts';
import { iri } from '../rdf/factory.ts';
import { nearest } from './suggest.ts';
import type { Engine, ResultTerm } from './types.ts';

/** Names by which an actor may be asked for, best first: label, other names, codes. */
const ACTOR_NAMES = `
SELECT DISTINCT ?iri ?name ?rank WHERE {
  ?iri a dem:Actor .
  { ?iri rdfs:label ?name . BIND(1 AS ?rank) }
  UNION { ?iri skos:altLabel|dem:iso3|dem:iso2 ?name . BIND(2 AS ?rank) }
}`;

const TOPIC_NAMES = `
SELECT DISTINCT ?iri ?name ?rank WHERE {
  { ?iri a dem:Topic ; skos:prefLabel ?name . BIND(1 AS ?rank) }
  UNION { ?iri a dem:Topic ; skos:altLabel ?name . BIND(2 AS ?rank) }
  UNION { GRAPH ?graph { ?iri a dem:Topic ; skos:prefLabel ?name . BIND(1 AS ?rank) } }
  UNION { GRAPH ?graph { ?iri a dem:Topic ; skos:altLabel ?name . BIND(2 AS ?rank) } }
}`;

interface Name {
  readonly iri: string;
  readonly name: string;
  readonly rank: number;
}

const KINDS = {
  actor: { query: ACTOR_NAMES, folder: '/actor/' },
  topic: { query: TOPIC_NAMES, folder: '/topic/' },
} as const;

const normal = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ');

const localName = (iri: string, folder: string): string => iri.slice(iri.lastIndexOf(folder) + folder.length);

const readNames = async (engine: Engine, kind: keyof typeof KINDS): Promise<readonly Name[]> => {
  const { query, folder } = KINDS[kind];
  const result = await engine.query(query);
  if (result.kind !== 'bindings') return [];
  return result.rows.flatMap((row) => {
    const iri = row.get('iri')!.value;
    const local = iri.includes(folder) ? [{ iri, name: localName(iri, folder), rank: 0 }] : [];
    return [...local, { iri, name: row.get('name')!.value, rank: Number(row.get('rank')!.value) }];
  });
};

/** The IRIs that bear the name, of the best rank alone: a label outdoes an alias. */
const bearers = (names: readonly Name[], text: string): readonly string[] => {
  const same = names.filter(({ name }) => normal(name) === normal(text));
  const best = Math.min(...same.map(({ rank }) => rank));
  return [...new Set(same.filter(({ rank }) => rank === best).map(({ iri }) => iri))].sort();
};

const unknown = (kind: string, parameter: string, text: string, names: readonly Name[]): DemarcheError => {
  const labels = names.filter(({ rank }) => rank > 0).map(({ name }) => name);
  const near = nearest(text, labels).map((name) => `"${name}"`);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `run "demarche ask ${kind}s" to list all ${kind}s`;
  return new DemarcheError('usage', `parameter "${parameter}": the base has no ${kind} "${text}"`, { hint });
};

/**
 * The actor or topic of the base that bears a name: its IRI, id, label, alias or country code, without regard to case
 * and a leading "the".
 * @throws DemarcheError naming the nearest names where none has it, or the candidates where several do
 */
export const resolveNamed = async (
  engine: Engine,
  kind: 'actor' | 'topic',
  parameter: string,
  text: string,
): Promise<ResultTerm> => {
  const names = await readNames(engine, kind);
  if (names.some((name) => name.iri === text)) return iri(text);
  const found = bearers(names, text);
  if (found.length === 1) return iri(found[0]!);
  if (found.length === 0) throw unknown(kind, parameter, text, names);
  const ids = found.map((iri) => localName(iri, KINDS[kind].folder)).join(', ');
  throw new DemarcheError('usage', `parameter "${parameter}": several ${kind}s are called "${text}"`, {
    hint: `give one of the ids ${ids}`,
  });
};
