import { describe, expect, test } from 'vitest';
import { actionNetwork } from '../../src/graph/action.ts';
import { actorTopicNetwork } from '../../src/graph/actor-topic.ts';
import { conflictNetwork, congruenceNetwork, subtractNetwork } from '../../src/graph/concordance.ts';
import { mutualNetwork } from '../../src/graph/mutual.ts';
import { type Network, tiesOf } from '../../src/graph/network.ts';
import type { PositionRow } from '../../src/graph/rows.ts';
import { stanceNetwork } from '../../src/graph/stance.ts';
import { topicsAtLevel } from '../../src/graph/topic-levels.ts';
import { event, position } from './helpers.ts';

const times = (count: number, holder: string, topic: string, polarity: PositionRow['polarity']): PositionRow[] =>
  Array.from({ length: count }, () => position(holder, null, polarity, { topic }));

/** "A>B +2 -1": from, to, counts for and against. */
const show = (network: Network): string[] =>
  tiesOf(network).map(({ source, target, positive, negative }) => `${source}>${target} +${positive} -${negative}`);
const tie = (network: Network, source: string, target: string) =>
  tiesOf(network).find((one) => one.source === source && one.target === target);

/*
 * Claims of two actors, by topic and side:      t1 for   t1 against   t2 for   t3 for
 *   A (sum 2 + 1 + 3 = 6)                           2        1            3        0
 *   B (sum 4 + 2 + 1 = 7)                           4        0            2        1
 * congruence: t1 for 2 * 4, t2 for 3 * 2 = 14;  conflict: t1 against by A and for by B 1 * 4 = 4
 */
const rows = [
  ...times(2, 'A', 't1', 'support'),
  ...times(1, 'A', 't1', 'oppose'),
  ...times(3, 'A', 't2', 'support'),
  ...times(4, 'B', 't1', 'support'),
  ...times(2, 'B', 't2', 'support'),
  ...times(1, 'B', 't3', 'support'),
];
const each = { countOnce: 'claim' } as const;

describe('congruence, conflict and their difference', () => {
  test('products of counts, summed over topics', () => {
    expect(show(congruenceNetwork(rows, each))).toEqual(['A>B +14 -0']);
    expect(show(conflictNetwork(rows, each))).toEqual(['A>B +0 -4']);
    expect(show(subtractNetwork(rows, each))).toEqual(['A>B +14 -4']);
  });

  test('each actor once for a topic and side unless asked otherwise', () => {
    expect(show(subtractNetwork(rows))).toEqual(['A>B +2 -1']);
  });

  test.each([
    ['average', (6 + 7) / 2],
    // A without B: t1 against 1. B without A: t3 1. Both: 2 * 4 + 3 * 2.
    ['jaccard', 1 + 1 + (2 * 4 + 3 * 2)],
    ['cosine', Math.sqrt(2 * 2 + 1 * 1 + 3 * 3) * Math.sqrt(4 * 4 + 2 * 2 + 1 * 1)],
  ] as const)('%s divides by %d', (normalise, by) => {
    const found = tie(subtractNetwork(rows, { ...each, normalise }), 'A', 'B')!;
    expect(found.positive).toBeCloseTo(14 / by, 12);
    expect(found.negative).toBeCloseTo(4 / by, 12);
  });

  test('two actors that say the same have congruence 1 by cosine, whatever they say how often', () => {
    const same = [...times(3, 'A', 't1', 'support'), ...times(6, 'B', 't1', 'support')];
    expect(tie(congruenceNetwork(same, { ...each, normalise: 'cosine' }), 'A', 'B')?.positive).toBeCloseTo(1, 12);
  });

  test('weights of a window go into the products', () => {
    const dated = [
      position('A', null, 'support', { topic: 't', published: '2024-01-01' }),
      position('B', null, 'support', { topic: 't', published: '2024-01-02' }),
      position('C', null, 'support', { topic: 't', published: null }),
    ];
    const weigh = (day: string): number => (day === '2024-01-01' ? 0.5 : 0.25);
    expect(show(congruenceNetwork(dated, { weigh }))).toEqual(['A>B +0.125 -0']);
  });
});

describe('actors and topics', () => {
  test('counts for and against', () => {
    expect(show(actorTopicNetwork(rows))).toEqual(['A>t1 +2 -1', 'A>t2 +3 -0', 'B>t1 +4 -0', 'B>t2 +2 -0', 'B>t3 +1 -0']);
  });

  test('activity divides by the claims of the actor, prominence by those on the topic', () => {
    const activity = tie(actorTopicNetwork(rows, { normalise: 'activity' }), 'A', 't1')!;
    expect([activity.positive, activity.negative]).toEqual([2 / 6, 1 / 6]);
    const prominence = tie(actorTopicNetwork(rows, { normalise: 'prominence' }), 'A', 't1')!;
    expect([prominence.positive, prominence.negative]).toEqual([2 / 7, 1 / 7]);
  });
});

test('mutual: the smaller of both counts; what is not returned makes no tie', () => {
  const said = [
    position('A', 'B', 'oppose'),
    position('A', 'B', 'oppose'),
    position('A', 'B', 'support'),
    position('B', 'A', 'oppose'),
    position('B', 'C', 'support'),
    position('C', 'B', 'oppose'),
    position('C', 'A', 'support'),
    position('A', 'C', 'support'),
  ];
  const network = mutualNetwork(said);
  expect(show(network)).toEqual(['A>B +0 -1', 'A>C +1 -0']);
  expect(tie(network, 'A', 'B')?.evidence).toHaveLength(3);
});

test('graded: by strength of words, and by the scale of events', () => {
  const said = [position('A', 'B', 'oppose', { strength: 0.5 }), position('A', 'B', 'oppose', { strength: 0.25 })];
  expect(show(stanceNetwork(said, { graded: true }))).toEqual(['A>B +0 -0.75']);
  const scale = new Map([
    ['AID', 7],
    ['SANCTION', -4],
  ] as const);
  const done = [event('A', 'B', 'AID'), event('A', 'B', 'SANCTION'), event('A', 'B', 'SANCTION')];
  expect(show(actionNetwork(done, { scale }))).toEqual(['A>B +7 -8']);
});

describe('reprints', () => {
  const words = 'Norland will never accept the harbour pact on its coast, the minister said';
  const said = [
    position('A', 'B', 'oppose', { claim: 'late', article: 'a2', published: '2024-07-12' }),
    position('A', 'B', 'oppose', { claim: 'first', article: 'a1', published: '2024-07-11' }),
    position('A', 'B', 'oppose', { claim: 'again', article: 'a1', published: '2024-07-11' }),
    position('A', 'B', 'support', { claim: 'other side', article: 'a3', published: '2024-07-12' }),
  ];
  const quotes = new Map([
    ['late', [words.toUpperCase()]],
    ['first', [`“${words}”`]],
    ['again', ['It is a threat to everybody who fishes in these waters, she said']],
    ['other side', [words]],
  ]);

  test('the same words in two articles count once, with the evidence of both', () => {
    expect(show(stanceNetwork(said))).toEqual(['A>B +1 -3']);
    const network = stanceNetwork(said, { quotes });
    expect(show(network)).toEqual(['A>B +1 -2']);
    expect(tie(network, 'A', 'B')?.evidence).toHaveLength(4);
  });

  test('a reprint of another week counts in the week of the first', () => {
    const weeks = said.map((row) => (row.claim === 'late' ? { ...row, published: '2024-07-22' } : row));
    expect(show(stanceNetwork(weeks, { countOnce: 'week' }))).toEqual(['A>B +1 -2']);
    expect(show(stanceNetwork(weeks, { countOnce: 'week', quotes }))).toEqual(['A>B +1 -1']);
  });

  test('a few words are the same by chance', () => {
    const short = new Map(said.map(({ claim }) => [claim, ['They are wrong.']]));
    expect(show(stanceNetwork(said, { quotes: short }))).toEqual(['A>B +1 -3']);
  });
});

test.each([
  [1, ['top', 'top', 'alone']],
  [2, ['mid', 'mid', 'alone']],
  [3, ['leaf', 'mid', 'alone']],
])('topics at level %i', (level, expected) => {
  const levels = topicsAtLevel(
    [
      { topic: 'leaf', above: 'mid' },
      { topic: 'mid', above: 'top' },
    ],
    level,
  );
  expect(['leaf', 'mid', 'alone'].map((topic) => levels.get(topic) ?? topic)).toEqual(expected);
});
