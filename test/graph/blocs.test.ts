import { describe, expect, test } from 'vitest';
import { actionNetwork } from '../../src/graph/action.ts';
import { type Blocs, findBlocs } from '../../src/graph/blocs.ts';
import { combineNetworks } from '../../src/graph/combine.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
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
