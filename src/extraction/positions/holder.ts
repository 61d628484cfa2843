import type { Statement } from '../attribution/types.ts';
import { type Entity, rollUp, sameSide } from '../entities.ts';
import type { FrameHit } from '../frame-match.ts';
import { actorsAt, ownersOf, type Participant } from '../participants.ts';
import type { Reading } from '../reading.ts';
import { objects, subjects } from '../syntax/arguments.ts';
import { fillers } from '../syntax/slots.ts';
import { base, low, outermostNoun } from '../syntax/tree.ts';

/** The innermost statement whose content covers a token, the statement's own cue apart. */
export function statementAround(
  reading: Reading,
  statements: readonly Statement[],
  sentence: number,
  token: number,
): Statement | undefined {
  const { start, end } = reading.tree(sentence).token(token);
  let best: Statement | undefined;
  for (const one of statements) {
    if (one.start > start || end > one.end) continue;
    if (one.cueAt?.sentence === sentence && one.cueAt.token === token) continue;
    if (!best || one.end - one.start < best.end - best.start) best = one;
  }
  return best;
}

/** Who holds the stance of a frame: its holder slots, or the speaker where the words are his. */
export function holdersOf(reading: Reading, hit: FrameHit, statement: Statement | undefined): Participant[] {
  const tree = reading.tree(hit.sentence);
  for (const slot of hit.frame.holder) {
    if (slot === 'speaker') {
      if (statement) return [{ entity: statement.speaker, mention: null, via: 'speaker', rule: 'holder.speaker' }];
      continue;
    }
    if (slot === 'owner' && !isCarried(reading, hit) && !isAdverbial(hit)) continue;
    const tokens = [...fillers(tree, hit.predicate, slot), ...(slot === 'subj' ? alsoDid(reading, hit) : [])];
    const found = tokens.flatMap((token) => {
      const direct = actorsAt(reading, hit.sentence, token, statement?.speaker);
      return direct.length > 0 ? direct : personsOf(reading, hit.sentence, token, statement?.speaker);
    });
    if (found.length > 0) return found;
    if (tokens.length > 0 && (slot === 'subj' || slot === 'arg')) return [];
  }
  if (hit.frame.pos !== 'N') return [];
  const owners = ownersOf(reading, hit.sentence, hit.predicate, statement?.speaker);
  return owners.length > 0 ? owners : joiners(reading, hit, statement);
}

/** A noun is carried by a light or aspectual verb ("voiced opposition", "began drills"), not by any verb it is an object of. */
function isCarried(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const noun = outermostNoun(tree, hit.predicate);
  const { head } = tree.token(noun);
  if (head < 0) return false;
  const effect = reading.lexicon.operators.get(`${tree.token(head).lemma.toLowerCase()}/V`)?.effect;
  if (effect === 'light' || effect === 'aspect') return true;
  return (effect === 'reverse' || effect === 'plan') && base(tree.token(noun)) === 'obj';
}

/** "spoke in support of", "left in protest at": the frame asks for the preposition, so whoever acts holds the stance. */
const isAdverbial = (hit: FrameHit): boolean => hit.frame.constraints.some(({ slot }) => slot === 'case');

/** "X backed the plan, as did Y": who shares the act by ellipsis. */
function alsoDid(reading: Reading, hit: FrameHit): number[] {
  const tree = reading.tree(hit.sentence);
  const did = tree.tokens.find(
    (token) =>
      token.index > hit.predicate && token.lemma === 'do' && ['as', 'so'].includes(low(tree.tokens[token.index - 1] ?? token)),
  );
  if (!did) return [];
  const next = reading.mentionsIn(hit.sentence).find((mention) => mention.first > did.index && mention.first - did.index <= 2);
  return next ? [next.head] : [];
}

/** "joining X and Y in a call for …": those joined and those who join hold it together. */
function joiners(reading: Reading, hit: FrameHit, statement: Statement | undefined): Participant[] {
  const tree = reading.tree(hit.sentence);
  const { head } = tree.token(hit.predicate);
  if (head < 0 || tree.token(head).lemma !== 'join' || tree.preposition(hit.predicate) !== 'in') return [];
  return [...subjects(tree, head), ...objects(tree, head)].flatMap((token) =>
    actorsAt(reading, hit.sentence, token, statement?.speaker),
  );
}

/** "Its delegation", "leaders of BRICS": people and bodies of an owner hold what the owner holds. */
function personsOf(reading: Reading, sentence: number, token: number, speaker: Entity | undefined): Participant[] {
  const lemma = reading.tree(sentence).token(token).lemma.toLowerCase();
  const { lexicon } = reading;
  const stands = lexicon.groups.get(lemma)?.stands === 'members' || lexicon.bodies.has(lemma) || lexicon.titles.has(lemma);
  return stands ? ownersOf(reading, sentence, token, speaker) : [];
}

/** The level at which a stance is held: the state or organisation, or the private person. */
export const holderLevel = (entity: Entity): Entity => rollUp(entity) ?? entity;

/** The person or body that utters a stance of `holder`: the filler below it, or the speaker of the words around. */
export function voiceOf(filler: Entity, holder: Entity, statement: Statement | undefined): Entity | null {
  if (filler !== holder) return filler;
  if (statement && statement.speaker !== holder && sameSide(statement.speaker, holder)) return statement.speaker;
  return null;
}
