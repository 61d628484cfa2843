import type { PlaceEntry } from '../lexicon/types.ts';
import {
  type Abstention,
  type ActorType,
  EXTRACTION_SCHEMA,
  type ExtractedActor,
  type ExtractedEvent,
  type ExtractedPlace,
  type ExtractedPosition,
  type ExtractedStatement,
  type Extraction,
} from '../model/extraction.ts';
import { textOf } from '../model/span.ts';
import type { Statement } from './attribution/types.ts';
import { dateOfSaying } from './background.ts';
import { calibrated } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import { edgesOf } from './edges.ts';
import { type Entity, rollUp } from './entities.ts';
import type { EventDraft } from './events/types.ts';
import type { Mention } from './mentions/types.ts';
import { Names, nameIn } from './naming.ts';
import { findOrders } from './orders.ts';
import type { PositionDraft } from './positions/types.ts';
import type { Reading } from './reading.ts';
import { actorsOf, placesOf } from './roles.ts';
import { findTerms } from './terms.ts';
import type { TopicFinder } from './topics.ts';

/** Confidence and strength leave with two decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Drafts {
  readonly statements: readonly Statement[];
  readonly positions: readonly PositionDraft[];
  readonly events: readonly EventDraft[];
}

/** Turns what the rules found into the published form: names, ids, edges, and everything in text order. */
export function assemble(reading: Reading, topics: TopicFinder, drafts: Drafts): Extraction {
  const used = actorsOf(reading, drafts.statements, drafts.positions, drafts.events);
  const names = new Names(used, (entity) => nameOf(reading, entity));
  const statementIds = new Map(drafts.statements.map((one, i) => [one, `s${i + 1}`]));
  const eventIds = new Map(drafts.events.map((one, i) => [one, `e${i + 1}`]));
  const { document } = reading;
  const abstentions = distinct(reading.abstentions);
  const found = places(
    reading,
    used,
    drafts.events.flatMap((one) => (one.place?.mention ? [one.place.mention] : [])),
  );
  const idOf = (one: Statement | EventDraft): string => ('speaker' in one ? statementIds.get(one) : eventIds.get(one))!;
  return {
    schema: EXTRACTION_SCHEMA,
    document: {
      id: document.id,
      title: document.title,
      outlet: document.outlet,
      agencies: document.agencies,
      page: document.page,
      published: document.published,
      language: document.language,
      sha256: document.sha256,
      textSha256: document.textSha256,
    },
    actors: used.map((entity) => actor(reading, names, entity)),
    places: found.places,
    statements: drafts.statements.map((one) => statement(reading, names, statementIds.get(one)!, one)),
    positions: drafts.positions.map((one, i) =>
      position(reading, names, topics, `p${i + 1}`, one, one.statement ? (statementIds.get(one.statement) ?? null) : null),
    ),
    events: drafts.events.map((one) =>
      event(reading, found.ids, names, eventIds.get(one)!, one, one.claimedIn ? (statementIds.get(one.claimedIn) ?? null) : null),
    ),
    edges: edgesOf(
      drafts.positions,
      (entity) => names.of(entity),
      (entity) => names.idOf(entity),
    ),
    tenures: used
      .filter((entity) => entity.type === 'person' && entity.role !== null)
      .map((entity) => tenure(reading, names, entity)),
    terms: findTerms(reading, drafts.statements).map((one, i) => ({
      id: `t${i + 1}`,
      text: textOf(reading.document.text, one.span),
      user: one.user ? names.of(one.user) : null,
      userId: one.user ? names.idOf(one.user) : null,
      voice: one.voice,
      evidence: one.span,
      rule: one.rule,
    })),
    orders: findOrders(reading, drafts.statements, drafts.events).map((one) => ({
      before: idOf(one.before),
      after: idOf(one.after),
      evidence: one.evidence,
      rule: one.rule,
    })),
    abstentions,
    coverage: coverageOf(reading, drafts, abstentions.length),
  };
}

const nameOf = (reading: Reading, entity: Entity): string =>
  nameIn(
    entity,
    reading.mentions.filter((mention) => mention.entity === entity),
    (mention) => reading.text.slice(mention.start, mention.end),
  );

function actor(reading: Reading, names: Names, entity: Entity): ExtractedActor {
  const up = rollUp(entity);
  const mentions = reading.mentions.filter((mention) => mention.entity === entity).sort((a, b) => a.start - b.start);
  const name = names.of(entity);
  return {
    id: names.idOf(entity),
    name,
    type: entity.type as ActorType,
    listed: entity.listed !== null,
    aliases: [
      ...new Set(
        mentions
          .filter((one) => one.kind !== 'pronoun' && one.kind !== 'office')
          .map((one) => reading.text.slice(one.start, one.end)),
      ),
    ]
      .filter((alias) => alias !== name)
      .sort(),
    role: entity.role,
    affiliation: entity.affiliation ? names.of(entity.affiliation) : null,
    affiliationId: entity.affiliation ? names.idOf(entity.affiliation) : null,
    affiliationInferred: entity.affiliationInferred,
    rollup: up ? names.of(up) : null,
    rollupId: up ? names.idOf(up) : null,
    mentions: mentions.map((one) => ({
      start: one.start,
      end: one.end,
      kind: one.kind,
      ...(one.reason === undefined ? {} : { reason: one.reason }),
      rule: one.rule,
    })),
    confidence: rounded(entity.confidence),
  };
}

/** "Brest, Belarus": a town with its state, since many towns share a name. */
function placeName(reading: Reading, place: PlaceEntry | null): string | null {
  const state = place?.kind === 'city' && place.country ? reading.lexicon.actors.get(place.country)?.name : undefined;
  return place ? (state && state !== place.name ? `${place.name}, ${state}` : place.name) : null;
}

/** Places with ids, and the ids by mention for the events that happen there. */
function places(
  reading: Reading,
  used: readonly Entity[],
  eventPlaces: readonly Mention[],
): { places: ExtractedPlace[]; ids: ReadonlyMap<Mention, string> } {
  const ids = new Map<Mention, string>();
  const found = placesOf(reading, used, eventPlaces).map(({ mention, place }, i) => ({
    id: `l${i + 1}`,
    name: placeName(reading, place) ?? mention.entity.name,
    country: place ? place.country : mention.entity.type === 'state' ? mention.entity.key : null,
    kind: place?.kind ?? 'country',
    start: mention.start,
    end: mention.end,
    rule: mention.rule,
  }));
  placesOf(reading, used, eventPlaces).forEach(({ mention }, i) => {
    ids.set(mention, `l${i + 1}`);
  });
  return { places: found, ids };
}

function statement(reading: Reading, names: Names, id: string, one: Statement): ExtractedStatement {
  const up = rollUp(one.speaker);
  const said = one.cueAt ? dateOfSaying(reading, one.cueAt.sentence, one.cueAt.token) : undefined;
  return {
    id,
    speaker: names.of(one.speaker),
    speakerId: names.idOf(one.speaker),
    onBehalfOf: up && up !== one.speaker ? names.of(up) : null,
    onBehalfOfId: up && up !== one.speaker ? names.idOf(up) : null,
    voice: one.voice,
    cue: one.cue,
    cueSpan: one.cueSpan,
    speakerSpan: one.speakerMention ? { start: one.speakerMention.start, end: one.speakerMention.end } : null,
    said: said?.value ?? null,
    attributedVia: one.via ? names.of(one.via) : null,
    attributedViaId: one.via ? names.idOf(one.via) : null,
    start: one.start,
    end: one.end,
    confidence: calibrated(reading.lexicon.calibration, 'statements', one.rule, one.confidence),
    rule: one.rule,
  };
}

function position(
  reading: Reading,
  names: Names,
  topics: TopicFinder,
  id: string,
  one: PositionDraft,
  statementId: string | null,
): ExtractedPosition {
  const said = dateOfSaying(reading, one.sentence, one.predicate);
  const topic = topics.find(reading, one.sentence, one.issue ?? one.evidence);
  return {
    id,
    holder: names.of(one.holder),
    holderId: names.idOf(one.holder),
    voicedBy: one.voicedBy ? names.of(one.voicedBy) : null,
    voicedById: one.voicedBy ? names.idOf(one.voicedBy) : null,
    target: one.target ? names.of(one.target) : null,
    targetId: one.target ? names.idOf(one.target) : null,
    targetIssue: one.issue
      ? { text: textOf(reading.document.text, one.issue), start: one.issue.start, end: one.issue.end }
      : null,
    statement: statementId,
    polarity: one.polarity,
    act: one.act,
    topic,
    strength: rounded(one.strength),
    explicitness: one.explicitness,
    evidence: one.evidence,
    confidence: calibrated(reading.lexicon.calibration, 'positions', one.rule, one.confidence),
    rule: one.rule,
    frame: one.frame,
    said: said?.value ?? null,
  };
}

function event(
  reading: Reading,
  placeIds: ReadonlyMap<Mention, string>,
  names: Names,
  id: string,
  one: EventDraft,
  claimedIn: string | null,
): ExtractedEvent {
  return {
    id,
    type: one.type,
    mode: one.mode,
    initiators: one.initiators.map((entity) => names.of(entity)),
    initiatorIds: one.initiators.map((entity) => names.idOf(entity)),
    recipients: one.recipients.map((entity) => names.of(entity)),
    recipientIds: one.recipients.map((entity) => names.idOf(entity)),
    reciprocal: one.reciprocal,
    date: one.date?.value ?? null,
    dateSpan: one.date ? { start: one.date.start, end: one.date.end } : null,
    place: one.place?.name ?? null,
    placeId: one.place?.mention ? (placeIds.get(one.place.mention) ?? null) : null,
    factuality: one.factuality,
    claimedIn,
    background: one.background,
    ongoing: one.ongoing,
    evidence: one.evidence,
    confidence: calibrated(reading.lexicon.calibration, 'events', one.rule, one.confidence),
    rule: one.rule,
    frame: one.frame,
  };
}

function tenure(reading: Reading, names: Names, entity: Entity): Extraction['tenures'][number] {
  const mention = reading.mentions.find((one) => one.entity === entity)!;
  const { sentence } = mention;
  const span = reading.sentences[sentence]!;
  return {
    person: names.of(entity),
    personId: names.idOf(entity),
    role: entity.role!,
    organisation: entity.affiliation ? names.of(entity.affiliation) : null,
    organisationId: entity.affiliation ? names.idOf(entity.affiliation) : null,
    inferred: entity.affiliationInferred,
    evidence: { start: span.start, end: span.end },
    rule: mention.rule,
  };
}

function distinct(abstentions: readonly Abstention[]): Abstention[] {
  const seen = new Set<string>();
  return [...abstentions]
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.reason < b.reason ? -1 : 1))
    .filter((one) => {
      const key = `${one.start}:${one.end}:${one.reason}`;
      return !seen.has(key) && seen.add(key);
    });
}
