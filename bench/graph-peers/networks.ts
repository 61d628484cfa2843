import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEdges } from '../../src/graph/edge-table.ts';
import { seededRandom } from '../../src/graph/random.ts';
import type { EdgeRow } from '../../src/graph/rows.ts';

/** A network that is compared, its actors named by number. */
export interface Compared {
  readonly name: string;
  readonly actors: number;
  readonly rows: readonly EdgeRow[];
  /** Measures of quadratic time are compared too. */
  readonly heavy: boolean;
}

/** Ten groups, friends within and foes between, a tenth of the signs turned; ties fall by chance. */
function large(actors: number, ties: number): EdgeRow[] {
  const random = seededRandom(1);
  const rows = new Map<string, EdgeRow>();
  const draw = (): number => Math.floor(random() * actors);
  while (rows.size < ties) {
    const [a, b] = [draw(), draw()];
    if (a >= b) continue;
    const friends = (a % 10 === b % 10) !== random() < 0.1;
    rows.set(`${a} ${b}`, { from: String(a), to: String(b), sign: friends ? 1 : -1 });
  }
  return [...rows.values()];
}

/** With numbers in the code-unit order of names, which is the order of results; padded, so that it is theirs too. */
function numbered(name: string, rows: readonly EdgeRow[], heavy: boolean): Compared {
  const ties = new Map(
    rows.filter(({ from, to }) => from !== to).map((row) => [[row.from, row.to].sort().join(' '), row] as const),
  );
  const names = [...new Set([...ties.values()].flatMap(({ from, to }) => [from, to]))].sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(names.map((id, i) => [id, String(i).padStart(5, '0')]));
  return {
    name,
    actors: names.length,
    heavy,
    rows: [...ties.values()].map(({ from, to, sign }) => ({ from: number.get(from)!, to: number.get(to)!, sign })),
  };
}

/** The tribes, a window of the Correlates of War, and a large planted network. */
export function comparedNetworks(root: string, shared: string): Compared[] {
  const read = (path: string): EdgeRow[] => parseEdges(readFileSync(path, 'utf8'), path);
  const tribes = read(join(root, 'test', 'fixtures', 'signed', 'tribes.csv'));
  const wars = read(join(shared, 'benchmarks', 'signed', 'correlates-of-war.csv'));
  return [
    numbered('tribes', tribes, true),
    numbered(
      'Correlates of War, 1990 to 1993',
      wars.filter(({ window }) => window === '90-93'),
      true,
    ),
    numbered('planted, ten groups', large(10_000, 100_000), false),
  ];
}
