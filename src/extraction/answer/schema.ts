import { z } from 'zod';
import type { DroppedItem } from '../../model/extraction.ts';
import { ACTOR_TYPES, FACTUALITIES, PLOVER_TYPES, POLARITIES, SPEECH_ACTS } from '../../model/extraction.ts';

/*
 * What a language model is asked to answer. Names are words of the article; a quote is the stretch of the article that an item
 * rests on. Nothing here is believed before it is found in the article (`grounding.ts`).
 */

const words = z.string().trim().min(1).max(300);
const quote = z.string().trim().min(3).max(4000).describe('copied from the article character by character');
const DAY = '\\d{4}(-\\d{2}(-\\d{2})?)?';

const ACTOR = z.strictObject({
  name: words.describe('as the article first writes it in full, without title'),
  type: z.enum(ACTOR_TYPES),
  role: words.nullable().describe('office, in words of the article'),
  affiliation: words.nullable().describe('name of the actor it belongs to'),
});

const STATEMENT = z.strictObject({
  speaker: words.describe('name of an actor'),
  voice: z.enum(['direct', 'unquotedDirect', 'indirect', 'mixed']),
  cue: words.nullable().describe('the reporting word'),
  quote,
});

const POSITION = z.strictObject({
  holder: words.describe('name of an actor'),
  voicedBy: words.nullable().describe('name of the actor that speaks for the holder'),
  target: words.nullable().describe('name of an actor'),
  polarity: z.enum(POLARITIES),
  act: z.enum(SPEECH_ACTS),
  quote,
});

const EVENT = z.strictObject({
  type: z.enum(PLOVER_TYPES),
  initiators: z.array(words).min(1).max(50),
  recipients: z.array(words).max(50),
  factuality: z.enum(FACTUALITIES),
  date: z
    .string()
    .regex(new RegExp(`^${DAY}$`))
    .nullable()
    .describe('ISO day, month or year'),
  quote,
});

const LAYERS = { actors: ACTOR, statements: STATEMENT, positions: POSITION, events: EVENT } as const;

/** Items of one answer in the form asked for; nothing is known yet of their truth. */
export interface Answer {
  readonly actors: readonly z.infer<typeof ACTOR>[];
  readonly statements: readonly z.infer<typeof STATEMENT>[];
  readonly positions: readonly z.infer<typeof POSITION>[];
  readonly events: readonly z.infer<typeof EVENT>[];
}

/** JSON Schema of the answer, for servers that hold a model to one. */
export const answerSchema = (): object =>
  z.toJSONSchema(
    z.strictObject({
      actors: z.array(ACTOR),
      statements: z.array(STATEMENT),
      positions: z.array(POSITION),
      events: z.array(EVENT),
    }),
  );

/** More items of a layer than any article holds. */
const MOST = 500;

function checkLayer<T>(layer: DroppedItem['layer'], schema: z.ZodType<T>, items: unknown, dropped: DroppedItem[]): T[] {
  if (!Array.isArray(items)) return [];
  if (items.length > MOST) dropped.push({ layer, index: MOST, reason: `more than ${MOST} items: the rest was left out` });
  return items.slice(0, MOST).flatMap((item, index) => {
    const checked = schema.safeParse(item);
    if (checked.success) return [checked.data];
    const [issue] = checked.error.issues;
    dropped.push({ layer, index, reason: `not in the form asked for: ${issue?.path.join('.') || 'item'}` });
    return [];
  });
}

/**
 * The items of an answer that have the form asked for, and what was dropped; null where the answer as a whole has it not.
 */
export function checkAnswer(value: unknown): { answer: Answer; dropped: DroppedItem[] } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const given = value as Record<string, unknown>;
  if (!(Object.keys(LAYERS) as (keyof typeof LAYERS)[]).every((layer) => Array.isArray(given[layer]))) return null;
  const dropped: DroppedItem[] = [];
  const answer = {
    actors: checkLayer('actors', ACTOR, given.actors, dropped),
    statements: checkLayer('statements', STATEMENT, given.statements, dropped),
    positions: checkLayer('positions', POSITION, given.positions, dropped),
    events: checkLayer('events', EVENT, given.events, dropped),
  };
  return { answer, dropped };
}
