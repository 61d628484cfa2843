import { gather, offsetsOf, sortedBy, upTo } from './sorting.ts';

/** Quads as columns of term ids, one row each. Graph 0 is the default graph. */
export interface Columns {
  readonly subjects: Uint32Array;
  readonly predicates: Uint32Array;
  readonly objects: Uint32Array;
  readonly graphs: Uint32Array;
}

/** Rows of an index: `at` holds row numbers from `from` to before `to`; null where the rows are numbered so themselves. */
export interface Range {
  readonly at: Uint32Array | null;
  readonly from: number;
  readonly to: number;
}

interface DistinctTerms {
  subjects: number;
  objects: number;
}

const differs = (columns: Columns, a: number, b: number): boolean =>
  columns.objects[a] !== columns.objects[b] ||
  columns.subjects[a] !== columns.subjects[b] ||
  columns.predicates[a] !== columns.predicates[b] ||
  columns.graphs[a] !== columns.graphs[b];

const withoutRepeats = (columns: Columns, order: Uint32Array): Uint32Array => {
  let kept = 0;
  for (let i = 0; i < order.length; i++) if (i === 0 || differs(columns, order[i]!, order[kept - 1]!)) order[kept++] = order[i]!;
  return order.subarray(0, kept);
};

const gatherAll = (columns: Columns, rows: Uint32Array): Columns => ({
  subjects: gather(columns.subjects, rows),
  predicates: gather(columns.predicates, rows),
  objects: gather(columns.objects, rows),
  graphs: gather(columns.graphs, rows),
});

/** The quads once each, by subject, predicate, object and graph. */
export const sortColumns = (columns: Columns, greatest: number): Columns => {
  let order = sortedBy(upTo(columns.subjects.length), columns.graphs, greatest);
  for (const keys of [columns.objects, columns.predicates, columns.subjects]) order = sortedBy(order, keys, greatest);
  return gatherAll(columns, withoutRepeats(columns, order));
};

/** The rows that a test lets through, in their order. */
export const filterColumns = (columns: Columns, keep: (row: number) => boolean): Columns =>
  gatherAll(
    columns,
    upTo(columns.subjects.length).filter((row) => keep(row)),
  );

/**
 * Quads sorted by subject, predicate and object, with row numbers sorted by object and predicate, by predicate, and by graph:
 * what follows subjects, what follows objects, and all of one predicate lie together, and the number of quads of any
 * prefix is known without counting.
 */
export class QuadTable {
  readonly size: number;
  readonly subjects: Uint32Array;
  readonly predicates: Uint32Array;
  readonly objects: Uint32Array;
  readonly graphs: Uint32Array;
  readonly #ofSubject: Uint32Array;
  readonly #ofObject: Uint32Array;
  readonly #byObject: Uint32Array;
  readonly #ofPredicate = new Map<number, Range>();
  readonly #greatest: number;
  #ofGraph: Map<number, Range> | undefined;
  #distinct: Map<number, DistinctTerms> | undefined;

  /** @param columns sorted by `sortColumns` */
  constructor(columns: Columns, greatest: number) {
    this.size = columns.subjects.length;
    this.#greatest = greatest;
    this.subjects = columns.subjects;
    this.predicates = columns.predicates;
    this.objects = columns.objects;
    this.graphs = columns.graphs;
    this.#ofSubject = offsetsOf(this.subjects, greatest);
    this.#ofObject = offsetsOf(this.objects, greatest);
    const byPredicate = sortedBy(upTo(this.size), this.predicates, greatest);
    this.#byObject = sortedBy(byPredicate, this.objects, greatest);
    this.#ofPredicate = this.#runs(byPredicate, this.predicates);
  }

  get byteLength(): number {
    return (this.size * 6 + this.#ofSubject.length * 2) * 4;
  }

  /** Ids of the graphs. */
  graphIds(): Iterable<number> {
    return this.#graphRanges().keys();
  }

  /** Ids of the predicates. */
  predicateIds(): Iterable<number> {
    return this.#ofPredicate.keys();
  }

  /**
   * The fewest rows known to hold all that match; 0 is any term. They match already, but for the object where subject and object
   * are given without a predicate, and for the graph.
   */
  range(subject: number, predicate: number, object: number, graph: number): Range {
    const best = this.#tripleRange(subject, predicate, object);
    if (graph === 0) return best;
    const inGraph = this.#graphRanges().get(graph) ?? NONE;
    return inGraph.to - inGraph.from < best.to - best.from ? inGraph : best;
  }

  /** How many different subjects and objects the quads of a predicate have, or all quads for 0; at least 1. */
  distinctTerms(predicate: number): DistinctTerms {
    this.#distinct ??= this.#countDistinct();
    return this.#distinct.get(predicate) ?? { subjects: 1, objects: 1 };
  }

  /** Counts what is new where a sorted order goes from one row to the next. */
  #countDistinct(): Map<number, DistinctTerms> {
    const counts = new Map<number, DistinctTerms>([[0, { subjects: 1, objects: 1 }]]);
    for (const predicate of this.#ofPredicate.keys()) counts.set(predicate, { subjects: 0, objects: 0 });
    const all = counts.get(0)!;
    const { subjects, predicates, objects } = this;
    for (let row = 0; row < this.size; row++) {
      const isNew = row === 0 || subjects[row] !== subjects[row - 1];
      if (isNew) all.subjects++;
      if (isNew || predicates[row] !== predicates[row - 1]) counts.get(predicates[row]!)!.subjects++;
    }
    for (let i = 0, last = -1; i < this.size; last = this.#byObject[i++]!) {
      const row = this.#byObject[i]!;
      const isNew = last < 0 || objects[row] !== objects[last];
      if (isNew) all.objects++;
      if (isNew || predicates[row] !== predicates[last]) counts.get(predicates[row]!)!.objects++;
    }
    return counts;
  }

  #tripleRange(subject: number, predicate: number, object: number): Range {
    if (subject !== 0) {
      const bySubject = this.#subjectRange(subject, predicate, object);
      if (object === 0 || predicate !== 0) return bySubject;
      const byObject = this.#objectRange(object, 0);
      return byObject.to - byObject.from < bySubject.to - bySubject.from ? byObject : bySubject;
    }
    if (object !== 0) return this.#objectRange(object, predicate);
    if (predicate !== 0) return this.#ofPredicate.get(predicate) ?? NONE;
    return { at: null, from: 0, to: this.size };
  }

  #subjectRange(subject: number, predicate: number, object: number): Range {
    if (subject > this.#greatest) return NONE;
    let from = this.#ofSubject[subject]!;
    let to = this.#ofSubject[subject + 1]!;
    if (predicate !== 0) {
      from = lowerBound(this.predicates, null, predicate, from, to);
      to = lowerBound(this.predicates, null, predicate + 1, from, to);
      if (object !== 0) {
        from = lowerBound(this.objects, null, object, from, to);
        to = lowerBound(this.objects, null, object + 1, from, to);
      }
    }
    return { at: null, from, to };
  }

  #objectRange(object: number, predicate: number): Range {
    if (object > this.#greatest) return NONE;
    const at = this.#byObject;
    let from = this.#ofObject[object]!;
    let to = this.#ofObject[object + 1]!;
    if (predicate !== 0) {
      from = lowerBound(this.predicates, at, predicate, from, to);
      to = lowerBound(this.predicates, at, predicate + 1, from, to);
    }
    return { at, from, to };
  }

  #graphRanges(): Map<number, Range> {
    this.#ofGraph ??= this.#runs(sortedBy(upTo(this.size), this.graphs, this.#greatest), this.graphs);
    return this.#ofGraph;
  }

  #runs(at: Uint32Array, keys: Uint32Array): Map<number, Range> {
    const runs = new Map<number, Range>();
    for (let from = 0, to = 0; from < at.length; from = to) {
      const key = keys[at[from]!]!;
      to = lastOf(keys, at, key, from);
      runs.set(key, { at, from, to });
    }
    return runs;
  }
}

const NONE: Range = { at: null, from: 0, to: 0 };

const lastOf = (keys: Uint32Array, at: Uint32Array, key: number, from: number): number =>
  lowerBound(keys, at, key + 1, from, at.length);

/** The first place from `from` on whose key is not less, by bisection; short stretches are walked. */
const lowerBound = (keys: Uint32Array, at: Uint32Array | null, key: number, from: number, to: number): number => {
  let low = from;
  let high = to;
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if (keys[at === null ? middle : at[middle]!]! < key) low = middle + 1;
    else high = middle;
  }
  while (low < high && keys[at === null ? low : at[low]!]! < key) low++;
  return low;
};
