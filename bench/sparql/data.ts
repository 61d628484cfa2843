import { createHash } from 'node:crypto';
import type { Document } from '../../src/model/document.ts';
import {
  EXTRACTION_SCHEMA,
  type ExtractedEvent,
  type ExtractedPosition,
  type ExtractedStatement,
  type Extraction,
  type MentionKind,
  type Polarity,
  type SpeechAct,
} from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { NO_COVERAGE } from '../../test/coverage.ts';
import { randomness } from '../random.ts';
import { type Actor, drawState, drawTarget, drawTopic, extracted, isFriendly, minister, type Random, state } from './world.ts';

/*
 * Claim-shaped data: invented articles through the real mapping. An article has a headline that repeats a position, statements with
 * the positions they utter, positions of the paper's own telling, events certain and claimed, an office, a loaded word, an order
 * and something undecided.
 */

type Verb = readonly [word: string, polarity: Polarity, act: SpeechAct];

const FRIENDLY: readonly Verb[] = [
  ['praised', 'support', 'praise'],
  ['welcomed', 'support', 'welcome'],
  ['endorsed', 'support', 'endorse'],
];
const HOSTILE: readonly Verb[] = [
  ['condemned', 'oppose', 'condemn'],
  ['criticized', 'oppose', 'criticize'],
  ['accused', 'oppose', 'accuse'],
];
const NEUTRAL: readonly Verb[] = [
  ['urged', 'neutral', 'urge'],
  ['warned', 'neutral', 'warn'],
];
const VOICES = ['indirect', 'direct', 'mixed'] as const;
const EVENTS = ['COOPERATE', 'AID', 'SANCTION', 'CONSULT', 'MOBILIZE', 'ASSAULT', 'AGREE', 'PROTEST'] as const;
const FACTUALITIES = ['asserted', 'asserted', 'asserted', 'alleged', 'planned'] as const;
const OUTLETS = ['Harbour Times', 'Coast Post', 'Daily North', 'Southern Star'];

const day = (random: Random): string =>
  `20${String(20 + random(6))}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Mention extends Span {
  readonly actor: Actor;
  readonly kind: MentionKind;
  readonly reason?: string;
}

/** The text of an article as it grows, and who is named where. */
class Text {
  text = '';
  readonly sentences: Span[] = [];
  readonly mentions: Mention[] = [];

  /** Adds a sentence of words and actors; gives where it stands. */
  sentence(...parts: readonly (string | Actor)[]): Span {
    const start = this.text.length;
    for (const part of parts) {
      if (typeof part === 'string') this.text += part;
      else this.#name(part);
    }
    const span = { start, end: this.text.length };
    this.sentences.push(span);
    this.text += '\n\n';
    return span;
  }

  /** A second sentence on an actor calls a state by its capital. */
  #name(actor: Actor): void {
    const isKnown = actor.type === 'state' && this.mentions.some((mention) => mention.actor === actor);
    const words = isKnown ? `Capital ${actor.id}` : actor.name;
    const span = { start: this.text.length, end: this.text.length + words.length };
    this.text += words;
    this.mentions.push(
      isKnown
        ? { ...span, actor, kind: 'metonym', reason: `seat of government of ${actor.name}` }
        : { ...span, actor, kind: 'name' },
    );
  }

  /** Where words stand that begin in a sentence. */
  within(sentence: Span, words: string): Span & { readonly text: string } {
    const start = this.text.indexOf(words, sentence.start);
    return { start, end: start + words.length, text: words };
  }
}

class Article {
  readonly #random: Random;
  readonly #number: number;
  readonly #topics: readonly string[];
  readonly #published: string;
  readonly #text = new Text();
  readonly #statements: ExtractedStatement[] = [];
  readonly #positions: ExtractedPosition[] = [];
  readonly #events: ExtractedEvent[] = [];

  constructor(number: number, topics: readonly string[]) {
    this.#random = randomness(number + 1);
    this.#number = number;
    this.#topics = topics;
    this.#published = day(this.#random);
  }

  quads(): Quad[] {
    this.#headline();
    for (let i = 0; i < 5; i++) this.#statement(i);
    for (let i = 0; i < 3; i++) this.#told(i);
    for (let i = 0; i < 4; i++) this.#event(i);
    const { extraction, document } = this.#extraction();
    return toQuads({ document, extraction, sentences: this.#text.sentences }, { version: 'bench' });
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#random(items.length)]!;
  }

  #verb(from: Actor, to: Actor): Verb {
    if (this.#random(5) === 0) return this.#pick(NEUTRAL);
    return this.#pick(isFriendly(this.#random, from, to) ? FRIENDLY : HOSTILE);
  }

  #position(id: string, from: number, to: Actor, sentence: Span, more: Partial<ExtractedPosition>, verb: Verb): void {
    const random = this.#random;
    this.#positions.push({
      id,
      holder: state(from).name,
      holderId: state(from).id,
      voicedBy: null,
      voicedById: null,
      target: to.name,
      targetId: to.id,
      targetIssue: null,
      statement: null,
      polarity: verb[1],
      act: verb[2],
      topic: random(5) === 0 ? null : drawTopic(random, from, this.#topics),
      strength: 0.1 + random(9) / 10,
      explicitness: 'explicit',
      evidence: sentence,
      confidence: 0.5 + random(5) / 10,
      rule: `frame.${verb[0]}`,
      frame: null,
      said: this.#published,
      ...more,
    });
  }

  #headline(): void {
    const from = drawState(this.#random);
    const to = drawTarget(this.#random, from);
    const verb = this.#verb(state(from), to);
    const sentence = this.#text.sentence(state(from), ` ${verb[0]} `, to, ` in talk ${this.#number}`);
    this.#position('h', from, to, sentence, { explicitness: 'headline' }, verb);
  }

  #statement(index: number): void {
    const random = this.#random;
    const from = drawState(random);
    const to = drawTarget(random, from);
    const verb = this.#verb(state(from), to);
    const issue = `the ${drawTopic(random, from, this.#topics).replaceAll('-', ' ')}`;
    const where = `talk ${this.#number}-${index}`;
    const sentence = this.#text.sentence(minister(from), ` of `, state(from), ` ${verb[0]} `, to, ` over ${issue} in ${where}.`);
    const id = `s${index}`;
    const [speaker, principal] = [minister(from), state(from)];
    this.#statements.push({
      id,
      ...sentence,
      speaker: speaker.name,
      speakerId: speaker.id,
      onBehalfOf: principal.name,
      onBehalfOfId: principal.id,
      voice: this.#pick(VOICES),
      cue: 'said',
      cueSpan: null,
      speakerSpan: null,
      said: this.#published,
      attributedVia: null,
      attributedViaId: null,
      confidence: 0.9,
      rule: 'attribution.cue',
    });
    const voiced = { statement: id, voicedBy: speaker.name, voicedById: speaker.id };
    this.#position(`p${index}`, from, to, sentence, { ...voiced, targetIssue: this.#text.within(sentence, issue) }, verb);
  }

  #told(index: number): void {
    const from = drawState(this.#random);
    const to = drawTarget(this.#random, from);
    const verb = this.#verb(state(from), to);
    const sentence = this.#text.sentence(state(from), ` ${verb[0]} `, to, ` again in talk ${this.#number}-t${index}.`);
    this.#position(`t${index}`, from, to, sentence, index === 2 ? { explicitness: 'presupposed' } : {}, verb);
  }

  #event(index: number): void {
    const random = this.#random;
    const from = drawState(random);
    const to = drawTarget(random, from);
    const date = random(6) === 0 ? null : day(random);
    const type = this.#pick(EVENTS);
    const told = `dealt with (${type.toLowerCase()})`;
    const where = `Town T${random(40)}`;
    const sentence = this.#text.sentence(
      state(from),
      ` ${told} `,
      to,
      ` in ${where} on ${date ?? 'a day'} (${this.#number}-e${index}).`,
    );
    const factuality = this.#pick(FACTUALITIES);
    const reciprocal = type === 'CONSULT' && random(2) === 0;
    this.#events.push({
      id: `e${index}`,
      type,
      mode: null,
      initiators: reciprocal ? [state(from).name, to.name] : [state(from).name],
      initiatorIds: reciprocal ? [state(from).id, to.id] : [state(from).id],
      recipients: reciprocal ? [] : [to.name],
      recipientIds: reciprocal ? [] : [to.id],
      reciprocal,
      date,
      dateSpan: date === null ? null : this.#text.within(sentence, date),
      place: where,
      placeId: where.toLowerCase().replace(' ', '-'),
      factuality,
      claimedIn: factuality === 'asserted' ? null : 's0',
      background: random(5) === 0,
      ongoing: random(7) === 0,
      evidence: sentence,
      confidence: 0.7,
      rule: 'event.frame',
      frame: null,
    });
  }

  #extraction(): { extraction: Extraction; document: Document } {
    const first = this.#statements[0]!;
    const text = this.#text;
    const document = this.#document();
    const named = [...new Set(text.mentions.map(({ actor }) => actor))];
    const extraction: Extraction = {
      schema: EXTRACTION_SCHEMA,
      document,
      actors: named.map((actor) =>
        extracted(
          actor,
          text.mentions.filter((mention) => mention.actor === actor),
        ),
      ),
      places: this.#events.map((event) => ({
        ...text.within(event.evidence, event.place!),
        id: event.placeId!,
        name: event.place!,
        country: null,
        kind: 'city',
        rule: 'place.list',
      })),
      statements: this.#statements,
      positions: this.#positions,
      events: this.#events,
      edges: [],
      tenures: [
        {
          person: first.speaker,
          personId: first.speakerId,
          role: 'minister',
          organisation: first.onBehalfOf,
          organisationId: first.onBehalfOfId,
          inferred: false,
          evidence: { start: first.start, end: first.end },
          rule: 'office.of',
        },
      ],
      terms: [
        {
          id: 'w0',
          text: 'talk',
          user: first.speaker,
          userId: first.speakerId,
          voice: first.voice,
          evidence: text.within(first, 'talk'),
          rule: 'term.list',
        },
      ],
      orders: [{ before: 'e0', after: 'e1', evidence: this.#events[1]!.evidence, rule: 'order.before' }],
      abstentions: [{ ...this.#events[3]!.evidence, reason: 'no subject', rule: 'frame.none' }],
      coverage: NO_COVERAGE,
    };
    return { extraction, document };
  }

  #document(): Document {
    const { text } = this.#text;
    return {
      id: `article-${this.#number}`,
      outlet: OUTLETS[this.#random(OUTLETS.length)]!,
      published: this.#published,
      title: `Talk ${this.#number}`,
      agencies: [],
      page: null,
      language: 'en',
      text,
      blocks: [],
      dateline: null,
      sha256: sha256(text),
      textSha256: sha256(text),
    };
  }
}

/** The quads of one article of some thirteen sentences, the same for the same number. */
export const articleQuads = (number: number, topics: readonly string[]): Quad[] => new Article(number, topics).quads();
