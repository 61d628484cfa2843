import { ACTOR_TABLES, type ActorRow, readActorTable } from './actor-rows.ts';
import { placeFiles } from './files.ts';
import { indexNames } from './names.ts';
import { type DataFile, failAt } from './tsv.ts';
import type { ActorEntry, Lexicon } from './types.ts';

/** The actors and all their surface forms. */
export type ActorLexicon = Pick<Lexicon, 'actors' | 'names' | 'longestName' | 'adjectives'>;

/** An id stands once in a layer; a later layer takes it over. */
function addRow(known: Map<string, ActorRow>, added: ActorRow): void {
  const before = known.get(added.entry.id);
  if (before && before.layer === added.layer)
    failAt(added.row, `id "${added.entry.id}" is listed twice`, `first at ${before.row.file}:${before.row.line}`);
  known.set(added.entry.id, added);
}

function checkReferences(known: ReadonlyMap<string, ActorRow>): void {
  for (const { row, entry } of known.values()) {
    for (const column of ['rollsUpTo', 'country'] as const) {
      const id = entry[column];
      if (id !== null && !known.has(id)) failAt(row, `column "${column}" holds the unknown id "${id}"`, 'list that actor first');
    }
    const seen = new Set([entry.id]);
    for (let up = entry.rollsUpTo; up !== null; up = known.get(up)?.entry.rollsUpTo ?? null) {
      if (seen.has(up)) failAt(row, `"${entry.id}" rolls up to itself by way of "${up}"`);
      seen.add(up);
    }
  }
}

function checkCodes(known: ReadonlyMap<string, ActorRow>): void {
  for (const column of ['iso2', 'iso3', 'wikidata'] as const) {
    const seen = new Map<string, string>();
    for (const { row, entry } of known.values()) {
      const code = entry[column];
      if (code === null) continue;
      const first = seen.get(code);
      if (first !== undefined) failAt(row, `column "${column}" holds "${code}", which "${first}" has too`);
      seen.set(code, entry.id);
    }
  }
}

/** A body without a country of its own is of the country of what it rolls up to. */
const countryOf = (entry: ActorEntry, known: ReadonlyMap<string, ActorRow>): string | null => {
  if (entry.country !== null || entry.rollsUpTo === null) return entry.country;
  const owner = known.get(entry.rollsUpTo);
  return owner ? countryOf(owner.entry, known) : null;
};

/**
 * Reads the actor tables of data/actors. Files of a later root take over ids of an earlier one; their name forms add.
 * @throws DemarcheError kind `lexicon` with file and line for anything data/actors/README.md does not allow.
 */
export function loadActors(files: readonly DataFile[]): ActorLexicon {
  const known = new Map<string, ActorRow>();
  const rows: ActorRow[] = [];
  for (const placed of placeFiles(files, 'actors')) {
    const type = ACTOR_TABLES[placed.table];
    if (type === undefined) continue;
    for (const row of readActorTable(placed, type, known)) {
      addRow(known, row);
      rows.push(row);
    }
  }
  checkReferences(known);
  checkCodes(known);
  const names = indexNames(rows, known);
  const longestName = Math.max(0, ...[...names.keys()].map((form) => form.split(' ').length));
  const adjectives = new Map<string, string>();
  for (const { entry, adjective } of known.values()) if (adjective !== null) adjectives.set(entry.id, adjective);
  const actors = new Map([...known].map(([id, { entry }]) => [id, { ...entry, country: countryOf(entry, known) }]));
  return { actors, names, longestName, adjectives };
}
