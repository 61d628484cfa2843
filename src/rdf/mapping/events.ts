import type { ExtractedEvent } from '../../model/extraction.ts';
import { boolean, iri } from '../factory.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { actorNode } from './actors.ts';
import { claimsOf, type MergedClaim, mapProvenance, mapTime } from './claims.ts';
import { type MappingContext, sliceOf, words } from './context.ts';
import { eventPlace } from './places.ts';

const mapFactuality = (context: MappingContext, claim: MergedClaim<ExtractedEvent>): void => {
  const { graph, claimIris } = context;
  graph.type(claim.iri, claim.best.factuality === 'asserted' ? CLASS.Event : CLASS.ReportedEvent);
  if (claim.best.factuality === 'asserted') return;
  graph.add(claim.iri, DEM.factuality, words(claim.best.factuality));
  for (const item of claim.all) {
    const statement = item.claimedIn === null ? undefined : claimIris.get(item.claimedIn);
    if (statement !== undefined) graph.add(claim.iri, DEM.claimedIn, iri(statement));
  }
};

const mapEvent = (context: MappingContext, claim: MergedClaim<ExtractedEvent>): void => {
  const { graph } = context;
  const { best, all, iri: subject } = claim;
  mapFactuality(context, claim);
  graph.add(subject, DEM.eventType, words(best.type));
  graph.add(subject, DEM.mode, words(best.mode));
  graph.add(subject, DEM.initiator, ...best.initiatorIds.map((id) => actorNode(context, id)));
  graph.add(subject, DEM.recipient, ...best.recipientIds.map((id) => actorNode(context, id)));
  graph.add(subject, DEM.reciprocal, boolean(best.reciprocal));
  graph.add(subject, DEM.place, ...all.map((item) => eventPlace(context, item)));
  graph.add(subject, DEM.background, boolean(best.background));
  graph.add(subject, DEM.ongoing, boolean(best.ongoing));
  graph.add(subject, DEM.frame, words(best.frame));
  graph.add(subject, DEM.dateText, best.dateSpan ? words(sliceOf(context, best.dateSpan)) : null);
  mapTime(context, subject, best.date, best.ongoing);
  mapProvenance(context, claim, (item) => item.evidence);
};

/** dem:Event for what the article asserts, dem:ReportedEvent for the rest. Statements must have been mapped before. */
export const mapEvents = (context: MappingContext): void => {
  const claims = claimsOf(
    context,
    'event',
    context.extraction.events,
    (item) => item.evidence,
    (item) => ({
      holder: item.initiatorIds,
      target: item.recipientIds,
      type: item.type,
      // Two acts of the same parties told in one sentence ("by supplying weapons but also by training personnel") differ in their words.
      distinction: [item.mode, item.factuality, item.date, sliceOf(context, item.evidence)],
    }),
  );
  for (const claim of claims) mapEvent(context, claim);
};
