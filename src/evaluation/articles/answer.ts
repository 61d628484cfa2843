import type { Extraction } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';

/** What is scored of one article: the names of an extraction without ids and mentions. */
export interface Answer {
  readonly actors: readonly { readonly name: string; readonly type: string; readonly affiliation?: string | null }[];
  readonly statements: readonly (Span & { readonly speaker: string } & Ruled)[];
  readonly positions: readonly AnswerPosition[];
  readonly events: readonly AnswerEvent[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly polarity: string;
    readonly weight: number;
  }[];
}

/** Which rule made a claim, and how sure it is. */
interface Ruled {
  readonly rule?: string;
  readonly confidence?: number;
}

export interface AnswerPosition extends Ruled {
  readonly holder: string;
  readonly target: string | null;
  readonly polarity: string;
  readonly evidence?: Span;
  readonly speech_act?: string;
  readonly voiced_by?: string | null;
}

export interface AnswerEvent extends Ruled {
  readonly type: string;
  readonly initiators: readonly string[];
  readonly recipients: readonly string[];
  readonly date: string | null;
  readonly place: string | readonly string[] | null;
  readonly factuality?: string;
  readonly evidence?: Span;
}

/** The scored part of an extraction, with the two field names that the gold files call otherwise. */
export function answerOf(extraction: Extraction): Answer {
  return {
    actors: extraction.actors.map(({ name, type, affiliation }) => ({ name, type, affiliation })),
    statements: extraction.statements.map(({ speaker, start, end, rule, confidence }) => ({
      speaker,
      start,
      end,
      rule,
      confidence,
    })),
    positions: extraction.positions.map(({ holder, target, polarity, evidence, act, voicedBy, rule, confidence }) => ({
      holder,
      target,
      polarity,
      evidence,
      speech_act: act,
      voiced_by: voicedBy,
      rule,
      confidence,
    })),
    events: extraction.events.map(({ type, initiators, recipients, date, place, factuality, evidence, rule, confidence }) => ({
      type,
      initiators,
      recipients,
      date,
      place,
      factuality,
      evidence,
      rule,
      confidence,
    })),
    edges: extraction.edges.map(({ source, target, polarity, weight }) => ({ source, target, polarity, weight })),
  };
}
