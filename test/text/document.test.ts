import { describe, expect, test } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { readDocument } from '../../src/text/document.ts';
import { blocksOf, kindsOf, read, utf8 } from './helpers.ts';

const LEAD = 'Norland on Monday rejected a proposal by Sudria to reopen the border, its Foreign Ministry said.';
const NEXT = 'The ministry called the proposal “unserious”. Sudria did not comment.';

describe('shapes of articles', () => {
  test('newspaper page with the title printed twice', () => {
    const text = `\nNorland rejects plan\n\nNorland rejects plan\n\nAFP and Sputnik\n\nThe newspaper El Faro\nThursday, July 11, 2024, p. 24\n\nQuito. ${LEAD}\n\n${NEXT}\n`;
    const document = read(text);
    expect(kindsOf(document)).toBe('title title agency masthead date dateline paragraph paragraph');
    expect(document).toMatchObject({
      title: 'Norland rejects plan',
      outlet: 'El Faro',
      agencies: ['AFP', 'Sputnik'],
      page: '24',
      published: '2024-07-11',
    });
    expect(document.text).toBe(text);
  });

  test.each([
    ['From our correspondent in Tbilisi', 'byline'],
    ['By Jane Doe', 'byline'],
    ['By Jane Doe and John Q. Public', 'byline'],
    ['Por Juan Pérez', 'byline'],
    ['Pacific correspondent', 'byline'],
    ['Jane Doe, Diplomatic Editor', 'byline'],
    ['Staff writer', 'byline'],
    ['De la Redacción', 'byline'],
    ['Afp, Ap y Reuters', 'agency'],
    ['Reuters', 'agency'],
    ['The Daily Herald', 'masthead'],
    ['El diario La Voz', 'masthead'],
    ['Published: 11 July 2024, 10:02 GMT', 'date'],
    ['Last updated on Thursday 11 July 2024 at 10.30 am', 'date'],
    ['The Guardian, Thursday 18 April 2024', 'date'],
    ['Ruling party calls the law a matter of openness', 'subtitle'],
    ['Special envoy urges restraint', 'subtitle'],
  ])('below the headline: %s is a %s', (line, kind) => {
    expect(blocksOf(read(`Norland rejects plan\n\n${line}\n\n${LEAD}\n\n${NEXT}\n`))).toEqual([
      'title|Norland rejects plan',
      `${kind}|${line}`,
      `paragraph|${LEAD}`,
      `paragraph|${NEXT}`,
    ]);
  });

  test('a name counts as byline only beside another header line', () => {
    expect(kindsOf(read(`Norland rejects plan\nJane Doe in Kyiv\nMay 13, 2025\n\n${LEAD}\n\n${NEXT}`))).toBe(
      'title byline date paragraph paragraph',
    );
    expect(kindsOf(read(`Norland rejects plan\nNorland Rejects Sudria Offer\n\n${LEAD}\n\n${NEXT}`))).toBe(
      'title subtitle paragraph paragraph',
    );
  });

  test('summary sentence between headline and byline', () => {
    const document = read(`Norland rejects plan\n\nThe ministry speaks of bad faith.\n\nBy Jane Doe\n\n${LEAD}\n\n${NEXT}\n`);
    expect(kindsOf(document)).toBe('title subtitle byline paragraph paragraph');
  });

  test('section name above the headline', () => {
    const document = read(`WORLD\n\nNorland rejects plan by Sudria\n\n${LEAD}\n\n${NEXT}\n`);
    expect(kindsOf(document)).toBe('other title paragraph paragraph');
    expect(document.title).toBe('Norland rejects plan by Sudria');
  });

  test('labelled header', () => {
    const document = read(
      `Title: Norland rejects plan\nSource: The Daily Herald\nDate: 2024-07-11\nAuthor: Jane Doe\nPage: A4\nLanguage: en-GB\n\n${LEAD}\n\n${NEXT}\n`,
    );
    expect(blocksOf(document)[0]).toBe('title|Norland rejects plan');
    expect(document).toMatchObject({
      title: 'Norland rejects plan',
      outlet: 'The Daily Herald',
      published: '2024-07-11',
      page: 'A4',
      language: 'en-GB',
    });
  });

  test('header above the headline', () => {
    const document = read(`The Daily Herald\nMay 13, 2025\n\nNorland rejects plan\n\n${LEAD}\n\n${NEXT}\n`);
    expect(kindsOf(document)).toBe('masthead date title paragraph paragraph');
  });

  test('a headline that holds a date', () => {
    const document = read(`Joint Statement of Norland and Sudria, July 4, 2025\n\n${LEAD}\n\n${NEXT}\n`);
    expect(document).toMatchObject({ title: 'Joint Statement of Norland and Sudria, July 4, 2025', published: '2025-07-04' });
  });

  test.each([
    ['Spokeswoman takes questions at the regular press conference on July 4, 2025', '2025-07-04'],
    ['What the ministry said after the vote (4 July 2025)', '2025-07-04'],
    ['Ten years after July 4, 2025 the treaty is dead', null],
  ])('a date that ends the headline: %s', (title, published) => {
    expect(read(`${title}\n\n${LEAD}\n\n${NEXT}\n`).published).toBe(published);
    expect(read(`${title}\n\n${LEAD}\n\n${NEXT}\n`, { published: '2025-07-05' }).published).toBe('2025-07-05');
  });

  test('no metadata at all', () => {
    const document = read(`${LEAD}\n\n${NEXT}\n`);
    expect(kindsOf(document)).toBe('paragraph paragraph');
    expect(document).toMatchObject({
      title: null,
      outlet: null,
      agencies: [],
      page: null,
      published: null,
      language: 'en',
      dateline: null,
    });
  });

  test.each([
    ['one sentence', LEAD, 'paragraph'],
    ['without a full stop', 'Norland rejects plan', 'paragraph'],
    ['with a dateline', `KYIV — ${LEAD}`, 'dateline paragraph'],
    ['nothing but the same line', 'a\na\na', 'title title title'],
    ['a headline and an agency', 'Plan\nAFP and Reuters', 'title agency'],
    ['a headline that asks', `Who wants war?\n${LEAD}\n${NEXT}`, 'title paragraph paragraph'],
    [
      'a headline in capitals with a full stop',
      `Norland Rejects Sudria Plan For Border.\n\n${LEAD}\n\n${NEXT}`,
      'title paragraph paragraph',
    ],
    [
      'a headline with a full stop above a dateline',
      `Norland rejects plan.\n\nKYIV (AP) — ${LEAD}\n\n${NEXT}`,
      'title dateline paragraph paragraph',
    ],
    [
      'a label that is part of the headline',
      `Newspaper: Norland rejects plan\n\n${LEAD}\n\n${NEXT}`,
      'title paragraph paragraph',
    ],
    ['headings between paragraphs', `Plan\n\n${LEAD}\n\nBackground\n\n${NEXT}`, 'title paragraph heading paragraph'],
    [
      'questions and answers',
      `Talk\n\nQ: Who opposes it?\n\nA: Norland does.\n\nQ: Why?\n\nA: It says so.`,
      'title paragraph paragraph paragraph paragraph',
    ],
    [
      'what closes the page',
      `Plan\n\n${LEAD}\n\n***\n\n${NEXT}\n\n(AFP)\n\n© 2024 Agence France-Presse\n\nAdvertisement`,
      'title paragraph other paragraph agency other other',
    ],
  ])('%s', (_name, text, kinds) => {
    expect(kindsOf(read(text))).toBe(kinds);
  });

  test('an agency at the foot is named', () => {
    expect(read(`Plan\n\n${LEAD}\n\n${NEXT}\n\n(AFP)\n`).agencies).toEqual(['AFP']);
  });
});

describe('lines', () => {
  const wrap = (text: string, width: number): string => {
    const lines: string[] = [''];
    for (const word of text.split(' ')) {
      if (`${lines.at(-1)} ${word}`.length > width) lines.push(word);
      else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return lines.join('\n');
  };
  const long = `${LEAD} ${NEXT} ${LEAD}`;

  test('hard-wrapped paragraphs between blank lines', () => {
    const document = read(`Norland rejects plan\n\nBy Jane Doe\nMay 13, 2025\n\nKYIV — ${wrap(long, 72)}\n\n${wrap(long, 72)}\n`);
    expect(kindsOf(document)).toBe('title byline date dateline paragraph paragraph');
    expect(blocksOf(document).at(-1)).toBe(`paragraph|${wrap(long, 72).replaceAll('\n', '\\n')}`);
  });

  test('hard-wrapped paragraphs told apart by indentation', () => {
    const text = ['Norland rejects plan', ...[long, long].map((part) => `    ${wrap(part, 68)}`)].join('\n');
    expect(kindsOf(read(text))).toBe('title paragraph paragraph');
  });

  test('one paragraph to a line, without blank lines', () => {
    expect(kindsOf(read(`Norland rejects plan\n${LEAD}\n${NEXT}\n${LEAD}\n${NEXT}\n`))).toBe(
      'title paragraph paragraph paragraph paragraph',
    );
  });

  test.each([
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
    ['\u2028', 'line separator'],
  ])('line break %#: %s', (newline) => {
    const text = `${newline}Plan${newline}${newline}${LEAD}${newline}${newline}${NEXT}${newline}`;
    const document = read(text);
    expect(document.text).toBe(text);
    expect(blocksOf(document)).toEqual(['title|Plan', `paragraph|${LEAD}`, `paragraph|${NEXT}`]);
  });

  test('offsets count UTF-16 code units', () => {
    const document = read(`😀 Plan\n\n“É” 😀 ${LEAD}\n\n${NEXT}`);
    expect(blocksOf(document)[2]).toBe(`paragraph|${NEXT}`);
  });

  test('5 MB of text', () => {
    const document = read(`Plan\n\n${`${LEAD} ${NEXT}\n\n`.repeat(32_000)}`);
    expect(document.text.length).toBeGreaterThan(5_000_000);
    expect(document.blocks).toHaveLength(32_001);
  });

  test('5 MB in one line', () => {
    expect(read(`${LEAD} `.repeat(52_000)).blocks).toHaveLength(1);
  });
});

describe('Markdown', () => {
  const md = (text: string) => read(text, { name: 'a.md' });

  test('headings, lists, quotations, code', () => {
    const document = md(
      `# Norland rejects plan\n\n*By Jane Doe*\n\nMay 13, 2025\n\nKYIV — ${LEAD}\n\n## Background\n\n- ${NEXT}\n- ${LEAD}\n\n> ${NEXT}\n\n\`\`\`\ncode\n\`\`\`\n\n---\n`,
    );
    expect(kindsOf(document)).toBe('title byline date dateline paragraph heading paragraph paragraph paragraph other other');
    expect(document).toMatchObject({ title: 'Norland rejects plan', published: '2025-05-13' });
    expect(blocksOf(document)[6]).toBe(`paragraph|${NEXT}`);
  });

  test('a paragraph over several lines is one block', () => {
    const text = `# Plan\n\n${LEAD}\n${NEXT}\n${LEAD}\n`;
    expect(kindsOf(md(text))).toBe('title paragraph');
  });

  test('front matter', () => {
    const document = md(
      `---\ntitle: "Norland rejects plan"\ndate: 2024-07-11T08:00:00Z\noutlet: El Faro\nlanguage: en\nagencies: [AFP, EFE]\ntags:\n  - politics\n---\n\n# Norland rejects plan\n\n${LEAD}\n`,
    );
    expect(blocksOf(document)).toEqual(['title|Norland rejects plan', 'title|Norland rejects plan', `paragraph|${LEAD}`]);
    expect(document).toMatchObject({
      title: 'Norland rejects plan',
      outlet: 'El Faro',
      published: '2024-07-11',
      agencies: ['AFP', 'EFE'],
    });
  });

  test('a rule is no front matter', () => {
    expect(kindsOf(md(`---\n\n${LEAD}\n\n---\n\n${NEXT}\n`))).toBe('other paragraph other paragraph');
  });

  test('CRLF keeps offsets exact', () => {
    expect(blocksOf(md(`# Plan\r\n\r\n${LEAD}\r\n\r\n${NEXT}\r\n`))).toEqual([
      'title|Plan',
      `paragraph|${LEAD}`,
      `paragraph|${NEXT}`,
    ]);
  });

  test('a very long file is read as plain text and says so', () => {
    const notes: string[] = [];
    read(`# Plan\n\n${`${LEAD}\n\n`.repeat(22_000)}`, { name: 'a.md', onNote: (note) => notes.push(note) });
    expect(notes).toHaveLength(1);
  });
});

describe('metadata', () => {
  test('options fill what the text lacks, and only that', () => {
    const text = `Norland rejects plan\n\nMay 13, 2025\n\n${LEAD}\n\n${NEXT}\n`;
    const document = read(text, {
      title: 'Other',
      outlet: 'El Faro',
      published: '2020-01-01',
      language: 'es',
      page: '3',
      agencies: ['AFP'],
    });
    expect(document).toMatchObject({
      title: 'Norland rejects plan',
      outlet: 'El Faro',
      published: '2025-05-13',
      language: 'es',
      page: '3',
      agencies: ['AFP'],
    });
  });

  test('a publication date that is none is refused', () => {
    expect(() => read(LEAD, { published: '2024-02-30' })).toThrow(DemarcheError);
  });

  test.each([
    ['Ñandú: ¿quién "gana"?', /^nandu-quien-gana-[0-9a-f]{8}$/],
    [
      'A headline that goes on for much longer than the forty-eight characters',
      /^a-headline-that-goes-on-for-much-longer-than-the-[0-9a-f]{8}$/,
    ],
    ['Ж', /^article-[0-9a-f]{8}$/],
  ])('id of %s', (title, id) => {
    expect(read(`${title}\n\n${LEAD}\n\n${NEXT}`).id).toMatch(id);
  });

  test('hashes: of the bytes, and of the stored text', () => {
    const plain = readDocument(utf8('abc'), { name: 'a.txt' });
    // FIPS 180-2, appendix B.1: SHA-256 of "abc".
    expect(plain.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const marked = readDocument(utf8('\uFEFFabc'), { name: 'a.txt' });
    expect(marked.textSha256).toBe(plain.sha256);
    expect(marked.sha256).not.toBe(plain.sha256);
  });
});
