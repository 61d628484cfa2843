import { compareText, type Sign, signOf } from '../network.ts';
import { type Random, seededRandom } from '../random.ts';
import type { DatedClaim } from './claims.ts';

export interface FragilityOptions {
  /** Resamples of the articles. Default 1000. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
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

/**
 * How robust each tie of a stance network is, the most fragile first. Undecided ties (as many for as against) have no
 * sign to lose and are left out.
 *
 * References: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13 (percentile interval),
 * with whole articles resampled since their claims depend on each other (chapter 8); leave-one-out as in the jackknife
 * (chapter 11) over outlets.
 */
export function tieFragility(claims: readonly DatedClaim[], options: FragilityOptions = {}): TieFragility[] {
  const pairs = new Map<string, DatedClaim[]>();
  for (const claim of claims) {
    if (!claim.target) continue;
    const key = JSON.stringify([claim.source.id, claim.target.id]);
    const pair = pairs.get(key);
    if (pair) pair.push(claim);
    else pairs.set(key, [claim]);
  }
  const articles = [...new Set(claims.map(({ article }) => article))].sort(compareText);
  const resamples = resample(articles, options.resamples ?? 1000, seededRandom(options.seed ?? 1));
  return [...pairs.values()]
    .filter((pair) => netOf(pair) !== 0)
    .map((pair) => fragilityOf(pair, articles, resamples))
    .sort(
      (a, b) =>
        a.articlesToFlip - b.articlesToFlip ||
        a.stability - b.stability ||
        compareText(a.sourceLabel, b.sourceLabel) ||
        compareText(a.targetLabel, b.targetLabel),
    );
}

const netOf = (claims: readonly DatedClaim[]): number => claims.reduce((sum, { sign }) => sum + sign, 0);

/** For each resample how often each article was drawn. */
function resample(articles: readonly string[], times: number, random: Random): Uint16Array[] {
  return Array.from({ length: times }, () => {
    const drawn = new Uint16Array(articles.length);
    for (let i = 0; i < articles.length; i++) drawn[Math.floor(random() * articles.length)]!++;
    return drawn;
  });
}

/** Claims of one tie in one article. */
interface Share {
  readonly index: number;
  supports: number;
  opposes: number;
}

function fragilityOf(pair: readonly DatedClaim[], articles: readonly string[], resamples: readonly Uint16Array[]): TieFragility {
  const [first] = pair;
  const shares = sharesOf(pair, articles);
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

function sharesOf(pair: readonly DatedClaim[], articles: readonly string[]): Share[] {
  const index = new Map(articles.map((article, i) => [article, i]));
  const shares = new Map<string, Share>();
  for (const { article, sign } of pair) {
    const share = shares.get(article) ?? { index: index.get(article)!, supports: 0, opposes: 0 };
    share[sign > 0 ? 'supports' : 'opposes']++;
    shares.set(article, share);
  }
  return [...shares.values()];
}

function bootstrap(shares: readonly Share[], sign: Sign, resamples: readonly Uint16Array[]) {
  const nets: number[] = [];
  let kept = 0;
  for (const drawn of resamples) {
    let plus = 0;
    let minus = 0;
    for (const { index, supports, opposes } of shares) {
      plus += supports * drawn[index]!;
      minus += opposes * drawn[index]!;
    }
    if (plus + minus > 0) nets.push((plus - minus) / (plus + minus));
    if (signOf(plus - minus) === sign) kept++;
  }
  nets.sort((a, b) => a - b);
  const at = (share: number): number => nets[Math.min(nets.length - 1, Math.floor(share * nets.length))] ?? 0;
  return { interval: [at(0.025), at(0.975)] as const, stability: resamples.length === 0 ? 0 : kept / resamples.length };
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
