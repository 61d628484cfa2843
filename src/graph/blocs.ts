import { connectedComponents } from './components.ts';
import { type FrustrationOptions, frustration } from './frustration.ts';
import type { Network } from './network.ts';
import { type SignedGraph, toSignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';
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
}

export interface Blocs {
  readonly blocs: readonly Bloc[];
  /** Actors without any signed tie belong to no bloc. */
  readonly unaligned: readonly { readonly id: string; readonly label: string }[];
  readonly frustrationIndex: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
  /** Number of equally good partitions; null where it was not counted. */
  readonly alternatives: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * Who stands with whom: the two camps of each component that leave the fewest ties unsatisfied.
 *
 * Reference: P. Doreian and A. Mrvar, A partitioning approach to structural balance, Social Networks 18 (1996)
 * 149-168, with two clusters.
 */
export function findBlocs(network: Network, options: FrustrationOptions = {}): Blocs {
  const graph = toSignedGraph(network);
  const components = connectedComponents(graph);
  const tied = components.filter((component) => component.length > 1);
  const { frustrationIndex, optimal, lowerBound, sides, optima } = frustration(graph, options);
  const cycles = graph.edges.length - graph.ids.length + components.length;
  return {
    blocs: tied.flatMap((component, i) => campsOf(network, graph, component, i + 1, sides)),
    unaligned: components.filter((component) => component.length === 1).map(([vertex]) => named(network, graph, vertex!)),
    frustrationIndex,
    optimal,
    lowerBound,
    alternatives: optima,
    warnings: [...networkWarnings(network), ...balanceWarnings(graph, tied.length, cycles, optimal)],
  };
}

const named = (network: Network, graph: SignedGraph, vertex: number): { id: string; label: string } => ({
  id: graph.ids[vertex]!,
  label: network.getNodeAttribute(graph.ids[vertex]!, 'label'),
});

/** The camp of the component's first actor, then the other; a component of friends only has one camp. */
function campsOf(network: Network, graph: SignedGraph, component: readonly number[], number: number, sides: Sides): Bloc[] {
  const first = sides[component[0]!]!;
  const camps = [component.filter((vertex) => sides[vertex] === first), component.filter((vertex) => sides[vertex] !== first)];
  return camps
    .filter((camp) => camp.length > 0)
    .map((camp) => ({
      component: number,
      members: camp.map((vertex) => named(network, graph, vertex)),
      ...tieCounts(graph, new Set(camp)),
    }));
}

function tieCounts(graph: SignedGraph, camp: ReadonlySet<number>): Pick<Bloc, 'friends' | 'quarrels' | 'foes' | 'contacts'> {
  const counts = { friends: 0, quarrels: 0, foes: 0, contacts: 0 };
  for (const { u, v, sign } of graph.edges) {
    const inside = Number(camp.has(u)) + Number(camp.has(v));
    if (inside === 2) counts[sign > 0 ? 'friends' : 'quarrels']++;
    else if (inside === 1) counts[sign > 0 ? 'contacts' : 'foes']++;
  }
  return counts;
}
