import { seededRandom } from './random.ts';

/** Actors up to which betweenness is exact unless asked otherwise. */
const MOST_EXACT = 1000;

export interface Betweenness {
  readonly values: readonly number[];
  /** False where it was estimated from some of the actors. */
  readonly exact: boolean;
  /** From how many actors paths were counted. */
  readonly pivots: number;
}

export interface BetweennessOptions {
  /** How many actors paths are counted from (default: all up to 1000 actors, else 256). */
  readonly pivots?: number | undefined;
  readonly seed?: number | undefined;
}

/**
 * Betweenness over cooperation: for each actor the pairs of others whose shortest paths over positive ties lead
 * through it, each pair by the share of its paths that do. In undirected networks each pair counts once. From some
 * actors only, drawn with a seed, the sums are scaled up to all.
 *
 * References: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977) 35-41;
 * U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177;
 * U. Brandes and C. Pich, Centrality estimation in large networks, International Journal of Bifurcation and Chaos 17
 * (2007) 2303-2318.
 */
export function betweenness(
  friends: readonly (readonly number[])[],
  directed: boolean,
  { pivots, seed = 1 }: BetweennessOptions = {},
): Betweenness {
  const n = friends.length;
  const count = Math.min(n, pivots ?? (n <= MOST_EXACT ? n : 256));
  const values = new Float64Array(n);
  const search = new PathCounts(friends);
  for (const source of drawn(n, count, seed)) search.addDependencies(source, values);
  const scale = count === 0 ? 0 : n / count / (directed ? 1 : 2);
  return { values: Array.from(values, (value) => value * scale), exact: count === n, pivots: count };
}

/** So many of the numbers below n, each at most once. */
function drawn(n: number, count: number, seed: number): number[] {
  const numbers = Array.from({ length: n }, (_, i) => i);
  if (count === n) return numbers;
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (n - i));
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return numbers.slice(0, count);
}

/** Breadth-first searches over typed arrays that are made once. */
class PathCounts {
  readonly #friends: readonly (readonly number[])[];
  readonly #order: Int32Array;
  readonly #distance: Int32Array;
  readonly #paths: Float64Array;
  readonly #dependency: Float64Array;

  constructor(friends: readonly (readonly number[])[]) {
    this.#friends = friends;
    this.#order = new Int32Array(friends.length);
    this.#distance = new Int32Array(friends.length);
    this.#paths = new Float64Array(friends.length);
    this.#dependency = new Float64Array(friends.length);
  }

  /** Adds to each actor what depends on it of the paths from the source. */
  addDependencies(source: number, sums: Float64Array): void {
    const reached = this.#search(source);
    const [distance, paths, dependency] = [this.#distance, this.#paths, this.#dependency.fill(0)];
    for (let at = reached - 1; at > 0; at--) {
      const actor = this.#order[at]!;
      for (const next of this.#friends[actor]!)
        if (distance[next] === distance[actor]! + 1)
          dependency[actor]! += (paths[actor]! / paths[next]!) * (1 + dependency[next]!);
      sums[actor]! += dependency[actor]!;
    }
  }

  /** Numbers of shortest paths from the source; gives how many actors were reached. */
  #search(source: number): number {
    const [order, distance, paths] = [this.#order, this.#distance.fill(-1), this.#paths.fill(0)];
    order[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const actor = order[at]!;
      for (const next of this.#friends[actor]!) {
        if (distance[next] === -1) {
          distance[next] = distance[actor]! + 1;
          order[end++] = next;
        }
        if (distance[next] === distance[actor]! + 1) paths[next]! += paths[actor]!;
      }
    }
    return end;
  }
}
