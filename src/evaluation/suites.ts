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
  {
    name: 'events',
    summary: 'type and parties of the event a short report is coded for',
    path: 'a JSON array of PLOVER records with text, event, source and target',
    run: async (input) => (await import('./events/suite.ts')).runEvents(input),
  },
  {
    name: 'names',
    summary: 'names of persons, places and organisations (news, interview, speech, bio where the file has them)',
    path: 'CoNLL-U with entities in the MISC column (UD English GUM), gzipped or not',
    run: async (input) => (await import('./names/suite.ts')).runNames(input),
  },
  {
    name: 'directed-sentiment',
    summary: 'who is for or against whom in a sentence',
    path: 'TSV with sentence, p, q and class, gzipped or not',
    run: async (input) => (await import('./directed-sentiment/suite.ts')).runDirectedSentiment(input),
  },
  {
    name: 'treebank',
    summary: 'parts of speech and dependency trees, on the words given and from raw text',
    path: 'CoNLL-U, gzipped or not',
    run: async (input) => (await import('./treebank-suite.ts')).runTreebank(input),
  },
];

/** @throws DemarcheError (usage) that lists the suites on offer. */
export function suiteNamed(name: string): Suite {
  const suite = SUITES.find((candidate) => candidate.name === name);
  if (suite) return suite;
  const offered = SUITES.map((candidate) => candidate.name).join(', ');
  throw new DemarcheError('usage', `unknown suite "${name}"`, { hint: `on offer: ${offered}` });
}
