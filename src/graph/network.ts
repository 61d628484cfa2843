import { DirectedGraph, UndirectedGraph } from 'graphology';

/** What the ties of a network mean. */
export const LAYERS = [
  'stance',
  'action',
  'affiliation',
  'congruence',
  'conflict',
  'subtract',
  'mutual',
  'actor-topic',
  'edges',
] as const;
export type Layer = (typeof LAYERS)[number];

export type Sign = 1 | -1 | 0;

export interface ActorAttributes {
  label: string;
  [key: string]: unknown;
}

/**
 * One tie. Claims for and against are counted apart and never cancel out in the counts; `sign` is that of
 * `positive - negative` and 0 where they are equal or the layer has no sign; `weight` is `positive + negative`,
 * always greater than 0, so that layouts and readers that know no negative weights are safe.
 */
export interface TieAttributes {
  sign: Sign;
  weight: number;
  positive: number;
  negative: number;
  /** How many of the claims are background of the news. */
  background: number;
  layers: Layer[];
  evidence: TieEvidence[];
  [key: string]: unknown;
}

/** A claim that a tie rests on. */
export interface TieEvidence {
  readonly claim: string;
  readonly article: string;
  /** Whether it speaks for or against; 0 in layers without sign. */
  readonly sign: Sign;
  /** ISO day on which the article appeared, or null. */
  readonly date: string | null;
  readonly topic: string | null;
}

/** Rows that made no tie, by reason. */
export interface Dropped {
  selfTies: number;
  /** An end has no state or organisation to count for. */
  withoutRollUp: number;
  withoutTarget: number;
  /** Neutral positions, and claims of the same actor for and against at once where only one may count. */
  neutral: number;
  zeroWeight: number;
}

export interface NetworkAttributes {
  layers: Layer[];
  /** What a tie, its sign and its weight mean, in words. */
  definition: string;
  dropped: Dropped;
  [key: string]: unknown;
}

/** A signed network. Identifiers of actors are the graph's node keys. */
export type Network =
  | DirectedGraph<ActorAttributes, TieAttributes, NetworkAttributes>
  | UndirectedGraph<ActorAttributes, TieAttributes, NetworkAttributes>;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An end of a tie. */
export interface End {
  readonly id: string;
  readonly label: string;
}

/** One contribution to a tie. */
export interface Contribution {
  readonly source: End;
  readonly target: End;
  readonly sign: Sign;
  readonly weight: number;
  /** What is counted once: contributions of one key to one tie count once. */
  readonly key: string;
  readonly evidence?: readonly TieEvidence[];
  readonly background?: boolean;
}

/** An empty network. */
export function createNetwork(type: 'directed' | 'undirected', layers: readonly Layer[], definition: string): Network {
  const options = { allowSelfLoops: false };
  const network: Network = type === 'directed' ? new DirectedGraph(options) : new UndirectedGraph(options);
  network.replaceAttributes({
    layers: [...layers],
    definition,
    dropped: { selfTies: 0, withoutRollUp: 0, withoutTarget: 0, neutral: 0, zeroWeight: 0 },
  });
  return network;
}

/** Adds an actor; of several labels the first in code-unit order stays, whatever order the rows came in. */
export function addActor(network: Network, end: End): void {
  if (!network.hasNode(end.id)) network.addNode(end.id, { label: end.label });
  else if (compareText(end.label, network.getNodeAttribute(end.id, 'label')) < 0)
    network.setNodeAttribute(end.id, 'label', end.label);
}

/** Adds what one claim says to the tie between two actors; drops and counts ties to oneself and of no weight. */
export function addContribution(network: Network, contribution: Contribution, layer: Layer, seen: Set<string>): void {
  const { source, target, weight } = contribution;
  const dropped = network.getAttribute('dropped');
  if (!(weight > 0) || weight === Number.POSITIVE_INFINITY) {
    dropped.zeroWeight++;
    return;
  }
  if (source.id === target.id) {
    dropped.selfTies++;
    return;
  }
  addActor(network, source);
  addActor(network, target);
  const edge = network.edge(source.id, target.id) ?? network.addEdge(source.id, target.id, emptyTie(layer));
  const counts = isNew(seen, [edge, contribution.sign, contribution.key]);
  const evidence = contribution.evidence?.filter(({ claim, sign }) => isNew(seen, [edge, sign, 'claim', claim])) ?? [];
  network.updateEdgeAttributes(edge, (tie) => extended(tie, contribution, counts, evidence));
}

function isNew(seen: Set<string>, parts: readonly (string | number)[]): boolean {
  const key = JSON.stringify(parts);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

const emptyTie = (layer: Layer): TieAttributes => ({
  sign: 0,
  weight: 0,
  positive: 0,
  negative: 0,
  background: 0,
  layers: [layer],
  evidence: [],
});

/** Changes the tie in place: a tie may gather thousands of claims. */
function extended(tie: TieAttributes, added: Contribution, counts: boolean, evidence: readonly TieEvidence[]): TieAttributes {
  tie.evidence.push(...evidence);
  if (!counts) return tie;
  if (added.sign > 0) tie.positive += added.weight;
  if (added.sign < 0) tie.negative += added.weight;
  tie.sign = signOf(tie.positive - tie.negative);
  tie.weight += added.weight;
  if (added.background) tie.background++;
  return tie;
}

export const signOf = (value: number): Sign => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** Actors in code-unit order of their identifiers. */
export const actorsOf = (network: Network): string[] => network.nodes().sort(compareText);

/** A tie with its ends. */
export interface Tie extends TieAttributes {
  readonly source: string;
  readonly target: string;
}

/** Ties in code-unit order of their ends. */
export const tiesOf = (network: Network): Tie[] =>
  network
    .mapEdges((_edge, tie, source, target) => ({ ...tie, source, target }))
    .sort((a, b) => compareText(a.source, b.source) || compareText(a.target, b.target));
