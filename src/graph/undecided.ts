import { coverRow } from './cover.ts';
import { costOfMoving } from './exhaustive.ts';
import type { CoverFrustration, CycleLimits } from './frustration-program.ts';
import { seededRandom } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';
import type { LinearProgram, LinearSolver } from './solver.ts';
import { treeColouring } from './spanning-tree.ts';
import { frustratedWeight, type Sides } from './two-colouring.ts';
import { violatedCycles } from './unbalanced-cycles.ts';

/**
 * The edges on which best partitions differ, given one of them and its proof: what its prices leave open is narrowed
 * down by walking along best partitions; then, with the cost held at the optimum, a partition is looked for that
 * turns as many of the open edges as possible, until none can be turned. Null if the limit of nodes does not suffice.
 *
 * References: fixing by reduced costs, H. Crowder, E. L. Johnson and M. Padberg, Solving large-scale zero-one linear
 * programming problems, Operations Research 31 (1983) 803-834; the search for the solution that differs most,
 * J.-F. Tsai, M.-H. Lin and Y.-C. Hu, Finding multiple solutions to general integer linear programs, European Journal
 * of Operational Research 184 (2008) 802-809.
 */
export function undecidedEdges(
  graph: SignedGraph,
  solver: LinearSolver,
  proof: CoverFrustration,
  limits: CycleLimits = {},
): number[] | null {
  const best = frustratedWeight(graph, proof.sides);
  const slack = 1e-6 * Math.max(1, best);
  const isFrustrated = (i: number): boolean => !satisfied(graph, proof.sides, i);
  const open = new Set<number>();
  for (const i of graph.edges.keys()) {
    const turned = isFrustrated(i) ? proof.priced.lacking[i]! : proof.priced.having[i]!;
    if (turned <= best + slack) open.add(i);
  }
  const undecided = new Set<number>();
  const note = (sides: Sides): void => {
    for (const i of open) if (satisfied(graph, sides, i) === isFrustrated(i)) undecided.add(i);
    for (const i of undecided) open.delete(i);
  };
  walkBest(graph, proof.sides, note);
  if (open.size === 0) return sorted(undecided);

  const program = solver.open(graph.edges.map(() => 0));
  try {
    program.addRows(proof.cycles.map(coverRow));
    const weights = graph.edges.map(({ weight }) => weight);
    program.addRows([{ columns: weights.map((_weight, i) => i), coefficients: weights, lower: 0, upper: best + slack }]);
    for (let left = limits.nodes ?? 2000; open.size > 0; ) {
      if (limits.expired?.()) return null;
      program.setCosts(graph.edges.map((_edge, i) => (open.has(i) ? (isFrustrated(i) ? 1 : -1) : 0)));
      const found = turnMost(graph, program, left);
      if (found === null) return null;
      left = found.left;
      const before = open.size;
      if (frustratedWeight(graph, found.sides) <= best + slack) note(found.sides);
      if (open.size === before) break;
    }
    return sorted(undecided);
  } finally {
    program.close();
  }
}

const sorted = (edges: ReadonlySet<number>): number[] => [...edges].sort((a, b) => a - b);

const satisfied = (graph: SignedGraph, sides: Sides, i: number): boolean => {
  const { u, v, sign } = graph.edges[i]!;
  return sides[u]! * sides[v]! === sign;
};

/** Steps from one best partition to another, each moving one actor whose move costs nothing. */
function walkBest(graph: SignedGraph, start: Sides, visit: (sides: Sides) => void): void {
  const random = seededRandom(1);
  const sides = [...start];
  for (let step = 0; step < 20; step++) {
    for (const vertex of sides.keys()) {
      const change = costOfMoving(graph, sides, vertex);
      if (change > 1e-9 || change < -1e-9) continue;
      const before = sides[vertex]!;
      sides[vertex] = -before as 1 | -1;
      visit(sides);
      if (random() < 0.5) sides[vertex] = before;
    }
  }
}

/** A partition that costs no more than allowed and turns most of the edges with costs; null if the nodes run out. */
function turnMost(
  graph: SignedGraph,
  program: LinearProgram,
  nodes: number,
): { readonly sides: Sides; readonly left: number } | null {
  for (let left = nodes; left > 0; ) {
    const found = program.solve(left);
    left -= found.nodes + 1;
    if (found.values === null || !found.proven) return null;
    const values = found.values.map((value) => Math.round(value));
    const cycles = violatedCycles(graph, values);
    if (cycles.length === 0) return { sides: treeColouring(graph, values), left };
    program.addRows(cycles.map(coverRow));
  }
  return null;
}
