import type { ActorType, ExtractedActor } from '../../model/extraction.ts';
import { boolean, date, integer, iri } from '../factory.ts';
import { RDFS, SKOS } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { claimsOf, mapProvenance } from './claims.ts';
import { type ActorFacts, type MappingContext, words } from './context.ts';

const SUBCLASS: Readonly<Record<ActorType, string>> = {
  state: CLASS.State,
  igo: CLASS.IntergovernmentalOrganization,
  gov_body: CLASS.GovernmentBody,
  military: CLASS.Military,
  party: CLASS.Party,
  person: CLASS.Person,
  company: CLASS.Company,
  ngo: CLASS.NGO,
  subnational: CLASS.Subnational,
  armed_group: CLASS.ArmedGroup,
  media: CLASS.Media,
  group: CLASS.Group,
};

/**
 * IRI of an actor by its id in the extraction: listed actors have one everywhere, others are scoped to the article. An id that
 * the extraction does not describe (the state of a ministry, say) is a listed actor's, unless a lexicon is given and lacks it.
 */
export const actorIri = (context: MappingContext, id: string): string => {
  const actor = context.extraction.actors.find((candidate) => candidate.id === id);
  const listed = actor ? actor.listed : (context.options.actors?.has(id) ?? true);
  return listed ? context.iris.listedActor(id) : context.iris.localActor(context.document, id);
};

/** The actor as an object of a triple; null stays null. */
export const actorNode = (context: MappingContext, id: string | null) => (id === null ? null : iri(actorIri(context, id)));

const mapFacts = (context: MappingContext, subject: string, facts: ActorFacts | undefined): void => {
  const { graph } = context;
  graph.add(subject, DEM.iso2, words(facts?.iso2 ?? null));
  graph.add(subject, DEM.iso3, words(facts?.iso3 ?? null));
  graph.add(subject, DEM.cow, facts?.cow === undefined || facts.cow === null ? null : integer(facts.cow));
  graph.add(subject, DEM.wikidata, words(facts?.wikidata ?? null));
};

const mapActor = (context: MappingContext, actor: ExtractedActor): void => {
  const { graph } = context;
  const subject = actorIri(context, actor.id);
  graph.type(subject, CLASS.Actor, SUBCLASS[actor.type]);
  // One label for a listed actor over all articles; what this article calls it is another name.
  const label = (actor.listed && context.options.actors?.get(actor.id)?.name) || actor.name;
  const names = [...new Set([actor.name, ...actor.aliases])].filter((alias) => alias !== label);
  graph.add(subject, RDFS.label, words(label));
  graph.add(subject, SKOS.altLabel, ...names.map(words));
  graph.add(subject, DEM.listed, boolean(actor.listed));
  graph.add(subject, DEM.rollsUpTo, actorNode(context, actor.rollupId));
  graph.add(subject, DEM.affiliation, actorNode(context, actor.affiliationId));
  if (actor.listed) mapFacts(context, subject, context.options.actors?.get(actor.id));
};

/** Actors that others roll up or belong to, and that the article does not name themselves. */
const mapImpliedActor = (context: MappingContext, id: string, name: string): void => {
  const { graph } = context;
  const subject = actorIri(context, id);
  const facts = context.options.actors?.get(id);
  graph.type(subject, CLASS.Actor, ...(facts ? [SUBCLASS[facts.type]] : []));
  graph.add(subject, RDFS.label, words(facts?.name ?? name));
  graph.add(subject, DEM.listed, boolean(subject === context.iris.listedActor(id)));
  mapFacts(context, subject, facts);
};

/** dem:Actor and its subclasses, with labels, codes, roll-up and affiliation. */
export const mapActors = (context: MappingContext): void => {
  const described = new Set(context.extraction.actors.map((actor) => actor.id));
  const implied = new Map<string, string>();
  for (const actor of context.extraction.actors) {
    mapActor(context, actor);
    if (actor.rollupId !== null && !described.has(actor.rollupId)) implied.set(actor.rollupId, actor.rollup ?? actor.rollupId);
    if (actor.affiliationId !== null && !described.has(actor.affiliationId))
      implied.set(actor.affiliationId, actor.affiliation ?? actor.affiliationId);
  }
  for (const [id, name] of implied) mapImpliedActor(context, id, name);
};

/** dem:Tenure: who held which office, by this article. */
export const mapTenures = (context: MappingContext): void => {
  const claims = claimsOf(
    context,
    'tenure',
    context.extraction.tenures,
    (item) => item.evidence,
    (item) => ({
      holder: [item.personId],
      target: item.organisationId === null ? [] : [item.organisationId],
      type: item.role,
      distinction: [],
    }),
  );
  const { graph } = context;
  const { published } = context.document;
  for (const claim of claims) {
    graph.type(claim.iri, CLASS.Tenure);
    graph.add(claim.iri, DEM.person, actorNode(context, claim.best.personId));
    graph.add(claim.iri, DEM.role, words(claim.best.role));
    graph.add(claim.iri, DEM.organisation, actorNode(context, claim.best.organisationId));
    graph.add(claim.iri, DEM.inferred, boolean(claim.all.every((item) => item.inferred)));
    graph.add(claim.iri, DEM.statedOn, published === null ? null : date(published));
    mapProvenance(context, claim, (item) => item.evidence);
  }
};
