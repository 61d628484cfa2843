import { expect, it } from 'vitest';
import { loadWords } from '../../src/lexicon/words.ts';
import { actorFiles } from './shipped-actors.ts';

const { bodies, titles, titleModifiers, formerWords, honorifics, groups, nameCues } = loadWords(actorFiles);

it('lists enough words', () => {
  expect(bodies.size).toBeGreaterThanOrEqual(150);
  expect(titles.size).toBeGreaterThanOrEqual(250);
});

it.each([
  ['government', 'owner', 'Government'],
  ['regime', 'owner', 'Regime'],
  ['side', 'owner', 'Side'],
  ['ministry of foreign affairs', 'own', 'Foreign Ministry'],
  ['foreign ministry', 'own', 'Foreign Ministry'],
  ['defense ministry', 'own', 'Defence Ministry'],
  ['army', 'own', 'Military'],
  ['armed forces', 'own', 'Military'],
  ['coast guard', 'own', 'Coast Guard'],
  ['delegation', 'own', 'Delegation'],
])('body %s', (phrase, stands, canonical) => expect(bodies.get(phrase)).toMatchObject({ stands, canonical }));

it.each([
  ['president', 'state', 'President', null],
  ['minister of foreign affairs', 'state', 'Foreign Minister', 'Foreign Ministry'],
  ['defense minister', 'state', 'Defence Minister', 'Defence Ministry'],
  ['spokesman', 'body', 'Spokesman', null],
  ['secretary-general', 'organisation', 'Secretary-General', null],
  ['secretary of state', 'state', 'Secretary of State', 'State Department'],
  ["chargé d'affaires", 'state', "Chargé d'Affaires", 'Embassy'],
  ['senator', 'party', 'Senator', null],
  ['opposition leader', 'party', 'Opposition Leader', null],
  ['mayor', 'organisation', 'Mayor', null],
  ['general', 'body', 'General', 'Military'],
  ['analyst', 'none', 'Analyst', null],
])('title %s', (phrase, represents, role, body) => expect(titles.get(phrase)).toMatchObject({ represents, role, body }));

it('keeps words around titles apart', () => {
  for (const word of ['deputy', 'vice', 'acting']) expect(titleModifiers.has(word)).toBe(true);
  for (const word of ['former', 'ex-', 'late']) expect(formerWords.has(word)).toBe(true);
  for (const word of ['Mr', 'Mr.', 'Sheikh']) expect(honorifics.has(word)).toBe(true);
  expect([...titleModifiers].filter((word) => formerWords.has(word))).toEqual([]);
});

it.each([
  ['leader', 'members', 'group'],
  ['ally', 'generic', 'group'],
  ['protester', 'actor', 'group'],
  ['rebel', 'actor', 'armed_group'],
])('group %s', (lemma, stands, type) => expect(groups.get(lemma)).toMatchObject({ stands, type }));

it.each([
  ['Party', 'last', 'party'],
  ['University', 'any', 'ngo'],
  ['Strait', 'any', 'place'],
  ['Times', 'last', 'media'],
])('cue %s', (word, position, type) => expect(nameCues.get(word)).toEqual({ word, position, type }));
