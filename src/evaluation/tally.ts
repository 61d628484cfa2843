import type { Span } from '../model/span.ts';
import { bootstrap, type Spread } from './bootstrap.ts';
import { type Judgement, type Outcome, type RuleScore, ruleScores } from './rules.ts';

/** Hits among trials. */
export interface Ratio {
  hits: number;
  trials: number;
}

interface LayerCounts {
  /** Predicted items that are right. */
  right: number;
  predicted: number;
  /** Gold items that were found. */
  found: number;
  gold: number;
}

/** Precision, recall and F1 of a layer with the counts they rest on. */
export interface LayerScore {
  readonly p: number;
  readonly r: number;
  readonly f: number;
  readonly predicted: number;
  readonly gold: number;
}

/** A miss, false alarm or trap, as a readable line. */
export interface Finding {
  readonly article: string;
  readonly kind: string;
  readonly detail: string;
  /** Where in the article's text, if it is somewhere. */
  readonly at?: Span | undefined;
  /** The dependency tree of the sentence, as lines. */
  readonly parse?: readonly string[];
}

const entry = <T>(map: Map<string, T>, key: string, fresh: () => T): T => {
  const known = map.get(key);
  if (known) return known;
  const made = fresh();
  map.set(key, made);
  return made;
};

/** Sums counts over all articles of a suite (micro average). */
export class Tally {
  readonly #layers = new Map<string, LayerCounts>();
  readonly #counters = new Map<string, Ratio>();
  readonly #recall = new Map<string, Map<string, Ratio>>();
  readonly #units: Map<string, LayerCounts>[] = [];
  readonly findings: Finding[] = [];
  readonly judgements: Judgement[] = [];

  /** Begins a unit (article, sentence) over which figures vary; what comes next is of it. */
  unit(): void {
    this.#units.push(new Map());
  }

  /** Adds an article's counts to a layer; `found` differs from `right` where one prediction may cover several gold items. */
  layer(name: string, counts: { right: number; predicted: number; gold: number; found?: number }): void {
    for (const layers of [this.#layers, ...this.#units.slice(-1)]) {
      const sum = entry(layers, name, () => ({ right: 0, predicted: 0, found: 0, gold: 0 }));
      sum.right += counts.right;
      sum.predicted += counts.predicted;
      sum.found += counts.found ?? counts.right;
      sum.gold += counts.gold;
    }
  }

  /** Records what the gold says of a claim that a rule made. */
  judge(unit: string, layer: string, claim: { rule?: string; confidence?: number }, outcome: Outcome): void {
    if (claim.rule !== undefined)
      this.judgements.push({ unit, layer, rule: claim.rule, confidence: claim.confidence ?? null, outcome });
  }

  /** Adds hits and trials to a named accuracy. */
  count(name: string, hits: number, trials = 1): void {
    const ratio = entry(this.#counters, name, () => ({ hits: 0, trials: 0 }));
    ratio.hits += hits;
    ratio.trials += trials;
  }

  /** Records whether a gold item of some difficulty was found. */
  recall(layer: string, difficulty: string, hit: boolean): void {
    const levels = entry(this.#recall, layer, () => new Map<string, Ratio>());
    const ratio = entry(levels, difficulty, () => ({ hits: 0, trials: 0 }));
    ratio.hits += hit ? 1 : 0;
    ratio.trials += 1;
  }

  finding(article: string, kind: string, ...detail: (string | number)[]): void {
    this.findings.push({ article, kind, detail: detail.join(' | ') });
  }

  /** A finding about a place in the text. */
  findingAt(at: Span | null | undefined, article: string, kind: string, ...detail: (string | number)[]): void {
    this.findings.push({ article, kind, detail: detail.join(' | '), at: at ?? undefined });
  }

  /** F1 of each layer over resampled units. */
  get intervals(): Record<string, Spread> {
    return bootstrap(this.#units, (sample) => {
      const sums: Record<string, LayerCounts> = {};
      for (const name of this.#layers.keys()) sums[name] = { right: 0, predicted: 0, found: 0, gold: 0 };
      for (const unit of sample)
        for (const [name, counts] of unit) {
          const sum = sums[name]!;
          sum.right += counts.right;
          sum.predicted += counts.predicted;
          sum.found += counts.found;
          sum.gold += counts.gold;
        }
      return Object.fromEntries(Object.entries(sums).map(([name, counts]) => [name, scoreOf(counts).f]));
    });
  }

  /** Precision and coverage of each rule that made a judged claim. */
  get rules(): RuleScore[] {
    return ruleScores(this.judgements, Object.fromEntries([...this.#layers].map(([name, { gold }]) => [name, gold])));
  }

  get layers(): Map<string, LayerScore> {
    return new Map([...this.#layers].map(([name, counts]) => [name, scoreOf(counts)]));
  }

  get counters(): ReadonlyMap<string, Readonly<Ratio>> {
    return this.#counters;
  }

  /** Recall by layer and difficulty. */
  get recalls(): ReadonlyMap<string, ReadonlyMap<string, Readonly<Ratio>>> {
    return this.#recall;
  }
}

function scoreOf(counts: LayerCounts): LayerScore {
  const p = counts.predicted ? counts.right / counts.predicted : 0;
  const r = counts.gold ? counts.found / counts.gold : 0;
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0, predicted: counts.predicted, gold: counts.gold };
}
