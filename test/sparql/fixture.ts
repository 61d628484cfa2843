import type { Document } from '../../src/model/document.ts';
import type {
  ExtractedActor,
  ExtractedEvent,
  ExtractedPosition,
  ExtractedStatement,
  Extraction,
} from '../../src/model/extraction.ts';
import { EXTRACTION_SCHEMA } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import { analysisQuads } from '../../src/rdf/analysis.ts';
import { deriveRelations } from '../../src/rdf/derive.ts';
import { inGraph, iri, type Quad } from '../../src/rdf/factory.ts';
import { type ActorFacts, toQuads } from '../../src/rdf/mapping.ts';
import { DEFAULT_BASE } from '../../src/rdf/namespaces.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { DEM } from '../../src/rdf/vocabulary.ts';
import { NO_COVERAGE } from '../coverage.ts';

/*
 * Two articles about invented actors, written so that each competency question has an answer that can be told apart from
 * wrong ones. They go through the real mapping; only the extraction is written by hand.
 */

const FACTS: ReadonlyMap<string, ActorFacts> = new Map(
  (
    [
      ['NRL', 'Norland', 'state'],
      ['SUD', 'Sudria', 'state'],
      ['EST', 'Estmark', 'state'],
      ['VEL', 'Velland', 'state'],
      ['KAL', 'Kalvia', 'state'],
      ['harbour-pact', 'Harbour Pact', 'igo'],
    ] as const
  ).map(([id, name, type]) => [id, { name, type, iso2: null, iso3: type === 'state' ? id : null, cow: null, wikidata: null }]),
);

/** The sentences of an article, joined by blank lines, and a finder for spans in them. */
class Article {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly document: Document;

  constructor(id: string, outlet: string, published: string, sentences: readonly string[]) {
    this.text = sentences.join('\n\n');
    this.sentences = sentences.map((sentence) => this.span(sentence));
    this.document = {
      id,
      outlet,
      published,
      title: sentences[0]!,
      agencies: [],
      page: null,
      language: 'en',
      text: this.text,
      blocks: [],
      dateline: null,
      sha256: `${published.replace(/\D/g, '')}${'0'.repeat(56)}`,
      textSha256: 'f'.repeat(64),
    };
  }

  /** The n-th occurrence of the words, counted from 0. */
  span(words: string, nth = 0): Span {
    let start = -1;
    for (let i = 0; i <= nth; i++) start = this.text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`fixture: "${words}" not found`);
    return { start, end: start + words.length };
  }

  actor(id: string, name: string, type: ExtractedActor['type'], more: Partial<ExtractedActor> & { named?: readonly string[] }) {
    const { named = [name], ...rest } = more;
    const rollup = type === 'state' || type === 'igo' ? id : null;
    return {
      id,
      name,
      type,
      listed: FACTS.has(id),
      aliases: [],
      role: null,
      affiliation: null,
      affiliationId: null,
      affiliationInferred: false,
      rollup,
      rollupId: rollup,
      mentions: named.map((words, index) => ({
        ...this.span(words),
        kind:
          words === 'HP'
            ? ('acronym' as const)
            : words === 'He'
              ? ('pronoun' as const)
              : index === 0
                ? ('name' as const)
                : ('description' as const),
        rule: 'mention.list',
      })),
      confidence: 1,
      ...rest,
    };
  }

  statement(id: string, words: string, speakerId: string, onBehalfOfId: string | null, more: Partial<ExtractedStatement>) {
    return {
      id,
      ...this.span(words),
      speaker: speakerId,
      speakerId,
      onBehalfOf: onBehalfOfId,
      onBehalfOfId,
      voice: 'indirect' as const,
      cue: 'said',
      cueSpan: null,
      speakerSpan: null,
      said: null,
      attributedVia: null,
      attributedViaId: null,
      confidence: 0.9,
      rule: 'attribution.cue',
      ...more,
    };
  }

  position(id: string, words: string, holderId: string, targetId: string | null, more: Partial<ExtractedPosition>) {
    return {
      id,
      holder: holderId,
      holderId,
      voicedBy: null,
      voicedById: null,
      target: targetId,
      targetId,
      targetIssue: null,
      statement: null,
      polarity: 'oppose' as const,
      act: 'criticize' as const,
      topic: null,
      strength: 0.5,
      explicitness: 'explicit' as const,
      evidence: this.span(words),
      confidence: 0.8,
      rule: 'frame.verb',
      frame: null,
      said: null,
      ...more,
    };
  }

  event(id: string, words: string, type: ExtractedEvent['type'], initiatorIds: readonly string[], more: Partial<ExtractedEvent>) {
    return {
      id,
      type,
      mode: null,
      initiators: initiatorIds,
      initiatorIds,
      recipients: more.recipientIds ?? [],
      recipientIds: [],
      reciprocal: false,
      date: null,
      dateSpan: null,
      place: null,
      placeId: null,
      factuality: 'asserted' as const,
      claimedIn: null,
      background: false,
      ongoing: false,
      evidence: this.span(words),
      confidence: 0.7,
      rule: 'event.frame',
      frame: null,
      ...more,
    };
  }

  issue(text: string) {
    return { text, ...this.span(text) };
  }

  quads(parts: Omit<Extraction, 'schema' | 'document' | 'edges'>): Quad[] {
    const extraction: Extraction = { schema: EXTRACTION_SCHEMA, document: this.document, edges: [], ...parts };
    return toQuads({ document: this.document, extraction, sentences: this.sentences }, { version: 'test', actors: FACTS });
  }
}

const harbourTimes = (): Quad[] => {
  const a = new Article('harbour-times', 'The Harbour Times', '2031-03-06', [
    'Norland and Sudria against the growth of the pact',
    'Norland yesterday spoke out against the advance of the Harbour Pact (HP) towards the Amber Coast.',
    'Norland Foreign Ministry spokesman Ivo Kell said: We firmly oppose the so-called shield of the pact.',
    'He urged the pact to keep the peace.',
    'Before the pact issued its statement, Sudria warned that the plan would feed the war, Minister Ada Ruhl said.',
    'Since February 24, 2029, Sudria has been continuing an operation in Velland.',
    'According to President Omar Tesk, the Velland government is shelling villages.',
    'The Norland army began this week joint drills with the Estmark armed forces in Port Lume, near the border with Kalvia.',
    'What it meant was unclear.',
  ]);
  const P = a.position.bind(a);
  return a.quads({
    actors: [
      a.actor('NRL', 'Norland', 'state', {}),
      a.actor('SUD', 'Sudria', 'state', {}),
      a.actor('VEL', 'Velland', 'state', { named: ['Velland government'] }),
      a.actor('EST', 'Estmark', 'state', { named: [] }),
      a.actor('harbour-pact', 'Harbour Pact', 'igo', { aliases: ['HP', 'the pact'], named: ['Harbour Pact', 'the pact', 'HP'] }),
      a.actor('kell', 'Ivo Kell', 'person', { rollup: 'Norland', rollupId: 'NRL', named: ['Ivo Kell', 'He'] }),
      a.actor('ruhl', 'Ada Ruhl', 'person', { rollup: 'Sudria', rollupId: 'SUD', affiliationId: 'SUD', affiliation: 'Sudria' }),
      a.actor('tesk', 'Omar Tesk', 'person', { rollup: 'Sudria', rollupId: 'SUD' }),
      a.actor('army', 'Norland army', 'military', { rollup: 'Norland', rollupId: 'NRL' }),
      a.actor('forces', 'Estmark armed forces', 'military', { rollup: 'Estmark', rollupId: 'EST' }),
    ],
    places: [
      { id: 'amber', name: 'Amber Coast', country: null, kind: 'region', rule: 'place.list', ...a.span('Amber Coast') },
      { id: 'lume', name: 'Port Lume', country: 'EST', kind: 'city', rule: 'place.list', ...a.span('Port Lume') },
      { id: 'KAL', name: 'Kalvia', country: 'KAL', kind: 'country', rule: 'place.list', ...a.span('Kalvia') },
      { id: 'VEL', name: 'Velland', country: 'VEL', kind: 'country', rule: 'place.list', ...a.span('Velland') },
    ],
    statements: [
      a.statement('s1', 'We firmly oppose the so-called shield of the pact', 'kell', 'NRL', { voice: 'unquotedDirect' }),
      a.statement('s2', 'the plan would feed the war', 'ruhl', 'SUD', { cue: 'warned' }),
      a.statement('s3', 'the Velland government is shelling villages', 'tesk', 'SUD', { cue: 'According to' }),
    ],
    positions: [
      P('p0', 'Norland and Sudria against the growth of the pact', 'NRL', 'harbour-pact', {
        explicitness: 'headline',
        topic: 'pact-growth',
      }),
      P('p1', 'Norland and Sudria against the growth of the pact', 'SUD', 'harbour-pact', {
        explicitness: 'headline',
        topic: 'pact-growth',
      }),
      P('p2', 'spoke out against the advance of the Harbour Pact (HP) towards the Amber Coast', 'NRL', 'harbour-pact', {
        act: 'reject',
        said: '2031-03-05',
        topic: 'amber-coast',
        targetIssue: a.issue('the advance of the Harbour Pact (HP) towards the Amber Coast'),
      }),
      P('p3', 'We firmly oppose the so-called shield of the pact', 'NRL', 'harbour-pact', {
        act: 'reject',
        voicedBy: 'Ivo Kell',
        voicedById: 'kell',
        statement: 's1',
        targetIssue: a.issue('the so-called shield of the pact'),
      }),
      P('p4', 'urged the pact to keep the peace', 'NRL', 'harbour-pact', {
        act: 'urge',
        polarity: 'neutral',
        voicedBy: 'Ivo Kell',
        voicedById: 'kell',
        targetIssue: a.issue('to keep the peace'),
      }),
      P('p5', 'warned that the plan would feed the war', 'SUD', 'harbour-pact', {
        act: 'warn',
        voicedBy: 'Ada Ruhl',
        voicedById: 'ruhl',
        statement: 's2',
        topic: 'war-aid',
      }),
      P('p6', 'the Velland government is shelling villages', 'SUD', 'VEL', {
        act: 'accuse',
        voicedBy: 'Omar Tesk',
        voicedById: 'tesk',
        statement: 's3',
      }),
      P('p7', 'so-called shield', 'NRL', 'EST', { explicitness: 'presupposed' }),
    ],
    events: [
      a.event('e1', 'the pact issued its statement', 'CONSULT', ['harbour-pact'], {}),
      a.event('e2', 'Sudria has been continuing an operation in Velland', 'ASSAULT', ['SUD'], {
        ongoing: true,
        date: '2029-02-24/..',
        recipientIds: ['VEL'],
        place: 'Velland',
        placeId: 'VEL',
        background: true,
      }),
      a.event('e3', 'shelling villages', 'ASSAULT', ['VEL'], { factuality: 'alleged', claimedIn: 's3', mode: 'heavy-weapons' }),
      a.event(
        'e4',
        'The Norland army began this week joint drills with the Estmark armed forces',
        'COOPERATE',
        ['army', 'forces'],
        {
          reciprocal: true,
          date: '2031-03-03/2031-03-09',
          dateSpan: a.span('this week'),
          place: 'Port Lume',
          placeId: 'lume',
        },
      ),
    ],
    tenures: [
      tenure(a, 'kell', 'Foreign Ministry spokesman', 'NRL', false),
      tenure(a, 'ruhl', 'Minister', 'SUD', true),
      tenure(a, 'tesk', 'President', 'SUD', true),
    ],
    terms: [
      {
        id: 't1',
        text: 'so-called',
        user: 'Ivo Kell',
        userId: 'kell',
        voice: 'unquotedDirect',
        evidence: a.span('so-called'),
        rule: 'term.list',
      },
      {
        id: 't2',
        text: 'operation',
        user: null,
        userId: null,
        voice: 'narration',
        evidence: a.span('operation'),
        rule: 'term.list',
      },
    ],
    orders: [{ before: 's2', after: 'e1', evidence: a.span('Before'), rule: 'order.before' }],
    abstentions: [{ ...a.span('What it meant was unclear'), reason: 'speaker not identified', rule: 'attribution.cue' }],
    coverage: NO_COVERAGE,
  });
};

const tenure = (a: Article, personId: string, role: string, organisationId: string, inferred: boolean) => ({
  person: personId,
  personId,
  role,
  organisation: organisationId,
  organisationId,
  inferred,
  evidence: a.span(role),
  rule: inferred ? 'tenure.inferred' : 'tenure.apposition',
});

const coastPost = (): Quad[] => {
  const a = new Article('coast-post', 'Coast Post', '2031-03-20', [
    'Estmark welcomes the shield',
    'Estmark praised the pact for its advance.',
    'On March 19 Norland again condemned the advance of the pact.',
    'Kalvia called on Norland to talk.',
    'The two met in Torvia.',
    'Sudria thanked the pact.',
  ]);
  return a.quads({
    actors: [
      a.actor('NRL', 'Norland', 'state', {}),
      a.actor('EST', 'Estmark', 'state', {}),
      a.actor('KAL', 'Kalvia', 'state', {}),
      a.actor('SUD', 'Sudria', 'state', {}),
      a.actor('harbour-pact', 'Harbour Pact', 'igo', { aliases: ['the pact'], named: ['the pact'] }),
    ],
    places: [{ id: 'TOR', name: 'Torvia', country: 'TOR', kind: 'country', rule: 'place.list', ...a.span('Torvia') }],
    statements: [],
    positions: [
      a.position('q1', 'praised the pact for its advance', 'EST', 'harbour-pact', {
        polarity: 'support',
        act: 'praise',
        topic: 'pact-growth',
      }),
      a.position('q2', 'condemned the advance of the pact', 'NRL', 'harbour-pact', {
        act: 'condemn',
        said: '2031-03-19',
        topic: 'pact-growth',
      }),
      a.position('q3', 'called on Norland to talk', 'KAL', 'NRL', { act: 'call-for', polarity: 'neutral' }),
      a.position('q4', 'thanked the pact', 'SUD', 'harbour-pact', { act: 'thank', polarity: 'support' }),
    ],
    events: [],
    tenures: [],
    terms: [],
    orders: [],
    abstentions: [],
    coverage: NO_COVERAGE,
  });
};

const TOPICS = `
@prefix dem: <https://w3id.org/demarche/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix topic: <${DEFAULT_BASE}topic/> .
topic:alliances a dem:Topic ; skos:prefLabel "alliances"@en .
topic:pact-growth a dem:Topic ; skos:prefLabel "growth of the pact"@en ; skos:altLabel "enlargement"@en ; skos:broader topic:alliances .
topic:amber-coast a dem:Topic ; skos:prefLabel "Amber Coast"@en ; skos:broader topic:alliances .
topic:war-aid a dem:Topic ; skos:prefLabel "aid in war"@en ; skos:broader topic:alliances .
`;

const articles = (): Quad[] => [...harbourTimes(), ...coastPost()];

/** The quads of the fixture base: two article graphs, what is derived from them, and the ontology graph with the topics. */
const actor = (id: string): string => `${DEFAULT_BASE}actor/${id}`;

/** As if demarche derive had been run on what is said and done. */
const analysis = (): Quad[] =>
  analysisQuads({
    layers: ['stance', 'action'],
    definition: 'Counts added up.',
    settings: '',
    stateSha256: 'a'.repeat(64),
    version: '0.1.0',
    optimal: true,
    blocs: [
      { component: 1, members: [actor('NRL')] },
      { component: 1, members: [actor('EST'), actor('harbour-pact')] },
    ],
    frustrated: [
      {
        ends: [actor('EST'), actor('NRL')],
        sign: 1,
        claims: deriveRelations(articles())
          .filter(
            ({ subject, predicate }) => predicate.value === DEM.basedOn && subject.value.endsWith('/NRL-cooperatesWith-EST'),
          )
          .map(({ object }) => object.value),
      },
    ],
    measures: [
      { name: 'frustrationIndex', formula: 'fewest ties left', source: 'F. Harary (1959)' },
      { name: 'netDegree', formula: 'positive - negative', source: 'Wasserman and Faust (1994)' },
    ],
    values: [
      { of: null, measure: 'frustrationIndex', value: 1 },
      { of: actor('NRL'), measure: 'netDegree', value: 1 },
      { of: actor('harbour-pact'), measure: 'netDegree', value: -0.5 },
    ],
  });

export const fixtureQuads = (): Quad[] => [
  ...articles(),
  ...deriveRelations(articles()),
  ...analysis(),
  ...parseQuads(TOPICS, 'topics.ttl').map((quad) => inGraph(quad, iri(`${DEFAULT_BASE}graph/ontology`))),
];
