import { describe, expect, test } from 'vitest';
import { comparedNetworks } from '../../bench/graph-peers/networks.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { ROOT, SHARED } from '../shared.ts';

describe.skipIf(SHARED === null)('networks that are compared with peers', () => {
  test('numbers stand in the order of results, each pair once', () => {
    const networks = comparedNetworks(ROOT, SHARED!);
    expect(networks.map(({ actors, rows }) => [actors, rows.length])).toEqual([
      [16, 58],
      [155, 1288],
      [10_000, 100_000],
    ]);
    for (const { actors, rows } of networks) {
      const network = edgeListNetwork(rows);
      expect([network.order, network.size]).toEqual([actors, rows.length]);
      const nodes = network.nodes().sort((a, b) => (a < b ? -1 : 1));
      expect(nodes.map(Number)).toEqual(nodes.map((_id, i) => i));
    }
  });
});
