import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../src/app/node-files.ts';
import { SILENT } from '../../src/app/ports.ts';
import { runArticles } from '../../src/evaluation/articles/suite.ts';
import { dropsSince, parseBaseline } from '../../src/evaluation/baseline.ts';
import { GOLD_FOLDER, ROOT } from '../shared.ts';

/* The corpora that are not in the repository are held to their figures by `npm run evaluate`. */
it.each([
  ['articles-gold', GOLD_FOLDER],
  ['articles-fresh-tune', join(GOLD_FOLDER, 'fresh', 'tune')],
])('%s: no figure fell by more than its bootstrap error', async (name, path) => {
  const file = join(ROOT, 'bench', 'baselines', `${name}.json`);
  const report = await runArticles({ path, files: nodeFiles, progress: SILENT });
  expect(dropsSince(parseBaseline(file, readFileSync(file, 'utf8')), report, file)).toEqual([]);
});
