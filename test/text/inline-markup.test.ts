import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/model/document.ts';
import { extract } from '../extraction/reader.ts';
import { read } from './helpers.ts';

const words = (text: string): string =>
  plainText(read(text, { name: 'a.md' }))
    .replace(/\s+/g, ' ')
    .trim();

describe('inline markup is no words', () => {
  it.each([
    ['Kenya **condemned** the raid.', 'Kenya condemned the raid.'],
    ['The [government of Kenya](https://example.org/a_(b)) spoke.', 'The government of Kenya spoke.'],
    ['It said *"no, **never**"* again.', 'It said "no, never " again.'],
    ['The `ECOWAS` bloc\\*, <b>all of it</b>, met.[^2]', 'The ECOWAS bloc *, all of it , met.'],
    ['France &amp; Spain met ![a picture](p.png) there.', 'France & Spain met there.'],
    ['See <https://example.org> for 2 * 3 * 4 and snake_case_words.', 'See for 2 * 3 * 4 and snake_case_words.'],
    ['An open [bracket and a lone * star.', 'An open [bracket and a lone * star.'],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected));

  it('stays in the stored text, and plain text has none', () => {
    const text = 'Kenya **condemned** the raid.';
    expect(read(text, { name: 'a.md' }).text).toBe(text);
    expect(read(text, { name: 'a.txt' }).markup).toBeUndefined();
  });

  it.each(['[', '*a ', '`', '_[a](', '<b>', '\\'])('a long article of %s is no hang', (mark) => {
    const start = performance.now();
    read(`Kenya condemned the raid.\n\n${`${mark.repeat(119)}\n\n`.repeat(100_000 / 119 / mark.length)}`, { name: 'a.md' });
    expect(performance.now() - start).toBeLessThan(20_000); // no measurement: guards against a hang
  });
});

describe('a marked-up article', () => {
  const plain =
    '# Kenya condemns raid\n\nThe government of Kenya on Monday condemned Somalia, and Foreign Minister Abebe Kiros said it must stop.\n';
  const marked =
    '# Kenya condemns *raid*\n\nThe [government of Kenya](https://example.org) on Monday **condemned** Somalia, and Foreign Minister _Abebe Kiros_ said it **must stop**.\n';
  const gist = (text: string): unknown => {
    const { actors, statements, positions, events } = extract(text, 'article.md');
    return {
      actors: actors.map((one) => one.name),
      statements: statements.map((one) => [one.speaker, one.rule]),
      positions: positions.map((one) => [one.holder, one.polarity, one.target]),
      events: events.map((one) => [one.type, one.initiators, one.recipients]),
    };
  };

  it('says what it says without the marks', () => expect(gist(marked)).toEqual(gist(plain)));
});
