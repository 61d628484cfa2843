import type { Document } from '../../src/model/document.ts';
import type { ExtractedActor, ExtractedEvent, ExtractedPosition, Extraction } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import { sha256 } from '../../src/rdf/iris.ts';
import type { MappingInput } from '../../src/rdf/mapping.ts';
import { NO_COVERAGE } from '../coverage.ts';

/*
 * An invented article with one of everything. Spans are found by searching for the words, so the fixture cannot drift from its
 * text.
 */

const SENTENCES = [
  'Neighbours sign a rail pact',
  'Portugal on Monday praised Spain for the night trains to Vigo.',
  '“The so-called bargain is a burden,” said Ana Brandt, Portugal’s foreign minister, and she rejected the Atlantic Rail League’s fees.',
  'Before the signing, she accused Spain of hiding the costs, and accused Spain of delaying the work.',
  'Portuguese and Spanish engineers began joint works near Porto this week.',
  'A source said trains were seized.',
];

export const TEXT = `${SENTENCES[0]}\n\n${SENTENCES.slice(1).join(' ')}\n`;

export const at = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from);
  if (start < 0) throw new Error(`the fixture does not say: ${words}`);
  return { start, end: start + words.length };
};

export const sentences: readonly Span[] = SENTENCES.map((sentence) => at(sentence));

const hash = sha256(TEXT);

export const document: Document = {
  id: 'neighbours-sign-a-rail-pact-12ab34cd',
  title: 'Neighbours sign a rail pact',
  outlet: 'The Harbour Times',
  agencies: ['AFP', 'Lusa'],
  page: '7',
  published: '2031-03-04',
  language: 'en',
  text: TEXT,
  blocks: [],
  dateline: null,
  sha256: hash,
  textSha256: hash,
};

const actor = (id: string, name: string, type: ExtractedActor['type'], more: Partial<ExtractedActor> = {}): ExtractedActor => ({
  id,
  name,
  type,
  listed: true,
  aliases: [],
  role: null,
  affiliation: null,
  affiliationId: null,
  affiliationInferred: false,
  rollup: name,
  rollupId: id,
  mentions: [],
  confidence: 1,
  ...more,
});

export const position = (id: string, evidence: Span, more: Partial<ExtractedPosition> = {}): ExtractedPosition => ({
  id,
  holder: 'Portugal',
  holderId: 'PRT',
  voicedBy: null,
  voicedById: null,
  target: 'Spain',
  targetId: 'ESP',
  targetIssue: null,
  statement: null,
  polarity: 'oppose',
  act: 'accuse',
  topic: null,
  strength: 0.8,
  explicitness: 'explicit',
  evidence,
  confidence: 0.9,
  rule: 'frame.verb',
  frame: null,
  said: null,
  ...more,
});

export const event = (id: string, evidence: Span, more: Partial<ExtractedEvent> = {}): ExtractedEvent => ({
  id,
  type: 'COOPERATE',
  mode: null,
  initiators: ['Portugal', 'Spain'],
  initiatorIds: ['PRT', 'ESP'],
  recipients: [],
  recipientIds: [],
  reciprocal: true,
  date: null,
  dateSpan: null,
  place: null,
  placeId: null,
  factuality: 'asserted',
  claimedIn: null,
  background: false,
  ongoing: false,
  evidence,
  confidence: 0.8,
  rule: 'event.verb',
  frame: null,
  ...more,
});

const name = (words: string, from = 0) => ({ ...at(words, from), kind: 'name' as const, rule: 'mention.lexicon' });

const quote = at('The so-called bargain is a burden,');
const accusation = at('accused Spain of hiding the costs');
const secondAccusation = at('accused Spain of delaying the work');

export const extraction: Extraction = {
  schema: 'demarche/extraction/1',
  document,
  actors: [
    actor('PRT', 'Portugal', 'state', {
      mentions: [name('Portugal on'), { ...at('Portuguese'), kind: 'demonym', rule: 'mention.lexicon' }],
    }),
    actor('ESP', 'Spain', 'state', { aliases: ['Spanish side'], mentions: [name('Spain for')] }),
    actor('ana-brandt', 'Ana Brandt', 'person', {
      listed: false,
      role: 'Foreign Minister',
      affiliation: 'Portugal',
      affiliationId: 'PRT',
      rollup: 'Portugal',
      rollupId: 'PRT',
      mentions: [
        name('Ana Brandt'),
        { ...at('she accused'), kind: 'pronoun', reason: 'subject of the sentence before', rule: 'coref.pronoun' },
      ],
    }),
    actor('atlantic-rail-league', 'Atlantic Rail League', 'igo', { listed: false, mentions: [name('Atlantic Rail League')] }),
    actor('engineers', 'Spanish engineers', 'group', { listed: false, rollup: 'France', rollupId: 'FRA', mentions: [] }),
  ],
  places: [{ ...at('Vigo'), id: 'vigo', name: 'Vigo', country: 'ESP', kind: 'city', rule: 'place.lexicon' }],
  statements: [
    {
      ...quote,
      id: 's1',
      speaker: 'Ana Brandt',
      speakerId: 'ana-brandt',
      onBehalfOf: 'Portugal',
      onBehalfOfId: 'PRT',
      voice: 'direct',
      cue: 'said',
      cueSpan: at('said Ana'),
      speakerSpan: at('Ana Brandt'),
      said: null,
      attributedVia: null,
      attributedViaId: null,
      confidence: 0.95,
      rule: 'quote.direct',
    },
  ],
  positions: [
    position('p1', at('Portugal on Monday praised Spain for the night trains to Vigo'), {
      polarity: 'support',
      act: 'praise',
      targetIssue: { ...at('the night trains to Vigo'), text: 'the night trains to Vigo' },
      topic: 'rail-transport',
      said: '2031-03-03',
    }),
    position('p2', quote, {
      target: null,
      targetId: null,
      statement: 's1',
      act: 'criticize',
      voicedBy: 'Ana Brandt',
      voicedById: 'ana-brandt',
      targetIssue: { ...at('bargain'), text: 'bargain' },
    }),
    position('p3', accusation, { targetIssue: { ...at('hiding the costs'), text: 'hiding the costs' } }),
    position('p4', secondAccusation, { targetIssue: { ...at('delaying the work'), text: 'delaying the work' } }),
    position('p5', at('she rejected the Atlantic Rail League’s fees'), {
      act: 'reject',
      target: 'Atlantic Rail League',
      targetId: 'atlantic-rail-league',
    }),
  ],
  events: [
    event('e1', at('Portuguese and Spanish engineers began joint works near Porto this week'), {
      date: '2031-03-03/2031-03-09',
      dateSpan: at('this week'),
      place: 'Porto',
      placeId: null,
      ongoing: true,
    }),
    event('e2', at('trains were seized'), {
      type: 'COERCE',
      initiators: [],
      initiatorIds: [],
      reciprocal: false,
      factuality: 'alleged',
      claimedIn: 's1',
    }),
  ],
  edges: [],
  tenures: [
    {
      person: 'Ana Brandt',
      personId: 'ana-brandt',
      role: 'Foreign Minister',
      organisation: 'Portugal',
      organisationId: 'PRT',
      inferred: false,
      evidence: at('Ana Brandt, Portugal’s foreign minister'),
      rule: 'tenure.apposition',
    },
  ],
  terms: [
    {
      id: 't1',
      text: 'so-called bargain',
      user: 'Ana Brandt',
      userId: 'ana-brandt',
      voice: 'direct',
      evidence: at('so-called bargain'),
      rule: 'term.list',
    },
  ],
  orders: [{ before: 's1', after: 'e1', evidence: at('Before the signing'), rule: 'order.before' }],
  abstentions: [{ ...at('A source said'), reason: 'speaker not identified', rule: 'attribution.unnamed' }],
  coverage: NO_COVERAGE,
};

export const input: MappingInput = { document, extraction, sentences };
export const options = { version: '0.1.0' };
