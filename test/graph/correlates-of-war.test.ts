import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linearSolver } from '../../src/app/solver.ts';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import { parseEdges } from '../../src/graph/edge-table.ts';
import { frustration } from '../../src/graph/frustration.ts';
import { toSignedGraph } from '../../src/graph/signed-graph.ts';
import { ROOT } from '../shared.ts';

const rows = parseEdges(readFileSync(join(ROOT, 'test', 'fixtures', 'signed', 'correlates-of-war.csv'), 'utf8'), 'fixture');

/** Lines of the committed table: window, states, ties, index, bound. */
const table = readFileSync(join(ROOT, 'bench', 'signed-results.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d\d-\d\d /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, window = '', states, ties, index, bound]) => ({ window, numbers: [states, ties, index, bound].map(Number) }));

test('all 51 windows are proven, and are what the committed table says', { timeout: 120_000 }, async () => {
  const solver = await linearSolver();
  expect(table).toHaveLength(51);
  expect(new Set(rows.map(({ window }) => window))).toEqual(new Set(table.map(({ window }) => window)));
  for (const { window, numbers } of table) {
    const lines = rows.filter((row) => row.window === window);
    const graph = toSignedGraph(edgeListNetwork(lines));
    const { frustrationIndex, lowerBound, optimal, sides } = frustration(graph, { solver });
    expect([graph.ids.length, graph.edges.length, frustrationIndex, lowerBound], window).toEqual(numbers);
    expect(optimal).toBe(true);
    // Counted from the lines of the file, apart from the graph.
    const camp = new Map(graph.ids.map((id, i) => [id, sides[i]]));
    expect(lines.filter(({ from, to, sign }) => (camp.get(from) === camp.get(to)) !== sign > 0)).toHaveLength(frustrationIndex);
  }
});
