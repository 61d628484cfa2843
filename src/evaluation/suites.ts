import { DemarcheError } from '../model/errors.ts';
import type { Suite } from './types.ts';

/** The suites on offer; each is loaded when it is run. */
export const SUITES: readonly Suite[] = [
  {
    name: 'articles',
    summary: 'actors, statements, positions, events and edges of whole articles',
    path: 'a folder of NN-slug.txt with NN-slug.gold.json',
    run: async (input) => (await import('./articles/suite.ts')).runArticles(input),
  },
  {
    name: 'attribution',
    summary: 'sources and contents of attributions',
    path: 'JSONL with id, text and brat annotations, gzipped or not',
    run: async (input) => (await import('./attribution/suite.ts')).runAttribution(input),
  },
];

/** @throws DemarcheError (usage) that lists the suites on offer. */
export function suiteNamed(name: string): Suite {
  const suite = SUITES.find((candidate) => candidate.name === name);
  if (suite) return suite;
  const offered = SUITES.map((candidate) => candidate.name).join(', ');
  throw new DemarcheError('usage', `unknown suite "${name}"`, { hint: `on offer: ${offered}` });
}
