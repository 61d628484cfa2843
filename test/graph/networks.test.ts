import { describe, expect, test } from 'vitest';
import { actionNetwork } from '../../src/graph/action.ts';
import { affiliationNetwork } from '../../src/graph/affiliation.ts';
import { combineNetworks } from '../../src/graph/combine.ts';
import { conflictNetwork, congruenceNetwork } from '../../src/graph/concordance.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { inWindow } from '../../src/graph/filter.ts';
import { type Network, tiesOf } from '../../src/graph/network.ts';
import { plainNetwork } from '../../src/graph/plain.ts';
import { stanceNetwork } from '../../src/graph/stance.ts';
import { event, position } from './helpers.ts';

/** "A>B +2 -1 =1": from, to, counts for and against, sign. */
const show = (network: Network): string[] =>
  tiesOf(network).map((tie) => `${tie.source}>${tie.target} +${tie.positive} -${tie.negative} =${tie.sign}`);

describe('stance', () => {
  test('counts for and against are kept apart; the sign is that of the difference', () => {
    const rows = [
      position('A', 'B', 'oppose'),
      position('A', 'B', 'oppose'),
      position('A', 'B', 'support'),
      position('B', 'A', 'support'),
      position('B', 'C', 'support'),
      position('B', 'C', 'oppose'),
    ];
    expect(show(stanceNetwork(rows))).toEqual(['A>B +1 -2 =-1', 'B>A +1 -0 =1', 'B>C +1 -1 =0']);
    expect(tiesOf(stanceNetwork(rows)).map((tie) => tie.weight)).toEqual([3, 1, 2]);
  });

  test('what makes no tie is counted', () => {
    const network = stanceNetwork([
      position('A', 'A', 'oppose'),
      position('A', null, 'oppose'),
      position('A', 'B', 'neutral'),
      position('A', 'B', 'oppose', { explicitness: 'presupposed' }),
      position('Ann', 'B', 'oppose', { holderTop: null }),
    ]);
    expect(network.size).toBe(0);
    expect(network.getAttribute('dropped')).toEqual({
      selfTies: 1,
      withoutTarget: 1,
      neutral: 1,
      withoutRollUp: 1,
      zeroWeight: 0,
    });
  });

  test('headlines and presupposed positions only where asked for', () => {
    const rows = [
      position('A', 'B', 'oppose', { explicitness: 'headline' }),
      position('A', 'C', 'oppose', { explicitness: 'presupposed' }),
    ];
    expect(show(stanceNetwork(rows))).toEqual([]);
    expect(show(stanceNetwork(rows, { headlines: true }))).toEqual(['A>B +0 -1 =-1']);
    expect(show(stanceNetwork(rows, { presupposed: true }))).toEqual(['A>C +0 -1 =-1']);
  });

  test('actors count for the state they stand for unless asked otherwise', () => {
    const row = position('ministry', 'alliance', 'oppose', { holderTop: 'A', holderTopLabel: 'Aland' });
    expect(show(stanceNetwork([row]))).toEqual(['A>alliance +0 -1 =-1']);
    expect(show(stanceNetwork([row], { rollUp: false }))).toEqual(['ministry>alliance +0 -1 =-1']);
    expect(show(stanceNetwork([position('Ann', 'B', 'oppose', { holderTop: null })], { rollUp: false }))).toEqual([
      'Ann>B +0 -1 =-1',
    ]);
  });

  test('a row that occurs twice counts once', () => {
    const row = position('A', 'B', 'oppose', { claim: 'c1' });
    const [tie] = tiesOf(stanceNetwork([row, { ...row, holderTopLabel: 'Z' }]));
    expect(tie).toMatchObject({ negative: 1, weight: 1 });
    expect(tie?.evidence).toHaveLength(1);
  });

  test.each([
    ['claim', 4],
    ['article', 3],
    ['day', 3],
    ['month', 2],
    ['year', 1],
    ['all', 1],
  ] as const)('counted once for each %s: %i', (countOnce, expected) => {
    const rows = [
      position('A', 'B', 'oppose', { article: 'a1', published: '2024-07-11' }),
      position('A', 'B', 'oppose', { article: 'a1', published: '2024-07-11' }),
      position('A', 'B', 'oppose', { article: 'a2', published: '2024-07-12' }),
      position('A', 'B', 'oppose', { article: 'a3', published: '2024-08-01' }),
    ];
    const [tie] = tiesOf(stanceNetwork(rows, { countOnce }));
    expect(tie?.negative).toBe(expected);
    expect(tie?.evidence).toHaveLength(4);
  });

  test('filters by topic, window and confidence', () => {
    const rows = [
      position('A', 'B', 'oppose', { topic: 't1', published: '2024-01-01', said: '2023-12-31', confidence: 0.4 }),
      position('A', 'C', 'oppose', { topic: 't2', published: '2024-02-01', confidence: 0.9 }),
      position('A', 'D', 'oppose', { published: null, confidence: 0.6 }),
    ];
    expect(show(stanceNetwork(rows, { topics: ['t1'] }))).toEqual(['A>B +0 -1 =-1']);
    expect(show(stanceNetwork(rows, { since: '2024-01-01' }))).toEqual(['A>C +0 -1 =-1']);
    expect(show(stanceNetwork(rows, { minConfidence: 0.5 }))).toEqual(['A>C +0 -1 =-1', 'A>D +0 -1 =-1']);
  });

  test('the same network whatever the order of the rows', () => {
    const rows = [
      position('B', 'A', 'support'),
      position('A', 'B', 'oppose', { holderTopLabel: 'Aa' }),
      position('A', 'C', 'oppose'),
    ];
    expect(JSON.stringify(plainNetwork(stanceNetwork([...rows].reverse())))).toBe(
      JSON.stringify(plainNetwork(stanceNetwork(rows))),
    );
  });
});

test.each([
  ['2024-07-11', '2024-07-11', '2024-07-11', true],
  ['2024-07', '2024-07-11', undefined, true],
  ['2024', '2024-07-11', '2024-07-12', true],
  ['2023', '2024-01-01', undefined, false],
  ['2024-07-08/2024-07-14', '2024-07-14', undefined, true],
  ['2024-07-08/2024-07-14', '2024-07-15', undefined, false],
  ['2022-02-24/..', '2024-07-15', undefined, true],
  ['../2022-02-24', undefined, '2000-01-01', true],
  ['2024-07-12', undefined, '2024-07-11', false],
  [null, '2024-07-11', undefined, false],
  [null, undefined, undefined, true],
])('%s within %s and %s: %s', (date, since, until, expected) => {
  expect(inWindow(date, since, until)).toBe(expected);
});

describe('action', () => {
  const rows = [
    event('A', 'B', 'COOPERATE', { claim: 'e1', reciprocal: true }),
    event('B', 'A', 'COOPERATE', { claim: 'e1', reciprocal: true }),
    event('A', 'C', 'SANCTION'),
    event('A', 'C', 'ACCUSE'),
    event('A', 'D', 'ASSAULT', { factuality: 'alleged' }),
    event('E', 'F', 'ASSAULT', { background: true }),
  ];

  test('material and asserted events by default', () => {
    expect(show(actionNetwork(rows))).toEqual(['A>B +1 -0 =1', 'A>C +0 -1 =-1', 'B>A +1 -0 =1', 'E>F +0 -1 =-1']);
    expect(tiesOf(actionNetwork(rows)).map((tie) => tie.background)).toEqual([0, 0, 0, 1]);
  });

  test('verbal, alleged and background events as asked for', () => {
    expect(show(actionNetwork(rows, { verbal: true }))).toContain('A>C +0 -2 =-1');
    expect(show(actionNetwork(rows, { factuality: ['alleged'] }))).toEqual(['A>D +0 -1 =-1']);
    expect(show(actionNetwork(rows, { background: false }))).not.toContain('E>F +0 -1 =-1');
  });
});

describe('congruence and conflict', () => {
  const rows = [
    position('A', 'X', 'oppose', { topic: 't1' }),
    position('A', 'X', 'oppose', { topic: 't1' }),
    position('B', 'X', 'oppose', { topic: 't1' }),
    position('B', 'Y', 'support', { topic: 't2' }),
    position('A', null, 'support', { topic: 't2' }),
    position('C', 'X', 'support', { topic: 't1' }),
    position('C', 'X', 'oppose'),
  ];

  test('each shared topic counts once', () => {
    expect(show(congruenceNetwork(rows))).toEqual(['A>B +2 -0 =1']);
    expect(tiesOf(congruenceNetwork(rows))[0]?.evidence).toHaveLength(5);
    expect(show(conflictNetwork(rows))).toEqual(['A>C +0 -1 =-1', 'B>C +0 -1 =-1']);
    expect(congruenceNetwork(rows).getAttribute('dropped').withoutTarget).toBe(1);
  });

  test('the tie dates from when the second actor has spoken too', () => {
    const dated = [
      position('A', 'X', 'oppose', { topic: 't1', published: '2024-01-01' }),
      position('B', 'X', 'oppose', { topic: 't1', published: '2024-03-01' }),
    ];
    expect(plainNetwork(congruenceNetwork(dated)).edges[0]).toMatchObject({ first: '2024-01-01', last: '2024-03-01' });
  });
});

test('affiliation counts articles and has no sign', () => {
  const row = {
    claim: 't1',
    article: 'a1',
    published: null,
    confidence: 1,
    member: 'p',
    memberLabel: 'P',
    organisation: 'o',
    organisationLabel: 'O',
    role: null,
    inferred: false,
  };
  const network = affiliationNetwork([row, { ...row, claim: 't2' }, { ...row, claim: 't3', article: 'a2' }]);
  expect(tiesOf(network)[0]).toMatchObject({ sign: 0, weight: 2, positive: 0, negative: 0 });
});

describe('combine', () => {
  test('layers are added up only here', () => {
    const stance = stanceNetwork([position('A', 'B', 'oppose'), position('A', 'B', 'oppose')]);
    const action = actionNetwork([event('A', 'B', 'AID'), event('B', 'C', 'SANCTION')]);
    const joined = combineNetworks([stance, action]);
    expect(show(joined)).toEqual(['A>B +1 -2 =-1', 'B>C +0 -1 =-1']);
    expect(joined.getAttribute('layers')).toEqual(['stance', 'action']);
    expect(tiesOf(joined)[0]?.layers).toEqual(['stance', 'action']);
    expect(show(stance)).toEqual(['A>B +0 -2 =-1']);
  });

  test('an undirected network joins a directed one both ways', () => {
    const stance = stanceNetwork([position('A', 'B', 'oppose')]);
    const joined = combineNetworks([stance, edgeListNetwork([{ from: 'A', to: 'B', sign: 1 }])]);
    expect(show(joined)).toEqual(['A>B +1 -1 =0', 'B>A +1 -0 =1']);
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('an edge of weight %d is left out and counted', (weight) => {
  const network = edgeListNetwork([{ from: 'A', to: 'B', sign: 1, weight }]);
  expect(network.size).toBe(0);
  expect(network.getAttribute('dropped').zeroWeight).toBe(1);
});
