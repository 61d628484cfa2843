import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import type { Files, PathKind } from './ports.ts';

const REASONS: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  ENOENT: ['no such file or directory', 'check the path'],
  EACCES: ['not readable', 'check the permissions'],
  EPERM: ['not readable', 'check the permissions'],
  EISDIR: ['is a directory', 'name a file'],
  ENOTDIR: ['a part of the path is not a directory', 'check the path'],
  ENAMETOOLONG: ['the path is too long'],
  ELOOP: ['the path is a loop of links'],
  ERR_FS_FILE_TOO_LARGE: ['the file is too large to be read', 'split it'],
};

/** The user's error for a failed file operation; anything unknown passes through. */
export function explainFileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const reason = REASONS[code];
  if (!reason) return error;
  const [message, hint] = reason;
  return new DemarcheError('input', message, { location: { file: path }, cause: error, ...(hint ? { hint } : {}) });
}

const byCodeUnit = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function walk(directory: string, found: string[]): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries.sort(byCodeUnit)) {
    if (entry.name.startsWith('.')) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await walk(path, found);
    else if (entry.isFile()) found.push(path);
  }
}

/** The file system of this machine. */
export const nodeFiles: Files = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      throw explainFileError(error, path);
    }
  },
  async kind(path): Promise<PathKind> {
    try {
      const found = await stat(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return 'missing';
      throw explainFileError(error, path);
    }
  },
  async listFiles(directory) {
    const found: string[] = [];
    try {
      await walk(directory, found);
    } catch (error) {
      throw explainFileError(error, directory);
    }
    return found;
  },
};

/** Writes a file anew. Throws an input error that names the path when it cannot be written. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw explainFileError(error, path);
  }
}
