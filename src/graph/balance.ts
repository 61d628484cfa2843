import { positiveClusters } from './clusterable.ts';
import { connectedComponents } from './components.ts';
import { summarise } from './evidence.ts';
import { type FrustrationOptions, frustration } from './frustration.ts';
import { generalisedFrustration } from './generalised-frustration.ts';
import { compareText, type Network } from './network.ts';
import { type SignedGraph, toSignedGraph } from './signed-graph.ts';
import { frustrationSignificance, type Significance, triangleSignificance, walkSignificance } from './significance.ts';
import { directedTriads, type TriadCensus, undirectedTriads } from './triads.ts';
import { triangleCensus } from './triangles.ts';
import { walkBalance } from './walk-balance.ts';
import { balanceWarnings, networkWarnings, type Warning } from './warnings.ts';

/** A tie between two actors without regard to direction, with the claims it rests on. */
export interface FrustratedTie {
  readonly a: string;
  readonly b: string;
  readonly sign: 1 | -1;
  readonly weight: number;
  readonly claims: readonly string[];
}

/** Groups of any number, friends within and foes between. */
export interface GeneralisedBalance {
  readonly frustrationIndex: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** The groups by identifier, those of most actors first; actors without friends are groups of their own. */
  readonly partition: readonly (readonly string[])[];
  readonly frustrated: readonly FrustratedTie[];
}

/** Is the network balanced, and what stands in the way? Names of fields are stable. */
export interface Balance {
  readonly actors: number;
  /** Undirected ties with a sign. */
  readonly ties: number;
  readonly positive: number;
  readonly negative: number;
  readonly components: number;
  /** Number of independent cycles: ties - actors + components. */
  readonly cycles: number;
  /** Null where the network has no cycle: then balance says nothing. */
  readonly balanced: boolean | null;
  /** Generalised balance: do the actors fall into any number of groups, foes only between them? Null without cycles. */
  readonly clusterable: boolean | null;
  readonly frustrationIndex: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** The two camps, by identifier. Camps of different components are joined arbitrarily. */
  readonly partition: readonly [readonly string[], readonly string[]];
  readonly frustrated: readonly FrustratedTie[];
  /** Ties on which best partitions differ; null where that is not known. */
  readonly undecided: readonly FrustratedTie[] | null;
  /** The undecided ties in parts that vary on their own, each with the number of its ways; null where that is not known. */
  readonly undecidedParts: readonly { readonly ties: readonly FrustratedTie[]; readonly optima: number | null }[] | null;
  /** Number of best partitions up to turning blocks over; null where they were not counted. */
  readonly optima: number | null;
  /** The same for any number of groups instead of two camps; null where it was not asked for. */
  readonly generalised: GeneralisedBalance | null;
  /** Share of balanced triangles, 0 to 1; null without triangles. */
  readonly triangleBalance: number | null;
  /** Triangles with 0, 1, 2 and 3 negative ties. */
  readonly triangles: readonly [number, number, number, number];
  /** Closed walks by sign, 0 to 1; null without ties and where the network is too large. */
  readonly walkBalance: number | null;
  /** Triples of actors by the signs of their three pairs, and, if directed, of their six ordered pairs. */
  readonly triads: TriadCensus;
  readonly directedTriads: TriadCensus | null;
  /** Triangle balance against shuffled signs; null unless asked for, and without triangles. */
  readonly significance: Significance | null;
  /** The same of walk balance, and of the share of ties that two camps satisfy; null also where that would take long. */
  readonly walkSignificance: Significance | null;
  readonly frustrationSignificance: Significance | null;
  readonly warnings: readonly Warning[];
}

export interface BalanceOptions extends FrustrationOptions {
  /** How often signs are shuffled for significance (default 0: not at all). */
  readonly shuffles?: number | undefined;
  /** Also for any number of groups (default: up to `MOST_UNASKED` ties). */
  readonly generalised?: boolean | undefined;
}

/** More ties may take a minute. */
const MOST_UNASKED = 3000;

/** Balance of a signed network without regard to direction (formulas and sources: the files imported here). */
export function analyzeBalance(network: Network, options: BalanceOptions = {}): Balance {
  const graph = toSignedGraph(network);
  const components = connectedComponents(graph).length;
  const cycles = graph.edges.length - graph.ids.length + components;
  const { frustrationIndex, optimal, lowerBound, sides, frustrated, undecided, ...best } = frustration(graph, options);
  const census = triangleCensus(graph);
  const positive = graph.edges.filter((edge) => edge.sign > 0).length;
  return {
    actors: graph.ids.length,
    ties: graph.edges.length,
    positive,
    negative: graph.edges.length - positive,
    components,
    cycles,
    balanced: cycles === 0 ? null : lowerBound > 0 ? false : frustrationIndex === 0,
    clusterable: cycles === 0 ? null : positiveClusters(graph).within.length === 0,
    frustrationIndex,
    optimal,
    lowerBound,
    partition: [graph.ids.filter((_id, i) => sides[i] === 1), graph.ids.filter((_id, i) => sides[i] === -1)],
    frustrated: frustrated.map((i) => frustratedTie(network, graph, i)),
    undecided: undecided?.map((i) => frustratedTie(network, graph, i)) ?? null,
    undecidedParts:
      best.undecidedParts?.map((part) => ({
        ties: part.edges.map((i) => frustratedTie(network, graph, i)),
        optima: part.optima,
      })) ?? null,
    optima: best.optima,
    generalised: (options.generalised ?? graph.edges.length <= MOST_UNASKED) ? generalised(network, graph, options) : null,
    triangleBalance: census.balance,
    triangles: census.counts,
    walkBalance: walkBalance(graph),
    triads: undirectedTriads(graph),
    directedTriads: network.type === 'directed' ? directedTriads(network) : null,
    significance: triangleSignificance(graph, options.shuffles ?? 0, options.seed ?? 1),
    walkSignificance: walkSignificance(graph, options.shuffles ?? 0, options.seed ?? 1),
    frustrationSignificance: frustrationSignificance(graph, options.shuffles ?? 0, options.seed ?? 1, options.solver),
    warnings: [
      ...networkWarnings(network),
      ...balanceWarnings(graph, components, cycles, { index: frustrationIndex, optimal, lowerBound }),
    ],
  };
}

function generalised(network: Network, graph: SignedGraph, options: BalanceOptions): GeneralisedBalance {
  const { index, optimal, lowerBound, groups, contradicted } = generalisedFrustration(graph, options);
  const members = Array.from({ length: groups.reduce((most, group) => Math.max(most, group), -1) + 1 }, (): string[] => []);
  for (const [i, id] of graph.ids.entries()) members[groups[i]!]!.push(id);
  return {
    frustrationIndex: index,
    optimal,
    lowerBound,
    partition: members.sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!)),
    frustrated: contradicted.map((i) => frustratedTie(network, graph, i)),
  };
}

function frustratedTie(network: Network, graph: SignedGraph, index: number): FrustratedTie {
  const { u, v, sign, weight } = graph.edges[index]!;
  const [a, b] = [graph.ids[u]!, graph.ids[v]!];
  const edges = [network.edge(a, b), network.type === 'directed' ? network.edge(b, a) : undefined];
  const evidence = edges.flatMap((edge) => (edge === undefined ? [] : network.getEdgeAttribute(edge, 'evidence')));
  return { a, b, sign, weight, claims: summarise({ evidence }).claims };
}
