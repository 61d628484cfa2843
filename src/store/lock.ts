import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { storeError, TEMPORARY } from './files.ts';

/** Gives the base free for other writers. */
export type Release = () => Promise<void>;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's ticks, where the system tells: process ids are used again. */
  readonly began: string | null;
}

const LOCK = '.lock';
let attempts = 0;

/** Field 22 of /proc/PID/stat (proc(5)); null on other systems. */
const beginOf = async (pid: number): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isGone = async (holder: Holder | null): Promise<boolean> => {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const began = await beginOf(holder.pid);
  return holder.began !== null && began !== null && began !== holder.began;
};

const parseHolder = (text: string): Holder | null => {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host, began: value.began ?? null }
      : null;
  } catch {
    return null;
  }
};

const busy = (path: string, holder: Holder | null): DemarcheError =>
  new DemarcheError('store', `another process${holder ? ` (${holder.pid} on ${holder.host})` : ''} is writing to this base`, {
    location: { file: path },
    hint: 'wait until it is done; if none is running, delete this file',
  });

/** Makes the lock appear whole or not at all; false if there is one. */
const claim = async (path: string, content: string): Promise<boolean> => {
  const own = `${path}${TEMPORARY}${process.pid}-${attempts++}`;
  await writeFile(own, content);
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
};

/** Takes away the lock of a process that is gone. One at a time: whoever holds the second lock may. */
const clearStale = async (path: string, content: string): Promise<void> => {
  const guard = `${path}-stale`;
  if (!(await claim(guard, content))) throw busy(guard, null);
  try {
    const found = await readFile(path, 'utf8').catch(() => null);
    if (found !== null && (await isGone(parseHolder(found)))) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
};

/**
 * Keeps other writers out of a base until released; readers are not held up. The lock of a process that died on this machine is
 * taken over.
 * @throws DemarcheError (kind `store`) if another process holds it
 */
export const lockBase = async (directory: string): Promise<Release> => {
  const path = join(directory, LOCK);
  const content = JSON.stringify({ pid: process.pid, host: hostname(), began: await beginOf(process.pid) });
  try {
    if (!(await claim(path, content))) {
      const holder = parseHolder(await readFile(path, 'utf8').catch(() => ''));
      if (!(await isGone(holder))) throw busy(path, holder);
      await clearStale(path, content);
      if (!(await claim(path, content))) throw busy(path, null);
    }
  } catch (error) {
    throw storeError(error, path);
  }
  return () => rm(path, { force: true });
};
