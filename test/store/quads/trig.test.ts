import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../../src/model/errors.ts';
import type { Quad } from '../../../src/rdf/factory.ts';
import { isWellFormed } from '../../../src/rdf/terms.ts';
import { QuadStore } from '../../../src/store/quads/quad-store.ts';
import { readQuads } from '../../../src/store/quads/trig/read.ts';
import { isIsomorphic } from '../../isomorphic.ts';
import { SHARED } from '../../shared.ts';
import { quadsOf } from './helpers.ts';

/* Our reader of TriG and N-Quads against N3's, and by itself. */

const FORMATS = { 'x.trig': 'application/trig', 'x.nq': 'application/n-quads' } as const;
type File = keyof typeof FORMATS;

const own = (text: string | Buffer, file: File): Quad[] => {
  const store = new QuadStore();
  readQuads(Buffer.from(text as string), file, store);
  return quadsOf(store);
};

const byN3 = (text: string, file: File): Quad[] =>
  new Parser({ format: FORMATS[file], blankNodePrefix: '_:' }).parse(text) as unknown as Quad[];

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

const expectSame = (text: string, file: File, quads: readonly Quad[]): void => {
  expect(isIsomorphic(own(text, file), quads), text).toBe(true);
};

const P = '@base <http://base/q/r> . @prefix : <http://e/> . @prefix p: <http://e/ns#> . @prefix odd: <http://e/x?y=> .\n';

const iri = fc.constantFrom(
  ':a',
  'p:b',
  'odd:c',
  '<http://e/d>',
  '<http://e/ns#b>',
  ':a.b',
  ':',
  'p:1x',
  ':a\\,b',
  ':%41b',
  'p:é',
  ':x:y',
);
const full = fc.constantFrom(
  '<http://e/\\u00e9>',
  '<urn:x>',
  '<http://é.e/ü/ñ#z>',
  '<http://e/a//b/#>',
  '<rel/x>',
  '<>',
  '<mailto:a@b>',
);
const blank = fc.constantFrom('_:b', '_:b1.c', '_:9', '_:é');
const quoted = fc.constantFrom(
  '"x"',
  "'x'",
  '""',
  '"a\\n\\t\\"b"',
  '"""a"b""c\n"""',
  "'''d'\\u00e9'''",
  '"\\U0001F600é😀"',
  '"""\\""""',
);
const suffix = fc.constantFrom(
  '',
  '',
  '@en',
  '@en-GB',
  '@EN',
  '^^p:type',
  '^^<http://e/t>',
  '^^<http://www.w3.org/2001/XMLSchema#string>',
);
const number = fc.constantFrom('1', '-2', '+3.50', '.5', '1e5', '1.e5', '-.5E-3', '007', 'true', 'false');
const gap = fc.constantFrom(' ', '\n', '\t', ' # note\n', '\r\n');

const term = fc.letrec<{ object: string; properties: string }>((tie) => ({
  object: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    iri,
    full,
    blank,
    number,
    fc.tuple(quoted, suffix).map((parts) => parts.join('')),
    tie('properties').map((properties) => `[ ${properties} ]`),
    fc.array(tie('object'), { maxLength: 3 }).map((items) => `( ${items.join(' ')} )`),
    fc.constant('[]'),
  ),
  properties: fc
    .array(fc.tuple(fc.oneof(iri, full, fc.constant('a')), fc.array(tie('object'), { minLength: 1, maxLength: 3 }), gap), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) => list.map(([verb, objects, space]) => `${verb}${space}${objects.join(`${space},`)}`).join(' ; ')),
}));

const subject = fc.oneof(
  iri,
  full,
  blank,
  fc.constant('[]'),
  term.properties.map((p) => `[ ${p} ]`),
  fc.constant('( 1 :a )'),
);
const triple = fc.tuple(subject, gap, term.properties).map(([s, space, properties]) => `${s}${space}${properties}`);
const statement = fc.oneof(
  triple.map((text) => `${text} .`),
  fc
    .tuple(fc.constantFrom('', 'GRAPH ', 'graph '), fc.oneof(iri, full, blank), fc.array(triple, { maxLength: 3 }))
    .map(([word, name, triples]) => `${word}${name} { ${triples.join(' . ')} }`),
  triple.map((text) => `{ ${text} . }`),
  term.properties.map((properties) => `[ ${properties} ] .`),
  fc.constantFrom('@base <http://base/a/b?c> .', 'BASE <http://base/>', 'PREFIX p: <http://other/>', '@prefix é: <é/> .'),
);
const document = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 5 }), gap)
  .map(([statements, space]) => P + statements.join(space));

const LINE = fc
  .tuple(
    fc.constantFrom('<http://e/a>', '_:b'),
    fc.constantFrom('<http://e/p>', '<http://e/ns#q>'),
    fc.constantFrom('<urn:o>', '_:c', '"x"', '"\\u00e9\\n"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    fc.constantFrom('', '<http://e/g>', '_:g'),
  )
  .map((parts) => `${parts.join(' ')} .\n`);

const RUNS = Number(process.env.DEMARCHE_DIFFERENTIAL_RUNS ?? 300);

describe('reading TriG and N-Quads', () => {
  it('gives what N3 gives, for documents of the whole grammar', () => {
    fc.assert(
      fc.property(document, (text) => {
        expectSame(text, 'x.trig', byN3(text, 'x.trig'));
      }),
      { numRuns: RUNS, seed: 6 },
    );
  });

  it('gives what N3 gives, for N-Quads', () => {
    fc.assert(
      fc.property(fc.array(LINE, { maxLength: 6 }), (lines) => {
        expectSame(lines.join(''), 'x.nq', byN3(lines.join(''), 'x.nq'));
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });

  it('reads a damaged document as N3 does, or refuses it in one line', () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.constantFrom('', '.', '"', '<', '>', '{', '}', '[', ']', ';', ',', ':', '\\', '@', '_', '\n', '%', 'a'),
      fc.nat(2),
    );
    fc.assert(
      fc.property(document, edit, (text, [place, put, cut]) => {
        const at = P.length + (place % (text.length - P.length));
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        fc.pre(isWellFormed(damaged));
        let read: Quad[] | null = null;
        try {
          read = own(damaged, 'x.trig');
        } catch (error) {
          expect(error).toBeInstanceOf(DemarcheError);
          expect((error as DemarcheError).location?.line).toBeGreaterThan(0);
        }
        const expected = attempt(() => byN3(damaged, 'x.trig'));
        if (read && expected) expectSame(damaged, 'x.trig', expected);
      }),
      { numRuns: RUNS, seed: 8 },
    );
  });

  it.each([
    [':a :b :c', 1],
    ['\n:a :b "x\n" .', 2],
    [':a :b <x y> .', 1],
    [':a q:b :c .', 1],
    [':a :b "\\x" .', 1],
    [':a :b "\\uD800" .', 1],
    [':a :b <\\u0020> .', 1],
    ['\n\n:g { :a :b :c', 3],
    [':a _:b :c .', 1],
    ['"x" :b :c .', 1],
    [':a :b "x"@ .', 1],
    [':a :b 1.2.3 .', 1],
    [':a :b :c :d .', 1],
    ['[ :a :b ] { :a :b :c }', 1],
    ['@PREFIX x: <y> .', 1],
    ['@prefix x <y> .', 1],
    [':a :b """x', 1],
    [':a :b << :a :b :c >> .', 1],
    [':a A :b .', 1],
    [':a :b TRUE .', 1],
    ['{ { :a :b :c } }', 1],
    [`:a :b ${'('.repeat(100000)}`, 1],
  ])('refuses %j in line %i', (text, line) => {
    expect.assertions(2);
    try {
      own(`${P.trim()} ${text}`, 'x.trig');
    } catch (error) {
      expect(error).toMatchObject({ kind: 'rdf', location: { file: 'x.trig', line } });
      expect((error as Error).message).not.toMatch(/\n/);
    }
  });

  it('refuses bytes that are not UTF-8, with their line', () => {
    const bytes = Buffer.concat([Buffer.from(`${P}:a :b "`), Buffer.from([0xff]), Buffer.from('" .')]);
    expect(() => readQuads(bytes, 'x.trig', new QuadStore())).toThrow(
      expect.objectContaining({ kind: 'rdf', location: { file: 'x.trig', line: 2 } }),
    );
  });

  it('leaves nothing of a file that cannot be read, and what was there before', () => {
    const store = new QuadStore();
    readQuads(Buffer.from(`${P}:a :b :c .`), 'good.trig', store);
    expect(() => readQuads(Buffer.from(`${P}:d :e :f . :x`), 'bad.trig', store)).toThrow(DemarcheError);
    expect(quadsOf(store).map((quad) => quad.subject.value)).toEqual(['http://e/a']);
  });

  it('keeps blank nodes without labels apart from those with the labels they get', () => {
    const quads = own(`${P}[] :p 1 . _:anon-4 :p 2 . _:anon-5 :p 3 . _:anon-6 :p 4 . _:anon-7 :p 5 . [] :p 6 .`, 'x.trig');
    expect(new Set(quads.map((quad) => quad.subject.value)).size).toBe(6);
  });

  it('skips a byte order mark', () => {
    expect(own(`\ufeff${P}:a :b :c .`, 'x.trig')).toHaveLength(1);
  });

  const archives = SHARED === null ? [] : ['sparql11', 'shacl'].map((name) => join(SHARED!, 'suites', `${name}.tar.gz`));
  it.skipIf(!archives.every(existsSync) || archives.length === 0)('reads the Turtle files of the W3C suites as N3 does', () => {
    const folder = mkdtempSync(join(tmpdir(), 'turtle-'));
    for (const archive of archives) execFileSync('tar', ['xzf', archive, '-C', folder]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ttl|trig|nt|nq)$/.test(name));
    expect(files.length).toBeGreaterThan(400);
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8');
      const expected = attempt(() => byN3(text, 'x.trig'));
      if (expected) expectSame(text, 'x.trig', expected);
      else expect(() => own(text, 'x.trig'), name).toThrow(DemarcheError);
    }
    rmSync(folder, { recursive: true });
  });
});
