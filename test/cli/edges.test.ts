import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../shared.ts';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const TRIBES = join(ROOT, 'test', 'fixtures', 'signed', 'tribes.csv');
const folder = writeFiles(temporaryFolder(), {
  'windows.csv':
    'from,to,sign,window,topic,date\nA,B,1,90-93,x,1990\nB,C,-1,90-93,y,1991\nA,C,1,90-93,y,1991\nA,B,-1,91-94,x,1994\n',
  'header.csv': 'from,to,sign\n',
  'odd.csv': 'from,to,sign,weight\nA,A,1,1\nA,B,1,0\n',
  'parts.csv': 'from,to,sign\nA,B,1\nC,D,-1\nD,E,-1\nC,E,-1\n',
});
const file = (name: string): string => join(folder, name);
const json = async (...args: string[]) => JSON.parse((await demarche([...args, '--json'])).stdout);

describe('analyze --edges', () => {
  it('balance of the tribes under stable names', async () => {
    const found = await json('analyze', 'balance', '--edges', TRIBES);
    expect(found).toMatchObject({ frustrationIndex: 7, optimal: true, lowerBound: 7, ties: 58, undecided: [] });
    expect(found.triangleBalance).toBeCloseTo(0.868, 3);
    expect(found.walkBalance).toBeCloseTo(0.358, 3);
    expect(found.partition.map((camp: string[]) => camp.length).sort()).toEqual([12, 4]);
  });

  it('one result for each window, or the one that is picked', async () => {
    const all = await json('analyze', 'balance', '--edges', file('windows.csv'));
    expect(
      all.map(({ window, frustrationIndex }: { window: string; frustrationIndex: number }) => [window, frustrationIndex]),
    ).toEqual([
      ['90-93', 1],
      ['91-94', 0],
    ]);
    expect(await json('analyze', 'balance', '--edges', file('windows.csv'), '--window', '90-93')).toEqual(all[0]);
    expect((await demarche(['analyze', 'balance', '--edges', file('windows.csv')])).stdout).toMatch(/90-93 +3 +3 +1 +1 +yes/);
  });

  it('from standard input, as blocs', async () => {
    const outcome = await demarche(['analyze', 'blocs', '--edges', '-', '--json'], { stdin: readFileSync(TRIBES) });
    expect(JSON.parse(outcome.stdout).blocs.map(({ members }: { members: unknown[] }) => members.length)).toEqual([12, 4]);
  });

  it('keeps to topic and time', async () => {
    const ties = async (...args: string[]) =>
      (await json('analyze', 'balance', '--edges', file('windows.csv'), '--window', '90-93', ...args)).ties;
    expect(await ties('--topic', 'y')).toBe(2);
    expect(await ties('--until', '1990-12-31')).toBe(1);
  });

  it('explains each number', async () => {
    const { explanations } = await json('analyze', 'balance', '--edges', TRIBES, '--explain');
    for (const name of ['frustrationIndex', 'triangleBalance', 'walkBalance']) {
      expect(explanations[name].formula).not.toBe('');
      expect(explanations[name].source).toMatch(/\(\d{4}\)/);
    }
    for (const what of ['opposition', 'blocs', 'centrality'])
      expect((await demarche(['analyze', what, '--edges', TRIBES, '--explain'])).stdout).toMatch(
        /: .+\n {2}.*(\(\d{4}\)|this program)/,
      );
  });

  it('centrality of one actor', async () => {
    const { actors } = await json('analyze', 'centrality', '--edges', TRIBES, '--actor', 'gavev');
    expect(actors).toMatchObject([{ id: 'Gavev', positiveIn: 3, negativeIn: 5 }]);
  });

  it.each([
    ['no edges', 'header.csv', 'the network is empty'],
    ['a tie to itself and one of no weight', 'odd.csv', 'left out 1 tie of an actor to itself'],
    ['parts', 'parts.csv', 'falls into 2 parts'],
  ])('%s: says so, and prints no number that is none', async (_name, name, note) => {
    for (const what of ['balance', 'blocs', 'centrality', 'opposition']) {
      const { code, stdout } = await demarche(['analyze', what, '--edges', file(name), '--json']);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/NaN|undefined/);
    }
    expect((await demarche(['analyze', 'balance', '--edges', file(name)])).stderr).toContain(note);
  });

  it.each([
    [
      'unknown window',
      ['balance', '--edges', file('windows.csv'), '--window', '90-94'],
      'no window "90-94" (did you mean "90-93" or "91-94"?)',
      2,
    ],
    ['window without such a column', ['balance', '--edges', TRIBES, '--window', '1'], 'the list has no column "window"', 2],
    ['unknown actor', ['centrality', '--edges', TRIBES, '--actor', 'Gavew'], 'no actor "Gavew" (did you mean "Gavev"', 2],
    ['missing file', ['balance', '--edges', file('none.csv')], 'no such file', 1],
    ['shuffles that are none', ['balance', '--edges', TRIBES, '--shuffles', 'many'], 'whole number', 2],
  ])('%s: one line', async (_name, args, message, code) => {
    const outcome = await demarche(['analyze', ...args]);
    expect(outcome.stdout).toBe('');
    expect(lines(outcome.stderr)).toHaveLength(1);
    expect(outcome.stderr).toContain(message);
    expect(outcome.code).toBe(code);
  });
});

describe('graph --edges', () => {
  it('writes a picture and files', async () => {
    expect((await demarche(['graph', '--edges', TRIBES, '--format', 'svg'])).stdout).toMatch(/^<svg [\s\S]*Gavev/);
    const { edges } = await json('graph', '--edges', TRIBES);
    expect(edges).toHaveLength(58);
  });

  it('of several windows: a list in JSON, a choice in formats that hold one', async () => {
    expect((await json('graph', '--edges', file('windows.csv'))).map(({ window }: { window: string }) => window)).toEqual([
      '90-93',
      '91-94',
    ]);
    const { code, stderr } = await demarche(['graph', '--edges', file('windows.csv'), '--format', 'gexf']);
    expect(stderr).toContain('choose one with --window, from 90-93 to 91-94');
    expect(code).toBe(2);
  });

  it('needs a kind or a list', async () => {
    const { code, stderr } = await demarche(['graph']);
    expect(lines(stderr)).toEqual([
      'demarche: name a network, or an edge list with --edges (stance, action, mutual, congruence, conflict, subtract, actor-topic, affiliation)',
    ]);
    expect(code).toBe(2);
  });
});
