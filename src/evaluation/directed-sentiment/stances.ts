import type { ExtractedActor, ExtractedEvent, Extraction } from '../../model/extraction.ts';
import { overlaps, type Span } from '../../model/span.ts';
import type { GoldSentence, SentimentClass } from './gold.ts';

/** A rule's answer to "how does one of the two stand to the other?" */
export interface Stance {
  readonly answer: SentimentClass;
  readonly rule: string;
  readonly confidence: number;
  readonly evidence: Span;
  /** Tier of the frame behind it; null where none is. */
  readonly tier: 'high' | 'wide' | null;
}

/** Rules of the frame tier: a predicate's frame read as it stands, with sure frames and filled slots. */
const SURE_RULES: ReadonlySet<string> = new Set(['position.frame.plain']);

/** True for answers of the frame tier. */
export const isSure = ({ rule, tier }: Stance): boolean => SURE_RULES.has(rule) && tier === 'high';

/** What an act does for the stance between who does it and whom it is done to. Acts that are neither are left out. */
const SIGN: Readonly<Partial<Record<ExtractedEvent['type'], 'support' | 'oppose'>>> = {
  SUPPORT: 'support',
  AID: 'support',
  REJECT: 'oppose',
  ACCUSE: 'oppose',
  THREATEN: 'oppose',
  PROTEST: 'oppose',
  SANCTION: 'oppose',
  COERCE: 'oppose',
  ASSAULT: 'oppose',
};

/** Tier of each frame of the lexicon. */
export type FrameTiers = ReadonlyMap<string, 'high' | 'wide'>;

export const frameTiers = (frames: Iterable<readonly { id: string; tier: 'high' | 'wide' }[]>): FrameTiers =>
  new Map([...frames].flatMap((list) => list.map(({ id, tier }) => [id, tier] as const)));

/** Positions and acts between the two marked names, surest first. */
export function stancesBetween({ p, q }: GoldSentence, extraction: Extraction, tiers: FrameTiers): Stance[] {
  const tierOf = (frame: string | null): Stance['tier'] => (frame === null ? null : (tiers.get(frame) ?? null));
  const naming = (span: Span): ReadonlySet<string> =>
    new Set(
      extraction.actors.filter((actor: ExtractedActor) => actor.mentions.some((one) => overlaps(one, span))).map(({ id }) => id),
    );
  const ofP = naming(p);
  const ofQ = naming(q);
  const only = (id: string | null, own: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    id !== null && own.has(id) && !other.has(id);
  const direction = (from: readonly (string | null)[], to: readonly (string | null)[]): 'pq' | 'qp' | null => {
    if (from.some((id) => only(id, ofP, ofQ)) && to.some((id) => only(id, ofQ, ofP))) return 'pq';
    return from.some((id) => only(id, ofQ, ofP)) && to.some((id) => only(id, ofP, ofQ)) ? 'qp' : null;
  };
  const positions = extraction.positions.flatMap(
    ({ holderId, voicedById, targetId, polarity, rule, confidence, evidence, frame }) => {
      const way = direction([holderId, voicedById], [targetId]);
      return way && polarity !== 'neutral'
        ? [{ answer: answerOf(way, polarity), rule, confidence, evidence, tier: tierOf(frame) }]
        : [];
    },
  );
  const acts = extraction.events.flatMap(
    ({ initiatorIds, recipientIds, type, factuality, rule, confidence, evidence, frame }) => {
      const way = direction(initiatorIds, recipientIds);
      const sign = SIGN[type];
      if (!way || !sign || factuality === 'denied') return [];
      return [{ answer: answerOf(way, sign), rule: `${rule} ${type}`, confidence, evidence, tier: tierOf(frame) }];
    },
  );
  return [...positions, ...acts].sort((a, b) => b.confidence - a.confidence);
}

const answerOf = (way: 'pq' | 'qp', sign: 'support' | 'oppose'): SentimentClass =>
  way === 'pq' ? (sign === 'support' ? 1 : 3) : sign === 'support' ? 2 : 4;
