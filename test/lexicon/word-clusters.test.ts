import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../scripts/train/random.ts';
import { sphericalKMeans, unit } from '../../scripts/train/spherical-k-means.ts';
import { readWordClusters } from '../../src/lexicon/word-clusters.ts';
import { ROOT } from '../shared.ts';

const HEADER = 'fine\tmiddle\tcoarse\twords';
const read = (...rows: string[]) => readWordClusters({ name: 'clusters.tsv', text: `${[HEADER, ...rows].join('\n')}\n` });

describe('word clusters', () => {
  it('gives the groups of a word, whatever its case', () => {
    const clusters = read('7\t3\t1\tapple pear', '8\t3\t1\tbread');
    expect([
      clusters.clusterOf('Pear', 'fine'),
      clusters.clusterOf('pear', 'middle'),
      clusters.clusterOf('PEAR', 'coarse'),
    ]).toEqual([7, 3, 1]);
    expect(clusters.clusterOf('bread', 'fine')).toBe(8);
    expect(clusters.clusterOf('stone', 'coarse')).toBe(-1);
    expect([...clusters.entries()].map(([word]) => word)).toEqual(['apple', 'pear', 'bread']);
  });

  it.each<[string, string[], number, RegExp]>([
    ['a number that is none', ['x\t3\t1\tapple'], 2, /"fine" holds "x"/],
    ['a fraction', ['1.5\t3\t1\tapple'], 2, /"fine" holds 1.5/],
    ['an empty number', ['\t3\t1\tapple'], 2, /"fine" is empty/],
    ['no words', ['7\t3\t1'], 2, /"words" is empty/],
    ['a group with two rows', ['7\t3\t1\tapple', '7\t3\t1\tpear'], 3, /group 7 has two rows/],
    ['a group in two groups', ['7\t3\t1\tapple', '8\t3\t2\tpear'], 3, /middle group 3 is in 1 and in 2/],
    ['a word in two groups', ['7\t3\t1\tapple', '8\t3\t1\tpear apple'], 3, /"apple" is in group 7 already/],
    ['capitals', ['7\t3\t1\tApple'], 2, /"Apple" is not in lower case/],
    ['two blanks', ['7\t3\t1\tapple  pear'], 2, /two blanks/],
  ])('refuses %s', (_, rows, line, message) => {
    expect(() => read(...rows)).toThrow(
      expect.objectContaining({
        kind: 'lexicon',
        message: expect.stringMatching(message),
        location: { file: 'clusters.tsv', line },
      }),
    );
  });

  it('ships groups of words that are used alike', () => {
    const name = 'data/language/word-clusters.tsv';
    const clusters = readWordClusters({ name, text: readFileSync(join(ROOT, name), 'utf8') });
    const middle = (word: string) => clusters.clusterOf(word, 'middle');
    expect([...clusters.entries()].length).toBe(60_000);
    expect(middle('berlin')).toBe(middle('vienna'));
    expect(middle('berlin')).not.toBe(middle('condemned'));
    expect(clusters.clusterOf('monday', 'fine')).toBe(clusters.clusterOf('thursday', 'fine'));
    expect(clusters.clusterOf('monday', 'coarse')).not.toBe(clusters.clusterOf('cheese', 'coarse'));
  });
});

describe('spherical k-means', () => {
  const points = [
    [5, 0.1],
    [0.1, 2],
    [1, 0],
    [0, 7],
    [-1, 0.1],
    [-4, 0],
  ];
  const vectors = {
    count: points.length,
    width: 2,
    values: Float32Array.from(points.flatMap((point) => [...unit(point)])),
    weights: new Float64Array(points.length).fill(1),
  };

  it.each([1, 2, 3, 4, 5])('parts directions, not lengths (seed %i)', (seed) => {
    const best = [...Array(20).keys()].map((k) => sphericalKMeans(vectors, 3, 20, seeded(seed * 100 + k)).clusterOf);
    const parted = best.filter(([a, b, c, d, e, f]) => a === c && b === d && e === f && new Set([a, b, e]).size === 3);
    expect(parted.length).toBeGreaterThan(5);
    expect(sphericalKMeans(vectors, 3, 20, seeded(seed))).toEqual(sphericalKMeans(vectors, 3, 20, seeded(seed)));
  });

  it('fills every cluster and keeps vectors of length 1', () => {
    const { clusterOf, centres } = sphericalKMeans(vectors, 3, 20, seeded(9));
    expect(new Set(clusterOf).size).toBe(3);
    for (let c = 0; c < 3; c++) {
      const [x, y] = centres.values.subarray(c * 2, c * 2 + 2);
      expect(x! * x! + y! * y!).toBeCloseTo(1, 5);
    }
    expect([...centres.weights].reduce((sum, weight) => sum + weight, 0)).toBe(6);
  });
});
