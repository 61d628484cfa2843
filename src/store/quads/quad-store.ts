import type { Quad } from '../../rdf/factory.ts';
import { Dictionary } from './dictionary.ts';
import { type Columns, filterColumns, QuadTable, sortColumns } from './table.ts';

/** Quads as they come, as columns that grow. */
export class QuadBuffer {
  #rows = new Uint32Array(1 << 10);
  #length = 0;

  get size(): number {
    return this.#length / 4;
  }

  add(subject: number, predicate: number, object: number, graph: number): void {
    if (this.#length + 4 > this.#rows.length) {
      const grown = new Uint32Array(this.#rows.length * 2);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    const rows = this.#rows;
    rows[this.#length++] = subject;
    rows[this.#length++] = predicate;
    rows[this.#length++] = object;
    rows[this.#length++] = graph;
  }

  /** Forgets the last quads, so that this many are left. */
  cut(size: number): void {
    this.#length = size * 4;
  }

  /** True if the quads from a place on all stand in one graph. */
  isOneGraph(from: number, graph: number): boolean {
    for (let at = from * 4 + 3; at < this.#length; at += 4) if (this.#rows[at] !== graph) return false;
    return true;
  }

  /** The columns, with those of a table before them. */
  columns(before: Columns | null): Columns {
    const known = before?.subjects.length ?? 0;
    const column = (offset: number, first: Uint32Array | undefined): Uint32Array => {
      const values = new Uint32Array(known + this.size);
      if (first) values.set(first);
      for (let i = known, at = offset; at < this.#length; i++, at += 4) values[i] = this.#rows[at]!;
      return values;
    };
    return {
      subjects: column(0, before?.subjects),
      predicates: column(1, before?.predicates),
      objects: column(2, before?.objects),
      graphs: column(3, before?.graphs),
    };
  }
}

/** What of a store a query reads as its default graph, and which graphs it may name; null: all. */
export interface DatasetView {
  readonly defaultGraph: (subject: number, object: number, graph: number) => boolean;
  readonly named: ReadonlySet<number> | null;
}

/** The tables of a dataset, each made when it is first asked for. */
export class StoredDataset {
  readonly dictionary: Dictionary;
  readonly #makeDefault: () => QuadTable;
  readonly #makeNamed: () => QuadTable;
  #default: QuadTable | undefined;
  #named: QuadTable | undefined;

  constructor(dictionary: Dictionary, makeDefault: () => QuadTable, makeNamed: () => QuadTable) {
    this.dictionary = dictionary;
    this.#makeDefault = makeDefault;
    this.#makeNamed = makeNamed;
  }

  /** The default graph: each triple once, in however many graphs it stands; all its rows have graph 0. */
  get defaultGraph(): QuadTable {
    this.#default ??= this.#makeDefault();
    return this.#default;
  }

  get namedGraphs(): QuadTable {
    this.#named ??= this.#makeNamed();
    return this.#named;
  }
}

/** Quads of many graphs in memory, as integers. Graphs are added and removed whole; indexes follow when next asked. */
export class QuadStore {
  readonly dictionary: Dictionary;
  #sorted: Columns | null;
  #added = new QuadBuffer();
  readonly #removed = new Set<number>();

  constructor(dictionary = new Dictionary(), sorted: Columns | null = null) {
    this.dictionary = dictionary;
    this.#sorted = sorted;
  }

  static from(quads: Iterable<Quad>): QuadStore {
    const store = new QuadStore();
    for (const quad of quads) store.add(quad);
    return store;
  }

  /** Where a reader may put rows of ids of this store's dictionary. */
  get incoming(): QuadBuffer {
    return this.#added;
  }

  add(quad: Quad): void {
    const { dictionary } = this;
    this.#added.add(
      dictionary.add(quad.subject),
      dictionary.add(quad.predicate),
      dictionary.add(quad.object),
      quad.graph.termType === 'DefaultGraph' ? 0 : dictionary.add(quad.graph),
    );
  }

  /** Takes a graph out; its terms keep their ids. */
  removeGraph(graph: number): void {
    this.columns();
    this.#removed.add(graph);
  }

  /** All quads once each, by subject, predicate, object and graph. */
  columns(): Columns {
    if (this.#removed.size > 0 && this.#sorted) {
      const { graphs } = this.#sorted;
      this.#sorted = filterColumns(this.#sorted, (row) => !this.#removed.has(graphs[row]!));
      this.#removed.clear();
    }
    if (this.#sorted === null || this.#added.size > 0) {
      this.#sorted = sortColumns(this.#added.columns(this.#sorted), this.dictionary.size);
      this.#added = new QuadBuffer();
    }
    return this.#sorted;
  }

  /** The dataset that a query reads. */
  dataset(view: DatasetView): StoredDataset {
    const columns = this.columns();
    const { size } = this.dictionary;
    const { subjects, objects, graphs } = columns;
    return new StoredDataset(
      this.dictionary,
      () => {
        const rows = filterColumns(columns, (row) => view.defaultGraph(subjects[row]!, objects[row]!, graphs[row]!));
        return new QuadTable(unionOf(rows), size);
      },
      () =>
        new QuadTable(
          filterColumns(columns, (row) => graphs[row] !== 0 && (view.named?.has(graphs[row]!) ?? true)),
          size,
        ),
    );
  }
}

/** Sorted quads without their graphs: triples once each, still sorted. */
const unionOf = (columns: Columns): Columns => {
  const { subjects, predicates, objects } = columns;
  const isNew = (row: number): boolean =>
    row === 0 ||
    subjects[row] !== subjects[row - 1] ||
    objects[row] !== objects[row - 1] ||
    predicates[row] !== predicates[row - 1];
  const union = filterColumns(columns, isNew);
  return { ...union, graphs: new Uint32Array(union.subjects.length) };
};
