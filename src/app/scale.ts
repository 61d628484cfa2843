import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScale } from '../lexicon/scale.ts';
import type { PloverType } from '../model/extraction.ts';
import { PACKAGE_ROOT } from './package.ts';

/** The shipped scale of cooperation and conflict, by event type. */
export const ploverScale = (): ReadonlyMap<PloverType, number> =>
  loadScale({
    name: 'data/scales/plover.tsv',
    text: readFileSync(join(PACKAGE_ROOT, 'data', 'scales', 'plover.tsv'), 'utf8'),
  });
