import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../scripts/train/logistic.ts';
import { loadReader } from '../../src/app/reader.ts';
import { classLogs, likeliest } from '../../src/evaluation/directed-sentiment/answer.ts';
import { featuresOf } from '../../src/evaluation/directed-sentiment/features.ts';
import { parseSentences } from '../../src/evaluation/directed-sentiment/gold.ts';
import { LinearModel, logShares } from '../../src/evaluation/directed-sentiment/model.ts';
import { loadSigns, stancesIn } from '../../src/evaluation/directed-sentiment/suite.ts';

describe('the linear model of directed sentiment', () => {
  it('gives logarithms of shares that add up to one', () => {
    const logs = LinearModel.parse('m.tsv', '# head\na\t64\t0\t-64\n').logs(['a', 'unknown']);
    expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 12);
    // e / (e + 1 + 1/e)
    expect(Math.exp(logs[0])).toBeCloseTo(Math.E / (Math.E + 1 + 1 / Math.E), 12);
  });

  it.each([
    ['two weights', 'a\t1\t2'],
    ['a broken weight', 'a\t1\t2\t0.5'],
  ])('names file and line of %s', (_, row) => {
    expect(() => LinearModel.parse('m.tsv', `# head\n${row}`)).toThrow(expect.objectContaining({ kind: 'model' }));
  });

  it('joins the directions: who is for or against whom', () => {
    const none = logShares([3, 0, 0]);
    expect(likeliest(classLogs(none, none))).toBe(0);
    expect(likeliest(classLogs(logShares([0, 3, 0]), none))).toBe(1);
    expect(likeliest(classLogs(none, logShares([0, 3, 0])))).toBe(2);
    expect(likeliest(classLogs(logShares([0, 0, 3]), none))).toBe(3);
    expect(likeliest(classLogs(none, logShares([0, 0, 3])))).toBe(4);
  });

  it('sees the same path from either end, with the sides exchanged', () => {
    const reader = loadReader();
    const [gold] = parseSentences('s.tsv', '[Chad] praised [Niger] yesterday.\tChad\tNiger\t1');
    const { sentences, stances } = stancesIn(reader, gold!);
    const signs = loadSigns(reader);
    const [pq, qp] = (['pq', 'qp'] as const).map((direction) => featuresOf(gold!, sentences, stances, direction, signs));
    expect([...pq!]).toEqual(expect.arrayContaining(['top=praise h=nsubj t=obj', 'rule0=support', 't obj<praise']));
    expect([...qp!]).toEqual(expect.arrayContaining(['top=praise h=obj t=nsubj', 'rule0=back support', 't nsubj<praise']));
  });
});

describe('logistic regression', () => {
  it('reaches the optimum that arithmetic gives', () => {
    // One feature that all share, 3 of 4 of class 1, hardly any prior: the share of class 1 is 3/4.
    const examples = [1, 1, 1, 0].map((gold) => ({ features: Int32Array.of(0), gold, weight: 1 }));
    const weights = fitLogistic(examples, 1, 2, 1e-6);
    expect(1 / (1 + Math.exp(weights[0]! - weights[1]!))).toBeCloseTo(0.75, 3);
  });

  it('is drawn to nothing by a strong prior, and weighs examples', () => {
    const examples = [
      { features: Int32Array.of(0), gold: 0, weight: 3 },
      { features: Int32Array.of(0), gold: 1, weight: 1 },
    ];
    const free = fitLogistic(examples, 1, 2, 1e-6);
    expect(1 / (1 + Math.exp(free[1]! - free[0]!))).toBeCloseTo(0.75, 3);
    const bound = fitLogistic(examples, 1, 2, 1e6);
    expect(Math.abs(bound[0]!)).toBeLessThan(1e-4);
  });
});
