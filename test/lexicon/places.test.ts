import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/lexicon/forms.ts';
import { actorLexicon, places } from './shipped-actors.ts';

const found = (name: string): string[] => (places.get(nameKey(name)) ?? []).map(({ kind, country }) => `${kind} ${country}`);

describe('places', () => {
  it.each([
    ['Poland', ['country POL']],
    ['Georgia', ['country GEO', 'region USA']],
    ['Brest', ['city BLR']],
    ['Kyiv', ['city UKR']],
    ['The Hague', ['city NLD']],
    ['Tripoli', ['city LBY', 'city LBN']],
    ['Georgetown', ['city GUY']],
    ['Valencia', ['city VEN', 'city ESP']],
    ['Gaza', ['region PSE', 'city PSE']],
    ['Asia-Pacific', ['region null']],
    ['the Donbas', ['region UKR']],
    ['Strait of Hormuz', ['other null']],
    ['Golan Heights', ['region SYR']],
    ['Crans-Montana', ['city CHE']],
    ['Sao Paulo', ['city BRA']],
  ])('%s', (name, expected) => expect(found(name)).toEqual(expected));

  it.each(['Reading', 'Mobile', 'Jackson', 'Toyota', 'Santos'])('%s is no place by itself', (name) =>
    expect(found(name)).toEqual([]),
  );

  it('use the news spelling of a city as its name', () => {
    expect(places.get('Odessa')?.[0]?.name).toBe('Odesa');
    expect(places.get('Hague')?.[0]?.name).toBe('The Hague');
  });

  it('lie in listed states, all capitals among them', () => {
    const countries = new Set([...places.values()].flat().map(({ country }) => country));
    const unknown = [...countries].filter((id) => id !== null && actorLexicon.actors.get(id)?.type !== 'state');
    expect(unknown).toEqual([]);
    const capitals = [...actorLexicon.names.values()]
      .flat()
      .filter(({ kind, actor }) => kind === 'capital' && actorLexicon.actors.get(actor)?.type === 'state');
    expect(capitals.filter(({ form, actor }) => !places.get(form)?.some(({ country }) => country === actor))).toEqual([]);
  });

  it('stand in order of falling weight', () => {
    for (const list of places.values())
      for (const [i, place] of list.entries()) expect(place.weight).toBeLessThanOrEqual(list[i - 1]?.weight ?? Infinity);
  });
});
