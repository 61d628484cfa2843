import { overlaps } from '../../model/span.ts';
import type { Tally } from '../tally.ts';
import type { Answer, AnswerEvent } from './answer.ts';
import { dateAgrees } from './dates.ts';
import type { GoldArticle, GoldEvent } from './gold.ts';
import { pairUp } from './matching.ts';
import { type Cast, normaliseName } from './names.ts';
import { asSpan, isIgnored, overlapShare } from './spans.ts';

/** Evidence may lie this many characters beside the gold evidence. */
const SLACK = 40;

const LAYER = 'events (type + initiator)';

/** Scores events by type and one initiator, then also recipient, then also date and place, one to one. */
export function scoreEvents(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  const judge = new EventJudge(cast);
  const required = gold.events.filter((event) => !event.optional);
  const optional = gold.events.filter((event) => event.optional);
  const given = answer.events;
  const pairs = pairUp(required.length, given.length, (g, p) => judge.score(required[g]!, given[p]!));
  const left = given.filter((_, index) => pairs.ofPredicted[index] === -1);
  const debatable = pairUp(optional.length, left.length, (g, p) => judge.score(optional[g]!, left[p]!));
  const right = given.length - left.length;
  const extra = left.filter((event, index) => {
    if (debatable.ofPredicted[index] !== -1 || isIgnored(event.evidence, gold.ignore_spans)) return false;
    if (!asSpan(event.evidence) || !gold.events.some((other) => judge.core(other, event))) return true;
    tally.count('duplicate events (ignored)', 1);
    return false;
  });
  for (const event of extra) {
    const parties = [event.initiators.join('+'), event.recipients.join('+')];
    tally.findingAt(asSpan(event.evidence), gold.id, 'event extra', event.type, ...parties, event.date ?? '', event.rule ?? '');
  }

  let withRecipient = 0;
  let complete = 0;
  for (const [index, event] of required.entries()) {
    const match = given[pairs.ofGold[index] ?? -1];
    tally.recall('events', event.difficulty, match !== undefined);
    if (!match) {
      const words = event.evidence.text.slice(0, 70);
      tally.findingAt(event.evidence, gold.id, 'event missed', event.id, event.type, event.initiators.join('+'), words);
      continue;
    }
    const participants = judge.participants(event, match);
    if (participants) withRecipient++;
    if (participants && judge.date(event, match) && judge.place(event, match)) complete++;
    countSlots(gold.id, event, match, judge, cast, tally);
  }
  const predicted = right + extra.length;
  for (const event of given)
    tally.judge(gold.id, LAYER, event, extra.includes(event) ? 'wrong' : left.includes(event) ? 'ignored' : 'right');
  tally.layer(LAYER, { right, predicted, gold: required.length });
  tally.layer('events (+ recipient)', { right: withRecipient, predicted, gold: required.length });
  tally.layer('events (+ date + place)', { right: complete, predicted, gold: required.length });
}

/** Decides whether a predicted event is a gold one, slot by slot. */
class EventJudge {
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  #rollUps(ids: readonly string[]): Set<string> {
    return new Set(ids.map((id) => this.#cast.rollUp(id)));
  }

  /** Distinct gold participants among the given names. */
  named(ids: readonly string[], names: readonly string[]): Set<string> {
    const wanted = this.#rollUps(ids);
    return new Set(names.map((name) => this.#cast.rollUpName(name)).filter((id) => id !== null && wanted.has(id)) as string[]);
  }

  /** Same type, evidence near by and one initiator right. */
  core(gold: GoldEvent, given: AnswerEvent): boolean {
    if (![gold.type, ...(gold.type_also ?? [])].includes((given.type || '').toUpperCase())) return false;
    const at = asSpan(given.evidence);
    if (at && !overlaps({ start: at.start - SLACK, end: at.end + SLACK }, gold.evidence)) return false;
    return gold.reciprocal
      ? this.named(parties(gold), parties(given)).size > 0
      : this.named(gold.initiators, given.initiators).size > 0;
  }

  /** One recipient right, or two parties of a symmetric event. */
  participants(gold: GoldEvent, given: AnswerEvent): boolean {
    if (!gold.reciprocal) return gold.recipients.length === 0 || this.named(gold.recipients, given.recipients).size > 0;
    const all = parties(gold);
    return this.named(all, parties(given)).size >= Math.min(this.#rollUps(all).size, 2);
  }

  date(gold: GoldEvent, given: AnswerEvent): boolean {
    return !gold.date || dateAgrees(given.date, [gold.date, ...(gold.date_also ?? [])]);
  }

  place(gold: GoldEvent, given: AnswerEvent): boolean {
    if (!gold.place) return true;
    const accepted = gold.place.map(normaliseName);
    return [given.place ?? []].flat().some((place) => {
      const name = normaliseName(place);
      if (name === '') return false;
      const city = name.split(/ ?, ?/)[0];
      return accepted.some((gold) => gold === name || gold === city || (gold.length > 3 && ` ${name} `.includes(` ${gold} `)));
    });
  }

  /** 0 if the events differ; larger the more slots and evidence they share. */
  score(gold: GoldEvent, given: AnswerEvent): number {
    if (!this.core(gold, given)) return 0;
    return (
      1 +
      (this.participants(gold, given) ? 1 : 0) +
      (this.date(gold, given) ? 0.5 : 0) +
      (gold.date && given.date === gold.date ? 0.25 : 0) +
      (this.place(gold, given) ? 0.25 : 0) +
      ((given.type || '').toUpperCase() === gold.type ? 0.25 : 0) +
      overlapShare(asSpan(given.evidence), gold.evidence)
    );
  }
}

const parties = (event: { initiators: readonly string[]; recipients: readonly string[] }): string[] => [
  ...event.initiators,
  ...event.recipients,
];

/** Accuracy of each slot of a matched event. */
function countSlots(article: string, gold: GoldEvent, given: AnswerEvent, judge: EventJudge, cast: Cast, tally: Tally): void {
  const slot = (name: string, ids: readonly string[], names: readonly string[]): void => {
    const hits = judge.named(ids, names).size;
    tally.count(`matched events: ${name} slots, precision`, hits, new Set(names.map((n) => cast.slotKey(n))).size);
    tally.count(`matched events: ${name} slots, recall`, hits, new Set(ids.map((id) => cast.rollUp(id))).size);
  };
  slot('initiator', gold.reciprocal ? parties(gold) : gold.initiators, gold.reciprocal ? parties(given) : given.initiators);
  if (!gold.reciprocal) slot('recipient', gold.recipients, given.recipients);
  tally.count('matched events: participants right', judge.participants(gold, given) ? 1 : 0);
  if (gold.date) {
    const right = judge.date(gold, given);
    tally.count('matched events: date right (gold has a date)', right ? 1 : 0);
    if (!right) tally.finding(article, 'event date', gold.id, given.date ?? 'none', `gold ${gold.date}`);
  }
  if (gold.place) tally.count('matched events: place right (gold has a place)', judge.place(gold, given) ? 1 : 0);
  if (given.factuality) {
    const right = [gold.factuality, ...(gold.factuality_also ?? [])].includes(given.factuality);
    tally.count('matched events: factuality right (if given)', right ? 1 : 0);
  }
}
