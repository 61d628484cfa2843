import type { Lexicon } from '../../lexicon/types.ts';
import { type Document, plainText } from '../../model/document.ts';
import {
  type DroppedItem,
  EXTRACTION_SCHEMA,
  type ExtractedEvent,
  type ExtractedPosition,
  type ExtractedStatement,
  type Extraction,
  type ExtractionOrigin,
} from '../../model/extraction.ts';
import { contains, type Span } from '../../model/span.ts';
import { coverageOf } from '../coverage.ts';
import { edgesOf } from '../edges.ts';
import { type Entity, rollUp } from '../entities.ts';
import { Cast } from './cast.ts';
import { findQuote, findWithin } from './grounding.ts';
import type { Answer } from './schema.ts';

/** Models do not know how sure they are; until somebody has measured one, all its items count the same. */
const CONFIDENCE = 0.5;

/** Strength of a stance that no frame graded: half of the scale, or none for neutral ones. */
const STRENGTH = 0.5;

/** Turns the items of one answer into an extraction. Each item is found in the article or dropped with a reason. */
class Conversion {
  readonly #text: string;
  readonly #cast: Cast;
  readonly #dropped: DroppedItem[];
  readonly #edges: Parameters<typeof edgesOf>[0][number][] = [];

  constructor(text: string, cast: Cast, dropped: DroppedItem[]) {
    this.#text = text;
    this.#cast = cast;
    this.#dropped = dropped;
  }

  #drop(layer: DroppedItem['layer'], index: number, reason: string): [] {
    this.#dropped.push({ layer, index, reason });
    return [];
  }

  #id = (entity: Entity | null): string | null => (entity ? this.#cast.names.idOf(entity) : null);
  #name = (entity: Entity | null): string | null => (entity ? this.#cast.names.of(entity) : null);

  statements(items: Answer['statements']): ExtractedStatement[] {
    return items
      .flatMap((item, index): Omit<ExtractedStatement, 'id'>[] => {
        const speaker = this.#cast.get(item.speaker);
        if (!speaker) return this.#drop('statements', index, 'its speaker is no actor of the article');
        const span = findQuote(this.#text, item.quote);
        if (!span) return this.#drop('statements', index, 'its quote is not in the article');
        const up = rollUp(speaker);
        const owner = up === speaker ? null : up;
        const around = { start: Math.max(0, span.start - 200), end: Math.min(this.#text.length, span.end + 200) };
        const cue = item.cue === null ? undefined : findWithin(this.#text, around, item.cue);
        return [
          {
            speaker: this.#cast.names.of(speaker),
            speakerId: this.#cast.names.idOf(speaker),
            onBehalfOf: this.#name(owner),
            onBehalfOfId: this.#id(owner),
            voice: item.voice,
            cue: cue ? this.#text.slice(cue.start, cue.end) : null,
            cueSpan: cue ?? null,
            speakerSpan: null,
            said: null,
            attributedVia: null,
            attributedViaId: null,
            ...span,
            confidence: CONFIDENCE,
            rule: 'model.statement',
          },
        ];
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((one, i) => ({ id: `s${i + 1}`, ...one }));
  }

  positions(items: Answer['positions'], statements: readonly ExtractedStatement[]): ExtractedPosition[] {
    return items
      .flatMap((item, index): Omit<ExtractedPosition, 'id'>[] => {
        const holder = this.#cast.get(item.holder);
        const voicedBy = item.voicedBy === null ? null : this.#cast.get(item.voicedBy);
        const target = item.target === null ? null : this.#cast.get(item.target);
        if (!holder || voicedBy === undefined || target === undefined)
          return this.#drop('positions', index, 'its holder, speaker or target is no actor of the article');
        if (target !== null && (target === holder || rollUp(target) === holder))
          return this.#drop('positions', index, 'its holder is its own target');
        const evidence = findQuote(this.#text, item.quote);
        if (!evidence) return this.#drop('positions', index, 'its quote is not in the article');
        this.#edges.push({ holder, target, polarity: item.polarity, explicitness: 'explicit' });
        return [
          {
            holder: this.#cast.names.of(holder),
            holderId: this.#cast.names.idOf(holder),
            voicedBy: this.#name(voicedBy),
            voicedById: this.#id(voicedBy),
            target: this.#name(target),
            targetId: this.#id(target),
            targetIssue: null,
            statement: this.#within(statements, evidence, this.#id(voicedBy) ?? this.#cast.names.idOf(holder)),
            polarity: item.polarity,
            act: item.act,
            topic: null,
            strength: item.polarity === 'neutral' ? 0 : STRENGTH,
            explicitness: 'explicit',
            evidence,
            confidence: CONFIDENCE,
            rule: 'model.position',
            frame: null,
            said: null,
          },
        ];
      })
      .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
      .map((one, i) => ({ id: `p${i + 1}`, ...one }));
  }

  /** The statement of a speaker in which a stretch of text lies. */
  #within(statements: readonly ExtractedStatement[], span: Span, speakerId: string): string | null {
    return statements.find((one) => one.speakerId === speakerId && contains(one, span))?.id ?? null;
  }

  events(items: Answer['events']): ExtractedEvent[] {
    return items
      .flatMap((item, index): Omit<ExtractedEvent, 'id'>[] => {
        const find = (names: readonly string[]): (Entity | undefined)[] => names.map((name) => this.#cast.get(name));
        const initiators = find(item.initiators);
        const recipients = find(item.recipients);
        const isWhole = (list: (Entity | undefined)[]): list is Entity[] => !list.includes(undefined);
        if (!isWhole(initiators) || !isWhole(recipients))
          return this.#drop('events', index, 'somebody who takes part is no actor of the article');
        const evidence = findQuote(this.#text, item.quote);
        if (!evidence) return this.#drop('events', index, 'its quote is not in the article');
        return [
          {
            type: item.type,
            mode: null,
            initiators: initiators.map((entity) => this.#cast.names.of(entity)),
            initiatorIds: initiators.map((entity) => this.#cast.names.idOf(entity)),
            recipients: recipients.map((entity) => this.#cast.names.of(entity)),
            recipientIds: recipients.map((entity) => this.#cast.names.idOf(entity)),
            reciprocal: false,
            date: item.date,
            dateSpan: null,
            place: null,
            placeId: null,
            factuality: item.factuality,
            claimedIn: null,
            background: false,
            ongoing: false,
            evidence,
            confidence: CONFIDENCE,
            rule: 'model.event',
            frame: null,
          },
        ];
      })
      .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
      .map((one, i) => ({ id: `e${i + 1}`, ...one }));
  }

  edges(): Extraction['edges'] {
    return edgesOf(
      this.#edges,
      (entity) => this.#cast.names.of(entity),
      (entity) => this.#cast.names.idOf(entity),
    );
  }
}

interface Ground {
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly lexicon: Lexicon;
}

/**
 * An extraction out of a language model's answer: a pure function of article, lexicon and answer. Names and quotes that the
 * article does not have are dropped, with all that rests on them, and listed in `origin`.
 */
export function fromAnswer(
  { document, sentences, lexicon }: Ground,
  checked: { readonly answer: Answer; readonly dropped: readonly DroppedItem[] },
  origin: Omit<ExtractionOrigin, 'dropped'>,
): Extraction {
  const text = plainText(document);
  const { answer } = checked;
  const dropped = [...checked.dropped];
  const cast = new Cast(text, lexicon, answer.actors, dropped);
  const conversion = new Conversion(text, cast, dropped);
  const statements = conversion.statements(answer.statements);
  const positions = conversion.positions(answer.positions, statements);
  const events = conversion.events(answer.events);
  const { id, title, outlet, agencies, page, published, language, sha256, textSha256 } = document;
  return {
    schema: EXTRACTION_SCHEMA,
    document: { id, title, outlet, agencies, page, published, language, sha256, textSha256 },
    origin: { ...origin, dropped },
    actors: cast.actors(text, CONFIDENCE),
    places: [],
    statements,
    positions,
    events,
    edges: conversion.edges(),
    tenures: [],
    terms: [],
    orders: [],
    abstentions: [],
    coverage: coverageOf({ sentences }, { statements, positions, events }, dropped.length),
  };
}
