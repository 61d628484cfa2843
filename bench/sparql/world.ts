import type { ActorType, ExtractedActor, MentionKind } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';

/*
 * Invented actors: states with a minister each, and alliances. States stand in camps, which decide whom they praise and whom they
 * condemn, and each speaks on a few topics only.
 */

export type Random = (below: number) => number;

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** Whom it counts for. */
  readonly top: Actor | null;
}

const STATES = 200;
const ALLIANCES = 12;
const CAMPS = 3;
const TOPICS_EACH = 6;

const padded = (number: number): string => String(number).padStart(3, '0');

const states: readonly Actor[] = Array.from({ length: STATES }, (_, i) => ({
  id: `A${padded(i)}`,
  name: `Country A${padded(i)}`,
  type: 'state',
  top: null,
}));
const ministers: readonly Actor[] = states.map((state) => ({
  id: `minister-${state.id}`,
  name: `Minister M${state.id.slice(1)}`,
  type: 'person',
  top: state,
}));
const alliances: readonly Actor[] = Array.from({ length: ALLIANCES }, (_, i) => ({
  id: `pact-${i}`,
  name: `Pact P${padded(i)}`,
  type: 'igo',
  top: null,
}));

/** Few states are in most of the news: the smaller of two draws. */
export const drawState = (random: Random): number => Math.min(random(STATES), random(STATES));

export const state = (number: number): Actor => states[number]!;
export const minister = (number: number): Actor => ministers[number]!;
export const drawAlliance = (random: Random): Actor => alliances[random(ALLIANCES)]!;

/** Whom a state speaks of: another one, seldom an alliance. */
export const drawTarget = (random: Random, from: number): Actor => {
  if (random(8) === 0) return drawAlliance(random);
  const to = drawState(random);
  return state(to === from ? (to + 1) % STATES : to);
};

const campOf = ({ id, top }: Actor): number => Number((top?.id ?? id).replace(/\D/g, '')) % CAMPS;

/** True for most of what is said within a camp, and for little of what is said between two. */
export const isFriendly = (random: Random, from: Actor, to: Actor): boolean => random(10) < (campOf(from) === campOf(to) ? 8 : 2);

/** One of the topics that an actor speaks on. */
export const drawTopic = (random: Random, from: number, topics: readonly string[]): string =>
  topics[(from * 7 + random(TOPICS_EACH)) % topics.length]!;

/** An actor as an extraction has it. */
export const extracted = (
  { id, name, type, top }: Actor,
  mentions: readonly (Span & { kind: MentionKind; reason?: string })[],
): ExtractedActor => ({
  id,
  name,
  type,
  listed: true,
  aliases: [],
  role: type === 'person' ? 'minister' : null,
  affiliation: top?.name ?? null,
  affiliationId: top?.id ?? null,
  affiliationInferred: false,
  rollup: (top ?? { name }).name,
  rollupId: (top ?? { id }).id,
  mentions: mentions.map((mention) => ({ ...mention, rule: `mention.${mention.kind}` })),
  confidence: 1,
});
