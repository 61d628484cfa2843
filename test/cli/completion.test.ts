import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'one.txt': 'Norway condemns Peru\n\nOslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.\n',
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('%s: knows commands, options and questions', async (shell) => {
    const { code, stdout } = await demarche(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['serve', 'opponents', 'federate', 'stance', 'token-file']) expect(stdout).toContain(word);
  });

  it('works in bash', async () => {
    const script = join(folder, 'demarche.bash');
    writeFileSync(script, (await demarche(['completion', 'bash'])).stdout);
    const complete = (words: readonly string[]): string[] => {
      const typed = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _demarche`;
      const run = spawnSync('bash', ['-c', `source ${script}; ${typed}; printf '%s\\n' "\${COMPREPLY[@]}"`], {
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      return lines(run.stdout);
    };
    expect(complete(['demarche', 'se'])).toEqual(['serve']);
    expect(complete(['demarche', 'ask', 'oppon'])).toEqual(['opponents']);
    expect(complete(['demarche', 'serve', '--fed'])).toEqual(['--federate']);
    expect(complete(['demarche', 'ask', 'opponents', '--format', 'c'])).toEqual(['csv']);
    expect(complete(['demarche', 'ask', 'between', '--param', ''])).toEqual(['one=', 'two=']);
    expect(complete(['demarche', 'ask', 'between', '--param', 'tw'])).toEqual(['two=']);
  });
});

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe.skipIf(!has('fish'))('fish (not run where it is not installed)', () => {
  const script = join(folder, 'demarche.fish');
  it.each([
    ['se', ['serve']],
    ['ask oppon', ['opponents']],
    ['serve --fed', ['--federate']],
    ['ask opponents --format c', ['csv']],
    ['ask between --param ', ['one=', 'two=']],
  ])('completes %s', async (typed, expected) => {
    writeFileSync(script, (await demarche(['completion', 'fish'])).stdout);
    const run = spawnSync('fish', ['--no-config', '-c', `source ${script}; complete -C 'demarche ${typed}'`], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(lines(run.stdout).map((line) => line.split('\t')[0])).toEqual(expected);
  });
});

describe.skipIf(!has('zsh'))('zsh (not run where it is not installed)', () => {
  const script = join(folder, '_demarche');
  /** What the function offers for the words, told by a `compadd` that prints. */
  const offered = (words: readonly string[]): string[] => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const stubs =
      'compdef() { : }; _files() { : }; compadd() { while [[ "$1" != -- ]]; do shift; done; shift; print -l -- "$@" }';
    const run = spawnSync(
      'zsh',
      ['-f', '-c', `${stubs}; source ${script}; words=(${typed}); CURRENT=${words.length}; _demarche`],
      {
        encoding: 'utf8',
      },
    );
    expect(run.stderr).toBe('');
    return lines(run.stdout);
  };

  it('offers commands, questions, options, their values and parameters', async () => {
    writeFileSync(script, (await demarche(['completion', 'zsh'])).stdout);
    expect(offered(['demarche', ''])).toContain('serve');
    expect(offered(['demarche', 'ask', ''])).toEqual(expect.arrayContaining(['opponents', '--param']));
    expect(offered(['demarche', 'ask', 'opponents', '--format', ''])).toEqual(expect.arrayContaining(['csv', 'xml']));
    expect(offered(['demarche', 'ask', 'between', '--param', ''])).toEqual(['one=', 'two=']);
  });
});

describe('ask NAME --help', () => {
  it('tells what a question takes and tells', async () => {
    const { code, stdout } = await demarche(['ask', 'began-in', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^began-in {2}What began/);
    expect(stdout).toMatch(/\n {2}from=<date> +first day; required\n/);
    expect(stdout).toMatch(/\n {2}certainty +certain or possible\n/);
    expect(stdout).toContain('demarche ask began-in --param from=');
  });

  it('tells of the command without a name, and offers near names for an unknown one', async () => {
    expect((await demarche(['ask', '--help'])).stdout).toContain('Usage: demarche ask');
    expect(await demarche(['ask', 'oponents', '-h'])).toMatchObject({ code: 2, stderr: expect.stringContaining('"opponents"') });
  });
});

describe('ask --explain', () => {
  it('prints a query that gives the same answer', async () => {
    const kb = join(folder, 'kb');
    await demarche(['build', join(folder, 'one.txt'), '--kb', kb]);
    const args = ['ask', 'opponents', '--param', 'actor=Peru', '--kb', kb];
    const explained = await demarche([...args, '--explain']);
    expect(explained.code).toBe(0);
    expect(explained.stdout).toMatch(/^# .*\n(# .*\n)+\nSELECT/);
    expect(explained.stdout).toContain('actor/PER');
    const query = join(folder, 'explained.rq');
    writeFileSync(query, explained.stdout);
    const [direct, again] = [
      await demarche([...args, '--format', 'csv']),
      await demarche(['query', query, '--kb', kb, '--format', 'csv']),
    ];
    expect(again.stdout).toBe(direct.stdout);
    expect(lines(direct.stdout).length).toBeGreaterThan(1);
  });
});
