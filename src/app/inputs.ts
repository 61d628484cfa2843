import { DemarcheError } from '../model/errors.ts';
import type { Files } from './ports.ts';

/** Endings that are read from a directory. */
const ARTICLE = /\.(txt|text|md|markdown)$/i;

/** An article to be read: a file, or standard input. */
export interface Input {
  /** What messages call it. */
  readonly name: string;
  /** Null for standard input. */
  readonly path: string | null;
}

/** Inputs found, and the paths at which there is nothing to read. */
export interface Inputs {
  readonly found: readonly Input[];
  readonly rejected: readonly DemarcheError[];
}

/**
 * Finds the articles that paths stand for: a file as it is named, a directory with all text and Markdown files below it,
 * `-` for standard input. Each file comes once.
 */
export async function findInputs(paths: readonly string[], files: Files): Promise<Inputs> {
  const found = new Map<string, Input>();
  const rejected: DemarcheError[] = [];
  for (const path of paths) {
    if (path === '-') {
      found.set('-', { name: 'stdin', path: null });
      continue;
    }
    try {
      for (const file of await filesAt(path, files)) found.set(file, { name: file, path: file });
    } catch (error) {
      if (!(error instanceof DemarcheError)) throw error;
      rejected.push(error);
    }
  }
  return { found: [...found.values()], rejected };
}

async function filesAt(path: string, files: Files): Promise<string[]> {
  const at = { location: { file: path } };
  switch (await files.kind(path)) {
    case 'file':
      return [path];
    case 'directory': {
      const articles = (await files.listFiles(path)).filter((file) => ARTICLE.test(file));
      if (articles.length > 0) return articles;
      throw new DemarcheError('input', 'directory holds no articles', { ...at, hint: 'articles end in .txt or .md' });
    }
    case 'missing':
      throw new DemarcheError('input', 'no such file or directory', { ...at, hint: 'check the path' });
    case 'other':
      throw new DemarcheError('input', 'neither a file nor a directory', at);
  }
}

/** Bytes of an input. */
export const readInput = (input: Input, files: Files, readStdin: () => Promise<Uint8Array>): Promise<Uint8Array> =>
  input.path === null ? readStdin() : files.read(input.path);
