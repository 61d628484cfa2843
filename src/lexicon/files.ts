import type { DataFile } from './tsv.ts';

/** A data file with its place: which folder, which table, and which layer (the shipped data or an analyst's own) it is of. */
export interface PlacedFile {
  readonly file: DataFile;
  /** Last folder of its name ("actors"). */
  readonly folder: string;
  /** File name without folders and ending ("states"). */
  readonly table: string;
  /** 0 for the first root that occurs among the files ("data"), 1 for the next ("kb/lexicon"), and so on. */
  readonly layer: number;
}

/** The tables of one folder, in the order handed in; files of other folders and other endings are left out. */
export function placeFiles(files: readonly DataFile[], folder: string): PlacedFile[] {
  const roots: string[] = [];
  return files.flatMap((file) => {
    const parts = file.name.split(/[/\\]/);
    const root = parts.slice(0, -2).join('/');
    if (!roots.includes(root)) roots.push(root);
    const base = parts.at(-1) ?? '';
    if (parts.at(-2) !== folder || !base.endsWith('.tsv')) return [];
    return [{ file, folder, table: base.slice(0, -'.tsv'.length), layer: roots.indexOf(root) }];
  });
}
