import { describe, expect, it } from 'vitest';
import { loadActors } from '../../src/lexicon/actors.ts';
import { loadLexicon } from '../../src/lexicon/index.ts';
import { loadPlaces } from '../../src/lexicon/places.ts';
import type { DataFile } from '../../src/lexicon/tsv.ts';
import { loadWords } from '../../src/lexicon/words.ts';
import { DemarcheError, formatLocation } from '../../src/model/errors.ts';

/** A table from rows whose cells are separated by commas. */
const table = (name: string, ...rows: string[]): DataFile => ({
  name,
  text: rows.map((row) => row.split(',').join('\t')).join('\n'),
});
const states = (...rows: string[]): DataFile => table('data/actors/states.tsv', 'id,name,iso2,iso3,cow,wikidata', ...rows);
const bodies = (...rows: string[]): DataFile =>
  table('data/actors/bodies.tsv', 'id,name,rollsUpTo,country,type,priority,acronyms', ...rows);

function failure(load: (files: readonly DataFile[]) => unknown, files: readonly DataFile[]): string {
  try {
    load(files);
  } catch (error) {
    if (error instanceof DemarcheError && error.location)
      return `${error.kind} ${formatLocation(error.location)} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('tables of actors refuse', () => {
  const good = states('MLI,Mali,ML,MLI,432,Q912');
  it.each<[string, DataFile[], string]>([
    ['an empty name', [states('MLI,,ML,MLI')], 'states.tsv:2 column "name" is empty'],
    ['an empty id', [states(',Mali')], 'states.tsv:2 column "id" is empty'],
    ['a blank in an id', [states('M LI,Mali')], 'states.tsv:2 column "id" holds "M LI"'],
    ['a bad alpha-2 code', [states('MLI,Mali,mli')], 'states.tsv:2 column "iso2" holds "mli"'],
    ['a bad alpha-3 code', [states('MLI,Mali,ML,ML1')], 'states.tsv:2 column "iso3" holds "ML1"'],
    ['a state whose id is not its code', [states('mali,Mali,ML,MLI')], 'states.tsv:2 state "mali" has iso3 "MLI"'],
    ['a state number out of range', [states('MLI,Mali,ML,MLI,4320')], 'states.tsv:2 column "cow" holds "4320"'],
    ['a bad Wikidata id', [states('MLI,Mali,ML,MLI,432,912')], 'states.tsv:2 column "wikidata" holds "912"'],
    [
      'a code twice',
      [states('MLI,Mali,ML,MLI', 'NER,Niger,ML,NER')],
      'states.tsv:3 column "iso2" holds "ML", which "MLI" has too',
    ],
    ['an id twice in a table', [states('MLI,Mali', 'MLI,Mali again')], 'states.tsv:3 id "MLI" is listed twice'],
    ['an id twice in a folder', [good, bodies('MLI,Army')], 'bodies.tsv:2 id "MLI" is listed twice'],
    ['an unknown type', [good, bodies('army,Army,MLI,,soldiers')], 'bodies.tsv:2 column "type" holds "soldiers"'],
    ['an unknown owner', [good, bodies('army,Army,MLX')], 'bodies.tsv:2 column "rollsUpTo" holds the unknown id "MLX"'],
    ['an unknown country', [good, bodies('army,Army,,MLX')], 'bodies.tsv:2 column "country" holds the unknown id "MLX"'],
    ['a ring of owners', [bodies('a,A,b', 'b,B,a')], 'bodies.tsv:2 "a" rolls up to itself by way of "a"'],
    ['a bad priority', [good, bodies('army,Army,MLI,,,12')], 'bodies.tsv:2 column "priority" holds "12"'],
    ['an unknown column', [table('data/actors/ngos.tsv', 'id,name,adress')], 'ngos.tsv:1 unknown column "adress"'],
    ['a missing column', [table('data/actors/ngos.tsv', 'name,country')], 'ngos.tsv:1 column "id" is missing'],
    [
      'too many cells',
      [table('data/actors/ngos.tsv', 'id,name', 'a,A,x')],
      'ngos.tsv:2 row has 3 cells but the table has 2 columns',
    ],
    ['an undecided name', [good, bodies('mali-body,Mali,MLI')], 'bodies.tsv:2 "Mali" names both "MLI" and "mali-body"'],
    ['an undecided acronym', [bodies('a,A,,,,,XY', 'b,B,,,,,X.Y.')], 'bodies.tsv:3 "XY" names both "a" and "b"'],
  ])('%s', (_, files, message) => expect(failure(loadActors, files)).toBe(`lexicon data/actors/${message}`));
});

describe('tables of words refuse', () => {
  const titles = (...rows: string[]) => table('data/actors/titles.tsv', 'phrase,represents,role,body', ...rows);
  it.each<[string, DataFile, string]>([
    ['a capital', titles('Envoy,state,Envoy'), 'titles.tsv:2 column "phrase" holds "Envoy"'],
    ['an unknown party', titles('envoy,nobody,Envoy'), 'titles.tsv:2 column "represents" holds "nobody"'],
    ['a title twice', titles('envoy,state,Envoy', 'envoy,body,Envoy'), 'titles.tsv:3 "envoy" is listed twice'],
    ['a lacking role', titles('envoy,state,'), 'titles.tsv:2 column "role" is empty'],
    [
      'a body that stands for nothing',
      table('data/actors/body-nouns.tsv', 'phrase,type,canonical,stands', 'army,military,Army,both'),
      'body-nouns.tsv:2 column "stands" holds "both"',
    ],
    [
      'a cue of no place in the name',
      table('data/actors/name-cues.tsv', 'word,position,type', 'Party,middle,party'),
      'name-cues.tsv:2 column "position" holds "middle"',
    ],
  ])('%s', (_, file, message) => expect(failure(loadWords, [file])).toBe(`lexicon data/actors/${message}`));
});

describe('tables of places refuse', () => {
  const load = (files: readonly DataFile[]) => loadPlaces(files, loadActors([states('MLI,Mali,ML,MLI')]));
  it.each<[string, DataFile, string]>([
    [
      'an unknown country',
      table('data/places/towns.tsv', 'name,country,population', 'Gao,MLX,9'),
      'towns.tsv:2 column "country" holds "MLX"',
    ],
    [
      'a population in words',
      table('data/places/towns.tsv', 'name,country,population', 'Gao,MLI,big'),
      'towns.tsv:2 column "population" holds "big"',
    ],
    [
      'an unknown kind',
      table('data/places/regions.tsv', 'name,kind', 'Sahel,desert'),
      'regions.tsv:2 column "kind" holds "desert"',
    ],
  ])('%s', (_, file, message) => expect(failure(load, [file])).toBe(`lexicon data/places/${message}`));
});

it('refuses a table it does not know', () => {
  const file = table('data/actors/stats.tsv', 'id,name', 'MLI,Mali');
  expect(failure(loadLexicon, [file])).toBe('lexicon data/actors/stats.tsv no table is called "stats"');
});
