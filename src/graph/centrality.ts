import { adjacencyOf } from './adjacency.ts';
import { type Betweenness, type BetweennessOptions, betweenness } from './betweenness.ts';
import { brokerage } from './brokers.ts';
import { searchGroups } from './cluster-search.ts';
import { signedEigenvector } from './eigenvector.ts';
import type { Network } from './network.ts';
import { pnCentrality } from './pn.ts';
import { otherEnd, toSignedGraph } from './signed-graph.ts';
import { signedStatus } from './status.ts';
import { networkWarnings, type Warning } from './warnings.ts';

/** How an actor stands in the network. Names of fields are stable. */
export interface ActorCentrality {
  readonly id: string;
  readonly label: string;
  /** Ties by sign; in an undirected network in and out are the same. */
  readonly positiveIn: number;
  readonly negativeIn: number;
  readonly positiveOut: number;
  readonly negativeOut: number;
  /** Positive less negative ties that arrive. */
  readonly netDegree: number;
  /** Everett and Borgatti; null where the matrix has no inverse. Incoming and outgoing arcs apart if directed. */
  readonly pn: number | null;
  readonly pnIn: number | null;
  readonly pnOut: number | null;
  /** Null where no eigenvector is distinguished. */
  readonly eigenvector: number | null;
  /** Esteem by those who are esteemed, opposition lowering it. */
  readonly status: number;
  /** Pairs of others between whom it lies on shortest paths over positive ties. */
  readonly betweenness: number;
  /** Pairs of friends in different blocs who are no friends of each other; null where blocs were not looked for. */
  readonly brokerage: number | null;
  /** Claims by the actor and about it; null without directions. */
  readonly said: number | null;
  readonly spokenAbout: number | null;
  /** said / (said + spokenAbout): 0 for those who are spoken about and never heard; null without either. */
  readonly voiceShare: number | null;
}

export interface Centrality {
  readonly actors: readonly ActorCentrality[];
  /** False where betweenness was estimated from some of the actors. */
  readonly betweennessExact: boolean;
  readonly warnings: readonly Warning[];
}

export interface CentralityOptions extends BetweennessOptions {
  /** Betweenness from all actors, however many there are. */
  readonly exact?: boolean | undefined;
}

/** Most ties for which blocs are looked for, to find who is between them. */
const MOST_FOR_BLOCS = 200_000;

/**
 * Degrees by sign, PN and eigenvector centrality, and voice share of each actor, in code-unit order of identifiers
 * (formulas and sources: the files imported here). The eigenvector is that of the network without directions.
 */
export function analyzeCentrality(network: Network, options: CentralityOptions = {}): Centrality {
  const directed = network.type === 'directed';
  const adjacency = adjacencyOf(network);
  const pn = pnCentrality(adjacency, directed);
  const eigenvector = signedEigenvector(toSignedGraph(network));
  const status = signedStatus(adjacency);
  const pivots = options.exact ? adjacency.ids.length : options.pivots;
  const between = betweenness(adjacency.positiveOut, directed, { pivots, seed: options.seed });
  const brokers = brokersOf(network, options.seed);
  const voices = directed ? claimCounts(network) : null;
  const actors = adjacency.ids.map((id, i): ActorCentrality => {
    const { positiveIn, negativeIn, positiveOut, negativeOut } = adjacency;
    const voice = voices?.get(id);
    return {
      id,
      label: network.getNodeAttribute(id, 'label'),
      positiveIn: positiveIn[i]!.length,
      negativeIn: negativeIn[i]!.length,
      positiveOut: positiveOut[i]!.length,
      negativeOut: negativeOut[i]!.length,
      netDegree: positiveIn[i]!.length - negativeIn[i]!.length,
      pn: pn.all?.[i] ?? null,
      pnIn: pn.in?.[i] ?? null,
      pnOut: pn.out?.[i] ?? null,
      eigenvector: eigenvector?.[i] ?? null,
      status: status[i]!,
      betweenness: between.values[i]!,
      brokerage: brokers?.[i] ?? null,
      said: voice?.said ?? null,
      spokenAbout: voice?.about ?? null,
      voiceShare: voice && voice.said + voice.about > 0 ? voice.said / (voice.said + voice.about) : null,
    };
  });
  return {
    actors,
    betweennessExact: between.exact,
    warnings: [
      ...networkWarnings(network),
      ...eigenvectorWarnings(network, eigenvector !== null),
      ...betweennessWarnings(between, adjacency.ids.length),
      ...brokerWarnings(brokers !== null),
    ],
  };
}

/** Between the groups, of any number, of a search with a seed. */
function brokersOf(network: Network, seed = 1): number[] | null {
  if (network.size > MOST_FOR_BLOCS) return null;
  const graph = toSignedGraph(network);
  const friends = graph.incident.map((edges, vertex) =>
    edges.filter((i) => graph.edges[i]!.sign > 0).map((i) => otherEnd(graph.edges[i]!, vertex)),
  );
  return brokerage(friends, searchGroups(graph, seed).groups);
}

function claimCounts(network: Network): Map<string, { said: number; about: number }> {
  const counts = new Map(network.nodes().map((id) => [id, { said: 0, about: 0 }]));
  network.forEachEdge((_edge, { weight }, source, target) => {
    counts.get(source)!.said += weight;
    counts.get(target)!.about += weight;
  });
  return counts;
}

const betweennessWarnings = ({ exact, pivots }: Betweenness, actors: number): Warning[] =>
  exact
    ? []
    : [
        {
          code: 'estimated-betweenness',
          message: `betweenness is estimated from ${pivots} of ${actors} actors, drawn with a seed; --exact counts from all`,
        },
      ];

const brokerWarnings = (found: boolean): Warning[] =>
  found ? [] : [{ code: 'no-brokerage', message: `brokerage is left out: more than ${MOST_FOR_BLOCS} ties` }];

const eigenvectorWarnings = (network: Network, found: boolean): Warning[] =>
  found || network.size === 0
    ? []
    : [
        {
          code: 'no-eigenvector',
          message: 'no eigenvector is distinguished: the largest eigenvalue is not single, or too close to the next',
        },
      ];
