import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from '../shared.ts';

// Each script prints what it found; the last line closes with the number of broken rules.
it.each(['check-imports.ts', 'check-purity.ts'])(
  'scripts/%s finds nothing',
  (script) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
  },
  120_000,
);
