import { describe, expect, it } from 'vitest';
import type { ExtractedEvent, ExtractedPosition } from '../../src/model/extraction.ts';
import { deriveRelations } from '../../src/rdf/derive.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { at, document, event, extraction, input, options, position } from './fixture.ts';

const spans = [
  at('Portugal on Monday praised Spain for the night trains to Vigo'),
  at('Portuguese and Spanish engineers began joint works near Porto this week'),
] as const;

const graphOf = (
  positions: readonly Partial<ExtractedPosition>[],
  events: readonly Partial<ExtractedEvent>[] = [],
  sha256 = document.sha256,
): Quad[] =>
  toQuads(
    {
      ...input,
      document: { ...document, sha256, id: `article-${sha256.slice(0, 4)}` },
      extraction: {
        ...extraction,
        positions: positions.map((more, index) => position(`p${index}`, spans[index % 2]!, more)),
        events: events.map((more, index) => event(`e${index}`, spans[index % 2]!, more)),
        orders: [],
      },
    },
    options,
  );

/** "PRT opposes ESP 2/1": actors by local name, claims and articles counted. */
const ties = (quads: readonly Quad[], rejected: ReadonlySet<string> = new Set()): string[] => {
  const derived = deriveRelations(quads, { rejected });
  const value = (subject: string, name: string): string =>
    derived.find((q) => q.subject.value === subject && q.predicate.value.endsWith(`#${name}`))!.object.value;
  const local = (text: string): string =>
    text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1).replace(/^[0-9a-f]{12}\./, '');
  return derived
    .filter((q) => q.object.value.endsWith('#Relation'))
    .map(
      ({ subject: { value: node } }) =>
        `${local(value(node, 'from'))} ${local(value(node, 'predicate'))} ${local(value(node, 'to'))} ${value(node, 'claimCount')}/${value(node, 'articleCount')}`,
    );
};

describe('ties from positions', () => {
  it('counts positions by pair and polarity', () => {
    expect(ties(graphOf([{}, {}, { polarity: 'support', act: 'praise' }]))).toEqual([
      'PRT opposes ESP 2/1',
      'PRT supports ESP 1/1',
    ]);
  });

  it.each<[string, Partial<ExtractedPosition>]>([
    ['neutral', { polarity: 'neutral' }],
    ['presupposed', { explicitness: 'presupposed' }],
    ['in the headline', { explicitness: 'headline' }],
    ['without a target', { target: null, targetId: null }],
    ['towards itself', { target: 'Portugal', targetId: 'PRT' }],
    ['towards its own minister', { target: 'Ana Brandt', targetId: 'ana-brandt' }],
  ])('makes no tie of a position that is %s', (_name, more) => expect(ties(graphOf([more]))).toEqual([]));

  it('rolls the target up', () => {
    expect(ties(graphOf([{ target: 'Spanish engineers', targetId: 'engineers' }]))).toEqual(['PRT opposes FRA 1/1']);
  });

  it('counts each article once and adds up over articles', () => {
    const both = [...graphOf([{}, {}]), ...graphOf([{}], [], 'f'.repeat(64))];
    expect(ties(both)).toEqual(['PRT opposes ESP 3/2']);
    expect(deriveRelations([...both].reverse())).toEqual(deriveRelations(both));
  });

  it('leaves rejected claims out', () => {
    const quads = graphOf([{}, {}]);
    const claim = quads.find((q) => q.object.value.endsWith('#Position'))!.subject.value;
    expect(ties(quads, new Set([claim]))).toEqual(['PRT opposes ESP 1/1']);
  });
});

describe('ties from events', () => {
  it('joins all parties of a reciprocal event both ways', () => {
    expect(ties(graphOf([], [{}]))).toEqual(['ESP cooperatesWith PRT 1/1', 'PRT cooperatesWith ESP 1/1']);
  });

  it('goes from initiator to recipient', () => {
    const seizure = { type: 'COERCE', reciprocal: false, initiatorIds: ['PRT'], recipientIds: ['ESP'] } as const;
    expect(ties(graphOf([], [seizure]))).toEqual(['PRT conflictsWith ESP 1/1']);
  });

  it.each<[string, Partial<ExtractedEvent>]>([
    ['alleged', { factuality: 'alleged' }],
    ['planned', { factuality: 'planned' }],
    ['denied', { factuality: 'denied' }],
    ['verbal', { type: 'ACCUSE' }],
  ])('makes no tie of an event that is %s', (_name, more) => expect(ties(graphOf([], [more]))).toEqual([]));
});
