import type { PloverType } from '../model/extraction.ts';

/**
 * The four classes of PLOVER event types, from verbal cooperation (1) to material conflict (4).
 *
 * Reference: Open Event Data Alliance, PLOVER codebook, section "Quad categories". Like every network here the
 * `action` network counts the first two as positive and the last two as negative.
 */
const QUAD_CLASS: Readonly<Record<PloverType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export const isVerbal = (type: PloverType): boolean => QUAD_CLASS[type] === 1 || QUAD_CLASS[type] === 3;

export const isCooperative = (type: PloverType): boolean => QUAD_CLASS[type] <= 2;
