import { describe, expect, it } from 'vitest';
import { inGraph, iri, type Quad } from '../../src/rdf/factory.ts';
import { prefixesFor } from '../../src/rdf/namespaces.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { createEngine, inspectQuery, runChecks } from '../../src/sparql/index.ts';
import { fixtureQuads } from '../sparql/fixture.ts';
import { BASE, catalogueOf } from '../sparql/helpers.ts';

const checks = catalogueOf('checks');
const dem = (name: string): string => `https://w3id.org/demarche/ontology#${name}`;
const prologue = Object.entries(prefixesFor(BASE))
  .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
  .join('');

interface Fault {
  /** Triples added to the base, as Turtle. */
  readonly add?: string;
  /** The graph they are added to: that of the first article unless named. */
  readonly graph?: string;
  /** Local name of a property whose triples are removed. */
  readonly drop?: string;
}

/** For each check a fault that it must find. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'actor-is-place': { add: 'place:KAL a dem:Actor ; rdfs:label "Kalvia" .' },
  'actor-without-label': { add: 'actor:nobody a dem:Actor .' },
  'claim-without-article': { drop: 'article' },
  'claim-without-evidence': { drop: 'evidence' },
  'claim-without-rule': { add: 'position:x a dem:Position .' },
  'confidence-range': { add: 'position:x dem:confidence 1.5 .' },
  'date-without-bounds': { add: 'event:x dem:date "next week or so" .' },
  'evidence-length': {
    add: 'evidence:x a dem:Evidence ; oa:hasTarget [ oa:hasSelector [ oa:exact "four" ] , [ oa:start 3 ; oa:end 5 ] ] .',
  },
  'evidence-of-another-article': {
    add: 'position:x dem:article article:harbour-times ; dem:evidence evidence:x . evidence:x dem:article article:coast-post .',
  },
  'evidence-outside-sentence': {
    add: 'evidence:x a dem:Evidence ; dem:sentence "One." ; dem:sentenceStart 0 ; oa:hasTarget [ oa:hasSelector [ oa:exact "two" ] , [ oa:start 5 ] ] .',
  },
  'order-cycle': { add: 'event:x dem:before event:y . event:y dem:before event:x .' },
  'order-without-evidence': { add: 'event:x dem:before event:y .' },
  'outside-its-graph': { add: 'position:x a dem:Position .', graph: 'other' },
  'participant-not-actor': { add: 'position:x dem:holder actor:nobody .' },
  'position-holder': { add: 'position:x a dem:Position ; dem:holder actor:NRL , actor:SUD .' },
  'position-holder-not-rolled-up': { add: 'position:x a dem:Position ; dem:holder actor:203103060000.army .' },
  'position-towards-oneself': {
    add: 'position:x a dem:Position ; dem:holder actor:NRL ; dem:target actor:NRL ; dem:polarity "oppose" .',
  },
  'position-without-aim': { add: 'position:x a dem:Position ; dem:holder actor:NRL .' },
  'relation-basis': {
    add: 'relation:x a dem:Relation ; dem:predicate dem:opposes ; dem:basedOn position:x . position:x a dem:Position ; dem:polarity "support" .',
  },
  'relation-without-claims': { add: 'relation:x a dem:Relation ; dem:claimCount 2 .' },
  'reported-event-asserted': { add: 'event:x a dem:Event ; dem:claimedIn statement:x .' },
  'reported-event-without-factuality': { drop: 'factuality' },
  'roll-up-cycle': { add: 'actor:NRL dem:rollsUpTo actor:SUD .' },
  'shortcut-without-relation': { add: 'actor:NRL dem:supports actor:SUD .' },
  'statement-after-publication': {
    add: 'statement:x a dem:Statement ; dem:article article:harbour-times ; sem:hasEarliestBeginTimeStamp "2031-03-07"^^xsd:date .',
  },
  'statement-without-speaker': { drop: 'speaker' },
  'time-bounds': {
    add: 'event:x sem:hasEarliestBeginTimeStamp "2031-03-07"^^xsd:date ; sem:hasLatestBeginTimeStamp "2031-03-06"^^xsd:date .',
  },
  'topic-cycle': { add: 'topic:alliances skos:broader topic:pact-growth .', graph: 'ontology' },
  'topic-unknown': { add: 'position:x dem:topic topic:made-up .' },
};

const withFault = ({ add = '', graph = 'harbour-times', drop }: Fault): Quad[] => [
  ...fixtureQuads().filter(({ predicate }) => drop === undefined || predicate.value !== dem(drop)),
  ...parseQuads(prologue + add, 'fault.ttl').map((quad) => inGraph(quad, iri(`${BASE}graph/${graph}`))),
];

describe('the checks', () => {
  it('find nothing in a sound base', async () => {
    expect(await runChecks(createEngine(fixtureQuads()), checks)).toEqual([]);
  });

  it('each have a fault to find', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(checks.list().map(({ name }) => name));
  });

  it.each(Object.entries(FAULTS))('%s finds its fault', async (name, fault) => {
    const check = checks.get(name);
    const findings = await runChecks(createEngine(withFault(fault)), { list: () => [check], get: () => check });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ check: name, summary: check.summary });
    expect(Object.keys(findings[0]!.row)).toEqual(check.columns.map((column) => column.name));
  });

  it.each(checks.list().map((check) => [check.name, check] as const))(
    '%s fits its front matter and has an order',
    async (_name, check) => {
      expect(await inspectQuery(check)).toMatchObject({ form: 'select', isOrdered: true });
    },
  );

  it('write short names into findings', async () => {
    const check = checks.get('topic-unknown');
    const engine = createEngine(withFault(FAULTS['topic-unknown']!));
    expect(await runChecks(engine, { list: () => [check], get: () => check }, BASE)).toEqual([
      { check: 'topic-unknown', summary: check.summary, row: { position: 'position:x', topic: 'topic:made-up' } },
    ]);
  });
});
