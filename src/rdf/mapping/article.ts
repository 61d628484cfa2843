import { date, iri } from '../factory.ts';
import { RDFS } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { claimsOf, mapProvenance } from './claims.ts';
import { generatedBy, type MappingContext, words } from './context.ts';
import { mapEvidence } from './evidence.ts';

/** dem:Article: what the paper says of itself, and the hashes by which its text is known again. */
export const mapArticle = (context: MappingContext): void => {
  const { document, graph, articleIri: subject } = context;
  graph.type(subject, CLASS.Article);
  graph.add(subject, RDFS.label, words(document.title ?? document.id));
  graph.add(subject, DEM.title, words(document.title));
  graph.add(subject, DEM.outlet, words(document.outlet));
  graph.add(subject, DEM.agency, ...document.agencies.map(words));
  graph.add(subject, DEM.page, words(document.page));
  graph.add(subject, DEM.published, document.published === null ? null : date(document.published));
  graph.add(subject, DEM.language, words(document.language));
  graph.add(subject, DEM.sha256, words(document.sha256));
  graph.add(subject, DEM.textSha256, words(document.textSha256));
  graph.add(subject, DEM.textFile, words(`articles/${document.id}.txt`));
};

/** dem:Abstention: what was seen and not decided. */
export const mapAbstentions = (context: MappingContext): void => {
  const claims = claimsOf(
    context,
    'abstention',
    context.extraction.abstentions,
    (item) => item,
    (item) => ({ holder: [], target: [], type: item.reason, distinction: [] }),
  );
  for (const claim of claims) {
    context.graph.type(claim.iri, CLASS.Abstention);
    context.graph.add(claim.iri, DEM.reason, words(claim.best.reason));
    mapProvenance(context, claim, (item) => item);
  }
};

/** dem:before with the dem:Ordering that holds its evidence; an order between things that were not kept is left out. */
export const mapOrders = (context: MappingContext): void => {
  const { graph, claimIris } = context;
  for (const order of context.extraction.orders) {
    const earlier = claimIris.get(order.before);
    const later = claimIris.get(order.after);
    if (earlier === undefined || later === undefined || earlier === later) continue;
    const node = context.iris.claim(
      'ordering',
      JSON.stringify([earlier, later].map((name) => name.slice(context.iris.base.length))),
    );
    graph.add(earlier, DEM.before, iri(later));
    graph.type(node, CLASS.Ordering);
    graph.add(node, DEM.article, iri(context.articleIri));
    graph.add(node, DEM.earlier, iri(earlier));
    graph.add(node, DEM.later, iri(later));
    graph.add(node, DEM.evidence, iri(mapEvidence(context, order.evidence)));
    generatedBy(context, node, order.rule);
  }
};
