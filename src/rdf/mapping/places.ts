import type { ExtractedEvent, ExtractedPlace } from '../../model/extraction.ts';
import { contains, type Span } from '../../model/span.ts';
import { iri, type NamedNode } from '../factory.ts';
import { RDFS } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { type MappingContext, words } from './context.ts';

/** Countries have one IRI everywhere, other places are scoped to the article. */
export const placeIri = (context: MappingContext, place: ExtractedPlace): string =>
  place.kind === 'country' && place.country !== null
    ? context.iris.country(place.country)
    : context.iris.localPlace(context.document, place.id);

/** dem:Place. */
export const mapPlaces = (context: MappingContext): void => {
  const { graph } = context;
  for (const place of context.extraction.places) {
    const subject = placeIri(context, place);
    graph.type(subject, CLASS.Place);
    graph.add(subject, RDFS.label, words(place.name));
    graph.add(subject, DEM.country, words(place.country));
    graph.add(subject, DEM.placeKind, words(place.kind));
  }
};

/** Where an event takes place; a place that the extraction only names is made here. */
export const eventPlace = (context: MappingContext, event: ExtractedEvent): NamedNode | null => {
  const known = context.extraction.places.find((place) => place.id === event.placeId);
  if (known) return iri(placeIri(context, known));
  if (event.place === null) return null;
  const subject = context.iris.localPlace(context.document, event.placeId ?? event.place);
  context.graph.type(subject, CLASS.Place);
  context.graph.add(subject, RDFS.label, words(event.place));
  return iri(subject);
};

/** Places named within a stretch of text. */
export const placesWithin = (context: MappingContext, span: Span): NamedNode[] =>
  context.extraction.places.filter((place) => contains(span, place)).map((place) => iri(placeIri(context, place)));
