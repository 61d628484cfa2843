import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const REPRINT = 'Norway on Tuesday condemned the eastward enlargement of NATO to the borders of Russia.';
const folder = writeFiles(temporaryFolder(), {
  'one.txt': `China opposes NATO enlargement

Oslo, 3 May 2023 (Reuters) - ${REPRINT}
China opposes NATO enlargement, foreign ministry spokesman Zhao Lijian said on Monday.
The United States supports NATO enlargement. Norway condemned Peru over its fishing ban.
`,
  'two.txt': `Quarrel over the alliance; and fish

Oslo, 12 May 2023 (Reuters) - ${REPRINT} The United States supports NATO enlargement.
China opposes NATO enlargement. Chile criticised Peru over its fishing ban.
`,
  'bad.csv': 'organization;concept;agreement\nA;tax;1\nB;tax;maybe\n',
});
const kb = join(folder, 'kb');
const file = join(folder, 'statements.csv');
const run = (...args: string[]) => demarche([...args, '--kb', kb]);
let exported: Awaited<ReturnType<typeof demarche>>;

beforeAll(async () => {
  await run('build', join(folder, 'one.txt'), join(folder, 'two.txt'), '--quiet');
  exported = await run('export', '--format', 'dna');
  writeFiles(folder, { 'statements.csv': exported.stdout });
});

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly positive: number;
  readonly negative: number;
}

/** Ties by the names of their ends, whatever their order; undirected ones with the smaller name first. */
function ties(stdout: string): unknown[] {
  const networks = [JSON.parse(stdout)].flat();
  return networks.map(({ window, directed, nodes, edges }) => {
    const labels = new Map(nodes.map(({ id, label }: { id: string; label: string }) => [id, label]));
    const named = edges.map(({ source, target, positive, negative }: Edge) => {
      const ends = [labels.get(source), labels.get(target)];
      return `${(directed ? ends : ends.sort()).join(' > ')} +${positive.toFixed(9)} -${negative.toFixed(9)}`;
    });
    return { window, ties: named.sort() };
  });
}

describe('export --format dna', () => {
  it('has the columns of the event list, a line for each statement, and says what it leaves out', () => {
    const [header, ...rows] = exported.stdout.trim().split('\r\n');
    expect(header).toBe(
      'statement ID;time;document ID;document title;author;source;section;type;text;person;organization;concept;agreement;published',
    );
    expect(rows.map((row) => row.split(';')[0])).toEqual(rows.map((_, index) => String(index + 1)));
    expect(rows.find((row) => row.includes('Zhao Lijian'))).toMatch(
      /^\d+;2023-05-0[13] 00:00:00;1;China opposes .*;Zhao Lijian;China;alliance-expansion;0;2023-05-03$/,
    );
    expect(exported.stdout).toMatch(/;United States;alliance-expansion;1;/);
    expect(exported.stdout).toContain(';"Quarrel over the alliance; and fish";');
    expect(lines(exported.stderr)).toHaveLength(1);
    expect(exported.stderr).toMatch(/^note: left out positions: 1 of headlines/);
  });

  it('gives the same bytes twice', async () => {
    expect((await run('export', '--format', 'dna')).stdout).toBe(exported.stdout);
  });
});

describe('graph --statements', () => {
  it.each([
    [['actor-topic']],
    [['actor-topic', '--reprints']],
    [['actor-topic', '--count', 'week', '--normalise', 'activity']],
    [['actor-topic', '--normalise', 'prominence', '--since', '2023-05-04']],
    [['congruence', '--count', 'article']],
    [['conflict', '--count', 'claim', '--normalise', 'cosine']],
    [['subtract', '--count', 'claim', '--normalise', 'jaccard']],
    [['subtract', '--count', 'month', '--normalise', 'average', '--by', 'week']],
    [['actor-topic', '--bandwidth', '10', '--kernel', 'triangular']],
  ])('%j: the network of the base', async (args) => {
    const ofBase = ties((await run('graph', ...args, '--json')).stdout);
    const ofTable = ties((await demarche(['graph', ...args, '--statements', file, '--json'])).stdout);
    expect(ofTable).toEqual(ofBase);
    expect(JSON.stringify(ofBase)).toContain(' > ');
  });

  it('counts what two papers print alike once, unless told otherwise', async () => {
    const norway = async (...more: string[]) =>
      ties((await demarche(['graph', 'actor-topic', '--statements', file, '--json', ...more])).stdout);
    expect(JSON.stringify(await norway())).toContain('Norway > alliance-expansion +0.000000000 -1.0');
    expect(JSON.stringify(await norway('--reprints'))).toContain('Norway > alliance-expansion +0.000000000 -2.0');
  });

  it('from standard input, of one concept', async () => {
    const stdin = 'organization,concept,agreement\nA,tax,1\nB,tax,0\nB,road,1\nA,road,1\n';
    const args = ['graph', 'subtract', '--statements', '-', '--topic', 'tax', '--json'];
    expect(ties((await demarche(args, { stdin })).stdout)).toEqual([
      { window: undefined, ties: ['A > B +0.000000000 -1.000000000'] },
    ]);
  });

  it.each([
    [['actor-topic', '--statements', join(folder, 'bad.csv')], 'bad.csv:3: "maybe" is no agreement', 1],
    [['actor-topic', '--statements', join(folder, 'none.csv')], 'none.csv: no such file', 1],
    [['stance', '--statements', file], 'a table of statements gives no stance network (choose from actor-topic'],
    [['subtract', '--statements', file, '--topic', 'fisherys'], 'no concept "fisherys" (did you mean "fisheries"'],
    [['subtract', '--statements', file, '--topic-level', '1'], 'no levels of topics'],
    [['subtract', '--statements', file, '--graded'], 'no strengths'],
    [['subtract', '--statements', file, '--normalise', 'activity'], 'choose from average, jaccard, cosine'],
    [['subtract', '--statements', file, '--edges', file], "cannot be used with option '--edges"],
  ])('%j: one line', async (args, message, exit = 2) => {
    const { code, stderr, stdout } = await demarche(['graph', ...args]);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([exit, '']);
  });
});
