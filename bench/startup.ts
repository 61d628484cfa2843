import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * How long a whole process takes, from start to end, against bare Node: medians of several rounds, all in one run. The base is the
 * sample article's.
 *
 *     npm run build && npm run bench:startup [-- ROUNDS]
 */
const MAIN = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
const ARTICLES = join(import.meta.dirname, '..', 'data', 'articles');
const rounds = Number(process.argv[2] ?? 7);

if (!existsSync(MAIN)) throw new Error('run npm run build first');
const folder = mkdtempSync(join(tmpdir(), 'bench-startup-'));
const base = join(folder, 'kb');

const run = (args: readonly string[]): number => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
};

const CASES: Readonly<Record<string, readonly string[]>> = {
  node: ['-e', '0'],
  '--version': [MAIN, '--version'],
  ask: [MAIN, 'ask'],
  'ask actors': [MAIN, 'ask', 'actors', '--kb', base],
  'query (one count)': [MAIN, 'query', 'SELECT (COUNT(*) AS ?n) { ?c a dem:Position }', '--kb', base],
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

run([MAIN, 'build', ARTICLES, '--kb', base, '--quiet']);
const times = new Map(Object.keys(CASES).map((name) => [name, [] as number[]]));
// One of each in turn, so that what else the machine does weighs on all; the first round warms up.
for (let round = 0; round <= rounds; round++)
  for (const [name, args] of Object.entries(CASES)) {
    const time = run(args);
    if (round > 0) times.get(name)!.push(time);
  }
rmSync(folder, { recursive: true });

const bare = median(times.get('node')!);
console.log('| process | ms | times bare Node |\n|---|---|---|');
for (const [name, list] of times) console.log(`| ${name} | ${median(list).toFixed(0)} | ${(median(list) / bare).toFixed(2)} |`);
