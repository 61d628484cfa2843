import type { Extraction } from '../../src/model/extraction.ts';

/** Renames actors and places, and exchanges the words of quoted text, as the variant does. */
export interface Renaming {
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
}

export const UNCHANGED: Renaming = { name: (name) => name, text: (text) => text };

export const LAYERS = ['actors', 'places', 'statements', 'positions', 'events', 'edges', 'tenures', 'terms', 'orders'] as const;
export type Layer = (typeof LAYERS)[number];

type Fact = readonly (string | number | boolean | null)[];

const joined = (names: readonly string[], name: (name: string) => string): string => names.map(name).sort().join(' + ');

/**
 * What an extraction says, as sorted rows without identifiers and offsets: a multiset to compare.
 * @param words whether the words of statements, issues, terms and orders count, or only who, whom, what and when
 */
export function factsOf(extraction: Extraction, text: string, layer: Layer, words: boolean, renaming = UNCHANGED): string[] {
  const name = (one: string | null): string | null => (one === null ? null : renaming.name(one));
  const said = (span: { start: number; end: number } | null): string | null =>
    words && span ? renaming.text(text.slice(span.start, span.end)) : null;
  const claim = (id: string | null): Fact => {
    const statement = extraction.statements.find((one) => one.id === id);
    if (statement) return [name(statement.speaker), statement.voice, said(statement)];
    const event = extraction.events.find((one) => one.id === id);
    return event ? [event.type, joined(event.initiators, renaming.name)] : [null];
  };
  const rows: Record<Layer, () => Fact[]> = {
    actors: () =>
      extraction.actors.map((one) => [
        name(one.name),
        one.type,
        name(one.affiliation),
        one.affiliationInferred,
        name(one.rollup),
      ]),
    places: () => extraction.places.map((one) => [name(one.name), one.kind]),
    statements: () =>
      extraction.statements.map((one) => [name(one.speaker), name(one.onBehalfOf), one.voice, one.said, said(one)]),
    positions: () =>
      extraction.positions.map((one) => [
        name(one.holder),
        name(one.voicedBy),
        one.polarity,
        name(one.target),
        one.act,
        one.explicitness,
        one.said,
        said(one.targetIssue),
        ...claim(one.statement).slice(0, 2),
      ]),
    events: () =>
      extraction.events.map((one) => [
        one.type,
        joined(one.initiators, renaming.name),
        joined(one.recipients, renaming.name),
        one.reciprocal,
        one.date,
        name(one.place),
        one.factuality,
        one.background,
        one.ongoing,
        ...claim(one.claimedIn).slice(0, 2),
      ]),
    edges: () => extraction.edges.map((one) => [name(one.source), one.polarity, name(one.target), one.weight]),
    tenures: () =>
      extraction.tenures.map((one) => [name(one.person), renaming.text(one.role), name(one.organisation), one.inferred]),
    terms: () => extraction.terms.map((one) => [said(one.evidence), name(one.user), one.voice]),
    orders: () => extraction.orders.map((one) => [...claim(one.before), '<', ...claim(one.after)]),
  };
  return rows[layer]()
    .map((fact) => fact.map((cell) => cell ?? '-').join(' | '))
    .sort();
}
