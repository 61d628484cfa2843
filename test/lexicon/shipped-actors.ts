import { loadActors } from '../../src/lexicon/actors.ts';
import { nameKey } from '../../src/lexicon/forms.ts';
import { loadPlaces } from '../../src/lexicon/places.ts';
import { tables } from './shipped-frames.ts';

export const actorFiles = tables('actors');
export const placeTables = tables('places');
export const actorLexicon = loadActors(actorFiles);
export const places = loadPlaces(placeTables, actorLexicon);

/** Readings of a surface form as `id:kind`, likeliest first. */
export const readings = (surface: string): string[] =>
  (actorLexicon.names.get(nameKey(surface)) ?? []).map(({ actor, kind }) => `${actor}:${kind}`);
