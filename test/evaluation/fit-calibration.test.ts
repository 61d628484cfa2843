import { describe, expect, it } from 'vitest';
import { loadReader } from '../../src/app/reader.ts';
import { codebookTables } from '../../src/app/tables.ts';
import { asCalibration, fitCalibration, type RawClaim } from '../../src/evaluation/fit-calibration.ts';
import { calibrated } from '../../src/extraction/confidence.ts';
import { loadCalibration } from '../../src/lexicon/calibration.ts';

const claims = (count: number, right: number, confidence: number, rule = 'plain'): RawClaim[] =>
  Array.from({ length: count }, (_, i) => ({ unit: 'a', layer: 'positions', rule, confidence, right: i < right }));

describe('fitCalibration', () => {
  it('rises with the confidence of the rules, pooling what falls', () => {
    const { steps } = fitCalibration([...claims(40, 20, 0.5), ...claims(40, 16, 0.6), ...claims(40, 36, 0.9)]);
    expect(steps.map(({ from, claims: all, right }) => [from, all, right])).toEqual([
      [0.5, 80, 36],
      [0.9, 40, 36],
    ]);
    expect(steps[0]!.probability).toBeCloseTo((36 + 4 * 0.6) / 84, 3);
  });

  it('rests no step on a handful of claims', () => {
    const { steps } = fitCalibration([...claims(3, 0, 0.2), ...claims(30, 15, 0.5), ...claims(2, 2, 0.95)]);
    expect(steps.every(({ claims: all }) => all >= 15)).toBe(true);
  });

  it('moves a rule by what it does worse than its layer, little for few claims', () => {
    const { rules } = fitCalibration([...claims(100, 90, 0.9), ...claims(40, 10, 0.9, 'bad'), ...claims(1, 0, 0.9, 'rare')]);
    const offset = (name: string): number => rules.find(({ rule }) => rule === name)!.offset;
    expect(offset('bad')).toBeLessThan(-0.25);
    expect(offset('rare')).toBeGreaterThan(-0.1);
    expect(offset('plain')).toBeGreaterThan(0);
  });
});

describe('calibrated', () => {
  const calibration = asCalibration(fitCalibration([...claims(40, 10, 0.5), ...claims(40, 36, 0.9)]));

  it.each([
    ['on a step', 0.9, 0.9],
    ['between steps', 0.7, 0.3],
    ['below the first step', 0.1, 0.3],
  ])('%s', (_name, raw, share) => expect(calibrated(calibration, 'positions', 'none', raw)).toBeCloseTo(share, 1));

  it('keeps the confidence of a rule where nothing was fitted', () => {
    expect(calibrated(calibration, 'events', 'plain', 0.654)).toBe(0.65);
  });

  it('is never certain', () => {
    const sure = asCalibration(fitCalibration(claims(500, 500, 0.9)));
    expect(calibrated(sure, 'positions', 'plain', 0.9)).toBe(0.98);
  });
});

describe('tables of calibration', () => {
  const table = (name: string, ...lines: string[]) => [{ name: `own/calibration/${name}.tsv`, text: lines.join('\n') }];
  const curves = 'layer\tfrom\tprobability\tclaims\tright';
  const rules = 'layer\trule\toffset\tclaims\tright';

  it.each([
    ['a layer nobody knows', table('curves', curves, 'poems\t0.5\t0.5\t1\t1'), 2],
    ['a probability above 1', table('curves', curves, 'events\t0.5\t1.5\t1\t1'), 2],
    ['steps that fall', table('curves', curves, 'events\t0.5\t0.5\t1\t1', 'events\t0.4\t0.6\t1\t1'), 3],
    ['a rule without offset', table('rules', rules, 'events\tx\t\t1\t1'), 2],
  ])('refuse %s', (_name, files, line) => {
    expect(() => loadCalibration(files)).toThrow(
      expect.objectContaining({ kind: 'lexicon', location: expect.objectContaining({ line }) }),
    );
  });

  it('decide the confidence of claims', () => {
    const text = 'Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.\n';
    const confidence = (...own: { name: string; text: string }[]): number => {
      const reader = loadReader([...codebookTables(), ...own]);
      const document = reader.document({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
      return reader.read(document).extraction.positions[0]!.confidence;
    };
    const flat = table('curves', curves, 'positions\t0\t0.31\t1\t1');
    expect(confidence(...flat, ...table('rules', rules, 'positions\tposition.frame.plain\t0.04\t1\t1'))).toBe(0.35);
    expect(confidence(...table('curves', curves), ...table('rules', rules))).toBe(0.9);
    expect(confidence()).toBeGreaterThan(0.5);
  });
});
