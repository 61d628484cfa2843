import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizer, wordsOf } from './lists.ts';

describe('tokenizer', () => {
  it.each([
    ["They don't recognise it.", "They do n't recognise it ."],
    ['They can’t and won’t.', 'They ca n’t and wo n’t .'],
    ["NATO's so-called security", "NATO 's so - called security"],
    ['the ministers’ talks', 'the ministers ’ talks'],
    ["the members' vote", "the members ' vote"],
    ['We cannot accept it', 'We can not accept it'],
    ['the Asia-Pacific region', 'the Asia - Pacific region'],
    ['a non-aligned state, an ex-minister', 'a non-aligned state , an ex-minister'],
    ['a U.S.-led coalition', 'a U.S. - led coalition'],
    ['He left for the U.S.', 'He left for the U.S.'],
    ['Gen. A. B. Smith arrived.', 'Gen. A. B. Smith arrived .'],
    ['at 10 a.m. on Friday', 'at 10 a.m. on Friday'],
    ['at 5pm', 'at 5 pm'],
    ['risk (…). The end', 'risk ( … ) . The end'],
    ['in this region..', 'in this region ..'],
    ['“No,” he said', '“ No , ” he said'],
    ['«Never»', '« Never »'],
    ['„Nie wieder“', '„ Nie wieder “'],
    ['$1.5bn and €20 and 5%', '$ 1.5 bn and € 20 and 5 %'],
    ['talks—the first—failed', 'talks — the first — failed'],
    ['peace and/or justice', 'peace and / or justice'],
    ['signed on 7/11/2024', 'signed on 7/11/2024'],
    ['No. 5 and No.', 'No. 5 and No .'],
    ['https://example.org/a-b?c=d, then', 'https://example.org/a-b?c=d , then'],
    ['the 1990s and the 2nd', 'the 1990s and the 2nd'],
    ['1,200 people', '1,200 people'],
    ['the International Monetary Fund (IMF) said', 'the International Monetary Fund ( IMF ) said'],
  ])('splits %j', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  it('covers every character that is not white space exactly once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const spans = tokenizer.tokenize(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim().replaceAll('\u200b', '')).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim().replaceAll('\u200b', '')).toBe('');
      }),
    );
  });

  it('takes time in proportion to a long run without spaces', () => {
    const text = 'a-'.repeat(3000);
    expect(tokenizer.tokenize(text).length).toBeGreaterThan(3000);
  });
});
