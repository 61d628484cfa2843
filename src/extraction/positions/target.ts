import type { Span } from '../../model/span.ts';
import type { Statement } from '../attribution/types.ts';
import { type Entity, sameSide } from '../entities.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { aboutWhom, actorsAt, ownersOf, type Participant } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { obliques } from '../syntax/arguments.ts';
import { fillers } from '../syntax/slots.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';

export interface Target {
  readonly participants: readonly Participant[];
  /** Heads of the filled target slot. */
  readonly tokens: readonly number[];
  readonly slot: string | null;
}

const NOBODY: Target = { participants: [], tokens: [], slot: null };

/**
 * Whom a stance is about: the filler of the first target slot that leads to an actor other than the holder.
 * An issue leads to its owner; a taken-up issue ("the plan") to the owner it was introduced with.
 */
export function targetsOf(
  reading: Reading,
  issues: Issues,
  hit: FrameHit,
  holder: Entity,
  statement: Statement | undefined,
): Target {
  const tree = reading.tree(hit.sentence);
  let fallback: Target = NOBODY;
  for (const slot of hit.frame.target) {
    const tokens = slot === 'speaker' ? [] : fillers(tree, hit.predicate, slot);
    if (tokens.length === 0) continue;
    if (fallback.tokens.length === 0) fallback = { participants: [], tokens, slot };
    const found = tokens
      .flatMap((token) => [
        ...resolve(reading, issues, hit.sentence, token, statement),
        ...stateAt(reading, hit.sentence, token, slot),
      ])
      .filter((one) => !sameSide(one.entity, holder));
    if (found.length > 0) return { participants: unique(found), tokens, slot };
  }
  const prompted = promptedBy(reading, issues, hit, holder, statement);
  return prompted.length > 0 ? { ...fallback, participants: unique(prompted) } : fallback;
}

/** "…, and this in reply to the plan presented by X": what a stance answers says whom it is about. */
function promptedBy(
  reading: Reading,
  issues: Issues,
  hit: FrameHit,
  holder: Entity,
  statement: Statement | undefined,
): Participant[] {
  const tree = reading.tree(hit.sentence);
  return tree.tokens
    .filter(
      (token) =>
        token.upos === 'NOUN' &&
        reading.isClass('response-noun', token.lemma.toLowerCase()) &&
        tree.preposition(token.index) === 'in',
    )
    .flatMap((token) => tree.dependents(token.index, 'nmod', 'obl').filter((child) => tree.preposition(child) === 'to'))
    .flatMap((child) => resolve(reading, issues, hit.sentence, child, statement))
    .filter((one) => !sameSide(one.entity, holder));
}

/**
 * A frame that asks for a phrase with a preposition of place means the state ("a military operation in Ukraine",
 * "lashed out at Chad"), not where something happens.
 */
function stateAt(reading: Reading, sentence: number, token: number, slot: string): Participant[] {
  const preposition = /^(?:obl|nmod):(\w+)$/.exec(slot)?.[1];
  const isPlace = preposition !== undefined && reading.isClass('location-preposition', preposition);
  const mention = isPlace ? reading.mentionAt(sentence, token) : undefined;
  return mention?.entity.type === 'state' ? [{ entity: mention.entity, mention, via: 'self', rule: 'target.where' }] : [];
}

function resolve(
  reading: Reading,
  issues: Issues,
  sentence: number,
  token: number,
  statement: Statement | undefined,
): Participant[] {
  const named = actorsAt(reading, sentence, token, statement?.speaker);
  const direct = named.length > 0 ? named : ownersBehind(reading, sentence, token, statement?.speaker);
  const partners = partnersIn(reading, sentence, token, statement?.speaker);
  return direct.length + partners.length > 0 ? [...direct, ...partners] : issues.resolve(sentence, token);
}

/** Owners; behind a preposition used as predicate ("is against the plan") not the subject of "is". */
function ownersBehind(reading: Reading, sentence: number, token: number, speaker: Entity | undefined): Participant[] {
  const tree = reading.tree(sentence);
  const isGoverned = tree.token(token).upos !== 'VERB' && tree.preposition(token) !== '';
  return isGoverned ? ownersOf(reading, sentence, token, speaker) : aboutWhom(reading, sentence, token, speaker);
}

/** "its pact with Kenya", "the memorandum which it signed with the bloc": the other party of a relation. */
function partnersIn(reading: Reading, sentence: number, noun: number, speaker: Entity | undefined): Participant[] {
  const tree = reading.tree(sentence);
  if (!reading.isClass('relation-noun', tree.token(noun).lemma.toLowerCase())) return [];
  const clauses = tree.dependents(noun, 'acl');
  return [noun, ...clauses]
    .flatMap((head) => obliques(tree, head, 'with'))
    .flatMap((token) => actorsAt(reading, sentence, token, speaker))
    .map((one) => ({ ...one, via: 'owner' as const, rule: 'target.partner' }));
}

function unique(participants: readonly Participant[]): Participant[] {
  const seen = new Set<Entity>();
  return participants.filter((one) => !seen.has(one.entity) && seen.add(one.entity));
}

/** The words for what is opposed or supported: the target phrase unless it is only the actor's name, else the content. */
export function issueSpan(reading: Reading, hit: FrameHit, target: Target): Span | null {
  const tree = reading.tree(hit.sentence);
  for (const slot of hit.frame.content) {
    const [content] = fillers(tree, hit.predicate, slot);
    if (content === undefined) continue;
    const actor = reading.mentionAt(hit.sentence, content);
    if (!actor || actor.kind === 'pronoun') return issueFrom(tree, content, hit.predicate);
    break;
  }
  const [head] = target.tokens;
  if (head === undefined) return null;
  const mention = reading.mentionAt(hit.sentence, head);
  if (!mention || mention.kind === 'pronoun') return issueFrom(tree, head, hit.predicate);
  const [clause] = [...tree.dependents(hit.predicate, 'xcomp', 'advcl', 'ccomp'), ...tree.dependents(head, 'acl')]
    .filter((child) => child > head)
    .sort((a, b) => a - b);
  return clause === undefined ? null : issueFrom(tree, clause, hit.predicate);
}

/**
 * A phrase without the word that introduces it, and with the phrases right behind it that the parser hung on the predicate
 * instead ("the advance of the alliance | towards the Asia-Pacific region").
 */
function issueFrom(tree: SyntaxTree, head: number, predicate: number): Span {
  const range = { ...tree.range(head) };
  for (let grown = true; grown; ) {
    grown = false;
    for (const sibling of tree.dependents(predicate, 'obl', 'nmod', 'acl')) {
      const { first, last } = tree.range(sibling);
      if (first === range.last + 1 && last > range.last && sibling !== predicate) {
        range.last = last;
        grown = true;
      }
    }
  }
  while (
    range.first < head &&
    ['case', 'mark', 'punct'].includes(base(tree.token(range.first))) &&
    tree.token(range.first).head === head &&
    low(tree.token(range.first)) !== 'to'
  )
    range.first++;
  return tree.spanOf(range.first, range.last);
}
