import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

/*
 * Checks src/ against .dependency-cruiser.cjs. Fails on a broken rule, and if fewer modules were cruised than
 * there are source files: some toolchains make the cruiser see nothing and pass.
 */
const root = join(import.meta.dirname, '..');
const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

process.chdir(root);
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden, options }, validate: true });
const { modules, summary } = output as ICruiseResult;
const seen = modules.filter((module) => module.source.startsWith('src/'));
const linked = seen.filter((module) => module.dependencies.length > 0);

let broken = summary.violations.length;
for (const { rule, from, to } of summary.violations) console.error(`${from}: ${rule.name}: must not import ${to}`);
if (seen.length < sources.length) {
  broken++;
  console.error(`only ${seen.length} of ${sources.length} source files were cruised`);
}
if (linked.length * 2 < sources.length) {
  broken++;
  console.error(`only ${linked.length} of ${sources.length} source files were seen to import anything`);
}
console.log(`import rules: ${seen.length} modules, ${forbidden.length} rules, ${broken} broken`);
process.exitCode = broken > 0 ? 1 : 0;
