import {
  addActor,
  createNetwork,
  type Dropped,
  type Layer,
  type Network,
  signOf,
  type TieAttributes,
  tiesOf,
} from './network.ts';

/**
 * Several networks as one: counts of the same pair and direction are added up, whatever layer they come from.
 * Said, done and co-stance are different things; this is for those who ask for them together.
 */
export function combineNetworks(networks: readonly Network[]): Network {
  const [only] = networks;
  if (networks.length === 1 && only) return only;
  const directed = networks.some((network) => network.type === 'directed');
  const layers = [...new Set(networks.flatMap((network) => network.getAttribute('layers')))] as Layer[];
  const definition = networks.map((network) => network.getAttribute('definition')).join(' ');
  const joined = createNetwork(
    directed ? 'directed' : 'undirected',
    layers,
    `Counts added up over ${layers.join(' and ')}. ${definition}`,
  );
  for (const network of networks) {
    for (const id of network.nodes()) addActor(joined, { id, label: network.getNodeAttribute(id, 'label') });
    addDropped(joined.getAttribute('dropped'), network.getAttribute('dropped'));
    for (const { source, target, ...tie } of tiesOf(network)) {
      addTie(joined, source, target, tie);
      if (directed && network.type === 'undirected') addTie(joined, target, source, tie);
    }
  }
  return joined;
}

function addDropped(total: Dropped, more: Dropped): void {
  for (const reason of Object.keys(total) as (keyof Dropped)[]) total[reason] += more[reason];
}

function addTie(network: Network, source: string, target: string, tie: TieAttributes): void {
  const edge = network.edge(source, target);
  if (edge === undefined) network.addEdge(source, target, { ...tie, evidence: [...tie.evidence] });
  else network.updateEdgeAttributes(edge, (old) => joinedTie(old, tie));
}

function joinedTie(a: TieAttributes, b: TieAttributes): TieAttributes {
  const positive = a.positive + b.positive;
  const negative = a.negative + b.negative;
  return {
    sign: signOf(positive - negative),
    weight: a.weight + b.weight,
    positive,
    negative,
    background: a.background + b.background,
    layers: [...new Set([...a.layers, ...b.layers])],
    evidence: [...a.evidence, ...b.evidence],
  };
}
