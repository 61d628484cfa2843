import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linearSolver } from '../src/app/solver.ts';
import { adjacencyOf } from '../src/graph/adjacency.ts';
import { betweenness } from '../src/graph/betweenness.ts';
import { biconnectedComponents } from '../src/graph/biconnected.ts';
import { searchGroups } from '../src/graph/cluster-search.ts';
import { connectedComponents } from '../src/graph/components.ts';
import { edgeListNetwork } from '../src/graph/edge-list.ts';
import { signedEigenvector } from '../src/graph/eigenvector.ts';
import { frustration } from '../src/graph/frustration.ts';
import { pnCentrality } from '../src/graph/pn.ts';
import { semidefiniteBound } from '../src/graph/semidefinite-bound.ts';
import { toSignedGraph } from '../src/graph/signed-graph.ts';
import { undirectedTriads } from '../src/graph/triads.ts';
import { triangleCensus } from '../src/graph/triangles.ts';
import { walkBalance } from '../src/graph/walk-balance.ts';
import { type Compared, comparedNetworks } from './graph-peers/networks.ts';

/*
 * The same measures by igraph, NetworkX and NumPy (Debian: python3-igraph, python3-networkx, python3-scipy) in one
 * run, into bench/graph-peers-results.md. A peer that is missing is "not run"; values that differ end the run with an
 * error.
 *
 *     npm run bench:graph-peers          PYTHON names another python3
 */
const root = join(import.meta.dirname, '..');
const shared = process.env.DEMARCHE_SHARED ?? resolve(root, '..', 'shared');
const python = process.env.PYTHON ?? '/usr/bin/python3';
const folder = mkdtempSync(join(tmpdir(), 'demarche-peers-'));

interface Measured {
  readonly value: unknown;
  readonly seconds: number;
}
type Measures = Readonly<Record<string, Measured>>;

const processorSeconds = (): number => process.cpuUsage().user / 1e6;

function timed(run: () => unknown): Measured {
  const start = processorSeconds();
  const value = run();
  return { value, seconds: processorSeconds() - start };
}

const solver = await linearSolver();

/** Network and graph are made before, as those of the peers are. */
function ownMeasures({ rows, heavy, actors }: Compared): Measures {
  const network = edgeListNetwork(rows);
  const graph = toSignedGraph(network);
  const adjacency = adjacencyOf(network);
  const lengths = (lists: readonly (readonly number[])[]): number[] => lists.map(({ length }) => length);
  return {
    'triangles by sign': timed(() => triangleCensus(graph).counts),
    'degrees by sign': timed(() => [...lengths(adjacency.positiveOut), ...lengths(adjacency.negativeOut)]),
    parts: timed(() => connectedComponents(graph).length),
    blocks: timed(() => biconnectedComponents(graph).length),
    PN: timed(() => pnCentrality(adjacency, false).all),
    eigenvector: timed(() => signedEigenvector(graph)),
    ...(heavy && {
      betweenness: timed(() => betweenness(adjacency.positiveOut, false).values),
      'walk balance': timed(() => walkBalance(graph)),
    }),
    ...(actors <= 16 && { frustration: timed(() => frustration(graph, { solver }).frustrationIndex) }),
  };
}

type Answer = { readonly measures: Measures; readonly megabytes: number } | { readonly missing: string };

function ask(peer: string, { rows, actors, heavy }: Compared): Answer {
  const file = join(folder, 'ties.csv');
  const lines = rows.map(({ from, to, sign }) => `${Number(from)},${Number(to)},${sign}`);
  writeFileSync(file, ['from,to,sign', ...lines].join('\n'));
  const script = join(import.meta.dirname, 'graph-peers', 'peers.py');
  try {
    const text = execFileSync(python, [script, peer, file, String(actors), heavy ? '1' : '0'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    return JSON.parse(text) as Answer;
  } catch (error) {
    return { missing: (error as Error).message.split('\n')[0]! };
  }
}

/** Largest difference relative to the largest value; infinite where lengths differ. */
function difference(a: unknown, b: unknown): number {
  const [one, two] = [[a].flat() as number[], [b].flat() as number[]];
  if (one.length !== two.length) return Number.POSITIVE_INFINITY;
  const scale = one.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - two[i]!)), 0) / scale;
}

const SAME = 1e-6;
let different = 0;

function compare(compared: Compared): string {
  const own = ownMeasures(compared);
  const lines = ['igraph', 'NetworkX', 'NumPy'].flatMap((peer) => {
    const answer = ask(peer, compared);
    if ('missing' in answer) return [`| ${peer} | not run (${answer.missing}) | | | | | |`];
    return Object.entries(answer.measures).map(([name, { value, seconds }]) => {
      const mine = own[name]!;
      const apart = difference(mine.value, value);
      if (apart > SAME) different++;
      const same =
        apart === 0 ? 'same' : apart <= SAME ? `same (${apart.toExponential(0)})` : `DIFFERENT (${apart.toExponential(1)})`;
      const ratio = mine.seconds > 0.0005 ? (seconds / mine.seconds).toFixed(1) : '';
      return `| ${peer} | ${name} | ${same} | ${mine.seconds.toFixed(3)} | ${seconds.toFixed(3)} | ${ratio} | ${answer.megabytes.toFixed(0)} |`;
    });
  });
  return `## ${compared.name}: ${compared.actors} actors, ${compared.rows.length} ties

| peer | measure | values | own s | peer s | peer / own | peer MB |
|---|---|---|---:|---:|---:|---:|
${lines.join('\n')}
`;
}

/** What the largest network takes alone, from its lines on. */
function alone({ rows }: Compared): string {
  const network = timed(() => edgeListNetwork(rows));
  const made = network.value as ReturnType<typeof edgeListNetwork>;
  const graph = toSignedGraph(made);
  const adjacency = adjacencyOf(made);
  const parts: (readonly [name: string, seconds: number])[] = [['network from lines', network.seconds]];
  const add = (name: string, run: () => unknown): void => void parts.push([name, timed(run).seconds]);
  add('triad census', () => undirectedTriads(graph));
  add('PN', () => pnCentrality(adjacency, false));
  add('eigenvector', () => signedEigenvector(graph));
  add('betweenness from 256 pivots', () => betweenness(adjacency.positiveOut, false));
  add('blocs of any number, heuristic', () => searchGroups(graph, 1));
  const together = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  const exact = timed(() => betweenness(adjacency.positiveOut, false, { pivots: graph.ids.length }));
  const bound = timed(() =>
    semidefiniteBound(
      graph,
      graph.edges.map(() => 1),
    ),
  );
  return `## Alone: ${graph.ids.length} actors, ${graph.edges.length} ties

| what | s |
|---|---:|
${parts.map(([name, seconds]) => `| ${name} | ${seconds.toFixed(1)} |`).join('\n')}
| **together** | **${together.toFixed(1)}** |
| betweenness from all actors | ${exact.seconds.toFixed(1)} |
| bound of the frustration index (semidefinite) | ${bound.seconds.toFixed(1)} |

Most memory of the process up to "together": ${memory.toFixed(0)} MB.
`;
}

const networks = comparedNetworks(root, shared);
const own = alone(networks.at(-1)!);
const text = `# Signed networks against peers

Written by \`npm run bench:graph-peers\`. Times are of the processor, in seconds, one thread each, of one run on one machine;
the ratio is left out where the own time is too short to be measured. "Same" with a number: largest difference relative to the
largest value. Betweenness is over positive ties; PN by a direct solution (small) or SciPy's conjugate gradients (large); the
frustration index by all partitions.

${networks.map(compare).join('\n')}
${own}`;
rmSync(folder, { recursive: true });
writeFileSync(join(import.meta.dirname, 'graph-peers-results.md'), text);
console.log(text);
if (different > 0) {
  console.error(`${different} values differ`);
  process.exitCode = 1;
}
