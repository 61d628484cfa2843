import type { FrameEntry } from '../../lexicon/types.ts';
import type { Statement } from '../attribution/types.ts';
import { isBackground } from '../background.ts';
import type { Entity } from '../entities.ts';
import { clauseEvidence } from '../evidence.ts';
import { type FrameHit, frameHits } from '../frame-match.ts';
import type { Issues } from '../issues.ts';
import { missed, missedHolder } from '../near-misses.ts';
import { actorsAt, ownersOf, type Participant } from '../participants.ts';
import { statementAround } from '../positions/holder.ts';
import { targetsOf } from '../positions/target.ts';
import type { Reading } from '../reading.ts';
import { objects, obliques } from '../syntax/arguments.ts';
import { low, outermostNoun } from '../syntax/tree.ts';
import { isActOfSpeech, typeOf } from './codebook.ts';
import { isContentOfAct, isInDate, isObjectOfAct, isOwnedUtterance, isQuotedStance } from './content.ts';
import { dateOfEvent } from './date.ts';
import { factualityOf, isOwnAct } from './factuality.ts';
import { initiatorsOf } from './initiators.ts';
import { isNoAct, lacksPartner } from './no-act.ts';
import { placeOf, placeTaken } from './place.ts';
import { recipientsOf } from './recipients.ts';
import type { EventDraft } from './types.ts';

const PARTNERS = ['with', 'between', 'among', 'alongside'];

/** Everybody on an equal footing in a symmetric act: subjects and "with"-partners. */
function partners(reading: Reading, hit: FrameHit): Participant[] {
  return partnerTokens(reading, hit).flatMap((token) => {
    const direct = actorsAt(reading, hit.sentence, token);
    return direct.length > 0 || !standsForMembers(reading, hit, token) ? direct : ownersOf(reading, hit.sentence, token);
  });
}

function partnerTokens(reading: Reading, hit: FrameHit): number[] {
  const tree = reading.tree(hit.sentence);
  const outer = outermostNoun(tree, hit.predicate);
  return PARTNERS.flatMap((preposition) => [
    ...obliques(tree, hit.predicate, preposition),
    ...(outer === hit.predicate ? [] : obliques(tree, outer, preposition)),
  ]);
}

/** "talks with leaders of Romania": people and bodies of a side meet for it. */
function standsForMembers(reading: Reading, hit: FrameHit, token: number): boolean {
  const lemma = reading.tree(hit.sentence).token(token).lemma.toLowerCase();
  const { groups, bodies, titles } = reading.lexicon;
  return groups.get(lemma)?.stands === 'members' || bodies.has(lemma) || titles.has(lemma);
}

const entities = (participants: readonly Participant[]): Entity[] => [
  ...new Set(participants.map((one) => one.entity).filter((entity) => entity.type !== 'place')),
];

const isOngoing = (reading: Reading, hit: FrameHit): boolean => {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  const progressive =
    token.xpos === 'VBG' &&
    tree.dependents(hit.predicate, 'aux').some((child) => ['be', 'been', 'is', 'are'].includes(low(tree.token(child))));
  return (
    progressive &&
    tree.dependents(hit.predicate, 'aux').some((child) => ['has', 'have', 'is', 'are'].includes(low(tree.token(child))))
  );
};

/** "accused each other", "traded accusations with one another". */
const isMutual = (reading: Reading, hit: FrameHit): boolean => {
  const tree = reading.tree(hit.sentence);
  return tree.tokens.some(
    (token) =>
      token.index > hit.predicate &&
      token.index <= hit.predicate + 4 &&
      tree.isAncestor(hit.predicate, token.index) &&
      ['each', 'one'].includes(low(token)) &&
      ['other', 'another'].includes(low(tree.tokens[token.index + 1] ?? token)),
  );
};

/** Two parties of one joint act, or one party and a with-partner, make a symmetric act reciprocal. */
function roles(
  hit: FrameHit,
  initiators: readonly Entity[],
  recipients: readonly Entity[],
  withWhom: readonly Entity[],
  mutual: boolean,
): { initiators: Entity[]; recipients: Entity[]; reciprocal: boolean } {
  const joined = [...new Set([...initiators, ...withWhom])];
  if ((hit.frame.reciprocal || mutual) && joined.length > 1) return { initiators: joined, recipients: [], reciprocal: true };
  return { initiators: [...initiators], recipients: recipients.filter((one) => !initiators.includes(one)), reciprocal: false };
}

function read(reading: Reading, issues: Issues, hit: FrameHit, statements: readonly Statement[]): EventDraft | undefined {
  const { frame } = hit;
  const statement = statementAround(reading, statements, hit.sentence, hit.predicate);
  const found = initiatorsOf(reading, issues, hit, statement);
  const withWhom = frame.reciprocal ? entities(partners(reading, hit)) : [];
  const initiators = entities(found);
  if (initiators.length === 0 && withWhom.length === 0) {
    missedHolder(reading, hit, 'events');
    return undefined;
  }
  const verbal = isActOfSpeech(frame);
  const own = isOwnAct(statement, found);
  const factuality = factualityOf(reading, hit, verbal, statement, own);
  if (!factuality) {
    missed(reading, hit, 'events', 'not told as a fact: possible, conditional or hypothetical');
    return undefined;
  }
  const first = initiators[0] ?? withWhom[0]!;
  const target = targetsOf(reading, issues, hit, first, statement);
  const recipients = recipientsOf(reading, hit, target, first);
  if (verbal && isQuotedStance(reading, hit, statement)) {
    missed(reading, hit, 'events', 'a stance inside a quotation, not an act that is told');
    return undefined;
  }
  if (verbal && frame.pos === 'N' && statement && !own && !isOwnedUtterance(reading, hit)) return undefined;
  const parties = roles(hit, initiators, recipients, withWhom, isMutual(reading, hit));
  if (lacksPartner(hit, parties.initiators, parties.recipients, partnerTokens(reading, hit).length > 0)) {
    missed(reading, hit, 'events', 'an act of two sides, and only one is named');
    return undefined;
  }
  const tree = reading.tree(hit.sentence);
  const date = dateOfEvent(reading, hit);
  const everyone = [...parties.initiators, ...parties.recipients];
  const mentions = [...found, ...target.participants].flatMap((one) =>
    one.mention?.sentence === hit.sentence ? [one.mention.head] : [],
  );
  return {
    ...typeOf(frame, parties.initiators, factuality),
    ...parties,
    date: date ?? null,
    place: verbal ? null : placeFor(reading, hit, everyone),
    factuality: factuality.value,
    claimedIn: factuality.value === 'alleged' ? (statement ?? null) : null,
    background: isBackground(reading, hit.sentence, hit.predicate),
    ongoing: isOngoing(reading, hit) || date?.value.endsWith('/..') === true,
    evidence: clauseEvidence(reading, hit.sentence, hit.predicate, mentions),
    sentence: hit.sentence,
    predicate: hit.predicate,
    lemma: tree.token(hit.predicate).lemma.toLowerCase(),
    confidence:
      (frame.tier === 'high' ? 0.85 : 0.65) * (found[0]?.via === 'self' ? 1 : 0.9) * (factuality.value === 'asserted' ? 1 : 0.9),
    rule: `event.frame.${verbal ? 'verbal' : 'material'}`,
    frame: frame.id,
  };
}

const FORCE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);

function placeFor(reading: Reading, hit: FrameHit, participants: readonly Entity[]): EventDraft['place'] {
  const taken = FORCE.has(hit.frame.plover!)
    ? placeTaken(reading, hit.sentence, objects(reading.tree(hit.sentence), hit.predicate))
    : null;
  return placeOf(reading, hit.sentence, hit.predicate, participants) ?? taken;
}

const isEvent = (frame: FrameEntry): boolean => frame.plover !== null;

/** Events that predicate frames name, one per predicate. */
export const eventsFromFrames = (reading: Reading, issues: Issues, statements: readonly Statement[]): EventDraft[] =>
  reading.sentences
    .filter((sentence) => !reading.isHeadline(sentence.index))
    .flatMap((sentence) => frameHits(reading, sentence.index, isEvent, 'events'))
    .filter((hit) => !isInDate(reading, hit) && !isNoAct(reading, hit))
    .filter((hit) => !isContentOfAct(reading, hit) && !isObjectOfAct(reading, hit))
    .flatMap((hit) => read(reading, issues, hit, statements) ?? []);
