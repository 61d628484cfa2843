import type { Network } from './network.ts';
import { type SignedGraph, toSignedGraph } from './signed-graph.ts';
import { triangleCensus } from './triangles.ts';

/** How often each type of triad occurs, by its name; types that do not occur are left out. */
export type TriadCensus = Readonly<Record<string, number>>;

const choose2 = (n: number): number => (n * (n - 1)) / 2;

/**
 * All triples of actors by the signs of their three pairs, as `++-` (+ friends, - foes, 0 no tie; pluses first).
 * Ten types. Counted from degrees and triangles, without going through the triples.
 *
 * Reference: P. W. Holland and S. Leinhardt, A method for detecting structure in sociometric data, American Journal
 * of Sociology 76 (1970) 492-513, with signs and without directions.
 */
export function undirectedTriads(graph: SignedGraph): TriadCensus {
  const n = graph.ids.length;
  const [ppp, ppn, pnn, nnn] = triangleCensus(graph).counts;
  let [pp, pn, nn] = [0, 0, 0];
  for (const edges of graph.incident) {
    const positive = edges.filter((i) => graph.edges[i]!.sign > 0).length;
    const negative = edges.length - positive;
    pp += choose2(positive);
    pn += positive * negative;
    nn += choose2(negative);
  }
  // Each triangle holds three paths of two ties.
  const paths = { '++0': pp - 3 * ppp - ppn, '+-0': pn - 2 * ppn - 2 * pnn, '--0': nn - pnn - 3 * nnn };
  const positive = graph.edges.filter(({ sign }) => sign > 0).length;
  const negative = graph.edges.length - positive;
  // A tie is in n - 2 triples, of which those with two or three ties are known.
  const single = {
    '+00': positive * (n - 2) - 2 * paths['++0'] - paths['+-0'] - 3 * ppp - 2 * ppn - pnn,
    '-00': negative * (n - 2) - 2 * paths['--0'] - paths['+-0'] - ppn - 2 * pnn - 3 * nnn,
  };
  const counts = { '+++': ppp, '++-': ppn, '+--': pnn, '---': nnn, ...paths, ...single };
  const tied = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return occurring({ ...counts, '000': (n * (n - 1) * (n - 2)) / 6 - tied });
}

const occurring = (counts: Readonly<Record<string, number>>): TriadCensus =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** State of an ordered pair: no arc, a positive or a negative one. */
type Arc = 0 | 1 | 2;
const SIGNS = '0+-';
const ORDERS: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/**
 * All triples of actors of a directed signed network by the signs of their six ordered pairs, up to renaming the
 * actors: 138 types. A name gives the signs of ab, ba, ac, ca, bc and cb (+, -, 0 no arc), actors named such that it
 * comes last in code-unit order among the six ways. Arcs with as much for as against count as none.
 *
 * References: Holland and Leinhardt (1970), with signs; V. Batagelj and A. Mrvar, A subquadratic triad census
 * algorithm for large sparse networks with small maximum degree, Social Networks 23 (2001) 237-243.
 */
export function directedTriads(network: Network): TriadCensus {
  const { ids, arcs, neighbours } = arcsOf(network);
  const n = ids.length;
  const counts = new Float64Array(3 ** 6);
  const arc = (a: number, b: number): Arc => arcs[a]!.get(b) ?? 0;
  const code = (a: number, b: number, c: number): number =>
    ((((arc(a, b) * 3 + arc(b, a)) * 3 + arc(a, c)) * 3 + arc(c, a)) * 3 + arc(b, c)) * 3 + arc(c, b);
  let tied = 0;
  for (let v = 0; v < n; v++)
    for (const u of neighbours[v]!) {
      if (u <= v) continue;
      const around = new Set([...neighbours[v]!, ...neighbours[u]!]);
      around.delete(u);
      around.delete(v);
      const alone = n - around.size - 2;
      counts[(arc(v, u) * 3 + arc(u, v)) * 81]! += alone;
      tied += alone;
      for (const w of around) {
        // A triple with several ties is counted at the first of them.
        if (u < w || (v < w && w < u && !neighbours[v]!.has(w))) {
          counts[code(v, u, w)]!++;
          tied++;
        }
      }
    }
  counts[0] = (n * (n - 1) * (n - 2)) / 6 - tied;
  const census: Record<string, number> = {};
  for (const [triad, count] of counts.entries()) if (count > 0) census[NAMES[triad]!] = (census[NAMES[triad]!] ?? 0) + count;
  return Object.fromEntries(Object.entries(census).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** For each of the 729 codes the name of its type. */
const NAMES: readonly string[] = Array.from({ length: 729 }, (_, triad) => nameOf(triad));

function nameOf(triad: number): string {
  const digits = Array.from({ length: 6 }, (_, i) => Math.floor(triad / 3 ** (5 - i)) % 3);
  const at: Readonly<Record<string, number>> = { '01': 0, '10': 1, '02': 2, '20': 3, '12': 4, '21': 5 };
  const names = ORDERS.map(([a, b, c]) =>
    [`${a}${b}`, `${b}${a}`, `${a}${c}`, `${c}${a}`, `${b}${c}`, `${c}${b}`].map((pair) => SIGNS[digits[at[pair]!]!]).join(''),
  );
  return names.sort().at(-1)!;
}

interface Arcs {
  readonly ids: readonly string[];
  readonly arcs: readonly Map<number, Arc>[];
  readonly neighbours: readonly Set<number>[];
}

function arcsOf(network: Network): Arcs {
  const { ids } = toSignedGraph(network);
  const index = new Map(ids.map((id, i) => [id, i]));
  const arcs = ids.map(() => new Map<number, Arc>());
  const neighbours = ids.map(() => new Set<number>());
  network.forEachEdge((_edge, { sign }, source, target) => {
    if (sign === 0) return;
    const [a, b] = [index.get(source)!, index.get(target)!];
    arcs[a]!.set(b, sign > 0 ? 1 : 2);
    if (network.type === 'undirected') arcs[b]!.set(a, sign > 0 ? 1 : 2);
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  });
  return { ids, arcs, neighbours };
}
