import type { Document } from '../../src/model/document.ts';
import { EXTRACTION_SCHEMA, type ExtractedActor, type Extraction } from '../../src/model/extraction.ts';
import type { Span } from '../../src/model/span.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { NO_COVERAGE } from '../../test/coverage.ts';

/* Claim-shaped data: invented articles through the real mapping. */

/** Seeded numbers below a bound (mulberry32, T. Ettinger, public domain). */
export const randomness = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const ACTORS = 200;
const VERBS = [
  ['condemned', 'oppose', 'condemn'],
  ['criticized', 'oppose', 'criticize'],
  ['praised', 'support', 'praise'],
  ['welcomed', 'support', 'welcome'],
  ['urged', 'neutral', 'urge'],
] as const;
const EVENTS = ['COOPERATE', 'AID', 'SANCTION', 'CONSULT', 'MOBILIZE', 'ASSAULT'] as const;
const OUTLETS = ['Harbour Times', 'Coast Post', 'Daily North', 'Southern Star'];
const TOPICS = ['trade', 'borders', 'treaty', 'energy', 'fishing', 'transit'];

const actorId = (number: number): string => `A${String(number).padStart(3, '0')}`;
const actorName = (number: number): string => `Country ${actorId(number)}`;

/** Few actors are in most of the news: the smaller of two draws. */
const draw = (random: (below: number) => number): number => Math.min(random(ACTORS), random(ACTORS));

const day = (random: (below: number) => number): string =>
  `20${String(20 + random(6))}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;

interface Line {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly verb: number;
}

/** The quads of one article of some twelve sentences. */
export const articleQuads = (number: number): Quad[] => {
  const random = randomness(number + 1);
  const published = day(random);
  const lines: Line[] = [];
  let text = '';
  for (let i = 0; i < 12; i++) {
    const [from, to, verb] = [draw(random), draw(random), random(VERBS.length)];
    const sentence = `${actorName(from)} ${VERBS[verb]![0]} ${actorName(to)} over ${TOPICS[random(TOPICS.length)]} in talk ${number}-${i}.`;
    lines.push({ span: { start: text.length, end: text.length + sentence.length }, from, to, verb });
    text += `${sentence}\n\n`;
  }
  const document: Document = {
    id: `article-${number}`,
    outlet: OUTLETS[random(OUTLETS.length)]!,
    published,
    title: `Talk ${number}`,
    agencies: [],
    page: null,
    language: 'en',
    text,
    blocks: [],
    dateline: null,
    sha256: number.toString(16).padStart(64, '0'),
    textSha256: number.toString(16).padStart(64, 'f'),
  };
  const named = [...new Set(lines.flatMap(({ from, to }) => [from, to]))];
  const mentionsOf = (actor: number) =>
    lines
      .filter(({ from }) => from === actor)
      .map(({ span }) => ({ start: span.start, end: span.start + 12, kind: 'name' as const, rule: 'mention.list' }));
  const actors = named.map(
    (actor): ExtractedActor => ({
      id: actorId(actor),
      name: actorName(actor),
      type: 'state',
      listed: true,
      aliases: [],
      role: null,
      affiliation: null,
      affiliationId: null,
      affiliationInferred: false,
      rollup: actorName(actor),
      rollupId: actorId(actor),
      mentions: mentionsOf(actor),
      confidence: 1,
    }),
  );
  const statements = lines.slice(0, 5).map(({ span, from }, i) => ({
    id: `s${i}`,
    ...span,
    speaker: actorName(from),
    speakerId: actorId(from),
    onBehalfOf: null,
    onBehalfOfId: null,
    voice: 'indirect' as const,
    cue: 'said',
    cueSpan: null,
    speakerSpan: null,
    said: published,
    attributedVia: null,
    attributedViaId: null,
    confidence: 0.9,
    rule: 'attribution.cue',
  }));
  const positions = lines.slice(0, 8).map(({ span, from, to, verb }, i) => ({
    id: `p${i}`,
    holder: actorName(from),
    holderId: actorId(from),
    voicedBy: null,
    voicedById: null,
    target: actorName(to),
    targetId: actorId(to),
    targetIssue: null,
    statement: i < 5 ? `s${i}` : null,
    polarity: VERBS[verb]![1],
    act: VERBS[verb]![2],
    topic: TOPICS[(number + i) % TOPICS.length]!,
    strength: 0.1 + random(9) / 10,
    explicitness: 'explicit' as const,
    evidence: span,
    confidence: 0.5 + random(5) / 10,
    rule: `frame.${VERBS[verb]![0]}`,
    frame: null,
    said: published,
  }));
  const events = lines.slice(8).map(({ span, from, to }, i) => ({
    id: `e${i}`,
    type: EVENTS[random(EVENTS.length)]!,
    mode: null,
    initiators: [actorName(from)],
    initiatorIds: [actorId(from)],
    recipients: [actorName(to)],
    recipientIds: [actorId(to)],
    reciprocal: false,
    date: day(random),
    dateSpan: null,
    place: null,
    placeId: null,
    factuality: random(4) === 0 ? ('alleged' as const) : ('asserted' as const),
    claimedIn: null,
    background: false,
    ongoing: false,
    evidence: span,
    confidence: 0.7,
    rule: 'event.frame',
    frame: null,
  }));
  const none = { places: [], tenures: [], terms: [], orders: [], abstentions: [], edges: [], coverage: NO_COVERAGE };
  const extraction: Extraction = { schema: EXTRACTION_SCHEMA, document, actors, statements, positions, events, ...none };
  return toQuads({ document, extraction, sentences: lines.map(({ span }) => span) }, { version: 'bench' });
};
