import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadReader } from '../src/app/reader.ts';
import { type GoldArticle, parseGold } from '../src/evaluation/attribution/gold.ts';
import { compare } from '../src/evaluation/attribution/matching.ts';
import { headOf } from '../src/evaluation/attribution/suite.ts';

/*
 * Precision of each attribution rule, and the suite's figures with bootstrap intervals over articles, on fixed parts of
 * PolNeAR: `look` (60 training articles that were read while the rules were written), `score` (150 more, only scored) and
 * `dev`. Only counts are kept: the corpus states no licence.
 *
 *     npx tsx bench/attribution.ts
 */
const ROOT = resolve(import.meta.dirname, '..');
const folder = join(process.env.DEMARCHE_SHARED ?? resolve(ROOT, '..', 'shared'), 'benchmarks', 'attribution');
const output = join(import.meta.dirname, 'attribution-rules.json');
const LOOK = 60;
const SCORE = 150;
const ROUNDS = 1000;

interface RuleCounts {
  fired: number;
  /** Attributions that have a gold partner at all. */
  paired: number;
  content: number;
  source: number;
}

interface LayerCounts {
  right: number;
  predicted: number;
  gold: number;
}

type ArticleCounts = Readonly<Record<'sourceHead' | 'content', LayerCounts>>;

const reader = loadReader();

function scored(gold: GoldArticle, rules: Map<string, RuleCounts>): ArticleCounts {
  const document = reader.document({ name: `${gold.id}.txt`, bytes: new TextEncoder().encode(gold.text) });
  const { attributions, sentences } = reader.attributions(document);
  const { pairs, sourcedFound, sourcedGold } = compare(document.text, gold.attributions, attributions, (spans) =>
    headOf(sentences, spans),
  );
  const byFound = new Map(pairs.map((pair) => [pair.found, pair]));
  attributions.forEach(({ rule }, i) => {
    const counts = rules.get(rule) ?? { fired: 0, paired: 0, content: 0, source: 0 };
    const pair = byFound.get(i);
    counts.fired++;
    counts.paired += pair ? 1 : 0;
    counts.content += pair?.contentRight ? 1 : 0;
    counts.source += pair?.sourceRight ? 1 : 0;
    rules.set(rule, counts);
  });
  const right = (what: 'contentRight' | 'sourceRight'): number => pairs.filter((pair) => pair[what]).length;
  return {
    sourceHead: { right: right('sourceRight'), predicted: sourcedFound, gold: sourcedGold },
    content: { right: right('contentRight'), predicted: attributions.length, gold: gold.attributions.length },
  };
}

const f1 = (counts: readonly LayerCounts[]): number => {
  const sum = (key: keyof LayerCounts): number => counts.reduce((total, one) => total + one[key], 0);
  return (2 * sum('right')) / (sum('predicted') + sum('gold'));
};

/** Linear congruential generator with a fixed seed: the intervals come out the same on each run. */
function randomSource(): (below: number) => number {
  let state = 20160;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** F1 with its 95 % interval over resampled articles. */
function interval(counts: readonly LayerCounts[]): { f: number; low: number; high: number } {
  const random = randomSource();
  const figures = Array.from({ length: ROUNDS }, () => f1(counts.map(() => counts[random(counts.length)]!))).sort(
    (a, b) => a - b,
  );
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { f: rounded(f1(counts)), low: rounded(figures[ROUNDS * 0.025]!), high: rounded(figures[ROUNDS * 0.975 - 1]!) };
}

function figures(articles: readonly GoldArticle[], rules: Map<string, RuleCounts>) {
  const counts = articles.map((gold) => scored(gold, rules));
  return {
    articles: articles.length,
    sourceHead: interval(counts.map((one) => one.sourceHead)),
    content: interval(counts.map((one) => one.content)),
  };
}

const load = (name: string): GoldArticle[] => parseGold(name, gunzipSync(readFileSync(join(folder, name))).toString('utf8'));

if (!existsSync(folder)) {
  console.log('not run: PolNeAR is not here (set DEMARCHE_SHARED)');
} else {
  const order = ({ id }: GoldArticle): string => createHash('md5').update(id).digest('hex');
  const train = load('polnear-train.jsonl.gz').sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const rules = new Map<string, RuleCounts>();
  const result = {
    look: figures(train.slice(0, LOOK), rules),
    score: figures(train.slice(LOOK, LOOK + SCORE), rules),
    dev: figures(load('polnear-dev.jsonl.gz'), new Map()),
    rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify({ look: result.look, score: result.score, dev: result.dev }, null, 2));
  for (const [rule, { fired, paired, content, source }] of Object.entries(result.rules))
    console.log(`${rule.padEnd(34)} fired ${fired}, paired ${paired}, content ${content}, source ${source}`);
}
