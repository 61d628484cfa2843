import { describe, expect, it } from 'vitest';
import { changePoints } from '../../../src/graph/change/change-points.ts';
import { datedClaims, edgeClaims } from '../../../src/graph/change/claims.ts';
import { estebanRay } from '../../../src/graph/change/esteban-ray.ts';
import { tieFragility } from '../../../src/graph/change/fragility.ts';
import { kernelWeight } from '../../../src/graph/change/kernels.ts';
import { polarizationOf } from '../../../src/graph/change/polarization.ts';
import { modularPartition, signedModularity } from '../../../src/graph/change/signed-modularity.ts';
import { stanceChanges } from '../../../src/graph/change/stance-changes.ts';
import { timelineOf } from '../../../src/graph/change/timeline.ts';
import { timeWindows } from '../../../src/graph/change/windows.ts';
import { seededRandom } from '../../../src/graph/random.ts';
import { position } from '../helpers.ts';

const said = (day: string | null, sign: 1 | -1, more: Record<string, unknown> = {}) =>
  position('A', 'B', sign > 0 ? 'support' : 'oppose', { published: day, article: `article ${day}`, ...more });

describe('claims', () => {
  it('leave out neutral ones, those about oneself and what is taken for granted', () => {
    const rows = [
      position('A', 'A', 'oppose'),
      position('A', 'B', 'neutral'),
      position('A', 'B', 'oppose', { explicitness: 'presupposed' }),
      position('A', null, 'support', { topic: 't' }),
    ];
    expect(datedClaims(rows).map(({ source, target, sign }) => [source.id, target, sign])).toEqual([['A', null, 1]]);
  });

  it('count once for each article if asked', () => {
    const rows = [said('2024-07-11', -1), said('2024-07-11', -1), said('2024-07-12', -1)];
    expect(datedClaims(rows)).toHaveLength(3);
    expect(datedClaims(rows, { countOnce: 'article' })).toHaveLength(2);
  });

  it('have the day of saying, or of print where that is an interval', () => {
    const rows = [said('2024-07-11', -1, { said: '2024-07-10' }), said('2024-07-11', -1, { said: '2024-06/2024-07' })];
    expect(datedClaims(rows).map(({ day }) => day)).toEqual(['2024-07-10', '2024-07-11']);
  });
});

describe('kernels at half a bandwidth', () => {
  it.each([
    ['uniform', 1],
    ['triangular', 0.5],
    ['epanechnikov', 0.75],
    ['gaussian', 0.8824969], // exp(-1/8)
  ] as const)('%s', (kernel, weight) => {
    expect(kernelWeight(kernel, 5, 10)).toBeCloseTo(weight, 7);
    expect(kernelWeight(kernel, -5, 10)).toBe(kernelWeight(kernel, 5, 10));
    expect(kernelWeight(kernel, 31, 10)).toBe(0);
  });
});

describe('windows', () => {
  const days = ['2024-01-30', '2024-03-02'];
  it('of months hold the empty ones', () =>
    expect(timeWindows(days, { period: 'month' }).map(({ name }) => name)).toEqual(['2024-01', '2024-02', '2024-03']));

  it('that slide reach to the last day', () => {
    const windows = timeWindows(days, { bandwidth: 10, kernel: 'uniform', step: 15 });
    expect(windows.map(({ name }) => name)).toEqual(['2024-01-30', '2024-02-14', '2024-02-29', '2024-03-15']);
    expect(windows.map(({ weight }) => weight('2024-03-02'))).toEqual([0, 0, 1, 0]);
  });

  it('are none without a day, and not without end', () => {
    expect(timeWindows([], { period: 'day' })).toEqual([]);
    expect(() => timeWindows(['1900-01-01', '2024-01-01'], { period: 'day' })).toThrow(RangeError);
  });
});

describe('timeline', () => {
  it('adds up pairs in each window and says what has no day', () => {
    const claims = datedClaims([said('2024-07-11', -1), said('2024-07-12', 1), said('2024-08-01', -1), said(null, -1)]);
    const { entries, undated } = timelineOf(claims, { period: 'month' });
    expect(entries.map(({ window, supports, opposes }) => [window, supports, opposes])).toEqual([
      ['2024-07', 1, 1],
      ['2024-08', 0, 1],
    ]);
    expect(undated).toBe(1);
  });
});

describe('Esteban and Ray', () => {
  const at = (...stances: number[]) => estebanRay(stances.map((stance) => ({ stance, weight: 1 })));
  it.each([
    [[1, 1, -1, -1], 1],
    [[1, 1, 1, 1], 0],
    // Shares 1/4, 1/2, 1/4 at 1, 0, -1. Neighbours: 2 pairs of (1/16 * 1/2 + 1/4 * 1/4) * 1; ends: 2 * 1/16 * 1/4 * 2.
    [[1, 0, 0, -1], 2 * (2 * (1 / 32 + 1 / 16) + 1 / 16)],
  ])('%j is %f', (stances, value) => expect(at(...stances)).toBeCloseTo(value, 12));

  it('two camps are more divided than a spread between them', () =>
    expect(at(1, 1, -1, -1)!).toBeGreaterThan(at(1, 0.5, -0.5, -1)!));

  it('says nothing about nobody', () => expect(estebanRay([])).toBeNull());
});

describe('signed modularity', () => {
  // Two pairs of friends, foes across: 2W+ = 4, 2W- = 8, w+ = 1 and w- = 2 each.
  const ties = [
    { a: 0, b: 1, weight: 1 },
    { a: 2, b: 3, weight: 1 },
    ...[0, 1].flatMap((a) => [2, 3].map((b) => ({ a, b, weight: -1 }))),
  ];
  it('of the two camps is 1/2, of all together 0', () => {
    // Inside: 4 of weight; expected for 4 actors each: 1 * 2/4 - 2 * 4/8 = -1/2; Q = (4 + 2) / 12, less nothing else.
    expect(signedModularity([0, 0, 1, 1], ties)).toBeCloseTo((4 + 2) / 12, 12);
    expect(signedModularity([0, 0, 0, 0], ties)).toBeCloseTo((4 - 8 - 4 * (1 - 2)) / 12, 12);
  });

  it('finds the camps', () => {
    const groups = modularPartition(4, ties);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).toBe(groups[3]);
    expect(groups[0]).not.toBe(groups[2]);
  });

  it('is null without ties', () => expect(signedModularity([0, 1], [])).toBeNull());
});

describe('polarization', () => {
  const on = (holder: string, sign: 1 | -1, published: string) =>
    position(holder, null, sign > 0 ? 'support' : 'oppose', { topic: 't', published });

  it('is highest for two equal camps', () => {
    const together = ['A', 'B', 'C', 'D'].map((holder) => on(holder, 1, '2024-01-05'));
    const apart = ['A', 'B', 'C', 'D'].map((holder, i) => on(holder, i < 2 ? 1 : -1, '2024-02-05'));
    const { points } = polarizationOf(datedClaims([...together, ...apart]), { period: 'month' });
    expect(points.map((point) => point.estebanRay)).toEqual([0, 1]);
    expect(points[1]!.modularity!).toBeGreaterThan(points[0]!.modularity!);
  });

  it('says nothing where nobody shares a topic', () => {
    const { points, withoutTopic } = polarizationOf(datedClaims([on('A', 1, '2024-01-05'), said('2024-01-05', 1)]), {
      period: 'month',
    });
    expect(points.map((point) => [point.estebanRay, point.modularity])).toEqual([[null, null]]);
    expect(withoutTopic).toBe(1);
  });
});

describe('change points', () => {
  const steps = [...Array(20).fill(1), ...Array(20).fill(-1)] as number[];
  it('finds one step and its means', () => {
    const [only, ...more] = changePoints(steps);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ at: 20, before: 1, after: -1 });
    expect(only!.p).toBeCloseTo(1 / 1000, 12);
  });

  it('finds two', () => expect(changePoints([...steps, ...Array(20).fill(1)]).map(({ at }) => at)).toEqual([20, 40]));

  it('finds none in a constant, a short or a regular series', () => {
    expect(changePoints(Array(30).fill(0.1))).toEqual([]);
    expect(changePoints([1, -1])).toEqual([]);
    expect(changePoints(Array.from({ length: 40 }, (_, i) => (i % 2 ? 1 : -1)))).toEqual([]);
  });

  it('cries wolf about as often as it may', () => {
    // Random signs: at level 0.05 one series in twenty may show a change.
    const random = seededRandom(7);
    let alarms = 0;
    for (let i = 0; i < 200; i++)
      if (
        changePoints(
          Array.from({ length: 30 }, () => (random() < 0.5 ? 1 : -1)),
          { shuffles: 199, seed: i },
        ).length > 0
      )
        alarms++;
    expect(alarms).toBeLessThan(25);
  });
});

describe('changes of stance', () => {
  it.each([
    ['shift', [said('2024-01-01', 1), said('2024-02-01', -1)]],
    ['contradiction', [said('2024-01-01', 1), said('2024-01-01', -1)]],
    ['contradiction', [said('2024-01-01', 1), said('2024-02-01', -1), said('2024-03-01', 1)]],
    ['contradiction', [said(null, 1), said('2024-02-01', -1)]],
    ['steady', [said('2024-01-01', -1), said('2024-02-01', -1)]],
  ] as const)('%s', (kind, rows) => expect(stanceChanges(datedClaims(rows))[0]!.kind).toBe(kind));

  it('gives both sides their claims and days', () => {
    const rows = [said('2024-01-01', 1), said('2024-01-09', 1), said('2024-02-01', -1)];
    expect(stanceChanges(datedClaims(rows))).toMatchObject([
      { supports: 2, opposes: 1, firstSupport: '2024-01-01', lastSupport: '2024-01-09', firstOppose: '2024-02-01' },
    ]);
  });
});

describe('fragility', () => {
  const paper = (article: string, outlet: string, sign: 1 | -1, confidence = 0.9) =>
    said('2024-07-11', sign, { article, outlet, confidence });

  it('a tie of one article hangs on it', () => {
    const {
      ties: [tie],
    } = tieFragility(datedClaims([paper('a', 'X', -1), paper('a', 'X', -1)]));
    expect(tie).toMatchObject({ sign: -1, articles: 1, articlesToFlip: 1, outletsToFlip: ['X'], net: -1, interval: [-1, -1] });
  });

  it('counts the articles and names the outlets that carry the sign', () => {
    const rows = [paper('a', 'X', -1), paper('b', 'X', -1), paper('c', 'Y', -1), paper('d', 'Y', 1)];
    const {
      ties: [tie],
    } = tieFragility(datedClaims(rows));
    // Net is -2: without two of the opposing articles nothing is left; without X it is 0, without Y -2.
    expect(tie).toMatchObject({ sign: -1, net: -0.5, articlesToFlip: 2, outletsToFlip: ['X'], outlets: 2 });
    expect(tie!.interval[0]).toBe(-1);
    expect(tie!.interval[1]).toBeGreaterThan(-0.5);
    expect(tie!.stability).toBeLessThan(1);
  });

  it('says up to which confidence the sign holds', () => {
    const rows = [paper('a', 'X', -1, 0.5), paper('b', 'X', -1, 0.6), paper('c', 'X', 1, 0.9)];
    expect(tieFragility(datedClaims(rows)).ties[0]!.confidence).toBe(0.5);
  });

  it('leaves out what is undecided, and is the same for the same seed', () => {
    expect(tieFragility(datedClaims([paper('a', 'X', 1), paper('b', 'X', -1)])).ties).toEqual([]);
    const rows = datedClaims([paper('a', 'X', -1), paper('b', 'X', -1), paper('c', 'Y', 1)]);
    expect(tieFragility(rows, { seed: 3 })).toEqual(tieFragility(rows, { seed: 3 }));
  });

  it('draws less often from very many articles, and says so', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ from: `a${i % 20}`, to: 'b', sign: 1 as const }));
    const { resamples, ties } = tieFragility(edgeClaims(rows), { draws: 500_000 });
    expect(resamples).toBe(500);
    expect(ties[0]).toMatchObject({ supports: 50, articlesToFlip: 50, interval: [1, 1], stability: 1 });
    expect(tieFragility(edgeClaims(rows)).resamples).toBe(1000);
    expect(tieFragility(edgeClaims(rows), { draws: 1 }).resamples).toBe(50);
  });

  it('reads edge lists', () => {
    const {
      ties: [tie],
    } = tieFragility(
      edgeClaims([
        { from: 'a', to: 'b', sign: 1 },
        { from: 'a', to: 'b', sign: 1 },
        { from: 'a', to: 'a', sign: 1 },
      ]),
    );
    expect(tie).toMatchObject({ supports: 2, articlesToFlip: 2, outletsToFlip: [] });
  });
});
