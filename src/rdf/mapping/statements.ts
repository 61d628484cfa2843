import { SCHEMA } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { actorNode } from './actors.ts';
import { claimsOf, mapProvenance, mapTime } from './claims.ts';
import { type MappingContext, words } from './context.ts';
import { placesWithin } from './places.ts';

/** Voices in which the speaker's own words stand. */
const DIRECT = new Set(['direct', 'unquotedDirect']);

/** dem:Statement, a schema:Quotation as well where the words are the speaker's own. */
export const mapStatements = (context: MappingContext): void => {
  const { graph } = context;
  const claims = claimsOf(
    context,
    'statement',
    context.extraction.statements,
    (item) => item,
    (item) => ({ holder: [item.speakerId], target: [], type: null, distinction: [item.voice] }),
  );
  for (const claim of claims) {
    const { best, iri: subject } = claim;
    graph.type(subject, CLASS.Statement, ...(DIRECT.has(best.voice) ? [SCHEMA.Quotation] : []));
    graph.add(subject, DEM.speaker, actorNode(context, best.speakerId));
    graph.add(subject, DEM.onBehalfOf, actorNode(context, best.onBehalfOfId));
    graph.add(subject, DEM.voice, words(best.voice));
    graph.add(subject, DEM.cue, words(best.cue));
    graph.add(subject, DEM.attributedVia, actorNode(context, best.attributedViaId));
    graph.add(subject, DEM.refersToPlace, ...claim.all.flatMap((item) => placesWithin(context, item)));
    mapTime(context, subject, best.said);
    mapProvenance(context, claim, (item) => item);
  }
};

/** dem:LoadedTerm: words that carry a judgement. */
export const mapTerms = (context: MappingContext): void => {
  const { graph } = context;
  const claims = claimsOf(
    context,
    'term',
    context.extraction.terms,
    (item) => item.evidence,
    (item) => ({ holder: item.userId === null ? [] : [item.userId], target: [item.text], type: item.voice, distinction: [] }),
  );
  for (const claim of claims) {
    graph.type(claim.iri, CLASS.LoadedTerm);
    graph.add(claim.iri, DEM.words, words(claim.best.text));
    graph.add(claim.iri, DEM.user, actorNode(context, claim.best.userId));
    graph.add(claim.iri, DEM.voice, words(claim.best.voice));
    mapProvenance(context, claim, (item) => item.evidence);
  }
};
