// Compiles src/ to dist/, and joins the modules of the program into a few files that load faster. The old output is replaced only once the new one is whole, and nothing stale stays behind.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

// A hundred small modules take longer to find than to run. Packages stay apart. Files lie two folders deep, as before, for what
// they read from data/; the worker is started as a file of its own.
const main = at(join(fresh, 'cli', 'main.js'));
await build({
  entryPoints: { main, worker: at(join(fresh, 'app', 'endpoint', 'worker.js')) },
  outdir: at(join(fresh, 'bundle')),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
});
writeFileSync(
  main,
  `#!/usr/bin/env node
import module from 'node:module';
// Keeps compiled code for the next start, where Node can.
module.enableCompileCache?.();
await import('../bundle/main.js');
`,
);
chmodSync(main, 0o755);
if (existsSync(at('dist'))) renameSync(at('dist'), at(old));
renameSync(at(fresh), at('dist'));
remove(old);
