import { addContribution, createNetwork, type Network } from './network.ts';
import type { EdgeRow } from './rows.ts';

const EDGE_LIST_DEFINITION = 'A plain edge list: sign and weight as given; lines between the same two are added up.';

/** A network from lines of from, to, sign and weight. Undirected unless asked otherwise. */
export function edgeListNetwork(rows: readonly EdgeRow[], type: 'directed' | 'undirected' = 'undirected'): Network {
  const network = createNetwork(type, ['edges'], EDGE_LIST_DEFINITION);
  const seen = new Set<string>();
  for (const [line, { from, to, sign, weight = 1 }] of rows.entries())
    addContribution(
      network,
      { source: { id: from, label: from }, target: { id: to, label: to }, sign, weight, key: String(line) },
      'edges',
      seen,
    );
  return network;
}
