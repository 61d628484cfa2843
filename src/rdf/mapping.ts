import type { Quad } from './factory.ts';
import { mapActors, mapTenures } from './mapping/actors.ts';
import { mapAbstentions, mapArticle, mapOrders } from './mapping/article.ts';
import { createContext, type MappingInput, type MappingOptions } from './mapping/context.ts';
import { mapEvents } from './mapping/events.ts';
import { mapMentions } from './mapping/mentions.ts';
import { mapPlaces } from './mapping/places.ts';
import { mapPositions } from './mapping/positions.ts';
import { mapStatements, mapTerms } from './mapping/statements.ts';
import { sortQuads } from './order.ts';

export type { ActorFacts, MappingInput, MappingOptions } from './mapping/context.ts';

/** The parts in order: statements come before what points at them, orders after all they may join. */
const PARTS = [
  mapArticle,
  mapActors,
  mapTenures,
  mapPlaces,
  mapStatements,
  mapPositions,
  mapEvents,
  mapOrders,
  mapTerms,
  mapMentions,
  mapAbstentions,
];

/**
 * One article's extraction as quads in its own named graph, sorted, each once. A pure function of its arguments. Edges are left
 * out: they are derived from all articles together (`deriveRelations`).
 * @throws DemarcheError (kind `rdf`) where a span does not lie in the text
 */
export const toQuads = (input: MappingInput, options: MappingOptions): Quad[] => {
  const context = createContext(input, options);
  for (const part of PARTS) part(context);
  return sortQuads(context.graph.quads);
};
