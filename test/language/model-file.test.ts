import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../src/language/binary.ts';
import { ClusterTable, encodeClusters, NO_CLUSTER } from '../../src/language/clusters.ts';
import { hashString, slotOf } from '../../src/language/hashing.ts';
import { encodeMoves, MoveTable } from '../../src/language/move-table.ts';
import { encodeSenses, packSense, SenseTable } from '../../src/language/senses.ts';
import { encodeTable, HashedTable, MAX_WEIGHT } from '../../src/language/table.ts';

/** A hash that falls into a slot. */
const hashIn = (slot: number): number => slot << 8;

const slots = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffff }), { maxLength: 300 });

describe('model file', () => {
  it('gives sections back as they were', () => {
    const bytes = writeModel([
      ['empty', new Uint8Array(0)],
      ['five', Uint8Array.of(1, 2, 3, 4, 5)],
      ['text', new TextEncoder().encode('a\nb')],
    ]);
    const model = readModel(bytes);
    expect([...model.section('five')]).toEqual([1, 2, 3, 4, 5]);
    expect(model.lines('text')).toEqual(['a', 'b']);
    expect(model.lines('empty')).toEqual([]);
    expect(() => model.section('other')).toThrow(expect.objectContaining({ kind: 'model' }));
  });

  it('refuses what is no model, a cut one and another version', () => {
    const bytes = writeModel([['five', Uint8Array.of(1, 2, 3, 4, 5)]]);
    const later = bytes.slice();
    later[4] = 99;
    for (const bad of [
      new Uint8Array(0),
      new TextEncoder().encode('not a model at all'),
      bytes.slice(0, bytes.length - 6),
      bytes.slice(0, 14),
      later,
    ]) {
      expect(() => readModel(bad).section('five')).toThrow(expect.objectContaining({ kind: 'model' }));
    }
  });
});

describe('weight tables', () => {
  it('looks up what was stored, and nothing else', () => {
    fc.assert(
      fc.property(slots, fc.integer({ min: -MAX_WEIGHT, max: MAX_WEIGHT }), (list, weight) => {
        const rows = list.map((slot, i) => ({ slot, classes: [i % 100, 100 + (i % 20)], weights: [weight, -weight] }));
        const table = new HashedTable(encodeTable(rows));
        for (const { slot, classes } of rows) {
          const scores = new Int32Array(128);
          table.score(Int32Array.of(hashIn(slot), hashIn(slot) | 255), 0, 1, scores);
          expect(scores[classes[0]!]).toBe(weight);
          expect(scores[classes[1]!]).toBe(weight === 0 ? 0 : -weight);
        }
        const scores = new Int32Array(128);
        const absent = [0, 1, 2, 3, 4].map((n) => n * 7919).filter((slot) => !list.includes(slot));
        table.score(Int32Array.from(absent, hashIn), 0, absent.length, scores);
        expect(scores.every((score) => score === 0)).toBe(true);
      }),
    );
  });

  it('packs the weights of moves, of either sign', () => {
    fc.assert(
      fc.property(slots, fc.integer({ min: -1023, max: 1023 }), fc.integer({ min: -1023, max: 1023 }), (list, left, right) => {
        const table = new MoveTable(encodeMoves(list.map((slot) => ({ slot, left, right }))));
        const scores = new Int32Array(3);
        table.score(Int32Array.from(list, hashIn), 0, list.length, scores);
        expect([...scores]).toEqual([0, left * list.length + 0, right * list.length + 0]);
        const absent = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n + 4096).filter((slot) => !list.includes(slot));
        const none = new Int32Array(3);
        table.score(Int32Array.from(absent, hashIn), 0, absent.length, none);
        expect([...none]).toEqual([0, 0, 0]);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps neighbouring slots of moves apart', () => {
    const list = Array.from({ length: 64 }, (_, i) => 0xfffff0 - i * 6);
    const table = new MoveTable(encodeMoves(list.map((slot, i) => ({ slot, left: i + 1, right: -i - 1 }))));
    list.forEach((slot, i) => {
      const scores = new Int32Array(3);
      table.score(Int32Array.of(hashIn(slot)), 0, 1, scores);
      expect([...scores]).toEqual([0, i + 1, -i - 1]);
    });
  });

  it('identifies a feature by the upper bits of its hash', () => {
    expect(slotOf(-1)).toBe(0xffffff);
    expect(slotOf(hashIn(77) | 255)).toBe(77);
  });
});

describe('senses', () => {
  const senses = new SenseTable(
    encodeSenses([
      ['accuse', packSense(0, 32, false, false)],
      ['ally', packSense(18, 41, false, false)],
      ['large', packSense(7, 0, true, false)],
      ['plan', packSense(9, 31, false, false)],
    ]),
  );

  it('sees through regular inflection', () => {
    expect(senses.lookup('accused').verb).toBe(senses.lookup('accuse').verb);
    expect(senses.lookup('allies').noun).toBe(senses.lookup('ally').noun);
    expect(senses.lookup('planning').verb).toBe(senses.lookup('plan').verb);
    expect(senses.lookup('larger').signature).not.toBe(0);
  });

  it('knows nothing of other words', () => {
    expect(senses.lookup('zzyzx')).toEqual({ signature: 0, noun: 0, verb: 0 });
    expect(senses.lookup('')).toEqual({ signature: 0, noun: 0, verb: 0 });
  });
});

describe('packed clusters', () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), {
    maxLength: 200,
    selector: (word) => slotOf(hashString(word)),
  });

  it('gives every word its groups, and nothing to others', () => {
    fc.assert(
      fc.property(words, fc.nat(300), (list, offset) => {
        const clusterOf = (i: number) => ({ fine: i % 7, middle: (i % 7) + offset, coarse: (i % 7) * 40 });
        const table = new ClusterTable(
          encodeClusters([['the', clusterOf(0)], ...list.map((w, i) => [w, clusterOf(i)] as const)]),
        );
        list.forEach((word, i) => {
          if (slotOf(hashString(word)) !== slotOf(hashString('the'))) expect(table.lookup(word)).toEqual(clusterOf(i));
        });
        expect(table.lookup('the')).toEqual(clusterOf(0));
        const absent = ['stone', 'bread', 'river'].filter(
          (word) => !list.some((w) => slotOf(hashString(w)) === slotOf(hashString(word))),
        );
        for (const word of absent) expect(table.lookup(word)).toBe(NO_CLUSTER);
      }),
    );
  });

  it.each([0, 1, 2, 20])('refuses a section of %i bytes', (length) => {
    const bytes = new Uint8Array(length);
    if (length > 2) bytes[0] = 200;
    expect(() => new ClusterTable(bytes)).toThrow(expect.objectContaining({ kind: 'model' }));
  });
});
