/** A network as the writers here take it; what `plainNetwork` of graph/ gives has this shape. */
export interface WritableNetwork {
  readonly directed: boolean;
  readonly definition: string;
  readonly layers: readonly string[];
  readonly nodes: readonly WritableNode[];
  readonly edges: readonly WritableEdge[];
}

export interface WritableNode {
  readonly id: string;
  readonly label: string;
  /** In two-mode networks. */
  readonly mode: 'actor' | 'topic' | null;
  readonly inDegree: number;
  readonly outDegree: number;
}

export interface WritableEdge {
  readonly source: string;
  readonly target: string;
  /** 1 support, -1 opposition, 0 as much for as against, or no sign in this layer. */
  readonly sign: 1 | -1 | 0;
  /** Always positive: programs that know no negative weights stay right. */
  readonly weight: number;
  readonly positive: number;
  readonly negative: number;
  readonly net: number;
  readonly background: number;
  readonly layers: readonly string[];
  readonly claims: readonly string[];
  readonly articles: readonly string[];
  readonly topics: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
}

type AttributeType = 'string' | 'integer' | 'double';

/** An attribute of nodes or edges in the files written: its name, type and value. */
export interface Attribute<Item> {
  readonly name: string;
  readonly type: AttributeType;
  readonly value: (item: Item) => string | number | null;
}

/** Attributes of each actor beside identifier and label. */
export const NODE_ATTRIBUTES: readonly Attribute<WritableNode>[] = [
  { name: 'mode', type: 'string', value: (node) => node.mode },
  { name: 'indegree', type: 'integer', value: (node) => node.inDegree },
  { name: 'outdegree', type: 'integer', value: (node) => node.outDegree },
];

/** Attributes of each tie beside its ends and its weight. `valence` says the sign in words. */
export const EDGE_ATTRIBUTES: readonly Attribute<WritableEdge>[] = [
  { name: 'sign', type: 'integer', value: (edge) => edge.sign },
  { name: 'valence', type: 'string', value: (edge) => valence(edge.sign) },
  { name: 'positive', type: 'double', value: (edge) => edge.positive },
  { name: 'negative', type: 'double', value: (edge) => edge.negative },
  { name: 'net', type: 'double', value: (edge) => edge.net },
  { name: 'background', type: 'integer', value: (edge) => edge.background },
  { name: 'layers', type: 'string', value: (edge) => edge.layers.join(' ') },
  { name: 'articles', type: 'integer', value: (edge) => edge.articles.length },
  { name: 'claims', type: 'string', value: (edge) => edge.claims.join(' ') },
  { name: 'topics', type: 'string', value: (edge) => edge.topics.join(' ') },
  { name: 'first', type: 'string', value: (edge) => edge.first },
  { name: 'last', type: 'string', value: (edge) => edge.last },
];

const valence = (sign: WritableEdge['sign']): string => (sign > 0 ? 'positive' : sign < 0 ? 'negative' : 'none');
