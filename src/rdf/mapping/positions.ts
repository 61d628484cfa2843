import type { ExtractedPosition } from '../../model/extraction.ts';
import { iri, offset, score } from '../factory.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { actorNode } from './actors.ts';
import { claimsOf, type MergedClaim, mapProvenance, mapTime } from './claims.ts';
import { type MappingContext, sliceOf, words } from './context.ts';
import { placesWithin } from './places.ts';

const targetKey = (position: ExtractedPosition): string[] => {
  const target = position.targetId ?? position.targetIssue?.text ?? position.topic;
  return target === null || target === undefined ? [] : [target];
};

const mapPosition = (context: MappingContext, claim: MergedClaim<ExtractedPosition>): void => {
  const { graph, claimIris } = context;
  const { best, all, iri: subject } = claim;
  graph.type(subject, CLASS.Position);
  graph.add(subject, DEM.holder, actorNode(context, best.holderId));
  graph.add(subject, DEM.voicedBy, ...all.map((item) => actorNode(context, item.voicedById)));
  graph.add(subject, DEM.target, actorNode(context, best.targetId));
  if (best.targetIssue) {
    graph.add(subject, DEM.targetIssue, words(sliceOf(context, best.targetIssue)));
    graph.add(subject, DEM.issueStart, offset(best.targetIssue.start));
  }
  graph.add(subject, DEM.topic, best.topic === null ? null : iri(context.iris.topic(best.topic)));
  graph.add(subject, DEM.polarity, words(best.polarity));
  graph.add(subject, DEM.act, words(best.act));
  graph.add(subject, DEM.strength, score(best.strength));
  graph.add(subject, DEM.explicitness, words(best.explicitness));
  graph.add(subject, DEM.frame, words(best.frame));
  graph.add(subject, DEM.refersToPlace, ...all.flatMap((item) => placesWithin(context, item.targetIssue ?? item.evidence)));
  for (const item of all) {
    const statement = item.statement === null ? undefined : claimIris.get(item.statement);
    if (statement !== undefined) graph.add(statement, DEM.expresses, iri(subject));
  }
  mapTime(context, subject, best.said);
  mapProvenance(context, claim, (item) => item.evidence);
};

/** dem:Position, and dem:expresses from the statements that utter them. Statements must have been mapped before. */
export const mapPositions = (context: MappingContext): void => {
  const claims = claimsOf(
    context,
    'position',
    context.extraction.positions,
    (item) => item.evidence,
    (item) => ({
      holder: [item.holderId],
      target: targetKey(item),
      type: item.polarity,
      distinction: [item.act, item.targetIssue?.text ?? null],
    }),
  );
  for (const claim of claims) mapPosition(context, claim);
};
