import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { cleanText, segment } from '../../src/rdf/escape.ts';
import { blank, iri, langString, type Quad, quad, string, typed } from '../../src/rdf/factory.ts';
import { termKey } from '../../src/rdf/order.ts';
import { parseQuads, type TextFormat } from '../../src/rdf/parse.ts';
import { serialize } from '../../src/rdf/serialize.ts';
import { isAbsoluteIri } from '../../src/rdf/terms.ts';

const s = iri('https://example.org/s');
const p = iri('https://example.org/p');
const g = iri('https://example.org/g');
const ALL: readonly TextFormat[] = ['turtle', 'trig', 'ntriples', 'nquads'];

/** Pieces that break out of their place in one syntax or another. */
const NASTY = [
  '> <p> <o> . <y',
  '" . <x:a> <x:b> "',
  '"""',
  "'''",
  '\\',
  '\\u0022',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '<',
  '>',
  '{',
  '}',
  '|',
  '^',
  '`',
  '@',
  '@en . <x:a> <x:b> <x:c> ',
  '--ltr',
  '^^<x:y>',
  '#',
  '%',
  '%zz',
  '%41',
  '\u0000',
  '\u001b[31m',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  'é',
  'e\u0301',
  '中文',
  ':',
  '/',
  '.',
  '..',
  '-',
  '_:',
  'a',
  'Z9',
  'https://example.org/',
  'https://w3id.org/demarche/id/actor/',
  'https://w3id.org/demarche/ontology#',
  'urn:',
  'javascript:',
];

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.array(fc.nat(0xffff), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes)),
);
const hostileIri = fc.tuple(fc.constantFrom('', 'urn:', 'https://example.org/', 'https://w3id.org/demarche/id/actor/'), hostile);
const hostileTerm = fc.oneof(
  hostileIri.map(([start, rest]) => iri(start + rest)),
  hostile.map((text) => string(text)),
  fc.tuple(hostile, hostile).map(([text, tag]) => langString(text, tag)),
  fc
    .tuple(hostile, fc.constantFrom('en', 'de-CH', 'en-x-toolongsub', 'e n', 'en--ltr'))
    .map(([text, tag]) => langString(text, tag)),
  fc.tuple(hostile, hostileIri).map(([text, [start, rest]]) => typed(text, start + rest)),
  fc
    .tuple(
      fc.oneof(hostile, fc.constantFrom('1', '+1', '1.', '.5', '-0.0', 'true', '1 .')),
      fc.constantFrom('integer', 'decimal', 'boolean'),
    )
    .map(([text, type]) => typed(text, `http://www.w3.org/2001/XMLSchema#${type}`)),
  hostile.map((label) => blank(label)),
);

const keys = (quads: readonly Quad[]): string[] =>
  quads.map((q) => [q.subject, q.predicate, q.object, q.graph].map((term) => termKey(term)).join(' '));

/** Writes one quad; null if it was refused. Anything but a DemarcheError is a defect. */
const tryWrite = (written: Quad, format: TextFormat): string | null => {
  try {
    return serialize([written], format);
  } catch (error) {
    if (error instanceof DemarcheError && error.kind === 'rdf') return null;
    throw error;
  }
};

const expectEqualOrRefused = (written: Quad, format: TextFormat): boolean => {
  const text = tryWrite(written, format);
  if (text === null) return false;
  expect(text, 'control characters in the file').not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  );
  const read = parseQuads(text, `x.${format}`, format);
  const graph = format === 'trig' || format === 'nquads' ? written.graph : read[0]!.graph;
  expect(keys(read)).toEqual(keys([quad(written.subject, written.predicate, written.object, graph)]));
  return true;
};

describe('terms that go out', () => {
  it('reads back 20,000 hostile terms equal or refuses them, and injects none', () => {
    let written = 0;
    fc.assert(
      fc.property(hostileTerm, fc.constantFrom(...ALL), fc.nat(3), (term, format, place) => {
        const candidates = [
          quad(s, p, term, g),
          quad(term as Quad['subject'], p, s, g),
          quad(s, term as Quad['predicate'], s, g),
          quad(s, p, s, term as Quad['graph']),
        ];
        if (expectEqualOrRefused(candidates[place]!, format)) written++;
      }),
      { numRuns: 20_000, seed: 20310304 },
    );
    expect(written, 'the generator must produce terms that are accepted, too').toBeGreaterThan(4_000);
  });

  it.each([
    ['an IRI that closes its bracket', iri('x:x> <p> <o> . <y')],
    ['a relative IRI', iri('actor/CHN')],
    ['an IRI with a stray percent sign', iri('https://example.org/%zz')],
    ['an IRI with a direction mark', iri('https://example.org/\u202eevil')],
    ['a language tag that opens a triple', langString('a', 'en . <x:a> <x:b> <x:c>')],
    ['an overlong language subtag', langString('a', 'en-abcdefghi')],
    ['a datatype that is no IRI', typed('1', 'integer')],
    ['half a surrogate pair', string('\ud83d')],
    ['a blank node with a line end', blank('a\nb')],
    ['a blank node that ends in a dot', blank('a.')],
  ])('refuses %s in every format', (_name, term) => {
    for (const format of [...ALL, 'jsonld'] as const)
      expect(() => serialize([quad(s, p, term, g)], format)).toThrow(DemarcheError);
  });

  it('says what is wrong without repeating control characters', () => {
    const attempt = () => serialize([quad(s, p, iri('x:\u001b[31m>'), g)], 'trig');
    expect(attempt).toThrow(/object .* is not a valid absolute IRI/);
    expect(attempt).not.toThrow(/\u001b/);
  });

  it('writes nothing at all if one of many terms is refused', () => {
    expect(() => serialize([quad(s, p, string('fine'), g), quad(s, p, iri('a b'), g)], 'nquads')).toThrow(DemarcheError);
  });

  it('keeps quads apart whose hostile parts would run together', () => {
    expect(() => serialize([quad(iri('x:a\u00011x:b'), p, s, g)], 'nquads')).toThrow(DemarcheError);
  });
});

describe('segment', () => {
  it.each([
    ['CHN', 'CHN'],
    ['lin-jian', 'lin-jian'],
    ['a b', 'a%20b'],
    ['.a.b.', '%2Ea.b%2E'],
    ['é', '%C3%A9'],
    ['x> <p> <o> . <y', 'x%3E%20%3Cp%3E%20%3Co%3E%20.%20%3Cy'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j becomes %s', (text, expected) => expect(segment(text)).toBe(expected));

  it('makes a valid IRI out of any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(isAbsoluteIri(`https://example.org/${segment(text)}`)).toBe(true);
      }),
    );
  });
});

describe('cleanText', () => {
  it('keeps offsets and leaves nothing that a terminal or XML could not bear', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = cleanText(text);
        expect(clean).toHaveLength(text.length);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/);
      }),
    );
  });

  it('leaves ordinary text alone', () => expect(cleanText('“Déjà vu”\t—\r\n中 😀')).toBe('“Déjà vu”\t—\r\n中 😀'));
});
