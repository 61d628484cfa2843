import type { DocumentMetadata } from './document.ts';
import type { Span } from './span.ts';

/** Version tag of the extraction format; changes when a field changes meaning. */
export const EXTRACTION_SCHEMA = 'demarche/extraction/1';

export const ACTOR_TYPES = [
  'state',
  'igo',
  'gov_body',
  'military',
  'party',
  'person',
  'company',
  'ngo',
  'subnational',
  'armed_group',
  'media',
  'group',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export const SPEECH_ACTS = [
  'accuse',
  'condemn',
  'criticize',
  'reject',
  'warn',
  'urge',
  'demand',
  'praise',
  'endorse',
  'welcome',
  'thank',
  'deny',
  'defend',
  'threaten',
  'call-for',
  'express-concern',
  'justify',
  'refuse',
  'pledge',
  'deplore',
  'state',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** PLOVER event types (Open Event Data Alliance, PLOVER codebook). */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

export const POLARITIES = ['support', 'oppose', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FACTUALITIES = ['asserted', 'alleged', 'planned', 'denied'] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export const VOICES = ['direct', 'unquotedDirect', 'indirect', 'mixed', 'narration', 'headline'] as const;
export type Voice = (typeof VOICES)[number];

export const EXPLICITNESS = ['explicit', 'presupposed', 'headline'] as const;
export type Explicitness = (typeof EXPLICITNESS)[number];

export type MentionKind = 'name' | 'acronym' | 'metonym' | 'description' | 'demonym' | 'office' | 'pronoun';

/** One place in the text that stands for an actor. */
export interface ExtractedMention extends Span {
  readonly kind: MentionKind;
  /** Why the words stand for the actor, where that is not plain ("seat of government of …"). */
  readonly reason?: string;
  readonly rule: string;
}

export interface ExtractedActor {
  /** `CHN`, `nato` for listed actors; an article-scoped id for others. */
  readonly id: string;
  /** Canonical name without role, unique within the document. */
  readonly name: string;
  readonly type: ActorType;
  /** True if the actor stands in the lexicon. */
  readonly listed: boolean;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly affiliationId: string | null;
  /** True where role or affiliation was inferred and not stated in the words themselves. */
  readonly affiliationInferred: boolean;
  /** The state or organisation this actor counts for (its own id where it counts for itself); null for private persons. */
  readonly rollup: string | null;
  readonly rollupId: string | null;
  readonly mentions: readonly ExtractedMention[];
  readonly confidence: number;
}

/** A location that is no actor in the article. */
export interface ExtractedPlace extends Span {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3 code of the country, or null. */
  readonly country: string | null;
  readonly kind: 'country' | 'city' | 'region' | 'other';
  readonly rule: string;
}

export interface ExtractedStatement extends Span {
  readonly id: string;
  readonly speaker: string;
  readonly speakerId: string;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfId: string | null;
  readonly voice: Voice;
  /** The reporting word ("said", "according to"), or null for a floating quotation. */
  readonly cue: string | null;
  readonly cueSpan: Span | null;
  readonly speakerSpan: Span | null;
  /** ISO date or interval when it was said, where the text says so. */
  readonly said: string | null;
  /** Who carries the words to us when it is not the paper ("quoted by", "X said Y had said"). */
  readonly attributedVia: string | null;
  readonly attributedViaId: string | null;
  readonly confidence: number;
  readonly rule: string;
}

export interface ExtractedPosition {
  readonly id: string;
  readonly holder: string;
  readonly holderId: string;
  readonly voicedBy: string | null;
  readonly voicedById: string | null;
  readonly target: string | null;
  readonly targetId: string | null;
  readonly targetIssue: (Span & { readonly text: string }) | null;
  readonly statement: string | null;
  readonly polarity: Polarity;
  readonly act: SpeechAct;
  readonly topic: string | null;
  /** 0 to 1: how strong the frame is in the lexicon. */
  readonly strength: number;
  readonly explicitness: Explicitness;
  readonly evidence: Span;
  /** 0 to 1: how sure the rule is. */
  readonly confidence: number;
  readonly rule: string;
  /** Id of the lexicon frame, where one fired. */
  readonly frame: string | null;
  readonly said: string | null;
}

export interface ExtractedEvent {
  readonly id: string;
  readonly type: PloverType;
  readonly mode: string | null;
  readonly initiators: readonly string[];
  readonly initiatorIds: readonly string[];
  readonly recipients: readonly string[];
  readonly recipientIds: readonly string[];
  readonly reciprocal: boolean;
  readonly date: string | null;
  readonly dateSpan: Span | null;
  readonly place: string | null;
  readonly placeId: string | null;
  readonly factuality: Factuality;
  /** Statement in which the event is only claimed. */
  readonly claimedIn: string | null;
  readonly background: boolean;
  /** True where the action goes on at publication ("has been continuing"). */
  readonly ongoing: boolean;
  readonly evidence: Span;
  readonly confidence: number;
  readonly rule: string;
  readonly frame: string | null;
}

export interface ExtractedEdge {
  readonly source: string;
  readonly sourceId: string;
  readonly target: string;
  readonly targetId: string;
  readonly polarity: 'support' | 'oppose';
  readonly weight: number;
}

/** "X, foreign minister of Y": who held which office, by this article. */
export interface ExtractedTenure {
  readonly person: string;
  readonly personId: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly organisationId: string | null;
  readonly inferred: boolean;
  readonly evidence: Span;
  readonly rule: string;
}

/** A loaded word or scare-quoted label, with its user. */
export interface ExtractedTerm {
  readonly id: string;
  readonly text: string;
  readonly user: string | null;
  readonly userId: string | null;
  readonly voice: Voice;
  readonly evidence: Span;
  readonly rule: string;
}

/** Order between events or statements that the text states ("Before the summit statement, …"). */
export interface ExtractedOrder {
  /** Ids of events or statements. */
  readonly before: string;
  readonly after: string;
  readonly evidence: Span;
  readonly rule: string;
}

export interface Abstention extends Span {
  readonly reason: string;
  readonly rule: string;
}

/** How much of what the rules saw they decided. */
export interface Coverage {
  /** Sentences read, headlines included. */
  readonly sentences: number;
  /** Sentences in which a statement, position or event has its words. */
  readonly sentencesWithClaims: number;
  /** Statements, positions and events. */
  readonly claims: number;
  /** Things seen and not decided. */
  readonly abstentions: number;
  /** Claims over claims and abstentions, 0 to 1; 1 where nothing was seen. */
  readonly share: number;
}

/** An item of a language model's answer that was left out, by its place in the answer. */
export interface DroppedItem {
  readonly layer: 'actors' | 'statements' | 'positions' | 'events';
  readonly index: number;
  readonly reason: string;
}

/** Who made an extraction, where it was not the rules of this program. */
export interface ExtractionOrigin {
  /** Name of the language model, as its server knows it. */
  readonly model: string;
  /** SHA-256 (hex) of the instructions and the schema that the model was given. */
  readonly promptSha256: string;
  readonly dropped: readonly DroppedItem[];
}

/** All that is read out of one article: a pure function of its text and the lexicon. */
export interface Extraction {
  readonly schema: typeof EXTRACTION_SCHEMA;
  readonly document: DocumentMetadata & { readonly id: string; readonly sha256: string; readonly textSha256: string };
  /** Left out where the rules of this program made it. */
  readonly origin?: ExtractionOrigin;
  readonly actors: readonly ExtractedActor[];
  readonly places: readonly ExtractedPlace[];
  readonly statements: readonly ExtractedStatement[];
  readonly positions: readonly ExtractedPosition[];
  readonly events: readonly ExtractedEvent[];
  readonly edges: readonly ExtractedEdge[];
  readonly tenures: readonly ExtractedTenure[];
  readonly terms: readonly ExtractedTerm[];
  readonly orders: readonly ExtractedOrder[];
  readonly abstentions: readonly Abstention[];
  readonly coverage: Coverage;
}
