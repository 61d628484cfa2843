import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Io } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';

/*
 * Every suite on every corpus that is here, held to the frozen figures of bench/baselines: exit code 1 where one fell.
 *
 *     npm run evaluate [-- --update-baseline] [-- SUITE…]
 */
const ROOT = resolve(import.meta.dirname, '..');
const shared = join(process.env.DEMARCHE_SHARED ?? resolve(ROOT, '..', 'shared'), 'benchmarks');

const CORPORA: readonly (readonly [suite: string, path: string, baseline: string])[] = [
  ['articles', join(ROOT, 'data', 'gold'), 'articles-gold'],
  ['articles', join(ROOT, 'data', 'gold', 'fresh', 'tune'), 'articles-fresh-tune'],
  ['attribution', join(shared, 'attribution', 'polnear-dev.jsonl.gz'), 'attribution-polnear-dev'],
  ['directed-sentiment', join(shared, 'directed-sentiment', 'dev.tsv'), 'directed-sentiment-dev'],
  ['events', join(shared, 'events', 'plover-gsr-dev.json'), 'events-plover-gsr-dev'],
  ['names', join(shared, 'treebank', 'gum-dev.conllu.gz'), 'names-gum-dev'],
  ['treebank', join(shared, 'treebank', 'ewt-dev.conllu.gz'), 'treebank-ewt-dev'],
  ['treebank', join(shared, 'treebank', 'gum-dev.conllu.gz'), 'treebank-gum-dev'],
];

/** Messages and figures of one command line; the readable report is left out. */
async function evaluate(args: readonly string[]): Promise<{ code: number; json: string }> {
  const parts: string[] = [];
  const io: Io = {
    stdout: { isTerminal: false, columns: 100, write: async (text) => void parts.push(text) },
    stderr: { isTerminal: false, columns: 100, write: async (text) => void process.stderr.write(`  ${text}`) },
    readStdin: async () => new Uint8Array(),
    env: process.env,
  };
  const code = await run(['evaluate', ...args, '--json'], io);
  return { code, json: parts.join('') };
}

const options = process.argv.slice(2);
const update = options.includes('--update-baseline');
const wanted = options.filter((one) => !one.startsWith('--'));
for (const [suite, path, name] of CORPORA) {
  if (wanted.length > 0 && !wanted.includes(suite)) continue;
  const baseline = join(import.meta.dirname, 'baselines', `${name}.json`);
  if (!existsSync(path) || (!update && !existsSync(baseline))) {
    console.log(`${name}: not run (${existsSync(path) ? 'no baseline' : 'the corpus is not here'})`);
    continue;
  }
  console.log(name);
  const { code, json } = await evaluate([suite, path, '--baseline', baseline, ...(update ? ['--update-baseline'] : [])]);
  if (code !== 0) process.exitCode = 1;
  if (json === '') continue;
  const { layers, scores } = JSON.parse(json);
  const figures = [
    ...Object.entries<{ f: number }>(layers).map(([layer, { f }]) => [layer, f] as const),
    ...(suite === 'articles' ? [] : Object.entries<number>(scores)),
  ];
  for (const [figure, value] of figures) console.log(`  ${figure.padEnd(44)} ${(100 * value).toFixed(1)}`);
}
