import type { Document } from '../model/document.ts';
import type { DemarcheError } from '../model/errors.ts';
import type { Quad } from '../rdf/factory.ts';

/**
 * How much of the words a base may keep: `all` the whole text, `quotes` only what the graph quotes as evidence, `none` only
 * offsets and hashes. What is not kept can still be checked against a copy that the user has.
 */
export const KEEP_TEXT = ['all', 'quotes', 'none'] as const;
export type KeepText = (typeof KEEP_TEXT)[number];

/** What `kb.json` says. */
export interface Settings {
  /** Base IRI of individuals; ends in `/` or `#`. */
  readonly base: string;
  readonly keepText: KeepText;
}

/** One article of a base, without its text. */
export interface ArticleRecord {
  readonly document: Omit<Document, 'text'>;
  /** What the graph was made from: hash over program version and lexicon. An article with another key is to be read again. */
  readonly buildKey: string;
}

/** Something read from a base, and what could not be read: damaged files never hide the good ones. */
export interface Reading<T> {
  readonly value: T;
  readonly problems: readonly DemarcheError[];
}

/** One row of the judgement log. */
export interface Judgement {
  /** IRI of the claim. */
  readonly claim: string;
  readonly verdict: 'accept' | 'reject' | 'correct';
  readonly coder: string;
  readonly note: string | null;
}

/** All graphs of a base as a query sees them. */
export interface Dataset {
  /** Quads of the named graphs: one per article, `curation`, `derived`, and `ontology` where it is given. */
  readonly named: readonly Quad[];
  /**
   * The default graph: each triple of the article graphs and of `derived` once, in whatever number of graphs it stands, without
   * claims that were rejected.
   */
  readonly union: readonly Quad[];
  /** Files that could not be read; their graphs are missing from both. */
  readonly problems: readonly DemarcheError[];
}

/**
 * Where graphs are kept for queries: in memory, or on a SPARQL 1.1 server by the Graph Store Protocol. A graph is always put
 * whole, so putting it again changes nothing. The name of the default graph is the empty text.
 */
export interface GraphStore {
  /** IRIs of the named graphs, in code-unit order. */
  graphs(): Promise<readonly string[]>;
  /** The quads of one graph, sorted; none if there is no such graph. */
  get(graph: string): Promise<readonly Quad[]>;
  /** Replaces a graph. The graph of each quad is ignored. No quads remove it. */
  put(graph: string, quads: Iterable<Quad>): Promise<void>;
  /** @returns false if there was no such graph */
  delete(graph: string): Promise<boolean>;
}

/** How a store that understands SPARQL is asked. */
export interface NativeQuery {
  readonly text: string;
  /** What it answers with: rows (and truth values), or triples. */
  readonly gives: 'rows' | 'triples';
  /** The graphs to read; null: those of the text, or the store's own default. */
  readonly dataset: { readonly default: readonly string[]; readonly named: readonly string[] } | null;
}

/** A graph store that understands SPARQL by itself. */
export interface SparqlStore extends GraphStore {
  /** An answer in SPARQL's JSON, or in N-Triples. */
  query(query: NativeQuery): Promise<string>;
  /** Carries out an update. */
  update(text: string): Promise<void>;
}
