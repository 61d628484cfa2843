import { layoutNetwork, type Network, type PlainEdge, type PlainNetwork, plainNetwork } from '../graph/index.ts';
import { csv } from '../report/csv.ts';
import { dot } from '../report/dot.ts';
import { gexf } from '../report/gexf.ts';
import { graphml } from '../report/graphml.ts';
import { json } from '../report/json.ts';
import { labelRoom, networkSvg } from '../report/svg.ts';
import { table } from '../report/table.ts';
import type { Column } from '../report/value.ts';
import type { GraphFormat, NetworkKind } from './formats.ts';

const TITLES: Readonly<Record<NetworkKind | 'edges', string>> = {
  edges: 'Signed network',
  stance: 'Who supports or opposes whom',
  action: 'Who acts with or against whom',
  affiliation: 'Who belongs to what',
  mutual: 'Who supports or opposes each other',
  subtract: 'Who agrees or disagrees over topics',
  'actor-topic': 'Who is for or against what',
  congruence: 'Who agrees over topics',
  conflict: 'Who disagrees over topics',
};

const LEIFELD =
  'P. Leifeld, Discourse network analysis, Oxford Handbook of Political Networks (2017) 301-326; P. Leifeld, J. Gruber and F. R. Bossner, Discourse Network Analyzer manual (2019)';
const SOURCES: Readonly<Record<NetworkKind | 'edges', string>> = {
  edges: 'as the list gives it',
  stance: 'definition of this program',
  action:
    'Open Event Data Alliance, PLOVER codebook; --graded: J. S. Goldstein, Journal of Conflict Resolution 36 (1992) 369-385, by CAMEO category (data/scales)',
  mutual: 'S. Wasserman and K. Faust, Social Network Analysis (1994), section 13.2, by sign',
  affiliation: 'definition of this program',
  congruence: LEIFELD,
  conflict: LEIFELD,
  subtract: LEIFELD,
  'actor-topic': LEIFELD,
};

/** Where the definition of a kind of network comes from. */
export const networkSourceOf = (kind: NetworkKind | 'edges'): string => SOURCES[kind];

export { plainNetwork } from '../graph/index.ts';

export interface DrawingOptions {
  /** Columns of the terminal, for tables. */
  readonly width?: number | undefined;
  readonly color?: boolean | undefined;
}

/** A network as text of some format, and what its reader must know. */
export interface Drawing {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Writes a network as a table, data for other programs, or a picture. */
export function draw(network: Network, kind: NetworkKind | 'edges', format: GraphFormat, options: DrawingOptions = {}): Drawing {
  const plain = plainNetwork(network);
  return { text: write(network, plain, kind, format, options), warnings: plain.warnings.map(({ message }) => message) };
}

function write(
  network: Network,
  plain: PlainNetwork,
  kind: NetworkKind | 'edges',
  format: GraphFormat,
  options: DrawingOptions,
): string {
  switch (format) {
    case 'table':
      return table(plain.edges, edgeColumns(plain), options);
    case 'csv':
      return csv(plain.edges, [
        { heading: 'source id', value: (edge) => edge.source },
        { heading: 'target id', value: (edge) => edge.target },
        ...edgeColumns(plain),
        { heading: 'topics', value: (edge) => edge.topics },
        { heading: 'claims', value: (edge) => edge.claims },
      ]);
    case 'json':
      return json(plain);
    case 'gexf':
      return gexf(plain);
    case 'graphml':
      return graphml(plain);
    case 'dot':
      return dot(plain);
    case 'svg':
      return picture(network, plain, kind);
  }
}

function picture(network: Network, plain: PlainNetwork, kind: NetworkKind | 'edges'): string {
  const labels = labelsOf(plain);
  const layout = layoutNetwork(network, { roomOf: (id) => labelRoom(labels.get(id)!) });
  const days = plain.edges.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
  const [from, to] = [days.sort()[0], days.at(-1)];
  const subtitle = from === undefined ? undefined : from === to ? from : `${from} to ${to}`;
  return networkSvg(plain, layout, { title: TITLES[kind], subtitle });
}

const labelsOf = (plain: PlainNetwork): ReadonlyMap<string, string> => new Map(plain.nodes.map(({ id, label }) => [id, label]));

function edgeColumns(plain: PlainNetwork): Column<PlainEdge>[] {
  const labels = labelsOf(plain);
  const signed = !plain.layers.every((layer) => layer === 'affiliation');
  const signs: Column<PlainEdge>[] = [
    { heading: 'for', value: (edge) => edge.positive },
    { heading: 'against', value: (edge) => edge.negative },
  ];
  return [
    { heading: plain.directed ? 'from' : 'one', value: (edge) => labels.get(edge.source)! },
    { heading: plain.directed ? 'to' : 'other', value: (edge) => labels.get(edge.target)! },
    ...(signed ? signs : [{ heading: 'weight', value: (edge: PlainEdge) => edge.weight }]),
    { heading: 'articles', value: (edge) => edge.articles.length },
    { heading: 'first', value: (edge) => edge.first },
    { heading: 'last', value: (edge) => edge.last },
  ];
}
