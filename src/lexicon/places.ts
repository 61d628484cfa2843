import { placeFiles } from './files.ts';
import { nameForms } from './forms.ts';
import { cell, type DataFile, failAt, list, need, needOneOf, number, readTsv, type TsvRow } from './tsv.ts';
import type { ActorEntry, Lexicon, NameEntry, PlaceEntry } from './types.ts';

/** A whole country is likelier than any town of its name. */
const COUNTRY_WEIGHT = 1_000_000_000;
/** A capital, however small, is likelier in the news than a big town of its name elsewhere. */
const CAPITAL_WEIGHT = 2_000_000;
/** A province or federal state is likelier than a middling town of its name. */
const TERRITORY_WEIGHT = 1_000_000;

type Actors = Pick<Lexicon, 'actors' | 'names'>;

/** Places by key; one entry for each name, kind and country, named as first met, with the highest weight met. */
class PlaceIndex {
  readonly byName = new Map<string, PlaceEntry[]>();

  add(key: string, place: PlaceEntry): void {
    const at = this.byName.get(key);
    if (!at) {
      this.byName.set(key, [place]);
      return;
    }
    const same = at.findIndex(({ kind, country }) => kind === place.kind && country === place.country);
    const known = at[same];
    if (!known) at.push(place);
    else if (known.weight < place.weight) at[same] = { ...known, weight: place.weight };
  }

  /** Likeliest first. */
  sorted(): Map<string, readonly PlaceEntry[]> {
    for (const list of this.byName.values()) if (list.length > 1) list.sort((a, b) => b.weight - a.weight);
    return this.byName;
  }
}

function countryOf(row: TsvRow, actors: Lexicon['actors']): string | null {
  const id = cell(row, 'country');
  if (id === '') return null;
  return actors.get(id)?.type === 'state'
    ? id
    : failAt(row, `column "country" holds "${id}"`, 'the id of a state in actors/states.tsv');
}

function addForms(index: PlaceIndex, row: TsvRow, place: PlaceEntry): void {
  for (const key of nameForms(place.name)) index.add(key, place);
  for (const form of list(row, 'aliases')) for (const key of nameForms(form)) index.add(key, place);
}

function addCities(index: PlaceIndex, file: DataFile, actors: Lexicon['actors']): void {
  for (const row of readTsv(file, ['name', 'country', 'population'], ['aliases'])) {
    const weight = number(row, 'population', 0, 100_000_000) ?? 0;
    const place: PlaceEntry = { name: need(row, 'name'), kind: 'city', country: countryOf(row, actors), weight };
    addForms(index, row, place);
  }
}

function addRegions(index: PlaceIndex, file: DataFile, actors: Lexicon['actors']): void {
  for (const row of readTsv(file, ['name', 'kind'], ['aliases', 'country', 'weight'])) {
    const weight = number(row, 'weight', 0, COUNTRY_WEIGHT) ?? TERRITORY_WEIGHT;
    const kind = needOneOf(row, 'kind', ['region', 'other']);
    const place: PlaceEntry = { name: need(row, 'name'), kind, country: countryOf(row, actors), weight };
    addForms(index, row, place);
  }
}

/** Where an actor that is also a territory lies. */
function territory(actor: ActorEntry, named: NameEntry, key: string): PlaceEntry | null {
  const isState = actor.type === 'state';
  if (named.kind === 'capital' && (isState || actor.type === 'subnational'))
    return { name: key, kind: 'city', country: actor.country, weight: isState ? CAPITAL_WEIGHT : TERRITORY_WEIGHT };
  if (named.kind !== 'name' && named.kind !== 'acronym') return null;
  if (isState) return { name: actor.name, kind: 'country', country: actor.id, weight: COUNTRY_WEIGHT };
  if (actor.type === 'subnational') return { name: actor.name, kind: 'region', country: actor.country, weight: TERRITORY_WEIGHT };
  return null;
}

function addTerritories(index: PlaceIndex, { actors, names }: Actors): void {
  for (const [key, entries] of names)
    for (const named of entries) {
      const actor = actors.get(named.actor);
      const place = actor && territory(actor, named, key);
      if (place) index.add(key, place);
    }
}

/**
 * Reads data/places, and adds the countries, territories and capitals that stand among the actors.
 * Entries of a name stand in order of falling weight.
 * @throws DemarcheError kind `lexicon` with file and line for anything data/places/README.md does not allow.
 */
export function loadPlaces(files: readonly DataFile[], actors: Actors): Map<string, readonly PlaceEntry[]> {
  const index = new PlaceIndex();
  const placed = placeFiles(files, 'places');
  const tables = (name: string): DataFile[] => placed.filter(({ table }) => table === name).map(({ file }) => file);
  for (const file of tables('towns')) addCities(index, file, actors.actors);
  for (const file of tables('regions')) addRegions(index, file, actors.actors);
  for (const file of tables('cities')) addCities(index, file, actors.actors);
  addTerritories(index, actors);
  return index.sorted();
}
