import { describe, expect, test } from 'vitest';
import { countCrossings } from '../../src/graph/crossings.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { layoutNetwork } from '../../src/graph/layout.ts';
import { networkOf, readTribes } from './helpers.ts';

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

test.each([
  ['crossed', [0, 1, 2, 3], 1],
  ['side by side', [0, 2, 1, 3], 0],
  ['with a common end', [0, 1, 0, 2], 0],
])('crossings: %s', (_name, [a, b, c, d], expected) => {
  // The corners of a square: 0 and 1 are opposite, 2 and 3 as well.
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ];
  expect(
    countCrossings(points, [
      { u: a!, v: b! },
      { u: c!, v: d! },
    ]),
  ).toBe(expected);
});

describe('layout', () => {
  test('friends stand nearer to each other than foes', () => {
    const rows = readTribes();
    const { positions } = layoutNetwork(edgeListNetwork(rows));
    const mean = (sign: number): number => {
      const chosen = rows.filter((row) => row.sign === sign);
      return chosen.reduce((sum, { from, to }) => sum + distance(positions.get(from)!, positions.get(to)!), 0) / chosen.length;
    };
    expect(mean(-1)).toBeGreaterThan(1.3 * mean(1));
  });

  test('the same picture on every run, another with another seed', () => {
    const network = edgeListNetwork(readTribes());
    expect([...layoutNetwork(network).positions]).toEqual([...layoutNetwork(network).positions]);
    expect([...layoutNetwork(network, { seed: 2 }).positions]).not.toEqual([...layoutNetwork(network).positions]);
  });

  test.each([
    ['empty', ''],
    ['a pair of foes', 'A-B-'],
    ['many parts', Array.from({ length: 30 }, (_, i) => `a${i}-b${i}${i % 2 ? '+' : '-'}`).join(' ')],
    ['a star of 149', Array.from({ length: 149 }, (_, i) => `hub-n${i}${i % 3 ? '+' : '-'}`).join(' ')],
  ])('no room overlaps and all lies within the picture: %s', (_name, text) => {
    const { positions, width, height } = layoutNetwork(networkOf(text));
    const points = [...positions.values()];
    for (const [i, a] of points.entries()) {
      expect(a.x >= 49.9 && a.x <= width - 49.9 && a.y >= 19.9 && a.y <= height - 19.9).toBe(true);
      for (const b of points.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 99.5 || Math.abs(a.y - b.y) >= 39.5).toBe(true);
    }
  });
});
