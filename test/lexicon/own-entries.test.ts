import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/index.ts';
import type { DataFile } from '../../src/lexicon/tsv.ts';
import { actorFiles, placeTables } from './shipped-actors.ts';
import { shippedFiles } from './shipped-frames.ts';

const own = (name: string, ...rows: string[][]): DataFile => ({
  name: `kb/lexicon/${name}.tsv`,
  text: rows.map((row) => row.join('\t')).join('\n'),
});
const shipped = [...actorFiles, ...placeTables, ...shippedFiles];
const load = (...files: DataFile[]) => loadLexicon([...shipped, ...files]);
const first = (lexicon: ReturnType<typeof load>, form: string) => lexicon.names.get(form)?.[0]?.actor;

describe("an analyst's own entries", () => {
  it('add a name to a listed actor and keep all else', () => {
    const lexicon = load(own('actors/states', ['id', 'aliases'], ['CHN', 'Cathay']));
    expect(first(lexicon, 'Cathay')).toBe('CHN');
    expect(first(lexicon, 'Beijing')).toBe('CHN');
    expect(lexicon.actors.get('CHN')).toMatchObject({ name: 'China', cow: 710, iso2: 'CN' });
    expect(lexicon.adjectives.get('CHN')).toBe('Chinese');
    expect(lexicon.actors.get('CHN')?.source.file).toBe('kb/lexicon/actors/states.tsv');
  });

  it('change a canonical name, the old one staying a form', () => {
    const lexicon = load(own('actors/organisations', ['id', 'name'], ['nato', 'North Atlantic Treaty Organization']));
    expect(lexicon.actors.get('nato')?.name).toBe('North Atlantic Treaty Organization');
    expect(first(lexicon, 'NATO')).toBe('nato');
  });

  it('win where they share a form with a shipped actor', () => {
    const lexicon = load(own('actors/ngos', ['id', 'name', 'acronyms'], ['road-safety-fund', 'Road Safety Fund', 'RSF']));
    expect(lexicon.names.get('RSF')?.map(({ actor }) => actor)).toEqual(['road-safety-fund', 'rsf', 'rsf-reporters']);
  });

  it('change which of two shipped actors is meant first', () => {
    const lexicon = load(own('actors/subnational', ['id', 'priority'], ['us-georgia', '2']));
    expect(first(lexicon, 'Georgia')).toBe('us-georgia');
  });

  it('replace a title and add a place', () => {
    const lexicon = load(
      own('actors/titles', ['phrase', 'represents', 'role', 'body'], ['tsar', 'state', 'Tsar'], ['analyst', 'body', 'Analyst']),
      own('places/towns', ['name', 'country', 'population'], ['Ruritania Spa', 'CZE', '900']),
    );
    expect(lexicon.titles.get('tsar')?.represents).toBe('state');
    expect(lexicon.titles.get('analyst')?.represents).toBe('body');
    expect(lexicon.places.get('Ruritania Spa')?.[0]?.country).toBe('CZE');
  });
});
