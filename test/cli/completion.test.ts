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
