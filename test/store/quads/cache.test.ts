import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, iri, langString, type Quad, quad, string, typed } from '../../../src/rdf/factory.ts';
import { decodeStore, encodeStore } from '../../../src/store/quads/cache.ts';
import { QuadStore } from '../../../src/store/quads/quad-store.ts';
import { quadsOf } from './helpers.ts';

const KEY = createHash('sha256').update('base').digest();
const OTHER_KEY = createHash('sha256').update('other').digest();

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const node = fc.oneof(
  text.map((local) => iri(`http://e/${local}`)),
  fc.constantFrom(iri('urn:x'), iri('http://e/a#b'), blank('b1'), blank('b2')),
);
const object = fc.oneof(
  node,
  text.map(string),
  text.map((value) => langString(value, 'en')),
  fc.tuple(text, fc.constantFrom('http://e/t', 'http://www.w3.org/2001/XMLSchema#integer')).map(([v, t]) => typed(v, t)),
);
const anyQuads = fc.array(
  fc
    .tuple(node, fc.constantFrom('p', 'q'), object, fc.constantFrom('g', 'h'))
    .map(([s, p, o, g]): Quad => quad(s, iri(`http://e/${p}`), o, iri(`http://e/${g}`))),
  { maxLength: 30 },
);

const encoded = (quads: readonly Quad[]): Buffer => Buffer.concat(encodeStore(QuadStore.from(quads), KEY));

describe('the cache of a store', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(anyQuads, (quads) => {
        const store = QuadStore.from(quads);
        expect(quadsOf(decodeStore(encoded(quads), KEY)!)).toEqual(quadsOf(store));
      }),
    );
  });

  it('gives a store that can be added to', () => {
    const known = quad(iri('http://e/a'), iri('http://e/p'), string('x'), iri('http://e/g'));
    const added = quad(iri('http://e/b'), iri('http://e/p'), string('y'), iri('http://e/g'));
    const store = decodeStore(encoded([known]), KEY)!;
    store.add(added);
    store.add(known);
    expect(quadsOf(store)).toEqual(quadsOf(QuadStore.from([known, added])));
  });

  it('is nothing under another key', () => {
    expect(decodeStore(encoded([]), OTHER_KEY)).toBeNull();
  });

  it('is nothing where a byte is not what it was, or bytes are missing', () => {
    fc.assert(
      fc.property(anyQuads, fc.nat(), fc.integer({ min: 1, max: 255 }), (quads, place, change) => {
        const file = encoded(quads);
        const at = place % file.length;
        expect(decodeStore(file.subarray(0, at), KEY)).toBeNull();
        file[at] = file[at]! ^ change;
        expect(decodeStore(file, KEY), `byte ${at}`).toBeNull();
      }),
    );
  });
});
