import { adjacencyOf } from './adjacency.ts';
import { type Blockmodel, relaxedBlockmodel } from './blockmodel.ts';
import { signedModularity } from './change/signed-modularity.ts';
import { searchGroups } from './cluster-search.ts';
import { connectedComponents } from './components.ts';
import { type FrustrationOptions, frustration, unweighted } from './frustration.ts';
import { generalisedFrustration } from './generalised-frustration.ts';
import { type Holding, holdingsOf } from './holdings.ts';
import { kBalance, searchK } from './k-balance.ts';
import type { KeyWord } from './keyness.ts';
import { localSearchFrustration } from './local-search.ts';
import type { Network } from './network.ts';
import { type SignedGraph, toSignedGraph } from './signed-graph.ts';
import { stabilityOf } from './stability.ts';
import { balanceWarnings, networkWarnings, type Warning } from './warnings.ts';

/** Actors on one side of a component. */
export interface Bloc {
  /** Components count from 1, largest first. */
  readonly component: number;
  readonly members: readonly { readonly id: string; readonly label: string }[];
  /** Ties within the bloc. */
  readonly friends: number;
  /** Negative ties within the bloc (each is frustrated). */
  readonly quarrels: number;
  /** Negative ties to the other bloc of the component. */
  readonly foes: number;
  /** Positive ties to the other bloc (each is frustrated). */
  readonly contacts: number;
  /** What its members say, by topic. */
  readonly topics: readonly Holding[];
  /** Words that its members use more than others do, where their words are at hand. */
  readonly words?: readonly KeyWord[] | undefined;
  /** 0 to 1: how much of the bloc comes back when ties are drawn anew; null unless asked for. */
  readonly clusterStability: number | null;
}

export interface Blocs {
  readonly blocs: readonly Bloc[];
  /** Actors without any signed tie belong to no bloc. */
  readonly unaligned: readonly { readonly id: string; readonly label: string }[];
  readonly frustrationIndex: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** Signed modularity of the partition; null without ties. */
  readonly signedModularity: number | null;
  /** Number of equally good partitions; null where it was not counted. */
  readonly alternatives: number | null;
  /** Null unless asked for. */
  readonly blockmodel: NamedBlockmodel | null;
  readonly warnings: readonly Warning[];
}

/** Groups such that ties between any two, and within each, mostly have one sign. */
export interface NamedBlockmodel {
  readonly groups: readonly (readonly string[])[];
  /** Sign of the ties from each group to each; 0 where there are none. */
  readonly signs: Blockmodel['signs'];
  /** Ties whose sign is not that of their block. */
  readonly inconsistent: number;
}

export interface BlocOptions extends FrustrationOptions {
  /** How many groups at most, or `any` (default: two camps in each component). */
  readonly groups?: number | 'any' | undefined;
  /** Also a relaxed blockmodel of so many groups. */
  readonly blockmodel?: number | undefined;
  /** How often ties are drawn anew for stability (default 0: not at all). */
  readonly draws?: number | undefined;
}

/**
 * Who stands with whom: the two camps of each component that leave the fewest ties unsatisfied, or more groups where
 * asked for.
 *
 * Reference: P. Doreian and A. Mrvar, A partitioning approach to structural balance, Social Networks 18 (1996)
 * 149-168.
 */
export function findBlocs(network: Network, options: BlocOptions = {}): Blocs {
  const graph = toSignedGraph(network);
  const components = connectedComponents(graph);
  const tied = components.filter((component) => component.length > 1);
  const { index, optimal, lowerBound, groups, optima } = partition(graph, options);
  const members = tied.flatMap((component, i) => blocsOf(component, groups).map((list) => ({ component: i + 1, list })));
  const stability = stabilities(
    graph,
    members.map(({ list }) => list),
    options,
  );
  const cycles = graph.edges.length - graph.ids.length + components.length;
  const blocOf = new Int32Array(graph.ids.length).fill(-1);
  for (const [bloc, { list }] of members.entries()) for (const vertex of list) blocOf[vertex] = bloc;
  const counts = tieCounts(graph, blocOf, members.length);
  const grouped = graph.ids.flatMap((id, vertex) => (blocOf[vertex]! < 0 ? [] : [[id, blocOf[vertex]!] as const]));
  const held = holdingsOf(network, new Map(grouped), members.length);
  return {
    blocs: members.map(({ component, list }, i) => ({
      component,
      members: list.map((vertex) => named(network, graph, vertex)),
      ...counts[i]!,
      topics: held[i]!,
      clusterStability: stability?.[i] ?? null,
    })),
    unaligned: components.filter((component) => component.length === 1).map(([vertex]) => named(network, graph, vertex!)),
    frustrationIndex: index,
    optimal,
    lowerBound,
    signedModularity: signedModularity(groups, signedTies(options.weighted ? graph : unweighted(graph))),
    alternatives: optima,
    blockmodel: options.blockmodel ? namedBlockmodel(network, options.blockmodel, options.seed) : null,
    warnings: [...networkWarnings(network), ...balanceWarnings(graph, tied.length, cycles, { index, optimal, lowerBound })],
  };
}

const signedTies = (graph: SignedGraph) => graph.edges.map(({ u, v, sign, weight }) => ({ a: u, b: v, weight: sign * weight }));

function namedBlockmodel(network: Network, k: number, seed: number | undefined): NamedBlockmodel {
  const adjacency = adjacencyOf(network);
  const { groups, signs, inconsistent } = relaxedBlockmodel(adjacency, k, seed);
  const members = (group: number): string[] => adjacency.ids.filter((_id, i) => groups[i] === group);
  // In an undirected network each tie stands twice.
  const ties = network.type === 'directed' ? inconsistent : inconsistent / 2;
  return { groups: signs.map((_row, group) => members(group)), signs, inconsistent: ties };
}

interface Partition {
  readonly index: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
  readonly groups: readonly number[];
  readonly optima: number | null;
}

function partition(graph: SignedGraph, options: BlocOptions): Partition {
  const { groups = 2 } = options;
  if (groups === 'any') return { ...generalisedFrustration(graph, options), optima: null };
  if (groups !== 2) return { ...kBalance(graph, groups, options), optima: null };
  const { frustrationIndex, sides, ...found } = frustration(graph, options);
  return { ...found, index: frustrationIndex, groups: sides };
}

/** With the search alone, without proof: the draws need no more. */
function stabilities(graph: SignedGraph, blocs: readonly (readonly number[])[], options: BlocOptions): number[] | null {
  const { groups = 2, draws = 0, seed = 1 } = options;
  if (draws < 1 || graph.edges.length === 0) return null;
  const find = (drawn: SignedGraph): readonly number[] => {
    if (groups === 'any') return searchGroups(drawn, seed).groups;
    if (groups === 2) return localSearchFrustration(drawn, seed).sides;
    return searchK(drawn, groups, seed).groups;
  };
  return stabilityOf(graph, blocs, (drawn) => byComponent(drawn, find(drawn)), draws, seed);
}

/** Numbers of groups such that those of different components differ. */
function byComponent(graph: SignedGraph, groups: readonly number[]): number[] {
  const numbers = new Array<number>(groups.length).fill(0);
  let next = 0;
  for (const component of connectedComponents(graph))
    for (const list of blocsOf(component, groups)) {
      for (const vertex of list) numbers[vertex] = next;
      next++;
    }
  return numbers;
}

const named = (network: Network, graph: SignedGraph, vertex: number): { id: string; label: string } => ({
  id: graph.ids[vertex]!,
  label: network.getNodeAttribute(graph.ids[vertex]!, 'label'),
});

/** The actors of a component by group, that of the first actor first. */
function blocsOf(component: readonly number[], groups: readonly number[]): number[][] {
  const lists = new Map<number, number[]>();
  for (const vertex of component) {
    const list = lists.get(groups[vertex]!);
    if (list) list.push(vertex);
    else lists.set(groups[vertex]!, [vertex]);
  }
  return [...lists.values()];
}

type TieCounts = Pick<Bloc, 'friends' | 'quarrels' | 'foes' | 'contacts'>;

/** Ties within each bloc and those that lead out of it. */
function tieCounts(graph: SignedGraph, blocOf: Int32Array, blocs: number): TieCounts[] {
  const counts = Array.from({ length: blocs }, () => ({ friends: 0, quarrels: 0, foes: 0, contacts: 0 }));
  for (const { u, v, sign } of graph.edges) {
    const [a, b] = [blocOf[u]!, blocOf[v]!];
    if (a === b) counts[a]![sign > 0 ? 'friends' : 'quarrels']++;
    else for (const bloc of [a, b]) counts[bloc]![sign > 0 ? 'contacts' : 'foes']++;
  }
  return counts;
}
