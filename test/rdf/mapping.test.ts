import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { type MappingInput, type MappingOptions, toQuads } from '../../src/rdf/mapping.ts';
import { at, event, extraction, input, options, position, sentences, TEXT } from './fixture.ts';

const local = (iri: string): string => iri.replace(/^.*[/#]/, '');
const map = (change: Partial<Extraction> = {}, more: Partial<MappingOptions> = {}, from: Partial<MappingInput> = {}): Quad[] =>
  toQuads({ ...input, ...from, extraction: { ...extraction, ...change } }, { ...options, ...more });
const instances = (quads: readonly Quad[], name: string): string[] =>
  quads.filter((q) => q.predicate.value.endsWith('#type') && local(q.object.value) === name).map((q) => q.subject.value);
const values = (quads: readonly Quad[], subject: string, property: string): string[] =>
  quads.filter((q) => q.subject.value === subject && local(q.predicate.value) === property).map((q) => q.object.value);
const positionIris = (positions: Extraction['positions']): string[] => instances(map({ positions }), 'Position');

const praise = at('Portugal on Monday praised Spain for the night trains to Vigo');

describe('claim IRIs', () => {
  const [plain] = positionIris([position('p', praise)]);

  it('is the same on every machine: the value is fixed', () => {
    expect(plain).toBe('https://w3id.org/demarche/id/position/9d8ca40705e8364165d9096b');
  });

  it.each([
    ['rule', { rule: 'another.rule' }],
    ['confidence', { confidence: 0.1 }],
    ['strength', { strength: 0.1 }],
    ['exact span', { evidence: at('praised Spain') }],
    ['id in the extraction', { id: 'p99' }],
    ['speech act of the only position of its kind', { act: 'condemn' as const }],
    ['issue beside a target', { targetIssue: { ...at('the night trains'), text: 'the night trains' } }],
  ])('does not depend on the %s', (_name, more) => expect(positionIris([position('p', praise, more)])).toEqual([plain]));

  it('does not depend on the version', () => {
    expect(instances(map({ positions: [position('p', praise)] }, { version: '9.9.9' }), 'Position')).toEqual([plain]);
  });

  it('does not depend on the base but for its start', () => {
    const [other] = instances(map({ positions: [position('p', praise)] }, { base: 'http://localhost/kb#' }), 'Position');
    expect(local(other!)).toContain(local(plain!));
  });

  it.each([
    ['holder', { holderId: 'ESP', targetId: 'PRT' }],
    ['target', { targetId: 'atlantic-rail-league' }],
    ['polarity', { polarity: 'support' as const }],
    ['sentence', { evidence: at('accused Spain of hiding the costs') }],
  ])('depends on the %s', (_name, more) => expect(positionIris([position('p', praise, more)])).not.toEqual([plain]));

  it('depends on the article', () => {
    const document = { ...input.document, sha256: 'f'.repeat(64) };
    expect(instances(map({ positions: [position('p', praise)] }, {}, { document }), 'Position')).not.toEqual([plain]);
  });

  it('tells apart, by act and issue, two that agree in all else, whatever their order', () => {
    const issue = (words: string) => ({ targetIssue: { ...at(words), text: words } });
    const pair = [
      position('a', at('accused Spain of hiding the costs'), issue('hiding the costs')),
      position('b', at('accused Spain of delaying the work'), issue('delaying the work')),
    ];
    const iris = positionIris(pair);
    expect(new Set(iris).size).toBe(2);
    expect(positionIris([...pair].reverse())).toEqual(iris);
    const alone = positionIris(pair.slice(0, 1));
    expect(iris, 'neither may take over the IRI, and so the judgement, of the other').not.toContain(alone[0]);
  });

  it('joins two that agree in everything: one claim, both evidences, the surer rule', () => {
    const quads = map({
      positions: [
        position('a', at('praised Spain'), { confidence: 0.5, rule: 'weak' }),
        position('b', praise, { confidence: 0.9, rule: 'sure' }),
      ],
    });
    const [claim, ...rest] = instances(quads, 'Position');
    expect(rest).toEqual([]);
    expect(values(quads, claim!, 'evidence')).toHaveLength(2);
    expect(values(quads, claim!, 'confidence')).toEqual(['0.9']);
    expect(values(quads, claim!, 'wasGeneratedBy').map(local)).toEqual([expect.stringMatching(/-sure$/)]);
  });
});

describe('actors', () => {
  const quads = map();

  it('gives listed actors one IRI everywhere and scopes the others to the article', () => {
    const persons = instances(quads, 'Person').map(local);
    expect(instances(quads, 'State').map(local)).toEqual(['ESP', 'PRT']);
    expect(persons).toEqual([expect.stringMatching(/^[0-9a-f]{12}\.ana-brandt$/)]);
    const document = { ...input.document, sha256: 'f'.repeat(64) };
    expect(instances(map({}, {}, { document }), 'Person').map(local)).not.toEqual(persons);
  });

  it('describes an actor that others only roll up to', () => {
    const france = 'https://w3id.org/demarche/id/actor/FRA';
    expect(values(quads, france, 'label')).toEqual(['France']);
    const facts = new Map([
      ['FRA', { name: 'France', type: 'state' as const, iso2: 'FR', iso3: 'FRA', cow: 220, wikidata: 'Q142' }],
    ]);
    const informed = map({}, { actors: facts });
    expect(values(informed, france, 'type').map(local)).toEqual(['Actor', 'State']);
    expect([values(informed, france, 'iso2'), values(informed, france, 'cow')]).toEqual([['FR'], ['220']]);
  });
});

describe('said is not done', () => {
  it.each([
    ['asserted', 'Event'],
    ['alleged', 'ReportedEvent'],
    ['planned', 'ReportedEvent'],
    ['denied', 'ReportedEvent'],
  ] as const)('an event that is %s is a %s and nothing else', (factuality, name) => {
    const quads = map({ events: [event('e', praise, { factuality, claimedIn: 's1' })], orders: [] });
    const [subject] = instances(quads, name);
    expect(values(quads, subject!, 'type').map(local)).toEqual([name]);
    expect(values(quads, subject!, 'claimedIn')).toHaveLength(factuality === 'asserted' ? 0 : 1);
  });

  it('keeps the IRI when only the factuality is read differently', () => {
    const iriOf = (factuality: 'asserted' | 'alleged') =>
      local(
        instances(
          map({ events: [event('e', praise, { factuality })], orders: [] }),
          factuality === 'asserted' ? 'Event' : 'ReportedEvent',
        )[0]!,
      );
    expect(iriOf('alleged')).toBe(iriOf('asserted'));
  });
});

describe('links', () => {
  const quads = map();
  it('joins statement, position, place, topic and order', () => {
    const [statement] = instances(quads, 'Statement');
    expect(values(quads, statement!, 'type').map(local)).toEqual(['Quotation', 'Statement']);
    expect(values(quads, statement!, 'expresses')).toHaveLength(1);
    expect(values(quads, statement!, 'before')).toEqual(instances(quads, 'Event'));
    const about = instances(quads, 'Position').filter((p) => values(quads, p, 'refersToPlace').length > 0);
    expect(about.map((p) => values(quads, p, 'topic').map(local))).toEqual([['rail-transport']]);
    expect(instances(quads, 'Ordering')).toHaveLength(1);
  });

  it('puts everything in the graph of the article', () => {
    expect(new Set(quads.map((q) => q.graph.value))).toEqual(
      new Set([`https://w3id.org/demarche/id/graph/${input.document.id}`]),
    );
  });
});

describe('evidence', () => {
  it('quotes what stands at its offsets, with context that cuts no character in half', () => {
    const text = `${'😀'.repeat(20)}x says no to y${'😀'.repeat(20)}`;
    const start = text.indexOf('x');
    const document = { ...input.document, text };
    const quads = map(
      {
        positions: [position('p', { start: start + 1, end: start + 5 }), position('q', { start, end: start + 5 })],
        actors: [],
        places: [],
        statements: [],
        events: [],
        tenures: [],
        terms: [],
        orders: [],
        abstentions: [],
      },
      {},
      { document, sentences: [] },
    );
    for (const literal of quads.filter((q) => ['prefix', 'suffix'].includes(local(q.predicate.value))))
      expect(literal.object.value).not.toMatch(/\ufffd/);
    expect(
      quads
        .filter((q) => local(q.predicate.value) === 'exact')
        .map((q) => q.object.value)
        .sort(),
    ).toEqual([' say', 'x say']);
  });

  it.each([
    ['beyond the text', { start: 0, end: TEXT.length + 1 }],
    ['before it', { start: -1, end: 4 }],
    ['empty', { start: 5, end: 5 }],
    ['backwards', { start: 9, end: 5 }],
    ['not whole', { start: 0.5, end: 5 }],
  ])('fails the build where a span is %s: verbatim or nothing', (_name, span) => {
    expect(() => map({ positions: [position('p', span)] })).toThrow(DemarcheError);
  });

  it('holds the whole sentences around a span', () => {
    const quads = map({ positions: [position('p', { start: sentences[1]!.end - 5, end: sentences[2]!.start + 5 })] });
    const [claim] = instances(quads, 'Position');
    const [evidence] = values(quads, claim!, 'evidence');
    expect(values(quads, evidence!, 'sentence')).toEqual([TEXT.slice(sentences[1]!.start, sentences[2]!.end)]);
  });

  it('replaces control characters one for one', () => {
    const text = TEXT.replace('praised Spain', 'praised\u001bSpain');
    const quads = map({}, {}, { document: { ...input.document, text } });
    const exact = quads.filter((q) => local(q.predicate.value) === 'exact').map((q) => q.object.value);
    expect(exact).toContain('Portugal on Monday praised\ufffdSpain for the night trains to Vigo');
  });
});
