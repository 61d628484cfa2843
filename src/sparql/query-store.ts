import type { MemoryStore } from '../store/memory.ts';
import type { GraphStore, SparqlStore } from '../store/types.ts';
import { createEngine } from './engine.ts';
import { nativeEngine } from './native-engine.ts';
import type { Engine, EngineOptions } from './types.ts';
import { updateStore } from './update.ts';

/** Graphs that can be asked and changed, wherever they are kept. */
export interface QueryStore {
  readonly graphs: GraphStore;
  readonly engine: Engine;
  /** Carries out an update (SPARQL 1.1 Update). */
  update(text: string): Promise<void>;
}

/** An engine over graphs that change: made anew when they have. */
const followingEngine = (store: MemoryStore, options: EngineOptions): Engine => {
  let known: { readonly version: number; readonly engine: Engine } | undefined;
  const current = (): Engine => {
    if (known?.version !== store.version) known = { version: store.version, engine: createEngine(store.quads, options) };
    return known.engine;
  };
  return {
    query: (...args) => current().query(...args),
    solutions: (...args) => current().solutions(...args),
    explain: (...args) => current().explain(...args),
  };
};

const isNative = (store: MemoryStore | SparqlStore): store is SparqlStore => 'query' in store;

/** Queries and updates over a graph store: by the store itself if it understands SPARQL, else by the engine here. */
export const queryStore = (store: MemoryStore | SparqlStore, options: EngineOptions = {}): QueryStore =>
  isNative(store)
    ? { graphs: store, engine: nativeEngine(store, options), update: (text) => store.update(text) }
    : { graphs: store, engine: followingEngine(store, options), update: (text) => updateStore(store, text, options) };
