import type { Statement } from '../attribution/types.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { ownersOf, type Participant } from '../participants.ts';
import { holdersOf } from '../positions/holder.ts';
import type { Reading } from '../reading.ts';
import { isPassive, objects, subjects } from '../syntax/arguments.ts';
import { isActOfSpeech } from './codebook.ts';
import { isDecided } from './content.ts';

/** "this summit", "the strike": an event noun that takes up one named before with its owner. */
const takenUp = (issues: Issues, hit: FrameHit): Participant[] =>
  hit.frame.pos === 'N' && hit.frame.plover === 'CONSULT'
    ? issues.resolve(hit.sentence, hit.predicate).filter((one) => one.rule !== 'issue.election')
    : [];

/** "The missile, fired on Tuesday, …": without an agent, the owner of what is used did it. */
function ownersOfInstrument(reading: Reading, issues: Issues, hit: FrameHit): Participant[] {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  if (isActOfSpeech(hit.frame) || token.xpos !== 'VBN') return [];
  const things = [...objects(tree, hit.predicate), ...tree.dependents(hit.predicate, 'nsubj')];
  return things.filter((thing) => tree.token(thing).upos === 'NOUN').flatMap((thing) => issues.resolve(hit.sentence, thing));
}

const AUTHORITIES: ReadonlySet<string> = new Set(['gov_body', 'military', 'state', 'subnational']);

/**
 * "31 people were arrested, the police said": measures of coercion without an agent.
 * Regularity: arrests, bans and seizures in the passive that an authority reports are its own.
 */
function reportingAuthority(reading: Reading, hit: FrameHit, statement: Statement | undefined): Participant[] {
  if (
    hit.frame.plover !== 'COERCE' ||
    hit.frame.pos !== 'V' ||
    !statement ||
    !isPassive(reading.tree(hit.sentence), hit.predicate)
  )
    return [];
  const { speaker } = statement;
  const body = speaker.type === 'person' ? speaker.affiliation : speaker;
  const speaks = body !== null && AUTHORITIES.has(body.type) && speaker.title?.represents !== 'none';
  return speaks ? [{ entity: body, mention: statement.speakerMention, via: 'speaker', rule: 'event.authority' }] : [];
}

const UNDOING: ReadonlySet<string> = new Set(['RETREAT', 'CONCEDE']);

/** "A Chinese ban was lifted", "its application was withdrawn": without an agent, who made it undid it. */
function ownersOfUndone(reading: Reading, hit: FrameHit): Participant[] {
  const tree = reading.tree(hit.sentence);
  if (!UNDOING.has(hit.frame.plover!) || hit.frame.pos !== 'V' || !isPassive(tree, hit.predicate)) return [];
  return objects(tree, hit.predicate)
    .filter((token) => tree.token(token).upos === 'NOUN')
    .flatMap((token) => ownersOf(reading, hit.sentence, token));
}

/** "Israeli helicopters and tanks shelled …": arms and armed people act for the state or group they belong to. */
function ownersOfForces(reading: Reading, hit: FrameHit): Participant[] {
  if (isActOfSpeech(hit.frame)) return [];
  const tree = reading.tree(hit.sentence);
  return subjects(tree, hit.predicate)
    .filter((token) => reading.isClass('force-of', tree.token(token).lemma.toLowerCase()))
    .flatMap((token) => ownersOf(reading, hit.sentence, token));
}

/** "a group of farmers demonstrated": crowds that protest are parties without a name. */
function crowd(reading: Reading, hit: FrameHit): Participant[] {
  if (hit.frame.plover !== 'PROTEST') return [];
  const tree = reading.tree(hit.sentence);
  return subjects(tree, hit.predicate).flatMap((subject): Participant[] => {
    const people = [subject, ...tree.dependents(subject, 'nmod').filter((child) => tree.preposition(child) === 'of')].find(
      (token) => reading.isClass('crowd-noun', tree.token(token).lemma.toLowerCase()),
    );
    if (people === undefined || reading.covering(hit.sentence, people)) return [];
    const { form, start, end } = tree.token(people);
    const entity = reading.entities.unlisted(form.toLowerCase(), 'group');
    entity.confidence = 0.6;
    const span = { start, end, sentence: hit.sentence, first: people, last: people, head: people };
    const mention = reading.add({ ...span, kind: 'description', entity, rule: 'event.crowd', reason: 'people who protest' });
    return [{ entity, mention, via: 'self', rule: 'event.crowd' }];
  });
}

/** Whose decision it was. */
const deciders = (reading: Reading, hit: FrameHit): Participant[] =>
  isDecided(reading, hit) ? ownersOf(reading, hit.sentence, reading.tree(hit.sentence).token(hit.predicate).head) : [];

/** Who does what a frame tells: its holder, else who can be told from the means, the reporter or the crowd. */
export function initiatorsOf(reading: Reading, issues: Issues, hit: FrameHit, statement: Statement | undefined): Participant[] {
  const named = holdersOf(reading, hit, statement);
  if (named.length > 0) return named;
  return [
    ...deciders(reading, hit),
    ...ownersOfInstrument(reading, issues, hit),
    ...takenUp(issues, hit),
    ...ownersOfForces(reading, hit),
    ...ownersOfUndone(reading, hit),
    ...reportingAuthority(reading, hit, statement),
    ...crowd(reading, hit),
  ];
}
