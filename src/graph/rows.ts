import type { Explicitness, Factuality, PloverType, Polarity } from '../model/extraction.ts';

/**
 * Rows as the queries in `queries/networks/` yield them: one for each claim and pair of actors. A row that occurs
 * twice (same claim, same pair) counts once. `…Top` is the state or organisation an actor counts for: itself where
 * it counts for itself, null for private persons.
 */
interface ClaimRow {
  /** Identifier of the position or event. */
  readonly claim: string;
  readonly article: string;
  /** ISO day on which the article appeared, or null. */
  readonly published: string | null;
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
}

/** Who holds which position towards whom. */
export interface PositionRow extends ClaimRow {
  /** The paper it stood in, or null. */
  readonly outlet: string | null;
  readonly holder: string;
  readonly holderLabel: string;
  readonly holderTop: string | null;
  readonly holderTopLabel: string | null;
  /** Null where the position is about an issue that no actor owns. */
  readonly target: string | null;
  readonly targetLabel: string | null;
  readonly targetTop: string | null;
  readonly targetTopLabel: string | null;
  readonly polarity: Polarity;
  readonly topic: string | null;
  /** 0 to 1: how strong the words are. */
  readonly strength: number;
  readonly explicitness: Explicitness;
  /** ISO date or interval when it was said, or null. */
  readonly said: string | null;
}

/** Who did what to whom. A reciprocal event yields a row for each ordered pair of its parties. */
export interface EventRow extends ClaimRow {
  readonly initiator: string;
  readonly initiatorLabel: string;
  readonly initiatorTop: string | null;
  readonly initiatorTopLabel: string | null;
  readonly recipient: string;
  readonly recipientLabel: string;
  readonly recipientTop: string | null;
  readonly recipientTopLabel: string | null;
  readonly type: PloverType;
  readonly mode: string | null;
  readonly reciprocal: boolean;
  readonly factuality: Factuality;
  readonly background: boolean;
  /** ISO date or interval of the event, or null. */
  readonly date: string | null;
}

/** Who belongs to which body. */
export interface AffiliationRow extends ClaimRow {
  readonly member: string;
  readonly memberLabel: string;
  readonly organisation: string;
  readonly organisationLabel: string;
  readonly role: string | null;
  readonly inferred: boolean;
}

/** One line of a plain edge list. */
export interface EdgeRow {
  readonly from: string;
  readonly to: string;
  /** 1 friends, -1 foes. */
  readonly sign: 1 | -1;
  /** Positive; default 1. */
  readonly weight?: number;
  /** ISO day, month, year or interval, where the list gives one. */
  readonly date?: string;
  readonly topic?: string;
  /** Name of the time window the line belongs to. */
  readonly window?: string;
}
