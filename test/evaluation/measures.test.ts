import { describe, expect, it } from 'vitest';
import { baselineOf, dropsSince, parseBaseline } from '../../src/evaluation/baseline.ts';
import { bootstrap } from '../../src/evaluation/bootstrap.ts';
import { reliability } from '../../src/evaluation/calibration.ts';
import { ruleScores } from '../../src/evaluation/rules.ts';
import { Tally } from '../../src/evaluation/tally.ts';
import type { SuiteReport } from '../../src/evaluation/types.ts';
import { wilson } from '../../src/evaluation/wilson.ts';

const report = (suite: string, f: number, error = 0.03): SuiteReport => ({
  suite,
  n: 10,
  layers: { edges: { p: f, r: f, f, predicted: 100, gold: 100 } },
  scores: {},
  counts: {},
  findings: [],
  intervals: { edges: { low: f - 2 * error, high: f + 2 * error, error } },
});

describe('wilson', () => {
  // Values of R: prop.test(hits, trials, correct = FALSE)$conf.int.
  it.each([
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [50, 100, 0.4038, 0.5962],
    [0, 0, 0, 1],
  ])('%i of %i', (hits, trials, low, high) => {
    const interval = wilson(hits, trials);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
});

describe('bootstrap', () => {
  const mean = (sample: readonly number[]) => ({ mean: sample.reduce((sum, one) => sum + one, 0) / sample.length });

  it('gives the standard error of a mean', () => {
    const units = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0 : 1));
    const spread = bootstrap(units, mean).mean!;
    expect(spread.error).toBeCloseTo(0.025, 2);
    expect(spread.low).toBeGreaterThan(0.43);
    expect(spread.high).toBeLessThan(0.57);
    expect(bootstrap(units, mean)).toEqual(bootstrap(units, mean));
  });

  it('says nothing of a single unit', () => expect(bootstrap([1], mean)).toEqual({}));

  it('resamples the units of a tally', () => {
    const tally = new Tally();
    for (let i = 0; i < 20; i++) {
      tally.unit();
      tally.layer('edges', { right: i % 2, predicted: 1, gold: 1 });
    }
    const { low, high } = tally.intervals.edges!;
    expect(low).toBeLessThan(0.4);
    expect(high).toBeGreaterThan(0.6);
  });
});

describe('ruleScores', () => {
  it('leaves out what the gold leaves open', () => {
    const judged = (rule: string, outcome: 'right' | 'wrong' | 'ignored') =>
      ({ unit: 'a', layer: 'edges', rule, confidence: 0.5, outcome }) as const;
    const scores = ruleScores([judged('x', 'right'), judged('x', 'wrong'), judged('x', 'ignored'), judged('y', 'ignored')], {
      edges: 4,
    });
    expect(scores).toEqual([expect.objectContaining({ rule: 'x', fired: 2, right: 1, precision: 0.5, coverage: 0.25 })]);
  });
});

describe('reliability', () => {
  it('is the mean gap between confidence and share, weighted by claims', () => {
    const many = (count: number, right: number, confidence: number) =>
      Array.from({ length: count }, (_, i) => ({ confidence, right: i < right }));
    const { ece, bins, claims } = reliability([...many(10, 9, 0.8), ...many(30, 15, 0.6)]);
    expect(claims).toBe(40);
    expect(ece).toBeCloseTo((10 * 0.1 + 30 * 0.1) / 40, 10);
    expect(bins.map(({ from, right }) => [from, right])).toEqual([
      [0.6, 15],
      [0.8, 9],
    ]);
  });

  it('puts full certainty into the last bin', () => {
    expect(reliability([{ confidence: 1, right: true }]).bins).toEqual([expect.objectContaining({ from: 0.9, claims: 1 })]);
  });
});

describe('baselines', () => {
  it.each([
    ['articles', 0.7, 0.675, 0],
    ['articles', 0.7, 0.66, 1],
    ['attribution', 0.7, 0.692, 0],
    ['attribution', 0.7, 0.68, 1],
    ['attribution', 0.7, 0.75, 0],
  ])('%s: from %d to %d', (suite, was, is, drops) => {
    expect(dropsSince(baselineOf(report(suite, was)), report(suite, is), 'b.json')).toHaveLength(drops);
  });

  it('names the figure and what it may lose', () => {
    const [drop] = dropsSince(baselineOf(report('articles', 0.7)), report('articles', 0.5), 'b.json');
    expect(drop).toEqual({ figure: 'edges', was: 0.7, is: 0.5, tolerance: 0.03 });
  });

  it.each([
    ['another suite', () => dropsSince(baselineOf(report('articles', 0.7)), report('attribution', 0.7), 'b.json')],
    ['no JSON', () => parseBaseline('b.json', '{')],
    ['no figures', () => parseBaseline('b.json', '{"suite":"articles","n":3}')],
    ['figures that are none', () => parseBaseline('b.json', '{"suite":"articles","n":3,"figures":{"edges":{"value":"x"}}}')],
  ])('refuses %s', (_name, act) => expect(act).toThrow(expect.objectContaining({ kind: 'input' })));
});
