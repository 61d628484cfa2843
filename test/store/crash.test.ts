import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBase, openBase } from '../../src/store/base.ts';
import { loadDataset } from '../../src/store/dataset.ts';
import { type FileOps, nodeOps } from '../../src/store/files.ts';
import { writeBase } from '../../src/store/writer.ts';
import { ROOT } from '../shared.ts';
import { article, contents, put, temporaryFolder } from './helpers.ts';

class Crash extends Error {}

/** File operations that stop before the n-th; a write that is stopped leaves half of its bytes. */
const crashingAt = (step: number): FileOps => {
  let count = 0;
  const guarded =
    <A extends unknown[]>(run: (...args: A) => Promise<void>, half: (...args: A) => Promise<void> = async () => undefined) =>
    async (...args: A): Promise<void> => {
      if (count++ >= step) {
        await half(...args);
        throw new Crash();
      }
      await run(...args);
    };
  return {
    write: guarded(nodeOps.write, async (path, data) => writeFileSync(path, data.subarray(0, data.length / 2))),
    rename: guarded(nodeOps.rename),
    remove: guarded(nodeOps.remove),
    syncDirectory: guarded(nodeOps.syncDirectory),
  };
};

const work = async (directory: string, ops: FileOps): Promise<boolean> => {
  try {
    const base = await openBase(directory);
    await writeBase(
      base,
      async (writer) => {
        const added = article('new');
        await writer.putArticle(added.document, added.quads, 'key');
        const { document, quads } = article('old');
        await writer.putArticle({ ...document, title: 'changed' }, quads.slice(0, -3), 'key 2');
        await writer.removeArticle('gone');
        await writer.refreshDerived();
      },
      ops,
    );
    return true;
  } catch (error) {
    if (error instanceof Crash) return false;
    throw error;
  }
};

describe('a writer that is stopped', () => {
  it('at any step leaves a base that reads, and the next run finishes the work', async () => {
    const finished = await createBase(temporaryFolder());
    await put(finished, 'old', 'gone', 'other');
    await work(finished.directory, nodeOps);
    const expected = contents(finished.directory);
    let step = 0;
    for (let done = false; !done; step++) {
      const base = await createBase(temporaryFolder());
      await put(base, 'old', 'gone', 'other');
      done = await work(base.directory, crashingAt(step));
      const { problems } = await loadDataset(await openBase(base.directory));
      expect(problems, `stopped at step ${step}`).toEqual([]);
      expect((await base.listArticles()).problems, `stopped at step ${step}`).toEqual([]);
      await work(base.directory, nodeOps);
      expect(contents(base.directory), `stopped at step ${step}`).toEqual(expected);
    }
    expect(step).toBeGreaterThan(15);
  });

  it('by SIGKILL leaves a base that reads, and its lock is taken over', { timeout: 60_000 }, async () => {
    const base = await createBase(temporaryFolder());
    for (let round = 0; round < 4; round++) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', join(ROOT, 'test', 'store', 'endless-writer.ts'), base.directory],
        {
          cwd: ROOT,
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      await firstOutput(child);
      await wait(7 * round);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      expect((await loadDataset(base)).problems).toEqual([]);
      expect((await base.listArticles()).problems).toEqual([]);
    }
    await put(base, 'last');
    expect(Object.keys(contents(base.directory)).filter((name) => name.includes('.tmp-') || name.includes('.lock'))).toEqual([]);
  });
});

const firstOutput = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout!.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the writer ended early')));
  });
