import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * Runs the generators. With --check it also fails if a generated file was not what its generator makes:
 * the new content stays in place, so that committing it mends the failure.
 */
const GENERATED: readonly (readonly [script: string, outputs: readonly string[]])[] = [
  ['scripts/vocabulary.ts', ['src/rdf/vocabulary.ts', 'ontology/context.jsonld']],
  ['scripts/ontology-docs.ts', ['docs/ontology.md']],
  ['scripts/topics.ts', ['ontology/topics.ttl']],
  ['scripts/extraction-schema.ts', ['docs/extraction.schema.json']],
  ['scripts/readme.ts', ['README.md', 'docs/stance.svg']],
];

const root = join(import.meta.dirname, '..');
const content = (file: string): string | null => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null);
const tsx = createRequire(import.meta.url).resolve('tsx/cli');

const stale: string[] = [];
for (const [script, outputs] of GENERATED) {
  const before = outputs.map(content);
  const { status } = spawnSync(process.execPath, [tsx, script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    console.error(`${script} failed`);
    process.exit(1);
  }
  stale.push(...outputs.filter((output, index) => content(output) !== before[index]));
}
const files = GENERATED.flatMap(([, outputs]) => outputs);
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file} was stale; it is fresh now: commit it`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}
console.log(`generated: ${files.length} files, ${stale.length} changed`);
