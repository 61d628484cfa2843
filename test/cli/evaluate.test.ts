import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'pairs.tsv': [
    '[Norway] condemned [Peru] over the fishing ban.\tNorway\tPeru\t3',
    '[Chile] was praised by [Ghana] for its aid.\tChile\tGhana\t2',
    '[Italy] lies south of [Austria].\tItaly\tAustria\t0',
    '',
  ].join('\n'),
});
const pairs = join(folder, 'pairs.tsv');
const baseline = join(folder, 'baseline.json');
const evaluate = (...args: string[]) => demarche(['evaluate', 'directed-sentiment', pairs, ...args]);

describe('evaluate', () => {
  it('freezes figures and holds the next run to them', async () => {
    expect((await evaluate('--baseline', baseline, '--update-baseline')).code).toBe(0);
    expect((await evaluate('--baseline', baseline)).code).toBe(0);
    const frozen = JSON.parse(readFileSync(baseline, 'utf8'));
    frozen.figures.frames.value += 0.02;
    writeFileSync(baseline, JSON.stringify(frozen));
    const worse = await evaluate('--baseline', baseline);
    expect(worse.code).toBe(1);
    expect(lines(worse.stderr)).toEqual(['worse: frames was 1.020 and is 1.000 (may fall by 0.010)']);
  });

  it.each([
    ['a baseline of another corpus', '{"suite":"articles","n":3,"figures":{}}', 'baseline is of articles over 3'],
    ['a file that is no baseline', '[]', 'not a baseline'],
  ])('refuses %s', async (_name, content, message) => {
    const file = join(folder, 'other.json');
    writeFileSync(file, content);
    const { code, stderr } = await evaluate('--baseline', file);
    expect(code).toBe(1);
    expect(lines(stderr)).toEqual([expect.stringContaining(message)]);
  });

  it('says that a baseline is not there', async () => {
    const { code, stderr } = await evaluate('--baseline', join(folder, 'none.json'));
    expect([code, lines(stderr).length]).toEqual([1, 1]);
  });

  it('prints precision and coverage of each rule, and what is wrong with its parse', async () => {
    const { stdout } = await evaluate('--verbose');
    expect(stdout).toMatch(/position\.frame\.plain +2 +2 +1\.000 \(0\.342 to 1\.000\)/);
    const json = JSON.parse((await evaluate('--json')).stdout);
    expect(json).toMatchObject({ suite: 'directed-sentiment', n: 3, layers: { frames: { p: 1, predicted: 2 } } });
    expect(Object.keys(json.scores)).toEqual(['macroF1']);
  });
});
