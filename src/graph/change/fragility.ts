import { compareText, type Sign, signOf } from '../network.ts';
import { type Random, seededRandom } from '../random.ts';
import type { DatedClaim } from './claims.ts';

export interface FragilityOptions {
  /** Resamples of the articles. Default 1000. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
  /** Most draws of single articles in all: where there are very many, resamples are fewer. Default 100 million. */
  readonly draws?: number | undefined;
}

/** How far a tie depends on single sources. */
export interface TieFragility {
  readonly source: string;
  readonly sourceLabel: string;
  readonly target: string;
  readonly targetLabel: string;
  readonly sign: Sign;
  readonly supports: number;
  readonly opposes: number;
  readonly articles: number;
  readonly outlets: number;
  /** (supports - opposes) / (supports + opposes). */
  readonly net: number;
  /** Percentile interval of `net`, 2.5 to 97.5, over resamples of articles in which the tie occurs. */
  readonly interval: readonly [low: number, high: number];
  /** Share of resamples in which the tie occurs with its sign. */
  readonly stability: number;
  /** Fewest articles without which the tie is gone or has another sign. */
  readonly articlesToFlip: number;
  /** Outlets without any one of which the tie is gone or has another sign. */
  readonly outletsToFlip: readonly string[];
  /** The tie keeps its sign if only claims of at least this confidence count. */
  readonly confidence: number;
  readonly claims: readonly string[];
}

/** The ties of a network, the most fragile first. */
export interface Fragility {
  readonly ties: readonly TieFragility[];
  /** How often articles were drawn: as often as asked for, or less often where they are very many. */
  readonly resamples: number;
}

/**
 * How robust each tie of a stance network is, the most fragile first. Undecided ties (as many for as against) have no
 * sign to lose and are left out.
 *
 * References: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13 (percentile interval),
 * with whole articles resampled since their claims depend on each other (chapter 8); leave-one-out as in the jackknife
 * (chapter 11) over outlets.
 */
export function tieFragility(claims: readonly DatedClaim[], options: FragilityOptions = {}): Fragility {
  const pairs = new Map<string, DatedClaim[]>();
  for (const claim of claims) {
    if (!claim.target) continue;
    const key = JSON.stringify([claim.source.id, claim.target.id]);
    const pair = pairs.get(key);
    if (pair) pair.push(claim);
    else pairs.set(key, [claim]);
  }
  const articles = [...new Set(claims.map(({ article }) => article))].sort(compareText);
  const index = new Map(articles.map((article, i) => [article, i]));
  const most = Math.max(LEAST_RESAMPLES, Math.floor((options.draws ?? MOST_DRAWS) / Math.max(1, articles.length)));
  const times = Math.min(options.resamples ?? 1000, most);
  const drawn = resample(articles.length, times, seededRandom(options.seed ?? 1));
  const ties = [...pairs.values()]
    .filter((pair) => netOf(pair) !== 0)
    .map((pair) => fragilityOf(pair, index, drawn))
    .sort(
      (a, b) =>
        a.articlesToFlip - b.articlesToFlip ||
        a.stability - b.stability ||
        compareText(a.sourceLabel, b.sourceLabel) ||
        compareText(a.targetLabel, b.targetLabel),
    );
  return { ties, resamples: times };
}

/** Draws of single articles, over all resamples, that take a second and 200 MB. */
const MOST_DRAWS = 1e8;
const LEAST_RESAMPLES = 50;

const netOf = (claims: readonly DatedClaim[]): number => claims.reduce((sum, { sign }) => sum + sign, 0);

/** How often each article was drawn in each resample. */
interface Resamples {
  readonly times: number;
  /** The counts of an article in all resamples stand together, those of the first article first. */
  readonly counts: Uint16Array;
}

/** So many resamples are drawn before their counts are put in order, which is kinder to the processor's caches. */
const TOGETHER = 32;

function resample(articles: number, times: number, random: Random): Resamples {
  const counts = new Uint16Array(articles * times);
  const drawn = Array.from({ length: TOGETHER }, () => new Uint16Array(articles));
  for (let first = 0; first < times; first += TOGETHER) {
    const batch = drawn.slice(0, Math.min(TOGETHER, times - first));
    for (const one of batch) {
      one.fill(0);
      for (let i = 0; i < articles; i++) one[Math.floor(random() * articles)]!++;
    }
    for (let i = 0; i < articles; i++) for (let t = 0; t < batch.length; t++) counts[i * times + first + t] = batch[t]![i]!;
  }
  return { times, counts };
}

/** Claims of one tie in one article. */
interface Share {
  readonly index: number;
  supports: number;
  opposes: number;
}

function fragilityOf(pair: readonly DatedClaim[], index: ReadonlyMap<string, number>, resamples: Resamples): TieFragility {
  const [first] = pair;
  const shares = sharesOf(pair, index);
  const sign = signOf(netOf(pair));
  const supports = pair.filter((claim) => claim.sign > 0).length;
  return {
    source: first!.source.id,
    sourceLabel: first!.source.label,
    target: first!.target!.id,
    targetLabel: first!.target!.label,
    sign,
    supports,
    opposes: pair.length - supports,
    articles: shares.length,
    outlets: new Set(pair.map(({ outlet }) => outlet)).size,
    net: netOf(pair) / pair.length,
    ...bootstrap(shares, sign, resamples),
    articlesToFlip: toFlip(shares, sign),
    outletsToFlip: outletsToFlip(pair, sign),
    confidence: confidenceOf(pair, sign),
    claims: pair.map(({ claim }) => claim).sort(compareText),
  };
}

function sharesOf(pair: readonly DatedClaim[], index: ReadonlyMap<string, number>): Share[] {
  const shares = new Map<string, Share>();
  for (const { article, sign } of pair) {
    const share = shares.get(article) ?? { index: index.get(article)!, supports: 0, opposes: 0 };
    share[sign > 0 ? 'supports' : 'opposes']++;
    shares.set(article, share);
  }
  return [...shares.values()];
}

function bootstrap(shares: readonly Share[], sign: Sign, { times, counts }: Resamples) {
  const nets = new Float64Array(times);
  let [occurring, kept] = [0, 0];
  for (let time = 0; time < times; time++) {
    let plus = 0;
    let minus = 0;
    for (const { index, supports, opposes } of shares) {
      const drawn = counts[index * times + time]!;
      plus += supports * drawn;
      minus += opposes * drawn;
    }
    if (plus + minus > 0) nets[occurring++] = (plus - minus) / (plus + minus);
    if (signOf(plus - minus) === sign) kept++;
  }
  const sorted = nets.subarray(0, occurring).sort();
  const at = (share: number): number => sorted[Math.min(occurring - 1, Math.floor(share * occurring))] ?? 0;
  return { interval: [at(0.025), at(0.975)] as const, stability: times === 0 ? 0 : kept / times };
}

/** Contributions add up, so taking away the strongest first needs the fewest. */
function toFlip(shares: readonly Share[], sign: Sign): number {
  const pulls = shares.map(({ supports, opposes }) => sign * (supports - opposes)).sort((a, b) => b - a);
  let left = pulls.reduce((sum, pull) => sum + pull, 0);
  let taken = 0;
  for (const pull of pulls) {
    if (left <= 0) break;
    left -= pull;
    taken++;
  }
  return taken;
}

function outletsToFlip(pair: readonly DatedClaim[], sign: Sign): string[] {
  const outlets = [...new Set(pair.flatMap(({ outlet }) => outlet ?? []))].sort(compareText);
  return outlets.filter((outlet) => signOf(netOf(pair.filter((claim) => claim.outlet !== outlet))) !== sign);
}

/** The highest threshold up to which, step by step, the sign never changes. */
function confidenceOf(pair: readonly DatedClaim[], sign: Sign): number {
  const steps = [...new Set(pair.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  let kept = 0;
  for (const step of steps) {
    if (signOf(netOf(pair.filter(({ confidence }) => confidence >= step))) !== sign) break;
    kept = step;
  }
  return kept;
}
