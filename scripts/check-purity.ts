import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The folders that decide output may not use what differs between runs, machines, locales or Node versions.
 * Modules are guarded by the import rules; this guards the globals.
 */
const PURE = ['model', 'language', 'lexicon', 'extraction', 'assembly', 'graph', 'report'];
const FORBIDDEN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\blocaleCompare\b|\bIntl\b|\btoLocale\w+/, 'depends on the locale: compare by code unit'],
  [
    /\bMath\.(exp|expm1|log\w*|tanh?|sinh?|cosh?|a\w+h|atan2?|asin|acos|pow|cbrt|hypot)\b/,
    'differs between engines: use a table',
  ],
  [/\bMath\.random\b|\bcrypto\b/, 'is random: hand a seeded source in'],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/, 'reads the clock: hand the time in'],
  [/\bfetch\(|\bprocess\.|\bglobalThis\b/, 'reaches outside: hand the value in'],
];

const root = join(import.meta.dirname, '..');
let broken = 0;
let files = 0;
for (const folder of PURE.filter((name) => existsSync(join(root, 'src', name)))) {
  for (const name of readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    files++;
    const path = join('src', folder, name);
    for (const [index, line] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
      const code = line.replace(/^\s*(\*|\/\/|\/\*).*/, '').replace(/\s\/\/ .*/, '');
      for (const [pattern, why] of FORBIDDEN) {
        const match = pattern.exec(code);
        if (!match) continue;
        broken++;
        console.error(`${path}:${index + 1}: ${match[0]} ${why}`);
      }
    }
  }
}
console.log(`purity: ${files} files, ${broken} broken`);
process.exitCode = broken > 0 ? 1 : 0;
