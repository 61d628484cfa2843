import { otherEnd, type SignedGraph } from './signed-graph.ts';

/** Steps of sparse arithmetic above which the measure is not computed: it takes actors x ties x terms. */
const MAX_WORK = 4e9;
/** Above this degree the exponentials leave the range of floating point numbers. */
const MAX_DEGREE = 1200;

/**
 * Walk balance: closed walks with the product of their signs against all closed walks, those of length k weighted by
 * 1 / k!: tr(exp(A)) / tr(exp(|A|)), with A the signed adjacency matrix (weights not counted). 1 if and only if the
 * graph is balanced. Null without ties, and where the graph is too large.
 *
 * The exponentials are summed up as their power series, actor by actor: the terms of the signed series are smaller
 * than those of the other, so cancellation costs no more than rounding of the denominator.
 *
 * Reference: E. Estrada and M. Benzi, Walk-based measure of balance in signed networks, Physical Review E 90 (2014)
 * 042802, equation 5.
 */
export function walkBalance(graph: SignedGraph): number | null {
  if (graph.edges.length === 0) return null;
  const degree = graph.incident.reduce((most, edges) => Math.max(most, edges.length), 0);
  // Terms fall by half from k = 2 * degree on.
  const terms = 2 * degree + 60;
  if (degree > MAX_DEGREE || graph.ids.length * graph.edges.length * terms > MAX_WORK) return null;
  // exp(degree) bounds all entries; started this much lower they stay in range.
  let scale = 1;
  for (let halvings = 1.45 * (degree - 600); halvings > 0; halvings--) scale /= 2;
  let [signed, total] = [0, 0];
  const series = new Series(graph, terms);
  for (const vertex of graph.ids.keys()) {
    const diagonal = series.diagonal(vertex, scale);
    signed += diagonal.signed;
    total += diagonal.total;
  }
  return signed / total;
}

class Series {
  readonly #graph: SignedGraph;
  readonly #terms: number;
  #signed: Float64Array;
  #total: Float64Array;
  #nextSigned: Float64Array;
  #nextTotal: Float64Array;

  constructor(graph: SignedGraph, terms: number) {
    this.#graph = graph;
    this.#terms = terms;
    const empty = (): Float64Array => new Float64Array(graph.ids.length);
    [this.#signed, this.#total, this.#nextSigned, this.#nextTotal] = [empty(), empty(), empty(), empty()];
  }

  /** Entry of exp(A) and exp(|A|) on the diagonal, times a scale. */
  diagonal(vertex: number, scale: number): { readonly signed: number; readonly total: number } {
    this.#signed.fill(0);
    this.#total.fill(0);
    this.#signed[vertex] = this.#total[vertex] = scale;
    let [signed, total] = [scale, scale];
    for (let k = 1; k <= this.#terms; k++) {
      const largest = this.#multiply(1 / k);
      signed += this.#signed[vertex]!;
      total += this.#total[vertex]!;
      if (largest < total * 1e-18) break;
    }
    return { signed, total };
  }

  /** Multiplies both vectors by their matrix and a factor; returns the largest entry. */
  #multiply(factor: number): number {
    let largest = 0;
    for (const [vertex, edges] of this.#graph.incident.entries()) {
      let [signed, total] = [0, 0];
      for (const i of edges) {
        const edge = this.#graph.edges[i]!;
        const other = otherEnd(edge, vertex);
        signed += edge.sign * this.#signed[other]!;
        total += this.#total[other]!;
      }
      this.#nextSigned[vertex] = signed * factor;
      this.#nextTotal[vertex] = total * factor;
      if (total * factor > largest) largest = total * factor;
    }
    [this.#signed, this.#nextSigned] = [this.#nextSigned, this.#signed];
    [this.#total, this.#nextTotal] = [this.#nextTotal, this.#total];
    return largest;
  }
}
