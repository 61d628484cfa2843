import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ACTOR_TYPES,
  EXPLICITNESS,
  EXTRACTION_SCHEMA,
  type Extraction,
  FACTUALITIES,
  PLOVER_TYPES,
  POLARITIES,
  SPEECH_ACTS,
  VOICES,
} from '../src/model/extraction.ts';

/* Writes docs/extraction.schema.json, the JSON Schema (draft 2020-12) of what `demarche extract --json` prints. */

const text = z.string();
const name = z.string().min(1);
const id = z.string().min(1);
const nullable = (schema: z.ZodString) => schema.nullable();
const offset = z.int().min(0);
const zeroToOne = z.number().min(0).max(1);
const DAY = '\\d{4}(-\\d{2}(-\\d{2})?)?';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const date = z
  .string()
  .regex(new RegExp(`^(${DAY}|${DAY}/(${DAY}|\\.\\.)|\\.\\./${DAY})$`))
  .describe('ISO day, month or year, or an interval A/B, A/.., ../B');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const place = { start: offset, end: offset };
const span = z
  .strictObject(place)
  .describe('Offsets into the stored text in UTF-16 code units; end is exclusive')
  .meta({ id: 'Span' });
const made = { rule: id.describe('The rule that made this') };
const judged = { ...made, confidence: zeroToOne.describe('How sure the rule is') };
const frame = nullable(text).describe('Lexicon frame that fired, where one did');

const mention = z.strictObject({
  ...place,
  kind: z.enum(['name', 'acronym', 'metonym', 'description', 'demonym', 'office', 'pronoun']),
  reason: text.exactOptional().describe('Why the words stand for the actor, where that is not plain'),
  ...made,
});

const actor = z.strictObject({
  id: id.describe('ISO 3166 code or lexicon id for listed actors; scoped to the article for others'),
  name: name.describe('Canonical name without role, unique within the document'),
  type: z.enum(ACTOR_TYPES),
  listed: z.boolean(),
  aliases: z.array(text),
  role: nullable(text),
  affiliation: nullable(name),
  affiliationId: nullable(id),
  affiliationInferred: z.boolean().describe('True where role or affiliation was inferred and not stated'),
  rollup: nullable(name).describe('The state or organisation this actor counts for'),
  rollupId: nullable(id),
  mentions: z.array(mention),
  confidence: zeroToOne,
});

const location = z.strictObject({
  ...place,
  id,
  name,
  country: nullable(text).describe('ISO 3166-1 alpha-3'),
  kind: z.enum(['country', 'city', 'region', 'other']),
  ...made,
});

const statement = z.strictObject({
  ...place,
  id,
  speaker: name,
  speakerId: id,
  onBehalfOf: nullable(name),
  onBehalfOfId: nullable(id),
  voice: z.enum(VOICES),
  cue: nullable(text).describe('The reporting word, or null for a floating quotation'),
  cueSpan: span.nullable(),
  speakerSpan: span.nullable(),
  said: date.nullable(),
  attributedVia: nullable(name).describe('Who carries the words to us when it is not the paper'),
  attributedViaId: nullable(id),
  ...judged,
});

const position = z.strictObject({
  id,
  holder: name.describe('The state or organisation spoken for, or a private person'),
  holderId: id,
  voicedBy: nullable(name),
  voicedById: nullable(id),
  target: nullable(name),
  targetId: nullable(id),
  targetIssue: z.strictObject({ ...place, text }).nullable(),
  statement: nullable(id),
  polarity: z.enum(POLARITIES),
  act: z.enum(SPEECH_ACTS),
  topic: nullable(id),
  strength: zeroToOne,
  explicitness: z.enum(EXPLICITNESS),
  evidence: span,
  ...judged,
  frame,
  said: date.nullable(),
});

const event = z.strictObject({
  id,
  type: z.enum(PLOVER_TYPES),
  mode: nullable(text),
  initiators: z.array(name),
  initiatorIds: z.array(id),
  recipients: z.array(name),
  recipientIds: z.array(id),
  reciprocal: z.boolean(),
  date: date.nullable(),
  dateSpan: span.nullable(),
  place: nullable(text),
  placeId: nullable(id),
  factuality: z.enum(FACTUALITIES),
  claimedIn: nullable(id).describe('Statement in which the event is only claimed'),
  background: z.boolean(),
  ongoing: z.boolean(),
  evidence: span,
  ...judged,
  frame,
});

const edge = z.strictObject({
  source: name,
  sourceId: id,
  target: name,
  targetId: id,
  polarity: z.enum(['support', 'oppose']),
  weight: z.int().min(1).describe('Number of positions'),
});

const tenure = z.strictObject({
  person: name,
  personId: id,
  role: text,
  organisation: nullable(name),
  organisationId: nullable(id),
  inferred: z.boolean(),
  evidence: span,
  ...made,
});

const term = z.strictObject({
  id,
  text,
  user: nullable(name),
  userId: nullable(id),
  voice: z.enum(VOICES),
  evidence: span,
  ...made,
});

const order = z.strictObject({ before: id, after: id, evidence: span, ...made });

const dropped = z.strictObject({
  layer: z.enum(['actors', 'statements', 'positions', 'events']),
  index: offset.describe('Place in the answer, from 0'),
  reason: text,
});

const origin = z.strictObject({
  model: name.describe('Language model that made this'),
  promptSha256: sha256.describe('Of its instructions and schema'),
  dropped: z.array(dropped).describe('Items of its answer that were left out'),
});

const extraction = z.strictObject({
  schema: z.literal(EXTRACTION_SCHEMA),
  document: z.strictObject({
    id,
    title: nullable(text),
    outlet: nullable(text),
    agencies: z.array(text),
    page: nullable(text),
    published: day.nullable(),
    language: name,
    sha256: sha256.describe('Of the bytes read'),
    textSha256: sha256.describe('Of the stored text in UTF-8'),
  }),
  origin: origin.exactOptional().describe('Left out where the rules of this program made it'),
  actors: z.array(actor),
  places: z.array(location),
  statements: z.array(statement),
  positions: z.array(position),
  events: z.array(event),
  edges: z.array(edge),
  tenures: z.array(tenure),
  terms: z.array(term),
  orders: z.array(order).describe('Order between events or statements that the text states'),
  abstentions: z.array(z.strictObject({ ...place, reason: text, ...made })),
  coverage: z
    .strictObject({
      sentences: z.int().min(0).describe('Sentences read'),
      sentencesWithClaims: z.int().min(0).describe('Sentences with the words of a statement, position or event'),
      claims: z.int().min(0).describe('Statements, positions and events'),
      abstentions: z.int().min(0).describe('Things seen and not decided'),
      share: zeroToOne.describe('Claims over claims and abstentions; 1 where nothing was seen'),
    })
    .describe('How much of what the rules saw they decided'),
});

/* The schema and the types must not drift apart: each direction is a compile error when they do. */
type Plain<T> = T extends readonly (infer I)[] ? Plain<I>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
type Read = z.infer<typeof extraction>;
const accepts = (value: Plain<Extraction>): Read => value;
const yields = (value: Read): Plain<Extraction> => value;
void [accepts, yields];

const schema = {
  $id: 'https://w3id.org/demarche/extraction.schema.json',
  title: 'Demarche extraction',
  description: 'All that is read out of one article. Offsets are UTF-16 code units into the stored text, end exclusive.',
  ...z.toJSONSchema(extraction, { target: 'draft-2020-12' }),
};
writeFileSync(join(import.meta.dirname, '..', 'docs', 'extraction.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
