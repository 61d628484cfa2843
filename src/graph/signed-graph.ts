import { actorsOf, type Network, signOf, tiesOf } from './network.ts';

/** An undirected signed edge between two actors, by their indices (`u < v`). */
export interface SignedEdge {
  readonly u: number;
  readonly v: number;
  readonly sign: 1 | -1;
  /** Absolute net value: how far the claims of one sign outweigh the others. */
  readonly weight: number;
}

/** The undirected signed graph on which balance is defined: indices instead of names, fit for algorithms. */
export interface SignedGraph {
  readonly ids: readonly string[];
  readonly edges: readonly SignedEdge[];
  /** For each actor the indices of its edges. */
  readonly incident: readonly (readonly number[])[];
  /** Pairs whose claims for and against cancel out; they have no sign and make no edge. */
  readonly ambivalent: readonly (readonly [string, string])[];
}

/** The other end of an edge. */
export const otherEnd = (edge: SignedEdge, vertex: number): number => (edge.u === vertex ? edge.v : edge.u);

/**
 * Takes the direction away: both ties between two actors are added up, and the edge has the sign of what is left.
 * A tie without sign makes no edge.
 */
export function toSignedGraph(network: Network): SignedGraph {
  const ids = actorsOf(network);
  const index = new Map(ids.map((id, i) => [id, i]));
  const net = new Map<string, { u: number; v: number; value: number }>();
  for (const { source, target, positive, negative } of tiesOf(network)) {
    if (positive === 0 && negative === 0) continue;
    const [u, v] = [index.get(source)!, index.get(target)!].sort((a, b) => a - b) as [number, number];
    const pair = net.get(`${u} ${v}`) ?? { u, v, value: 0 };
    pair.value += positive - negative;
    net.set(`${u} ${v}`, pair);
  }
  const pairs = [...net.values()].sort((a, b) => a.u - b.u || a.v - b.v);
  const edges = pairs.flatMap(({ u, v, value }): SignedEdge[] => {
    const sign = signOf(value);
    return sign === 0 ? [] : [{ u, v, sign, weight: Math.abs(value) }];
  });
  const ambivalent = pairs.flatMap(({ u, v, value }) => (value === 0 ? [[ids[u]!, ids[v]!] as const] : []));
  return { ids, edges, incident: incidence(ids.length, edges), ambivalent };
}

export function incidence(vertices: number, edges: readonly SignedEdge[]): number[][] {
  const incident: number[][] = Array.from({ length: vertices }, () => []);
  for (const [i, { u, v }] of edges.entries()) {
    incident[u]!.push(i);
    incident[v]!.push(i);
  }
  return incident;
}
