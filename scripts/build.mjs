// Compiles src/ to dist/. The old output is replaced only once the new one is whole, and nothing stale stays behind.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (name) => join(root, name);
const remove = (name) => rmSync(at(name), { recursive: true, force: true });

const fresh = `dist.${process.pid}.tmp`;
const old = `dist.${process.pid}.old.tmp`;
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', at('tsconfig.build.json'), '--outDir', at(fresh)], {
  stdio: 'inherit',
});
if (status !== 0) {
  remove(fresh);
  process.exit(status ?? 1);
}
chmodSync(at(join(fresh, 'cli', 'main.js')), 0o755);
if (existsSync(at('dist'))) renameSync(at('dist'), at(old));
renameSync(at(fresh), at('dist'));
remove(old);
