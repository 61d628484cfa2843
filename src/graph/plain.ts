import { summarise } from './evidence.ts';
import { actorsOf, type Layer, type Network, type Sign, tiesOf } from './network.ts';
import { networkWarnings, type Warning } from './warnings.ts';

/** A network as plain data: what is written to files, printed and drawn. */
export interface PlainNetwork {
  readonly layers: readonly Layer[];
  readonly directed: boolean;
  readonly definition: string;
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly PlainEdge[];
  readonly warnings: readonly Warning[];
}

export interface PlainNode {
  readonly id: string;
  readonly label: string;
  /** In two-mode networks. */
  readonly mode: 'actor' | 'topic' | null;
  /** Ties that arrive and leave; in an undirected network all ties count as both. */
  readonly inDegree: number;
  readonly outDegree: number;
}

export interface PlainEdge {
  readonly source: string;
  readonly target: string;
  readonly sign: Sign;
  /** Always positive. */
  readonly weight: number;
  readonly positive: number;
  readonly negative: number;
  /** positive - negative. */
  readonly net: number;
  readonly background: number;
  readonly layers: readonly Layer[];
  readonly claims: readonly string[];
  readonly articles: readonly string[];
  readonly topics: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
}

/** The network without graphology: actors and ties in code-unit order of their identifiers. */
export function plainNetwork(network: Network): PlainNetwork {
  const directed = network.type === 'directed';
  const twoMode = network.getAttribute('layers').includes('actor-topic');
  return {
    layers: network.getAttribute('layers'),
    directed,
    definition: network.getAttribute('definition'),
    nodes: actorsOf(network).map((id) => ({
      id,
      label: network.getNodeAttribute(id, 'label'),
      mode: twoMode ? (network.getNodeAttribute(id, 'mode') === 'topic' ? 'topic' : 'actor') : null,
      inDegree: directed ? network.inDegree(id) : network.degree(id),
      outDegree: directed ? network.outDegree(id) : network.degree(id),
    })),
    edges: tiesOf(network).map(({ source, target, sign, weight, positive, negative, background, layers, evidence }) => ({
      source,
      target,
      sign,
      weight,
      positive,
      negative,
      net: positive - negative,
      background,
      layers,
      ...summarise({ evidence }),
    })),
    warnings: networkWarnings(network),
  };
}
