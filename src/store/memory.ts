import { inGraph, iri, type Quad } from '../rdf/factory.ts';
import { byCodeUnit, sortQuads } from '../rdf/order.ts';
import { checkQuad } from '../rdf/terms.ts';
import type { GraphStore } from './types.ts';

/** Graphs in memory. */
export const memoryStore = (): GraphStore => {
  const graphs = new Map<string, readonly Quad[]>();
  return {
    graphs: async () => [...graphs.keys()].sort(byCodeUnit),
    get: async (graph) => graphs.get(graph) ?? [],
    put: async (graph, quads) => {
      const own = [...quads].map((quad) => inGraph(quad, iri(graph)));
      for (const quad of own) checkQuad(quad);
      if (own.length === 0) graphs.delete(graph);
      else graphs.set(graph, sortQuads(own));
    },
    delete: async (graph) => graphs.delete(graph),
  };
};
