import { describe, expect, it } from 'vitest';
import { alikeInLists } from '../../src/extraction/name-lists.ts';
import type { Name, NameType } from '../../src/language/names.ts';
import type { Token } from '../../src/model/syntax.ts';

/** Types of the one-word names of a text; a name is written "Hauser/PER". */
const typesIn = (text: string): NameType[] => {
  const words = text.split(' ');
  const tokens = words.map((word) => ({ form: word.split('/')[0] }) as Token);
  const names = words.flatMap((word, start): Name[] => {
    const type = word.split('/')[1] as NameType | undefined;
    return type ? [{ start, end: start + 1, type, score: 1 }] : [];
  });
  return alikeInLists(tokens, names).map(({ type }) => type);
};

describe('enumerated names', () => {
  it.each<[string, string, string]>([
    ['persons take the one between them along', 'Hauser/PER , Selja/LOC , Amari/PER and Lund/PER', 'PER PER PER PER'],
    ['a short list is left alone', 'Hauser/PER , Selja/LOC and Lund/PER', 'PER LOC PER'],
    ['a list that ends in a place is left alone', 'Hauser/PER , Amari/PER , Lund/PER and Selja/LOC', 'PER PER PER LOC'],
    ['no majority of persons', 'Hauser/PER , Selja/LOC , Turku/LOC and Lund/PER', 'PER LOC LOC PER'],
    ['organisations stay', 'Hauser/PER , Selja/ORG , Amari/PER and Lund/PER', 'PER ORG PER PER'],
    ['other words part the list', 'Hauser/PER and Selja/LOC met Amari/PER and Lund/PER', 'PER LOC PER PER'],
  ])('%s', (_, text, types) => expect(typesIn(text).join(' ')).toBe(types));
});
