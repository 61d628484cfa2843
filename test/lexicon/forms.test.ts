import { expect, it } from 'vitest';
import { acronymForms, nameForms, nameKey } from '../../src/lexicon/forms.ts';

it.each([
  ['the  United\nStates ', 'United States'],
  ['The Gambia', 'Gambia'],
  ['Côte d’Ivoire', "Côte d'Ivoire"],
  ['Nukuʻalofa', "Nuku'alofa"],
  ['Theresa', 'Theresa'],
  ['the', 'the'],
])('key of %j', (surface, key) => expect(nameKey(surface)).toBe(key));

it.each([
  ['São Tomé', ['São Tomé', 'Sao Tome']],
  ['Łódź', ['Łódź', 'Lodz']],
  ['the Emirates', ['Emirates']],
])('forms of the name %s', (form, forms) => expect(nameForms(form)).toEqual(forms));

it.each([
  ['UN', ['UN', 'U.N.']],
  ['U.N.', ['U.N.', 'UN']],
  ['ASEAN', ['ASEAN', 'A.S.E.A.N.']],
  ['UNIFIL', ['UNIFIL']],
  ['RFE/RL', ['RFE/RL']],
])('forms of the acronym %s', (form, forms) => expect(acronymForms(form)).toEqual(forms));
