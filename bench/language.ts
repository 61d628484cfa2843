/**
 * Accuracy and speed of the English analyser: `npx tsx bench/language.ts [TREEBANK_DIR]`.
 *
 * TREEBANK_DIR holds `*-dev.conllu` or `*-dev.conllu.gz` files; by default `treebank` in the shared benchmarks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseConllu } from '../src/evaluation/conllu.ts';
import { evaluateRawText, evaluateTreebank } from '../src/evaluation/treebank.ts';
import { loadEnglish } from '../src/language/english.ts';

const ROUNDS = 3;
const MODEL = new URL('../data/models/english.bin', import.meta.url);

const shared = process.env.DEMARCHE_SHARED ?? join(import.meta.dirname, '..', '..', 'shared');
const folder = process.argv[2] ?? join(shared, 'benchmarks', 'treebank');
const percent = (share: number): string => (100 * share).toFixed(2);

/** CPU time of this process, so that other programs on the machine do not count. */
function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const bytes = readFileSync(MODEL);
let analyzer!: ReturnType<typeof loadEnglish>;
const loading = milliseconds(() => {
  analyzer = loadEnglish(bytes);
});
console.log(`load ${loading.toFixed(0)} ms of CPU time, ${(bytes.length / 1e6).toFixed(2)} MB`);

for (const name of readdirSync(folder).sort()) {
  if (!/-dev\.conllu(\.gz)?$/.test(name)) continue;
  const file = readFileSync(join(folder, name));
  const conllu = (name.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8');
  const gold = evaluateTreebank(conllu, analyzer);
  console.log(
    `${name}: ${gold.n} words; gold words: UPOS ${percent(gold.upos)} XPOS ${percent(gold.xpos)} lemma ${percent(gold.lemma)} UAS ${percent(gold.uas)} LAS ${percent(gold.las)}`,
  );
  const raw = evaluateRawText(conllu, analyzer);
  console.log(
    `  raw text: words ${percent(raw.words)} sentences ${percent(raw.sentences)} UPOS ${percent(raw.upos)} UAS ${percent(raw.uas)} LAS ${percent(raw.las)}`,
  );
  const sentences = parseConllu(conllu).map(({ words }) => words.map(({ form }) => form));
  const times = Array.from({ length: ROUNDS }, () =>
    milliseconds(() => {
      for (const forms of sentences) analyzer.annotate(forms);
    }),
  ).sort((a, b) => a - b);
  console.log(
    `  ${Math.round(gold.n / (times[Math.floor(ROUNDS / 2)]! / 1000))} words/s of CPU time (tags, lemmas, trees; median of ${ROUNDS})`,
  );
}
