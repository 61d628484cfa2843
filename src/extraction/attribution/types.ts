import type { FramePos } from '../../lexicon/types.ts';
import type { Voice } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';

/** Head word of a source, whether or not it names an actor. */
export interface SourceWord {
  readonly sentence: number;
  readonly token: number;
}

/** A reporting word with its speaker and, where the tree shows it, the head of its content. */
export interface CueHit {
  readonly sentence: number;
  readonly token: number;
  readonly cue: string;
  readonly span: Span;
  /** The actor that speaks; null if the source is a plain noun phrase ("critics", "the report"). */
  readonly speaker: Entity | null;
  readonly speakerMention: Mention | null;
  readonly speakerToken: number;
  /** Head word of the source as the clause has it: of a coordination the first, in a relative clause the pronoun. */
  readonly source: number;
  /** Word class of the cue, and the slot of the table that its content fills (empty if none). */
  readonly pos: FramePos | 'P';
  readonly slot: string;
  /** Heads of the content clause or phrase; empty if it must be found by position (quotation, parataxis). */
  readonly content: readonly number[];
  readonly rule: string;
  /** True if the word introduces quoted or free content (say), false if it names an act with content (accuse of, urge to). */
  readonly speech: boolean;
  /** True if the word reports only words in quotation marks ("quipped"). */
  readonly quoteOnly: boolean;
}

/** Content attributed to a source. The span is the content, not the reporting clause. */
export interface Report extends Span {
  /** Sentence in which the content starts. */
  readonly sentence: number;
  /** The actor that speaks; null if the source is no actor ("critics", "the report"). */
  readonly speaker: Entity | null;
  readonly source: SourceWord | null;
  readonly speakerMention: Mention | null;
  readonly voice: Voice;
  readonly cue: string | null;
  readonly cueSpan: Span | null;
  /** Sentence and token of the reporting word, where there is one. */
  readonly cueAt: { readonly sentence: number; readonly token: number } | null;
  readonly via: Entity | null;
  /** The report whose words these carry on, for a quotation without a reporting word of its own. */
  readonly carriesOn: Report | null;
  readonly confidence: number;
  readonly rule: string;
}

/** Content attributed to an actor. */
export interface Statement extends Report {
  readonly speaker: Entity;
}

export const isStatement = (report: Report): report is Statement => report.speaker !== null;
