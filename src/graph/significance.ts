import { connectedComponents } from './components.ts';
import { frustration, needsSolver } from './frustration.ts';
import { seededRandom } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';
import type { LinearSolver } from './solver.ts';
import { forEachTriangle } from './triangles.ts';
import { walkBalance } from './walk-balance.ts';

/** A measure against what it would be if signs fell on ties by chance. */
export interface Significance {
  readonly shuffles: number;
  readonly seed: number;
  /** Mean and standard deviation over the shuffles. */
  readonly mean: number;
  readonly deviation: number;
  /** (measured - mean) / deviation; null where all shuffles agree. */
  readonly z: number | null;
  /** Share of shuffles, the measured network among them, with at least as much balance. */
  readonly p: number;
}

/**
 * Triangle balance against a null model: the ties stay, their signs are dealt out anew among them (so that numbers of
 * friends and foes stay). Null without triangles.
 *
 * References: J. Leskovec, D. Huttenlocher and J. Kleinberg, Signed networks in social media, CHI (2010) 1361-1370,
 * section 3; p: B. Phipson and G. K. Smyth, Permutation p-values should never be zero, Statistical Applications in
 * Genetics and Molecular Biology 9 (2010) 39.
 */
export function triangleSignificance(graph: SignedGraph, shuffles: number, seed = 1): Significance | null {
  const triangles: (readonly [number, number, number])[] = [];
  forEachTriangle(graph, (...triangle) => triangles.push(triangle));
  if (triangles.length === 0) return null;
  return againstShuffles(graph, shuffles, seed, (signs) => {
    let balanced = 0;
    for (const [a, b, c] of triangles) if (signs[a]! * signs[b]! * signs[c]! > 0) balanced++;
    return balanced / triangles.length;
  });
}

/** Most actors and ties for which measures that are costly to compute are compared with shuffles. */
const SMALL = { actors: 60, ties: 300 };

/** Walk balance against the same null model. Null without cycles (then all signs are balanced) and for large networks. */
export function walkSignificance(graph: SignedGraph, shuffles: number, seed = 1): Significance | null {
  if (!isSmall(graph)) return null;
  return againstShuffles(graph, shuffles, seed, (signs) => walkBalance(withSigns(graph, signs)) ?? 1);
}

/**
 * Share of ties that two camps satisfy (1 less the frustration index over all ties) against the same null model. Null
 * without cycles and for networks that are not solved at once.
 */
export function frustrationSignificance(
  graph: SignedGraph,
  shuffles: number,
  seed = 1,
  solver?: LinearSolver,
): Significance | null {
  if (!isSmall(graph) || (solver === undefined && needsSolver(graph))) return null;
  return againstShuffles(graph, shuffles, seed, (signs) => {
    const { frustrationIndex } = frustration(withSigns(graph, signs), { solver });
    return 1 - frustrationIndex / graph.edges.length;
  });
}

function isSmall(graph: SignedGraph): boolean {
  const cycles = graph.edges.length - graph.ids.length + connectedComponents(graph).length;
  return cycles > 0 && graph.ids.length <= SMALL.actors && graph.edges.length <= SMALL.ties;
}

const withSigns = (graph: SignedGraph, signs: Int8Array): SignedGraph => ({
  ...graph,
  edges: graph.edges.map((edge, i) => ({ ...edge, weight: 1, sign: signs[i]! > 0 ? 1 : -1 })),
});

function againstShuffles(
  graph: SignedGraph,
  shuffles: number,
  seed: number,
  measure: (signs: Int8Array) => number,
): Significance | null {
  if (shuffles < 1) return null;
  const signs = Int8Array.from(graph.edges, ({ sign }) => sign);
  const measured = measure(signs);
  const random = seededRandom(seed);
  const found = Array.from({ length: shuffles }, () => {
    shuffle(signs, random);
    return measure(signs);
  });
  return summary(measured, found, seed);
}

function summary(measured: number, found: readonly number[], seed: number): Significance {
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const variance = found.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, found.length - 1);
  const deviation = Math.sqrt(variance);
  const asMuch = found.filter((value) => value >= measured - 1e-12).length;
  return {
    shuffles: found.length,
    seed,
    mean,
    deviation,
    z: deviation > 1e-12 ? (measured - mean) / deviation : null,
    p: (asMuch + 1) / (found.length + 1),
  };
}

/** R. Durstenfeld, Algorithm 235: random permutation, Communications of the ACM 7 (1964) 420. */
function shuffle(values: Int8Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
