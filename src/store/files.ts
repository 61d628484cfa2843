import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { byCodeUnit } from '../rdf/order.ts';

/** Names of files that are being written; whatever bears one after a crash is worthless. */
export const TEMPORARY = '.tmp-';

/** The steps of which every change to a base is made; a test replaces them to stop at each. */
export interface FileOps {
  /** Writes a new file and waits until it is on the disk. */
  write(path: string, data: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Waits until the names in a directory are on the disk. */
  syncDirectory(path: string): Promise<void>;
}

export const nodeOps: FileOps = {
  async write(path, data) {
    const file = await open(path, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncDirectory(path) {
    // Not every file system lets a directory be opened; where it does not, there is nothing to wait for.
    const directory = await open(path, 'r').catch(() => null);
    await directory?.sync().catch(() => undefined);
    await directory?.close();
  },
};

const code = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** The user's error for a failed file operation. */
export const storeError = (error: unknown, file: string): unknown => {
  if (error instanceof DemarcheError || code(error) === '') return error;
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOENT: 'no such file',
    EISDIR: 'is a directory',
    ENOTDIR: 'a part of the path is no directory',
  };
  const message = reasons[code(error)] ?? `cannot be used (${code(error)})`;
  return new DemarcheError('store', message, { location: { file }, hint: 'check the path and its permissions', cause: error });
};

/** The bytes of a file, or null if there is none. @throws DemarcheError (kind `store`) */
export const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (code(error) === 'ENOENT') return null;
    throw storeError(error, path);
  }
};

/** Names in a directory in code-unit order, hidden ones left out; none if there is no directory. */
export const namesIn = async (directory: string): Promise<string[]> => {
  try {
    return (await readdir(directory)).filter((name) => !name.startsWith('.')).sort(byCodeUnit);
  } catch (error) {
    if (code(error) === 'ENOENT') return [];
    throw storeError(error, directory);
  }
};

export const makeDirectory = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw storeError(error, path);
  }
};

/** Removes what a killed writer left half-written. */
export const sweep = async (directory: string, ops: FileOps): Promise<void> => {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) if (name.startsWith(TEMPORARY)) await ops.remove(join(directory, name));
};

/**
 * Replaces a file so that at every moment either the old or the new content is there whole: write beside it, wait for the disk,
 * rename. A file that already holds the content is left untouched.
 * @returns true if the file changed
 */
export const writeAtomically = async (path: string, content: string, ops: FileOps): Promise<boolean> => {
  const data = Buffer.from(content, 'utf8');
  if ((await readIfThere(path))?.equals(data)) return false;
  const directory = dirname(path);
  const temporary = join(directory, `${TEMPORARY}${process.pid}-${basename(path)}`);
  try {
    await ops.write(temporary, data);
    await ops.rename(temporary, path);
    await ops.syncDirectory(directory);
  } catch (error) {
    throw storeError(error, path);
  }
  return true;
};

/** Removes a file for good. */
export const removeFile = async (path: string, ops: FileOps): Promise<void> => {
  try {
    await ops.remove(path);
    await ops.syncDirectory(dirname(path));
  } catch (error) {
    throw storeError(error, path);
  }
};
