import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFrames } from '../../src/lexicon/frames.ts';
import type { DataFile } from '../../src/lexicon/tsv.ts';
import { ROOT } from '../shared.ts';

/** The tables of a data folder, named from the root of the repository. */
export const tables = (folder: string): DataFile[] =>
  readdirSync(join(ROOT, 'data', folder))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => ({ name: `data/${folder}/${name}`, text: readFileSync(join(ROOT, 'data', folder, name), 'utf8') }));

export const shippedFiles = ['frames', 'cues', 'topics'].flatMap(tables);
export const shipped = loadFrames(shippedFiles);
