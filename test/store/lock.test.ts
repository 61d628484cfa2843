import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { lockBase } from '../../src/store/lock.ts';
import { temporaryFolder } from './helpers.ts';

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const expectBusy = async (folder: string): Promise<void> => {
  const error = await lockBase(folder).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DemarcheError);
  expect((error as DemarcheError).kind).toBe('store');
  expect((error as DemarcheError).hint).toContain('delete this file');
};

describe('the lock of a base', () => {
  it('keeps a second writer out until the first is done', async () => {
    const folder = temporaryFolder();
    const release = await lockBase(folder);
    await expectBusy(folder);
    await release();
    await (await lockBase(folder))();
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it('lets one of many in', async () => {
    const folder = temporaryFolder();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockBase(folder)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['a process that ended', () => JSON.stringify({ pid: deadPid(), host: hostname(), began: null })],
    ['a process whose number was given to another', () => JSON.stringify({ pid: process.pid, host: hostname(), began: '1' })],
    ['a writer that died while it took the lock', () => ''],
  ])('is taken over from %s', async (_name, content) => {
    if (_name.includes('given') && !existsSync('/proc/self/stat')) return;
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), content());
    await (await lockBase(folder))();
  });

  it.each([
    ['another machine', () => JSON.stringify({ pid: deadPid(), host: 'elsewhere.example', began: null })],
    ['a running process', () => JSON.stringify({ pid: process.ppid, host: hostname(), began: null })],
  ])('is respected from %s', async (_name, content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), content());
    await expectBusy(folder);
  });
});
