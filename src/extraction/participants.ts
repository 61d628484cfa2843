import type { Entity } from './entities.ts';
import { FIRST_PERSON } from './mentions/pronouns.ts';
import type { Mention } from './mentions/types.ts';
import type { Reading } from './reading.ts';
import { objects, subjects } from './syntax/arguments.ts';
import { base, low, type SyntaxTree } from './syntax/tree.ts';

/** An actor found for an argument, and how. */
export interface Participant {
  readonly entity: Entity;
  readonly mention: Mention | null;
  /** `self`: the words name the actor; `owner`: they name something of the actor's. */
  readonly via: 'self' | 'owner' | 'issue' | 'speaker';
  readonly rule: string;
}

/** "the Ottawa treaty", "the Kuala Lumpur accord": the city names a document or a meeting. */
function namesDocument(reading: Reading, mention: Mention): boolean {
  if (mention.kind !== 'metonym') return false;
  const next = reading.tree(mention.sentence).tokens[mention.last + 1];
  return next !== undefined && reading.isClass('document-noun', next.lemma.toLowerCase());
}

/** A name of a state or capital that only says where ("in Poland", "near the border with Poland"). */
export const isLocation = (reading: Reading, mention: Mention): boolean =>
  namesDocument(reading, mention) ||
  mention.entity.type === 'place' ||
  ((mention.entity.type === 'state' || mention.kind === 'metonym') &&
    reading.isClass('location-preposition', reading.tree(mention.sentence).preposition(mention.head)));

/** "urged negotiators to …": a bare plural means people of a kind, not those named before. */
function isGeneric(reading: Reading, { kind, sentence, first, last, head }: Mention): boolean {
  if (kind !== 'description' || first !== last || reading.isHeadline(sentence)) return false;
  const tree = reading.tree(sentence);
  return tree.token(head).xpos === 'NNS' && tree.dependents(head, 'det', 'nmod', 'amod', 'nummod', 'acl').length === 0;
}

const asActor = (reading: Reading, mention: Mention | undefined): mention is Mention =>
  mention !== undefined && !isLocation(reading, mention) && !isGeneric(reading, mention);

const self = (mention: Mention): Participant => ({ entity: mention.entity, mention, via: 'self', rule: mention.rule });
const owned = (participant: Participant, rule: string): Participant => ({ ...participant, via: 'owner', rule });

/** Actors a token itself stands for: its mention, or the speaker where it says "we". */
export function actorsAt(reading: Reading, sentence: number, token: number, speaker?: Entity): Participant[] {
  const tree = reading.tree(sentence);
  if (speaker && FIRST_PERSON.has(low(tree.token(token))))
    return [{ entity: speaker, mention: null, via: 'speaker', rule: 'pronoun.first-person' }];
  const sides = reading.sidesAt(sentence, token);
  if (sides.length > 0) return sides.map(self);
  const mention = reading.mentionAt(sentence, token);
  const bearer = mention?.entity.type === 'person' ? undefined : bearerOf(reading, sentence, token);
  if (bearer) return [self(bearer)];
  if (asActor(reading, mention)) return [self(mention), ...coOwners(reading, sentence, mention)];
  return [];
}

/** "Japan's envoy, Noriyuki Asakawa, said": the person a title noun stands in apposition with. */
function bearerOf(reading: Reading, sentence: number, token: number): Mention | undefined {
  const tree = reading.tree(sentence);
  const known = reading.bearers[sentence]!.get(token);
  if (known) return known;
  const noun = tree.token(token);
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN' && noun.upos !== 'ADJ') return undefined;
  return tree
    .dependents(token, 'appos', 'flat', 'nmod:desc', 'compound')
    .map((child) => reading.mentionAt(sentence, child))
    .find((mention) => mention?.entity.type === 'person');
}

/** "U.S. and South Korean forces": the other owners of the same noun take part too. */
function coOwners(reading: Reading, sentence: number, mention: Mention): Participant[] {
  if (mention.kind !== 'description' || mention.first < 2) return [];
  const tree = reading.tree(sentence);
  const found: Participant[] = [];
  for (let at = mention.first - 1; at >= 1 && ['and', ','].includes(low(tree.token(at))); ) {
    const before = reading.covering(sentence, at - 1);
    if (!before || (before.kind !== 'demonym' && before.kind !== 'acronym')) break;
    found.push(self(before));
    at = before.first - 1;
  }
  return found;
}

/** Nouns whose of-phrase or by-phrase says who did it, as opposed to whom it was done to, cannot be told by form alone; agents win. */
const OWNER_PREPOSITIONS = ['by', 'of', 'from'];

/** Possessors of a noun; "whose" stands for what its relative clause is about. */
const possessorsOf = (tree: SyntaxTree, noun: number): number[] =>
  tree.dependents(noun, 'nmod:poss').flatMap((child) => {
    if (low(tree.token(child)) !== 'whose') return tree.conjuncts(child);
    for (let at = noun, steps = 0; at >= 0 && steps < 8; at = tree.token(at).head, steps++)
      if (tree.token(at).deprel === 'acl:relcl') return tree.conjuncts(tree.token(at).head);
    return [];
  });

/**
 * The actor an issue, act or thing belongs to ("NATO's expansion", "the French-drafted statement",
 * "the decisions taken by the alliance", "the drills that U.S. forces began").
 * Regularity: possessor, demonym or name modifier, agent phrase, subject of the clause about it; else the owner of
 * the same thing mentioned before ("the plan" after "an Australian plan").
 */
export function ownersOf(reading: Reading, sentence: number, noun: number, speaker?: Entity, depth = 0): Participant[] {
  if (depth > 3) return [];
  const tree = reading.tree(sentence);
  const at = (token: number): Participant[] => actorsAt(reading, sentence, token, speaker);
  const collect = (tokens: readonly number[], rule: string): Participant[] =>
    tokens.flatMap((token) => at(token).map((one) => owned(one, rule)));
  const possessed = collect(possessorsOf(tree, noun), 'owner.possessor');
  if (possessed.length > 0) return possessed;
  const modifiers = tree
    .dependents(noun, 'amod', 'compound', 'nmod:desc', 'flat')
    .flatMap((child) => [
      child,
      ...tree.dependents(child, 'conj', 'compound', 'amod', 'obl', 'nmod', 'obl:npmod', 'obl:unmarked'),
    ]);
  const modified = collect(modifiers, 'owner.modifier');
  if (modified.length > 0) return modified;
  const clauses = tree
    .dependents(noun, 'acl')
    .flatMap((clause) => (objects(tree, clause).includes(noun) ? subjects(tree, clause) : []));
  const agents = collect(clauses, 'owner.agent').concat(
    clauses.flatMap((agent) => (at(agent).length > 0 ? [] : ownersOf(reading, sentence, agent, speaker, depth + 1))),
  );
  if (agents.length > 0) return agents;
  for (const preposition of OWNER_PREPOSITIONS) {
    const governed = tree
      .dependents(noun, 'nmod', 'obl')
      .filter((child) => tree.preposition(child) === preposition)
      .flatMap((child) => tree.conjuncts(child));
    const direct = collect(governed, `owner.${preposition}`);
    if (direct.length > 0) return direct;
    const nested = governed.flatMap((child) => ownersOf(reading, sentence, child, speaker, depth + 1));
    if (nested.length > 0) return nested;
  }
  return collect(behind(tree, noun), 'owner.behind');
}

/** "declined the offer from Chad": a phrase right behind the noun that the parser hung on what governs it. */
function behind(tree: SyntaxTree, noun: number): number[] {
  const { last } = tree.range(noun);
  const preposition = tree.tokens[last + 1];
  if (!preposition || base(preposition) !== 'case' || !['by', 'from', 'of'].includes(low(preposition))) return [];
  const { head } = preposition;
  const above = tree.token(head).head;
  const isAgent = tree.token(head).deprel === 'obl:agent';
  return above >= 0 && above !== noun && !isAgent && tree.isAncestor(above, noun) ? tree.conjuncts(head) : [];
}

/** The actors an argument is about: itself, else its owners, else (for a clause) its subject. */
export function aboutWhom(reading: Reading, sentence: number, token: number, speaker?: Entity): Participant[] {
  const direct = actorsAt(reading, sentence, token, speaker);
  if (direct.length > 0) return direct;
  const tree = reading.tree(sentence);
  if (tree.token(token).upos === 'VERB' || tree.dependents(token, 'cop').length > 0) {
    const found = [...subjects(tree, token)].flatMap((child) => aboutNominal(reading, sentence, child, speaker));
    if (found.length > 0) return found;
  }
  return ownersOf(reading, sentence, token, speaker);
}

function aboutNominal(reading: Reading, sentence: number, token: number, speaker?: Entity): Participant[] {
  const direct = actorsAt(reading, sentence, token, speaker);
  return direct.length > 0 ? direct : ownersOf(reading, sentence, token, speaker);
}
