import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'one.txt': `Norway condemns Peru over fishing

Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
Chile praised Peru for the ban.
`,
  'two.txt': `Norway and Chile at odds

Oslo, 5 May 2023 (Reuters) - Norway on Thursday condemned Peru over its fishing ban.
Chile criticised Norway on Friday.
`,
});
const kb = join(folder, 'kb');
const run = (...args: string[]) => demarche([...args, '--kb', kb]);

beforeAll(async () => {
  await demarche(['build', join(folder, 'one.txt'), join(folder, 'two.txt'), '--kb', kb, '--quiet']);
});

describe('graph', () => {
  it('prints each tie with its counts', async () => {
    const { stdout, code } = await run('graph', 'stance', '--format', 'csv');
    const rows = stdout
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const cells = (name: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(name)]);
    expect(
      cells('from').map(
        (from, i) => `${from} ${cells('to')[i]} ${cells('for')[i]} ${cells('against')[i]} ${cells('articles')[i]}`,
      ),
    ).toEqual(['Chile Norway 0 1 1', 'Chile Peru 1 0 1', 'Norway Peru 0 2 2']);
    expect(code).toBe(0);
  });

  it.each([
    ['gexf', /^<\?xml[\s\S]*<gexf/],
    ['graphml', /^<\?xml[\s\S]*<graphml/],
    ['dot', /^digraph/],
    ['svg', /^<svg [\s\S]*<\/svg>\n$/],
  ])('writes %s, the same bytes twice', async (format, shape) => {
    const [one, two] = [await run('graph', 'stance', '--format', format), await run('graph', 'stance', '--format', format)];
    expect(one.stdout).toMatch(shape);
    expect(one.stdout).toContain('Norway');
    expect(one.stdout).toBe(two.stdout);
  });

  it('keeps to the window', async () => {
    const { stdout } = await run('graph', 'stance', '--since', '2023-05-04', '--json');
    const { edges } = JSON.parse(stdout);
    expect(edges.every(({ first }: { first: string }) => first >= '2023-05-04')).toBe(true);
    expect(edges.length).toBeGreaterThan(0);
  });

  it('counts headlines only where asked for', async () => {
    const weight = async (...more: string[]) => {
      const { edges } = JSON.parse((await run('graph', 'stance', '--json', ...more)).stdout);
      return edges.reduce((sum: number, edge: { weight: number }) => sum + edge.weight, 0);
    };
    expect(await weight('--headlines')).toBe((await weight()) + 1);
  });

  it('says that nothing matched, and that is no error', async () => {
    const { stdout, stderr, code } = await run('graph', 'stance', '--since', '2030-01-01');
    expect(stderr).toContain('note: the network is empty');
    expect(lines(stdout)).toHaveLength(2);
    expect(code).toBe(0);
    expect((await run('graph', 'stance', '--since', '2030-01-01', '--quiet')).stderr).toBe('');
  });

  it('one network for each window, or the one that is picked', async () => {
    const days = JSON.parse((await run('graph', 'stance', '--by', 'day', '--json')).stdout);
    expect(days.map(({ window, edges }: { window: string; edges: unknown[] }) => [window, edges.length])).toEqual([
      // Said on 2, 4 and 5 May; the praise, undated, stands on the day of print.
      ['2023-05-02', 1],
      ['2023-05-03', 1],
      ['2023-05-04', 1],
      ['2023-05-05', 1],
    ]);
    const day = await run('graph', 'stance', '--by', 'day', '--window', '2023-05-05', '--format', 'csv');
    expect(lines(day.stdout)[1]).toContain('Chile,Norway');
    // Triangular, 4 days to each side: 1 - |day - centre| / 4.
    const smooth = await run(
      ...['graph', 'stance', '--bandwidth', '4', '--kernel', 'triangular', '--step', '1', '--window', '2023-05-05', '--json'],
    );
    const against = JSON.parse(smooth.stdout).edges.map((edge: { negative: number }) => edge.negative);
    expect(against).toEqual([1, 0, 0.75 + 0.25]);
  });

  it.each([
    [['stance', '--by', 'day', '--window', '2023-05-06'], 'no window "2023-05-06" (did you mean "2023-05-02"'],
    [['stance', '--window', '2023'], 'time is not cut into windows (add --by or --bandwidth)'],
    [['stance', '--normalise', 'jaccard'], 'the stance network is not normalised by jaccard'],
    [['subtract', '--normalise', 'activity'], 'choose from average, jaccard, cosine'],
  ])('%j: one line', async (args, message) => {
    const { code, stderr, stdout } = await run('graph', ...args);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('explains what a tie means and how it is counted', async () => {
    const { stderr } = await run('graph', 'conflict', '--count', 'week', '--explain');
    expect(stderr).toContain('in a week (from Monday) counts once');
    expect(stderr).toMatch(/Leifeld.*2017/);
  });

  it('names the topics it knows when one is unknown', async () => {
    const { code, stderr } = await run('graph', 'stance', '--topic', 'fishhing');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain('has no topic "fishhing"');
    expect(code).toBe(2);
  });
});

describe('an agency in several papers', () => {
  const words = 'Norway on Tuesday condemned Peru over its ban on fishing off the coast of Lima.';
  const papers = writeFiles(temporaryFolder(), {
    'one.txt': `Norway condemns Peru\n\nOslo, 3 May 2023 (Reuters) - ${words}\n`,
    'two.txt': `Quarrel over fish\n\nOslo, 4 May 2023 (Reuters) - ${words} Peru has many fishermen.\n`,
  });
  const ask = (...args: string[]) => demarche([...args, '--kb', join(papers, 'kb'), '--json']);

  it('counts once, with both articles as evidence, unless each print is asked for', async () => {
    await demarche(['build', join(papers, 'one.txt'), join(papers, 'two.txt'), '--kb', join(papers, 'kb'), '--quiet']);
    const [once] = JSON.parse((await ask('graph', 'stance')).stdout).edges;
    expect([once.negative, once.articles.length]).toEqual([1, 2]);
    const [each] = JSON.parse((await ask('graph', 'stance', '--reprints')).stdout).edges;
    expect(each.negative).toBe(2);
    // One source, however often it is printed.
    expect(JSON.parse((await ask('analyze', 'fragility')).stdout).ties[0].articlesToFlip).toBe(1);
  });
});

describe('analyze', () => {
  it('opposition: who opposes whom, with the sentences', async () => {
    const { stdout } = await run('analyze', 'opposition', '--evidence');
    expect(stdout).toMatch(/Norway +Peru +2/);
    expect(stdout).toContain('“Norway on Tuesday condemned Peru over its fishing ban”');
    expect(stdout).toContain('“Norway on Thursday condemned Peru over its fishing ban”');
    const { ties } = JSON.parse((await run('analyze', 'opposition', '--evidence', '--json')).stdout);
    expect(ties[0]).toMatchObject({ sourceLabel: 'Norway', targetLabel: 'Peru', oppose: 2 });
    expect(ties[0].evidence.map(({ claim }: { claim: string }) => claim).sort()).toEqual(ties[0].claims);
  });

  it('blocs: who stands together', async () => {
    const { blocs } = JSON.parse((await run('analyze', 'blocs', '--json')).stdout);
    const members = blocs.map((bloc: { members: { label: string }[] }) => bloc.members.map(({ label }) => label).sort());
    expect(members).toEqual(expect.arrayContaining([['Chile', 'Peru'], ['Norway']]));
  });

  it('balance: a triangle with two foes is balanced', async () => {
    const balance = JSON.parse((await run('analyze', 'balance', '--json')).stdout);
    expect(balance).toMatchObject({ actors: 3, ties: 3, cycles: 1, balanced: true, frustrationIndex: 0, triangleBalance: 1 });
    expect((await run('analyze', 'balance')).stdout).toMatch(/frustrated ties +none/);
  });

  it('balance: the sentences of frustrated ties', async () => {
    // One foe among three ties: one of them is frustrated, whichever.
    const papers = writeFiles(temporaryFolder(), {
      'three.txt':
        'Fish\n\nOslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.\nChile praised Peru for the ban.\nChile praised Norway for its patience.\n',
    });
    const own = ['--kb', join(papers, 'kb')];
    await demarche(['build', join(papers, 'three.txt'), ...own, '--quiet']);
    const { stdout } = await demarche(['analyze', 'balance', '--evidence', ...own]);
    expect(stdout).toMatch(/\nfrustrated: .*\n[\s\S]*“.*(condemned|praised)/);
    const { frustrated } = JSON.parse((await demarche(['analyze', 'balance', '--evidence', '--json', ...own])).stdout);
    expect(frustrated[0].evidence.map(({ claim }: { claim: string }) => claim).sort()).toEqual(frustrated[0].claims);
  });

  it('balance: says that it says nothing where there is no cycle', async () => {
    const { stdout, stderr } = await run('analyze', 'balance', '--until', '2023-05-03');
    expect(stdout).toMatch(/balanced +says nothing: no cycles/);
    expect(stderr).toContain('note: the network has no cycle');
  });

  it('prints CSV for spreadsheets', async () => {
    expect((await run('analyze', 'opposition', '--format', 'csv')).stdout).toMatch(/^who,opposes,times,[^\r]*\r\nNorway,Peru,2,/);
  });
});

describe('analyses over time and sources', () => {
  const rowsOf = async (...args: string[]) => JSON.parse((await run('analyze', ...args, '--json')).stdout);

  it('timeline: each pair in each window', async () => {
    const { entries } = await rowsOf('timeline', '--by', 'week');
    // Said on 2, 4 and 5 May 2023; the praise, undated, stands on the day of print.
    expect(
      entries.map((one: Record<string, unknown>) => [one.window, one.sourceLabel, one.targetLabel, one.supports, one.opposes]),
    ).toEqual([
      ['2023-W18', 'Chile', 'Norway', 0, 1],
      ['2023-W18', 'Chile', 'Peru', 1, 0],
      ['2023-W18', 'Norway', 'Peru', 0, 2],
    ]);
  });

  it('fragility: what hangs on one article', async () => {
    const { ties } = await rowsOf('fragility');
    const named = ties.map((tie: Record<string, unknown>) => [tie.sourceLabel, tie.targetLabel, tie.articlesToFlip]);
    expect(named).toContainEqual(['Chile', 'Norway', 1]);
    expect(named).toContainEqual(['Norway', 'Peru', 2]);
  });

  it('changes and polarization of a plain edge list', async () => {
    const edges = join(folder, 'dated.csv');
    writeFiles(folder, {
      'dated.csv': 'from,to,sign,date,topic\nA,B,1,2024-01-01,dam\nA,B,-1,2024-03-01,dam\nC,B,1,2024-03-02,dam\nD,B,-1,,dam\n',
    });
    const { changes } = await rowsOf('changes', '--edges', edges);
    expect(changes[0]).toMatchObject({ source: 'A', target: 'B', kind: 'shift', lastSupport: '2024-01-01' });
    const { stdout, stderr } = await demarche(['analyze', 'polarization', '--edges', edges, '--explain']);
    expect(stdout).toMatch(/2024-03 +2 +2 +1\.000/);
    expect(stdout).toContain('Econometrica');
    expect(stderr).toContain('1 claims have no day');
  });

  it.each([
    [['timeline', '--by', 'fortnight'], /day, week, month/],
    [['polarization', '--bandwidth', '0'], /whole number from 1/],
    [['changes', '--step', 'often'], /whole number from 1/],
  ])('%j is refused in one line', async (args, message) => {
    const { stderr, code } = await demarche(['analyze', ...args]);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });
});
