import { describe, expect, it } from 'vitest';
import { loadReader } from '../../src/app/reader.ts';

const reader = loadReader();

/** "kind: words" for the names of a text. */
const namesOf = (text: string): string[] => {
  const document = reader.document({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
  return reader.names(document).map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`);
};

describe('names of a text', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'a street corner is no state',
      'She fell at the corner of California and Madison streets in Chicago.',
      ['place: Chicago'],
      ['place: California', 'place: Madison'],
    ],
    ['the state itself is one', 'She moved from California to Chicago.', ['place: California', 'place: Chicago'], []],
    [
      'letters behind a name',
      'The lawyer, Peter Mansfield, SC, said that the parents knew.',
      ['person: Peter Mansfield'],
      ['organization: SC', 'place: SC'],
    ],
    ['spaced initials', 'The envoy of the U. S. left Geneva.', ['place: U. S.', 'place: Geneva'], []],
    [
      'old short forms of states',
      'He was born in Fresno, Cal., and died in Topeka, Kans., in 1901.',
      ['place: Cal.', 'place: Kans.'],
      [],
    ],
  ])('%s', (_, text, wanted, unwanted) => {
    const names = namesOf(text);
    expect(names).toEqual(expect.arrayContaining(wanted));
    for (const name of unwanted) expect(names).not.toContain(name);
  });
});
