import { xmlText } from './clean.ts';
import {
  type Attribute,
  EDGE_ATTRIBUTES,
  NODE_ATTRIBUTES,
  type WritableEdge,
  type WritableNetwork,
  type WritableNode,
} from './network.ts';
import { numberText } from './value.ts';

const NODES: readonly Attribute<WritableNode>[] = [
  { name: 'name', type: 'string', value: (node) => node.id },
  { name: 'label', type: 'string', value: (node) => node.label },
  ...NODE_ATTRIBUTES,
];
const EDGES: readonly Attribute<WritableEdge>[] = [
  { name: 'weight', type: 'double', value: (edge) => edge.weight },
  ...EDGE_ATTRIBUTES,
];

/**
 * GraphML (graphml.graphdrawing.org), as igraph, visone, NetworkX and Gephi read it. Identifiers stand in the
 * attribute `name`, since GraphML's own are name tokens, which IRIs are not.
 */
export function graphml(network: WritableNetwork): string {
  const index = new Map(network.nodes.map((node, i) => [node.id, `n${i}`]));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', NODES),
    ...keys('edge', EDGES),
    `  <graph id="G" edgedefault="${network.directed ? 'directed' : 'undirected'}">`,
    `    <desc>${xmlText(network.definition)}</desc>`,
    ...network.nodes.flatMap((node) => [`    <node id="${index.get(node.id)}">`, ...data('n', NODES, node), '    </node>']),
    ...network.edges.flatMap((edge, i) => [
      `    <edge id="e${i}" source="${index.get(edge.source)}" target="${index.get(edge.target)}">`,
      ...data('e', EDGES, edge),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

const TYPES = { string: 'string', integer: 'int', double: 'double' } as const;

const keys = <Item>(kind: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string[] =>
  attributes.map(
    ({ name, type }) => `  <key id="${kind[0]}_${name}" for="${kind}" attr.name="${name}" attr.type="${TYPES[type]}"/>`,
  );

const data = <Item>(prefix: string, attributes: readonly Attribute<Item>[], item: Item): string[] =>
  attributes.flatMap(({ name, value }) => {
    const found = value(item);
    if (found === null || found === '') return [];
    return [`      <data key="${prefix}_${name}">${typeof found === 'number' ? numberText(found) : xmlText(found)}</data>`];
  });
