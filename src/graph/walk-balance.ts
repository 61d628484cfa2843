import { connectedComponents } from './components.ts';
import { symmetricEigenvalues } from './eigenvalues.ts';
import { exponential } from './exponential.ts';
import type { SignedGraph } from './signed-graph.ts';

/** Most actors of a component for which the measure is computed: its time grows with their third power. */
const MAX_ACTORS = 1200;

/**
 * Walk balance: closed walks with the product of their signs against all closed walks, those of length k weighted by
 * 1 / k!: tr(exp(A)) / tr(exp(|A|)), with A the signed adjacency matrix (weights not counted). 1 if and only if the
 * graph is balanced. Null without ties, and where a component is too large.
 *
 * The trace is the sum of the exponentials of the eigenvalues. All are divided by that of the largest of |A|, which
 * no other exceeds, so that none is out of range.
 *
 * Reference: E. Estrada and M. Benzi, Walk-based measure of balance in signed networks, Physical Review E 90 (2014)
 * 042802, equation 5.
 */
export function walkBalance(graph: SignedGraph): number | null {
  const components = connectedComponents(graph);
  if (graph.edges.length === 0 || components[0]!.length > MAX_ACTORS) return null;
  const signed = components.map((component) => eigenvalues(graph, component, true));
  const total = components.map((component) => eigenvalues(graph, component, false));
  const largest = total.reduce((most, values) => values.reduce((a, b) => Math.max(a, b), most), 0);
  const trace = (parts: readonly Float64Array[]): number =>
    parts.reduce((sum, values) => values.reduce((a, value) => a + exponential(value - largest), sum), 0);
  return trace(signed) / trace(total);
}

function eigenvalues(graph: SignedGraph, component: readonly number[], signed: boolean): Float64Array {
  const index = new Map(component.map((vertex, i) => [vertex, i]));
  const matrix = component.map(() => new Float64Array(component.length));
  for (const vertex of component)
    for (const i of graph.incident[vertex]!) {
      const { u, v, sign } = graph.edges[i]!;
      const [a, b] = [index.get(u)!, index.get(v)!];
      matrix[a]![b] = matrix[b]![a] = signed ? sign : 1;
    }
  return symmetricEigenvalues(matrix);
}
