import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linearSolver } from '../src/app/solver.ts';
import { edgeListNetwork } from '../src/graph/edge-list.ts';
import { parseEdges } from '../src/graph/edge-table.ts';
import { type Frustration, type FrustrationOptions, frustration } from '../src/graph/frustration.ts';
import { type GeneralisedFrustration, generalisedFrustration } from '../src/graph/generalised-frustration.ts';
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
  const start = process.cpuUsage().user;
  const result = frustration(graph, { ...options, solver });
  if (evaluate(graph, result) !== result.frustrationIndex) throw new Error('the partition does not cost what it is said to');
  return [result, (process.cpuUsage().user - start) / 1e6];
}

/** The same for groups of any number. */
function timedGroups(graph: SignedGraph): [result: GeneralisedFrustration, seconds: number] {
  const start = process.cpuUsage().user;
  const result = generalisedFrustration(graph, { solver });
  const { groups } = result;
  const cost = graph.edges.filter(({ u, v, sign }) => (groups[u] === groups[v]) !== sign > 0).length;
  if (cost !== result.index) throw new Error('the groups do not cost what they are said to');
  return [result, (process.cpuUsage().user - start) / 1e6];
}

const windows = [...new Set(rows.map((row) => row.window!))].map((window) => ({
  window,
  graph: toSignedGraph(edgeListNetwork(rows.filter((row) => row.window === window))),
}));
let [proving, deciding, proven, grouping, grouped] = [0, 0, 0, 0, 0];
const lines = windows.map(({ window, graph }) => {
  const [first, seconds] = timed(graph, {});
  const [second, both] = timed(graph, { undecided: true });
  proving += seconds;
  deciding += both;
  const [groups, groupSeconds] = timedGroups(graph);
  grouping += groupSeconds;
  if (groups.optimal) grouped++;
  if (first.optimal) proven++;
  const { frustrationIndex, lowerBound, optimal } = first;
  return `| ${window} | ${graph.ids.length} | ${graph.edges.length} | ${frustrationIndex} | ${lowerBound} | ${optimal ? 'yes' : 'no'} | ${second.undecided?.length ?? 'not known'} | ${groups.index} | ${groups.lowerBound} |`;
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
  ? [2, 3, 4, 5, 6].flatMap((camps) => [0.05, 0.1].map((turned) => ({ camps, turned })))
  : [];
const share = (index: number, bound: number): string => `${((100 * (index - bound)) / Math.max(1, index)).toFixed(1)} %`;
const plantLines = plants.map(({ camps, turned }) => {
  const graph = planted(camps, turned, 1);
  const [{ index, lowerBound: least }, seconds] = timedGroups(graph);
  const [two, twoSeconds] = timed(graph, {});
  const line = `| ${camps} | ${100 * turned} % | ${index} | ${least} | ${share(index, least)} | ${seconds.toFixed(0)} | ${two.frustrationIndex} | ${two.lowerBound} | ${share(two.frustrationIndex, two.lowerBound)} | ${twoSeconds.toFixed(0)} |`;
  console.log(line);
  return line;
});

const text = `# Frustration of signed networks

Written by \`bench/graph.ts\`. Each index was counted again from its partition alone.

## Correlates of War, 1946 to 1999 (Doreian and Mrvar 2015)

${proven} of ${windows.length} windows proven in ${proving.toFixed(1)} s together; with the undecided ties (on which best partitions differ) ${deciding.toFixed(1)} s. For groups of any number: ${grouped} proven in ${grouping.toFixed(1)} s. All times are of the processor.

| window | states | ties | frustration index | lower bound | proven | undecided ties | index, any number of groups | lower bound |
|---|---:|---:|---:|---:|---|---:|---:|---:|
${lines.join('\n')}
${
  plantLines.length === 0
    ? ''
    : `
## Planted networks: 1000 actors, 10 000 ties, some signs turned

Ties fall on pairs by chance, so that with more groups planted fewer ties are within them. Left: groups of any number
are looked for (cycles with one negative tie are cut); right: two camps, whatever the number planted (odd cycles).

| groups planted | signs turned | best found | lower bound | gap | s | two camps: best found | lower bound | gap | s |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${plantLines.join('\n')}
`
}`;
writeFileSync(join(root, 'bench', 'signed-results.md'), text);
console.log(`${proven} of ${windows.length} proven in ${proving.toFixed(2)} s, with undecided ties ${deciding.toFixed(2)} s`);
