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
  readonly findings: Finding[] = [];

  /** Adds an article's counts to a layer; `found` differs from `right` where one prediction may cover several gold items. */
  layer(name: string, counts: { right: number; predicted: number; gold: number; found?: number }): void {
    const sum = entry(this.#layers, name, () => ({ right: 0, predicted: 0, found: 0, gold: 0 }));
    sum.right += counts.right;
    sum.predicted += counts.predicted;
    sum.found += counts.found ?? counts.right;
    sum.gold += counts.gold;
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
