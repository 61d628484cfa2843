import { describe, expect, test } from 'vitest';
import { actionNetwork } from '../../src/graph/action.ts';
import { type Blocs, findBlocs } from '../../src/graph/blocs.ts';
import { combineNetworks } from '../../src/graph/combine.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { keyWords } from '../../src/graph/keyness.ts';
import { findOpposition } from '../../src/graph/opposition.ts';
import { stanceNetwork } from '../../src/graph/stance.ts';
import { event, networkOf, position } from './helpers.ts';

const members = (blocs: Blocs): string[] =>
  blocs.blocs.map((bloc) => `${bloc.component}:${bloc.members.map(({ id }) => id).join('')}`);

// Two states against an alliance, one of them also against a state and one at war with another; the first exercises
// with a fourth state. What is said and done together makes one tree with two camps.
const stance = stanceNetwork([
  position('North', 'Pact', 'oppose'),
  position('North', 'Pact', 'oppose', { article: 'a2', published: '2024-07-12' }),
  position('East', 'Pact', 'oppose'),
  position('East', 'West', 'oppose'),
]);
const action = actionNetwork([
  event('North', 'Far', 'COOPERATE', { claim: 'x', reciprocal: true }),
  event('Far', 'North', 'COOPERATE', { claim: 'x', reciprocal: true }),
  event('East', 'South', 'ASSAULT'),
  event('South', 'Other', 'ASSAULT', { factuality: 'alleged' }),
]);

describe('blocs', () => {
  test('of said and done together', () => {
    const result = findBlocs(combineNetworks([stance, action]));
    expect(members(result)).toEqual(['1:EastFarNorth', '1:PactSouthWest']);
    expect(result.frustrationIndex).toBe(0);
    expect(result.alternatives).toBe(1);
    expect(result.warnings.map((warning) => warning.code)).toEqual(['no-cycles']);
    expect(result.blocs[0]).toMatchObject({ friends: 1, quarrels: 0, foes: 4, contacts: 0 });
  });

  test('each component has blocs of its own; actors without signed ties have none', () => {
    const network = networkOf('A-B+ B-C- D-E+');
    network.addNode('Z', { label: 'Z' });
    const result = findBlocs(network);
    expect(members(result)).toEqual(['1:AB', '1:C', '2:DE']);
    expect(result.unaligned).toEqual([{ id: 'Z', label: 'Z' }]);
    expect(result.warnings.map((warning) => warning.code)).toEqual(['no-cycles', 'disconnected']);
  });

  test('counts what does not fit', () => {
    const result = findBlocs(networkOf('A-B+ B-C+ A-C- C-D- A-D-'));
    expect(result.frustrationIndex).toBe(1);
    const total = result.blocs.reduce((sum, bloc) => sum + bloc.quarrels, 0) + (result.blocs[0]?.contacts ?? 0);
    expect(total).toBe(1);
  });

  test('an empty network', () => {
    expect(findBlocs(edgeListNetwork([]))).toMatchObject({ blocs: [], unaligned: [], frustrationIndex: 0, optimal: true });
  });
});

describe('more groups than two', () => {
  // Three pairs of friends, all foes of each other.
  const three = networkOf('A-B+ C-D+ E-F+ A-C- A-D- B-C- B-D- A-E- A-F- B-E- B-F- C-E- C-F- D-E- D-F-');

  test.each([
    // Two of the pairs in one camp: 4 foes together.
    [2, ['1:AB', '1:CDEF'], 4],
    [3, ['1:AB', '1:CD', '1:EF'], 0],
    [5, ['1:AB', '1:CD', '1:EF'], 0],
    ['any' as const, ['1:AB', '1:CD', '1:EF'], 0],
    // All 12 foes together.
    [1, ['1:ABCDEF'], 12],
  ])('%s', (groups, expected, index) => {
    const found = findBlocs(three, { groups });
    expect(found.frustrationIndex).toBe(index);
    const sizes = (list: string[]): number[] => list.map((text) => text.length).sort();
    expect(sizes(members(found))).toEqual(sizes(expected));
    if (index === 0) expect(members(found).sort()).toEqual(expected);
  });

  test('modularity', () => {
    // Two friends against two: w+ = 2, w- = 4. Q+: 2 within, each pair has 2 of 4 ends: 2 * (2 * 2 / 8) = 1 expected;
    // foes: none within, each side has 4 of 8 ends: 2 * (4 * 4 / 16) = 2 expected. (2 - 1 - (0 - 2)) / 6 = 1/2.
    const two = networkOf('A-B+ C-D+ A-C- A-D- B-C- B-D-');
    expect(findBlocs(two).signedModularity).toBeCloseTo(0.5, 12);
    expect(findBlocs(two, { groups: 1 }).signedModularity).toBeCloseTo(0, 12);
  });

  test('clear blocs come back when ties are drawn anew, those of one tie do not always', () => {
    const clear = findBlocs(three, { groups: 'any', draws: 40 }).blocs.map(({ clusterStability }) => clusterStability!);
    expect(Math.min(...clear)).toBeGreaterThan(0.6);
    expect(findBlocs(three, { groups: 'any', draws: 40 }).blocs.map(({ clusterStability }) => clusterStability)).toEqual(clear);
    expect(findBlocs(three).blocs[0]!.clusterStability).toBeNull();
  });

  test('of thousands of small groups each counts its own ties', () => {
    // 3000 pairs of friends in a ring of foes; when each bloc went through all ties this took a minute.
    const rows = Array.from({ length: 3000 }, (_, i) => [
      { from: `a${i}`, to: `b${i}`, sign: 1 as const },
      { from: `b${i}`, to: `a${(i + 1) % 3000}`, sign: -1 as const },
    ]);
    const { blocs, frustrationIndex } = findBlocs(edgeListNetwork(rows.flat()), { groups: 'any' });
    expect(frustrationIndex).toBe(0);
    expect(blocs).toHaveLength(3000);
    for (const bloc of blocs) expect(bloc).toMatchObject({ friends: 1, quarrels: 0, foes: 2, contacts: 0 });
  });

  test('a blockmodel shows a group that is divided within, and mediators', () => {
    // A, B, C quarrel with each other, and M and N, friends, are friends of all of them.
    const mediated = networkOf('A-B- A-C- B-C- M-N+ A-M+ B-M+ C-M+ A-N+ B-N+ C-N+');
    const { blockmodel } = findBlocs(mediated, { blockmodel: 2 });
    expect(blockmodel!.inconsistent).toBe(0);
    expect(blockmodel!.groups.map((group) => group.join('')).sort()).toEqual(['ABC', 'MN']);
    const quarrelling = blockmodel!.groups[0]![0] === 'A' ? 0 : 1;
    expect(blockmodel!.signs[quarrelling]![quarrelling]).toBe(-1);
    expect(blockmodel!.signs[0]![1]).toBe(1);
  });
});

describe('what blocs hold', () => {
  test('topics of what members say, each claim once', () => {
    const network = stanceNetwork([
      position('North', 'Pact', 'oppose', { topic: 'enlargement' }),
      position('North', 'Pact', 'oppose', { topic: 'enlargement' }),
      position('East', 'Pact', 'oppose', { topic: 'sanctions' }),
      position('Pact', 'West', 'support', { topic: 'enlargement' }),
    ]);
    const held = findBlocs(network).blocs.map(({ topics }) => topics.map((t) => [t.topic, t.for, t.against, t.share]));
    expect(held).toEqual([
      [
        ['enlargement', 0, 2, 0],
        ['sanctions', 0, 1, 0],
      ],
      [['enlargement', 1, 0, 1]],
    ]);
  });

  test('key words: what one side says more than the other', () => {
    // "peace" 4 of 6 against 0 of 6: 12 * (4 * 6 - 0 * 2)^2 / (4 * 8 * 6 * 6) = 6; "the" is common to both.
    const [one, two] = keyWords([
      ['the', 'peace', 'the', 'peace', 'peace', 'peace'],
      ['the', 'war', 'the', 'war', 'war', 'war'],
    ]);
    expect(one).toEqual([{ word: 'peace', times: 4, keyness: 6 }]);
    expect(two).toEqual([{ word: 'war', times: 4, keyness: 6 }]);
    expect(keyWords([[], []])).toEqual([[], []]);
  });
});

describe('opposition', () => {
  test('most claims first, with articles and days', () => {
    const { ties } = findOpposition(stance);
    expect(ties.map((tie) => `${tie.source}>${tie.target} ${tie.oppose}`)).toEqual([
      'North>Pact 2',
      'East>Pact 1',
      'East>West 1',
    ]);
    expect(ties[0]).toMatchObject({
      articles: ['a1', 'a2'],
      first: '2024-07-11',
      last: '2024-07-12',
      support: 0,
      layers: ['stance'],
    });
  });

  test('only the opposing claims are named', () => {
    const { ties } = findOpposition(
      stanceNetwork([
        position('A', 'B', 'oppose', { claim: 'no' }),
        position('A', 'B', 'support', { claim: 'yes' }),
        position('B', 'A', 'support'),
      ]),
    );
    expect(ties).toHaveLength(1);
    expect(ties[0]).toMatchObject({ claims: ['no'], oppose: 1, support: 1 });
  });

  test('who is opposed by most', () => {
    expect(findOpposition(stance).mostOpposed).toEqual([
      { actor: 'Pact', label: 'Pact', opponents: 2, oppose: 3 },
      { actor: 'West', label: 'West', opponents: 1, oppose: 1 },
    ]);
  });

  test('an undirected tie counts for both ends', () => {
    expect(findOpposition(networkOf('A-B-')).mostOpposed.map(({ actor }) => actor)).toEqual(['A', 'B']);
  });
});
