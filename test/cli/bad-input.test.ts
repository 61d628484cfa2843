import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANALYSES, CHANGE_ANALYSES, GRAPH_FORMATS, NETWORK_KINDS } from '../../src/app/formats.ts';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

/*
 * Networks with nothing in them, or almost nothing: every analysis and every format answers, says what is amiss, and
 * prints no number that is none.
 */

const folder = writeFiles(temporaryFolder(), {
  'empty.csv': 'from,to,sign,weight,date,topic\n',
  'oneself.csv': 'from,to,sign,weight,date,topic\nA,A,1,1,2024-01-01,x\n',
  'weightless.csv': 'from,to,sign,weight,date,topic\nA,B,1,0,2024-01-01,x\n',
  'single.csv': 'from,to,sign,weight,date,topic\nA,B,-1,1,2024-01-01,x\n',
  'cancelled.csv': 'from,to,sign,weight,date,topic\nA,B,1,1,2024-01-01,x\nA,B,-1,1,2024-01-01,x\n',
  'parts.csv': 'from,to,sign,weight,date,topic\nA,B,1,1,2024-01-01,x\nC,D,-1,2,2024-02-01,y\nE,E,1,1,2024-02-01,y\n',
  'undated.csv': 'from,to,sign\nA,B,1\nB,C,-1\nA,C,1\n',
  'quiet.txt': 'Rain in Oslo\n\nOslo, 3 May 2023 (Reuters) - It rained all day.\n',
});
const file = (name: string): string => join(folder, name);
const LISTS = ['empty.csv', 'oneself.csv', 'weightless.csv', 'single.csv', 'cancelled.csv', 'parts.csv', 'undated.csv'];
const WHATS = [...ANALYSES, ...CHANGE_ANALYSES];
const kb = join(folder, 'kb');
const NO_NUMBER = /NaN|Infinity|undefined|\[object/;

beforeAll(async () => {
  await demarche(['build', file('quiet.txt'), '--kb', kb, '--quiet']);
});

async function sound(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await demarche(args);
  expect(`${args.join(' ')}: ${code}`).toBe(`${args.join(' ')}: 0`);
  expect(stdout + stderr, args.join(' ')).not.toMatch(NO_NUMBER);
  expect(stderr, args.join(' ')).not.toMatch(/^\s+at /m);
  return stdout;
}

describe.each(LISTS)('the edge list %s', (name) => {
  it.each(WHATS)('analyze %s answers as a table, CSV and JSON', async (what) => {
    const args = ['analyze', what, '--edges', file(name), '--shuffles', '9'];
    await sound(args);
    await sound([...args, '--format', 'csv']);
    JSON.parse(await sound([...args, '--json']));
  });

  it.each(GRAPH_FORMATS)('graph as %s answers', async (format) => {
    await sound(['graph', '--edges', file(name), '--format', format]);
  });

  it.each(['timeline', 'topics', 'polarization'])('picture of %s answers', async (what) => {
    expect(await sound(['analyze', what, '--edges', file(name), '--format', 'svg'])).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  });

  it('time cut into windows answers', async () => {
    await sound(['analyze', 'balance', '--edges', file(name), '--by', 'month']);
    JSON.parse(await sound(['graph', '--edges', file(name), '--bandwidth', '5', '--kernel', 'gaussian', '--json']));
  });
});

describe('a base in which nobody says anything, and a window without data', () => {
  it.each(NETWORK_KINDS)('%s is empty, and says so', async (kind) => {
    for (const more of [[], ['--since', '2040-01-01'], ['--by', 'month']]) {
      const { code, stdout, stderr } = await demarche(['graph', kind, '--kb', kb, ...more]);
      expect([code, lines(stdout).length]).toEqual([0, 2]);
      expect(stderr).toContain('the network is empty');
    }
  });

  it.each(WHATS)('analyze %s answers', async (what) => {
    await sound(['analyze', what, '--kb', kb]);
    JSON.parse(await sound(['analyze', what, '--kb', kb, '--since', '2040-01-01', '--json']));
  });
});

it.each([
  ['an unknown actor', ['--edges', file('parts.csv'), '--actor', 'Bb'], 'no actor "Bb" (did you mean'],
  ['an actor of an empty network', ['--edges', file('empty.csv'), '--actor', 'A'], 'the network is empty'],
  ['a window that is none', ['--edges', file('parts.csv'), '--by', 'month', '--window', '2024-03'], 'no window "2024-03"'],
])('%s: one line that says what to do', async (_name, args, message) => {
  const { code, stdout, stderr } = await demarche(['analyze', 'centrality', ...args]);
  expect(lines(stderr)).toHaveLength(1);
  expect(stderr).toContain(message);
  expect([code, stdout]).toEqual([2, '']);
});
