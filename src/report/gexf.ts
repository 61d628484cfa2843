import { xmlText } from './clean.ts';
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES, type WritableNetwork } from './network.ts';
import { numberText } from './value.ts';

/**
 * GEXF 1.3 (gexf.net), as Gephi reads it: `weight` is positive, the sign is an attribute, and the edge's colour
 * shows it. No date of creation, so that the same network gives the same file.
 */
export function gexf(network: WritableNetwork): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '  <meta>',
    '    <creator>Demarche</creator>',
    `    <description>${xmlText(network.definition)}</description>`,
    '  </meta>',
    `  <graph defaultedgetype="${network.directed ? 'directed' : 'undirected'}" mode="static">`,
    ...declarations('node', NODE_ATTRIBUTES),
    ...declarations('edge', EDGE_ATTRIBUTES),
    '    <nodes>',
    ...network.nodes.flatMap((node) => [
      `      <node id="${xmlText(node.id)}" label="${xmlText(node.label)}">`,
      ...values(NODE_ATTRIBUTES, node),
      '      </node>',
    ]),
    '    </nodes>',
    '    <edges>',
    ...network.edges.flatMap((edge, i) => [
      `      <edge id="${i}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" weight="${numberText(edge.weight)}">`,
      ...values(EDGE_ATTRIBUTES, edge),
      `        <viz:color r="${COLOURS[edge.sign + 1]![0]}" g="${COLOURS[edge.sign + 1]![1]}" b="${COLOURS[edge.sign + 1]![2]}"/>`,
      '      </edge>',
    ]),
    '    </edges>',
    '  </graph>',
    '</gexf>',
  ];
  return `${lines.join('\n')}\n`;
}

/** For the signs -1, 0 and 1: the colours of the picture. */
const COLOURS = [
  [178, 24, 43],
  [119, 119, 119],
  [33, 102, 172],
] as const;

const declarations = <Item>(kind: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string[] => [
  `    <attributes class="${kind}" mode="static">`,
  ...attributes.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>`),
  '    </attributes>',
];

function values<Item>(attributes: readonly Attribute<Item>[], item: Item): string[] {
  const lines = attributes.flatMap(({ name, value }) => {
    const found = value(item);
    return found === null || found === '' ? [] : [`          <attvalue for="${name}" value="${text(found)}"/>`];
  });
  return lines.length === 0 ? [] : ['        <attvalues>', ...lines, '        </attvalues>'];
}

const text = (value: string | number): string => (typeof value === 'number' ? numberText(value) : xmlText(value));
