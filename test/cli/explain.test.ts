import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demarche, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'story.txt': `Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
Critics condemned Peru. Norway did not praise Chile. Would Norway condemn Chile?
"The ban is a mistake," it was said.
`,
});
const story = join(folder, 'story.txt');

/** The part of the sheet that tells of the sentence that holds these words. */
const part = (sheet: string, words: string): string =>
  sheet.split('\n\n').find((one) => /^\d+\. /.test(one) && one.includes(words)) ?? '';

describe('extract --explain', () => {
  it('shows tree, mentions and the rules that fired', async () => {
    const { code, stdout } = await demarche(['extract', story, '--explain']);
    expect(code).toBe(0);
    const told = part(stdout, 'Norway on Tuesday condemned');
    expect(told).toMatch(/┤ +\d+ condemned VERB root condemn/);
    expect(told).toMatch(/“Norway” → Norway \(name, mention\.listed\.name\)/);
    expect(told).toMatch(
      /positions p\d+: Norway opposes Peru \(condemn\) · position\.frame\.plain, frame condemn\.v\.1 · confidence/,
    );
  });

  it.each([
    ['no actor in the role', 'Critics condemned', /condemned: positions condemn\.v\.1, but no actor in subj \(“Critics”\)/],
    ['a question', 'Would Norway', /condemn: positions condemn\.v\.1, but a question/],
  ])('says why not: %s', async (_name, words, reason) => {
    const { stdout } = await demarche(['extract', story, '--explain']);
    expect(part(stdout, words)).toMatch(reason);
  });

  it('counts what was left open', async () => {
    const { stdout } = await demarche(['extract', story, '--explain']);
    const { coverage, abstentions, statements, positions, events, explanation } = JSON.parse(
      (await demarche(['extract', story, '--explain', '--json'])).stdout,
    );
    const claims = statements.length + positions.length + events.length;
    expect(coverage).toMatchObject({ claims, abstentions: abstentions.length, sentences: explanation.length });
    expect(coverage.share).toBeCloseTo(claims / (claims + abstentions.length), 3);
    expect(stdout).toContain(`Coverage: ${claims} claims made, ${abstentions.length} things seen and not decided`);
  });

  it('keeps nothing of it in the plain JSON but the coverage', async () => {
    const plain = JSON.parse((await demarche(['extract', story, '--json'])).stdout);
    expect(plain).not.toHaveProperty('explanation');
    expect(plain.coverage.sentences).toBeGreaterThan(3);
  });
});
