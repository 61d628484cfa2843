import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The hand-annotated articles in the repository. */
export const GOLD_FOLDER = join(ROOT, 'data', 'gold');

const candidate = process.env.DEMARCHE_SHARED ?? resolve(ROOT, '..', 'shared');

/** The folder of benchmarks and design papers that is not part of the repository, or null where it is absent. */
export const SHARED: string | null = existsSync(join(candidate, 'benchmarks')) ? candidate : null;
