import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linearSolver } from '../src/app/solver.ts';
import { edgeListNetwork } from '../src/graph/edge-list.ts';
import { parseEdges } from '../src/graph/edge-table.ts';
import { type Frustration, type FrustrationOptions, frustration } from '../src/graph/frustration.ts';
import { seededRandom } from '../src/graph/random.ts';
import type { EdgeRow } from '../src/graph/rows.ts';
import { type SignedGraph, toSignedGraph } from '../src/graph/signed-graph.ts';

/*
 * Frustration of the Correlates-of-War windows and of planted networks, into bench/signed-results.md.
 *
 *     npx tsx bench/graph.ts            the benchmarks lie in DEMARCHE_SHARED, else in ../shared
 *
 * The numbers of the first table are the same on every machine; times are of the machine that wrote it.
 */
const root = join(import.meta.dirname, '..');
const shared = process.env.DEMARCHE_SHARED ?? resolve(root, '..', 'shared');
const rows = parseEdges(
  readFileSync(join(shared, 'benchmarks', 'signed', 'correlates-of-war.csv'), 'utf8'),
  'correlates-of-war.csv',
);
const solver = await linearSolver();

/** Frustrated edges counted from the partition alone, apart from the algorithms. */
function evaluate(graph: SignedGraph, { sides }: Frustration): number {
  return graph.edges.filter(({ u, v, sign }) => (sides[u] === sides[v]) !== sign > 0).length;
}

function timed(graph: SignedGraph, options: FrustrationOptions): [result: Frustration, seconds: number] {
  const start = performance.now();
  const result = frustration(graph, { ...options, solver });
  if (evaluate(graph, result) !== result.frustrationIndex) throw new Error('the partition does not cost what it is said to');
  return [result, (performance.now() - start) / 1000];
}

const windows = [...new Set(rows.map((row) => row.window!))].map((window) => ({
  window,
  graph: toSignedGraph(edgeListNetwork(rows.filter((row) => row.window === window))),
}));
let [proving, deciding, proven] = [0, 0, 0];
const lines = windows.map(({ window, graph }) => {
  const [first, seconds] = timed(graph, {});
  const [second, both] = timed(graph, { undecided: true });
  proving += seconds;
  deciding += both;
  if (first.optimal) proven++;
  const { frustrationIndex, lowerBound, optimal } = first;
  return `| ${window} | ${graph.ids.length} | ${graph.edges.length} | ${frustrationIndex} | ${lowerBound} | ${optimal ? 'yes' : 'no'} | ${second.undecided?.length ?? 'not known'} |`;
});

/** Camps of equal size, friends within and foes between, with a share of the signs turned. */
function planted(camps: number, turned: number, seed: number): SignedGraph {
  const random = seededRandom(seed);
  const ties = new Map<string, EdgeRow>();
  while (ties.size < 10_000) {
    const [a, b] = [Math.floor(random() * 1000), Math.floor(random() * 1000)].sort((x, y) => x - y) as [number, number];
    if (a === b || ties.has(`${a} ${b}`)) continue;
    const friends = (a % camps === b % camps) !== random() < turned;
    ties.set(`${a} ${b}`, { from: `n${a}`, to: `n${b}`, sign: friends ? 1 : -1 });
  }
  return toSignedGraph(edgeListNetwork([...ties.values()]));
}

const plants = process.argv.includes('--planted')
  ? [2, 3, 6].flatMap((camps) => [0.05, 0.1].map((turned) => ({ camps, turned })))
  : [];
const plantLines = plants.map(({ camps, turned }) => {
  const [{ frustrationIndex, lowerBound }, seconds] = timed(planted(camps, turned, 1), { nodes: 0 });
  const gap = (100 * (frustrationIndex - lowerBound)) / frustrationIndex;
  const line = `| ${camps} | ${100 * turned} % | ${frustrationIndex} | ${lowerBound} | ${gap.toFixed(1)} % | ${seconds.toFixed(1)} |`;
  console.log(line);
  return line;
});

const text = `# Frustration of signed networks

Written by \`bench/graph.ts\`. Each index was counted again from its partition alone.

## Correlates of War, 1946 to 1999 (Doreian and Mrvar 2015)

${proven} of ${windows.length} windows proven in ${proving.toFixed(1)} s together; with the undecided ties (on which best partitions differ) ${deciding.toFixed(1)} s.

| window | states | ties | frustration index | lower bound | proven | undecided ties |
|---|---:|---:|---:|---:|---|---:|
${lines.join('\n')}
${
  plantLines.length === 0
    ? ''
    : `
## Planted networks: 1000 actors, 10 000 ties, some signs turned

Two camps are looked for whatever the number planted; relaxations only, no search over whole numbers.

| camps planted | signs turned | best found | lower bound | gap | seconds |
|---:|---:|---:|---:|---:|---:|
${plantLines.join('\n')}
`
}`;
writeFileSync(join(root, 'bench', 'signed-results.md'), text);
console.log(`${proven} of ${windows.length} proven in ${proving.toFixed(2)} s, with undecided ties ${deciding.toFixed(2)} s`);
