import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'one.txt': `Norway condemns Peru over fishing

Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
Chile praised Peru for the ban.
Norway praised Chile for its patience.
`,
  'two.txt': `Chile at odds

Lima, 5 May 2023 (Reuters) - Chile on Thursday condemned Bolivia over its fishing ban.
`,
});
const kb = join(folder, 'kb');
const run = (...args: string[]) => demarche([...args, '--kb', kb]);
const graphFile = (): string => join(kb, 'graphs', readdirSync(join(kb, 'graphs'))[0]!);

beforeAll(async () => {
  await run('build', join(folder, 'one.txt'), '--quiet');
});

describe('derive', () => {
  it('writes results that SPARQL and named questions read, with claims, formulas and sources', async () => {
    expect((await run('ask', 'blocs', '--format', 'csv')).stdout.trim().split('\n')).toHaveLength(1);
    // Norway against Peru, Chile for both: one of three ties is frustrated, whichever.
    expect(JSON.parse((await run('derive', '--json')).stdout)).toMatchObject({
      layers: ['stance'],
      actors: 3,
      frustratedTies: 1,
    });
    const asked = await run(
      'query',
      'SELECT ?v WHERE { GRAPH graph:derived { [] dem:measure measure:frustrationIndex ; dem:value ?v } }',
    );
    expect(asked.stdout).toMatch(/\b1\b/);
    expect((await run('ask', 'frustrated-ties', '--why')).stdout).toMatch(/“.*(condemned|praised)/);
    expect((await run('ask', 'measurements', '--param', 'measure=pnIn')).stdout).toContain('Everett');
  });

  it('conforms to the shapes, goes out with the graph, and is the same a second time', async () => {
    expect((await run('check')).code).toBe(0);
    expect((await run('export', '--format', 'trig')).stdout).toContain('dem:FrustratedTie');
    const file = join(kb, 'derived', 'analysis.trig');
    const before = readFileSync(file, 'utf8');
    await run('derive', '--quiet');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is left out, and says so, when the base is another; a build takes it away', async () => {
    appendFileSync(graphFile(), '\n');
    const stale = await run('ask', 'blocs');
    expect(lines(stale.stderr)).toHaveLength(1);
    expect(stale.stderr).toContain('run demarche derive again');
    expect(stale.stdout).toContain('(no rows)');
    expect((await run('derive')).stderr).toBe('');
    expect((await run('ask', 'blocs')).stderr).toBe('');
    expect((await run('build', join(folder, 'two.txt'))).stderr).toContain('run demarche derive again');
    expect((await run('ask', 'blocs')).stderr).toBe('');
  });

  it.each([
    ['damaged', 'graph:derived { <x>'],
    ['not of the derived graph', '<http://e/s> <http://e/p> <http://e/o> .'],
  ])('that is %s is left out of queries and exports, and says so', async (why, text) => {
    await run('derive', '--quiet');
    const file = join(kb, 'derived', 'analysis.trig');
    const [state] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${state}\n${text}`);
    for (const args of [['ask', 'blocs'], ['export']]) {
      const { stderr, stdout } = await run(...args);
      expect(lines(stderr)).toHaveLength(1);
      expect(stderr).toContain(`results of analyses are ${why}`);
      expect(stdout).not.toContain('http://e/s');
    }
  });

  it('clears', async () => {
    await run('derive', '--quiet');
    expect((await run('derive', '--clear')).stderr).toContain('removed');
    expect((await run('derive', '--clear')).stderr).toContain('there were no results');
    expect((await run('ask', 'blocs')).stdout).toContain('(no rows)');
  });

  it('of nothing: no blocs, and no number that is none', async () => {
    const { stdout, code } = await run('derive', '--since', '2030-01-01');
    expect(code).toBe(0);
    expect(stdout).toContain('0 actors in 0 blocs');
    expect((await run('export')).stdout).not.toMatch(/NaN|Infinity/);
    expect((await run('check')).code).toBe(0);
  });
});
