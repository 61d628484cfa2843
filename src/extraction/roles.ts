import type { PlaceEntry } from '../lexicon/types.ts';
import type { Token } from '../model/syntax.ts';
import type { Statement } from './attribution/types.ts';
import { type Entity, rollUp } from './entities.ts';
import type { EventDraft } from './events/types.ts';
import type { Mention } from './mentions/types.ts';
import { isLocation } from './participants.ts';
import type { PositionDraft } from './positions/types.ts';
import type { Reading } from './reading.ts';
import { base, type SyntaxTree } from './syntax/tree.ts';

const ALONE: ReadonlySet<string> = new Set(['conj', 'appos', 'root', 'dep', 'flat']);

const ACTING = new Set(['nsubj', 'obj', 'iobj', 'conj']);

/** First member of the coordination a word belongs to: it bears the relation of all. */
function coordinationHead(tree: SyntaxTree, at: number): number {
  let head = at;
  for (let steps = 0; steps < 8 && base(tree.token(head)) === 'conj' && tree.token(head).head >= 0; steps++)
    head = tree.token(head).head;
  return head;
}

/** The noun right before the preposition of a name. */
function nounBefore(tree: SyntaxTree, first: number): number | undefined {
  let at = first - 1;
  while (at > 0 && ['DET', 'ADP'].includes(tree.token(at).upos)) at--;
  return at >= 0 && tree.token(at).upos === 'NOUN' ? at : undefined;
}

const COUNTRIES: ReadonlySet<string> = new Set(['state', 'igo']);

/**
 * A state or organisation of states by its own name that something belongs to ("NATO's patrol"), that somebody deals
 * with ("a ferry to Japan", "the talks with Chile") or that stands alone ("Morocco too"): named for its part in what is told.
 */
function isInvolved(reading: Reading, mention: Mention, token: Token): boolean {
  if (!COUNTRIES.has(mention.entity.type) || mention.kind === 'description' || mention.kind === 'office') return false;
  if (token.deprel === 'nmod:poss') return true;
  if (mention.kind === 'metonym') return false;
  const tree = reading.tree(mention.sentence);
  // "near the border with Somalia": what it goes with only says where.
  const noun = nounBefore(tree, mention.first);
  if (noun !== undefined && reading.isClass('location-preposition', tree.preposition(noun))) return false;
  const preposition = tree.preposition(mention.head);
  return preposition === '' ? ALONE.has(base(token)) : reading.isClass('dealing-preposition', preposition);
}

/** A name in an acting or acted-upon place of a clause, not as a mere modifier or location. */
function acts(reading: Reading, mention: Mention): boolean {
  if (mention.kind === 'demonym' || mention.kind === 'pronoun' || isLocation(reading, mention)) return false;
  const tree = reading.tree(mention.sentence);
  const token = tree.token(coordinationHead(tree, mention.head));
  // "As for Germany, it preferred to wait".
  if (tree.preposition(mention.head) === 'as_for') return true;
  if (isInvolved(reading, mention, token)) return true;
  return token.deprel === 'nsubj' || token.deprel === 'nsubj:pass'
    ? true
    : token.deprel === 'obl:agent' || (ACTING.has(base(token)) && base(token) !== 'conj');
}

/**
 * Actors of an article: who holds, voices or receives a position, speaks, takes part in an event, acts as subject or
 * object of a clause, and what these belong to. A place that only says where is none (annotation guideline).
 */
export function actorsOf(
  reading: Reading,
  statements: readonly Statement[],
  positions: readonly PositionDraft[],
  events: readonly EventDraft[],
): Entity[] {
  const used = new Set<Entity>();
  const add = (entity: Entity | null | undefined): void => {
    for (let at: Entity | null = entity ?? null, steps = 0; at && at.type !== 'place' && steps < 6; at = at.affiliation, steps++)
      used.add(at);
    const up = entity && entity.type !== 'place' ? rollUp(entity) : null;
    if (up) used.add(up);
  };
  for (const one of statements) [one.speaker, one.via].forEach(add);
  for (const one of positions) [one.holder, one.voicedBy, one.target].forEach(add);
  for (const one of events) [...one.initiators, ...one.recipients].forEach(add);
  for (const mention of reading.mentions) {
    if (reading.isHeadline(mention.sentence)) continue;
    if (mention.entity.type === 'person' || acts(reading, mention)) add(mention.entity);
  }
  const first = (entity: Entity): number =>
    reading.mentions.reduce(
      (min, mention) => (mention.entity === entity ? Math.min(min, mention.start) : min),
      Number.MAX_SAFE_INTEGER,
    );
  return [...used].sort((a, b) => first(a) - first(b) || (a.key < b.key ? -1 : 1));
}

/** Locations: places, and names of states that only say where in this article or at this spot. */
export function placesOf(
  reading: Reading,
  used: readonly Entity[],
  eventPlaces: readonly Mention[],
): { mention: Mention; place: PlaceEntry | null }[] {
  const actors = new Set(used);
  const where = new Set(eventPlaces);
  return reading.mentions
    .filter(
      (mention) =>
        mention.kind !== 'demonym' &&
        mention.kind !== 'pronoun' &&
        (where.has(mention) ||
          mention.entity.type === 'place' ||
          ((mention.entity.type === 'state' || mention.entity.type === 'subnational') &&
            (!actors.has(mention.entity) || isLocation(reading, mention)))),
    )
    .sort((a, b) => a.start - b.start)
    .map((mention) => ({ mention, place: mention.entity.place }));
}
