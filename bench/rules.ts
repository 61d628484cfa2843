import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadReader } from '../src/app/reader.ts';
import { DemarcheError } from '../src/model/errors.ts';
import type { Extraction } from '../src/model/extraction.ts';

/*
 * How often each rule fires on the training articles of PolNeAR (political news of seven outlets), and on how many of
 * them. Only counts are kept: the corpus states no licence.
 *
 *     npx tsx bench/rules.ts
 */
const ROOT = resolve(import.meta.dirname, '..');
const shared = process.env.DEMARCHE_SHARED ?? resolve(ROOT, '..', 'shared');
const corpus = join(shared, 'benchmarks', 'attribution', 'polnear-train.jsonl.gz');
const output = join(import.meta.dirname, 'rule-firings.json');

interface Firings {
  firings: number;
  articles: number;
}

/** Rule ids of one extraction, with their layer, as often as they fire. */
function rulesOf(extraction: Extraction): string[] {
  const { actors, places, statements, positions, events, tenures, terms, orders, abstentions } = extraction;
  const layers = { places, statements, positions, events, tenures, terms, orders, abstentions };
  return [
    ...actors.flatMap(({ mentions }) => mentions.map(({ rule }) => `mentions ${rule}`)),
    ...Object.entries(layers).flatMap(([layer, items]) => items.map(({ rule }) => `${layer} ${rule}`)),
  ];
}

function count(texts: readonly string[]): { articles: number; unread: number; rules: Record<string, Firings> } {
  const reader = loadReader();
  const rules = new Map<string, Firings>();
  let unread = 0;
  for (const [index, text] of texts.entries()) {
    try {
      const document = reader.document({ name: `${index}.txt`, bytes: new TextEncoder().encode(text) });
      const fired = rulesOf(reader.read(document).extraction);
      for (const rule of new Set(fired)) {
        const known = rules.get(rule) ?? { firings: 0, articles: 0 };
        known.articles++;
        known.firings += fired.filter((one) => one === rule).length;
        rules.set(rule, known);
      }
    } catch (error) {
      if (!(error instanceof DemarcheError)) throw error;
      unread++;
    }
  }
  return { articles: texts.length, unread, rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

if (!existsSync(corpus)) {
  console.log('not run: the PolNeAR training articles are not here (set DEMARCHE_SHARED)');
} else {
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trimEnd().split('\n');
  const result = count(lines.map((line) => JSON.parse(line).text as string));
  for (const [rule, { firings, articles }] of Object.entries(result.rules))
    console.log(`${rule.padEnd(48)} ${String(firings).padStart(7)} in ${String(articles).padStart(4)} articles`);
  console.log(`${result.articles} articles, ${result.unread} not read`);
  writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
}
