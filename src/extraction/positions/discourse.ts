import type { Span } from '../../model/span.ts';
import { type Entity, rollUp, sameSide } from '../entities.ts';
import type { EventDraft } from '../events/types.ts';
import type { Reading } from '../reading.ts';
import type { PositionDraft } from './types.ts';

const CONFLICT: ReadonlySet<string> = new Set(['REJECT', 'ACCUSE', 'THREATEN', 'PROTEST', 'SANCTION', 'COERCE', 'ASSAULT']);

/** Factualities of acts that set sides against each other; what is denied or only possible does not. */
const HAPPENED: ReadonlySet<string> = new Set(['asserted', 'alleged', 'planned']);

/** How often two sides clash in an article. */
class Clashes {
  readonly #counts = new Map<Entity, Map<Entity, number>>();

  add(a: Entity, b: Entity): void {
    const one = rollUp(a) ?? a;
    const other = rollUp(b) ?? b;
    if (one === other) return;
    this.#count(one, other);
    this.#count(other, one);
  }

  #count(one: Entity, other: Entity): void {
    const row = this.#counts.get(one) ?? new Map<Entity, number>();
    row.set(other, (row.get(other) ?? 0) + 1);
    this.#counts.set(one, row);
  }

  between(a: Entity, b: Entity): number {
    return this.#counts.get(rollUp(a) ?? a)?.get(rollUp(b) ?? b) ?? 0;
  }

  /** The side that clashes with `entity` most often, and more than once; none if two share the first place. */
  opponent(entity: Entity): Entity | undefined {
    const row = [...(this.#counts.get(rollUp(entity) ?? entity) ?? [])].sort((a, b) => b[1] - a[1]);
    const [first, second] = row;
    return first && first[1] > 1 && (!second || first[1] > second[1]) ? first[0] : undefined;
  }
}

/** Sentences over which a speaker goes on about the same thing. */
const REACH = 3;

/** Who is at odds with whom so far in the article: what a stance without a named target falls back on. */
export class Discourse {
  readonly #stances: readonly PositionDraft[];
  readonly #acts: readonly EventDraft[];
  readonly #clashes = new Clashes();

  /** @param stances explicit stances found so far; @param events acts of the article. */
  constructor(stances: readonly PositionDraft[], events: readonly EventDraft[]) {
    this.#stances = [...stances].sort((a, b) => a.evidence.start - b.evidence.start);
    this.#acts = events.filter((one) => CONFLICT.has(one.type) && HAPPENED.has(one.factuality));
    for (const stance of this.#stances)
      if (stance.polarity === 'oppose' && stance.target && stance.explicitness === 'explicit')
        this.#clashes.add(stance.holder, stance.target);
    for (const event of this.#acts)
      for (const one of event.initiators) for (const other of event.recipients) this.#clashes.add(one, other);
  }

  /** True if the two sides have taken a stance or acted against each other anywhere in the article. */
  areAtOdds(one: Entity, other: Entity): boolean {
    return this.#clashes.between(one, other) > 0;
  }

  /** The side that clashes with `holder` more often than any other. */
  opponent(holder: Entity): Entity | undefined {
    return this.#clashes.opponent(holder);
  }

  /** The latest stance or act before a place by another side against the one who now answers. */
  challenger(holder: Entity, at: { readonly sentence: number; readonly predicate: number }): Entity | undefined {
    const isBefore = (one: { sentence: number; predicate: number }): boolean =>
      one.sentence < at.sentence || (one.sentence === at.sentence && one.predicate < at.predicate);
    const stance = this.#stances
      .filter(
        (one) =>
          isBefore(one) &&
          one.polarity === 'oppose' &&
          one.target !== null &&
          sameSide(one.target, holder) &&
          !sameSide(one.holder, holder),
      )
      .pop();
    const act = this.#acts.filter((one) => isBefore(one) && one.recipients.some((other) => sameSide(other, holder))).pop();
    const actor = act?.initiators.find((one) => !sameSide(one, holder));
    if (!stance) return actor;
    return actor && act!.evidence.start > stance.evidence.start ? actor : stance.holder;
  }

  /** The stance that words of `holder` go on about: the last of his side shortly before, else the next right behind. */
  anchor(reading: Reading, holder: Entity, words: Span, sentence: number): PositionDraft | undefined {
    const own = this.#stances.filter(
      (one) =>
        one.target !== null &&
        one.polarity !== 'neutral' &&
        one.explicitness === 'explicit' &&
        !one.background &&
        sameSide(one.holder, holder) &&
        !sameSide(one.target, holder) &&
        !(one.evidence.start < words.end && words.start < one.evidence.end),
    );
    const before = own.filter((one) => one.evidence.start < words.start && sentence - one.sentence <= REACH).pop();
    if (before) return before;
    return own.find((one) => one.evidence.start > words.start && one.sentence - lastSentence(reading, words) <= 1);
  }
}

const lastSentence = (reading: Reading, words: Span): number =>
  reading.sentences.findLast((one) => one.start < words.end)?.index ?? 0;
