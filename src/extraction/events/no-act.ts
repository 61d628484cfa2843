import type { Entity } from '../entities.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Reading } from '../reading.ts';
import { agents, objects } from '../syntax/arguments.ts';
import { base, low, type SyntaxTree } from '../syntax/tree.ts';
import { isActOfSpeech } from './codebook.ts';

/*
 * Predicates of a frame that tell no act of it: images in quotation marks, habits, acts on oneself, acts for two with one party.
 */

/** Longest quotation, in characters, that can be a part of a sentence and not an utterance of its own. */
const FRAGMENT = 90;

/** "called it "annexing her own country"": words put in marks inside a sentence are how somebody puts it, not what happened. */
function isFragment(reading: Reading, hit: FrameHit): boolean {
  const quote = reading.quoteAt(reading.tree(hit.sentence).token(hit.predicate));
  if (!quote || quote.end - quote.start > FRAGMENT) return false;
  const before = reading.text.slice(Math.max(0, quote.open - 2), quote.open);
  return /[\p{L}\d]\s$/u.test(before) && !/[.!?,]$/u.test(reading.text.slice(quote.start, quote.end));
}

/** "imports a third of its gas": the simple present of trade without a date is a state of affairs. */
function isHabit(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const { xpos } = tree.token(hit.predicate);
  return (
    hit.frame.plover === 'COOPERATE' &&
    (xpos === 'VBZ' || xpos === 'VBP') &&
    tree.dependents(hit.predicate, 'aux').length === 0 &&
    reading.dates[hit.sentence]!.length === 0
  );
}

/** "confined itself to hoping": what is done to oneself is no act on another side. */
function isReflexive(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  return (
    hit.frame.pos === 'V' && objects(tree, hit.predicate).some((token) => /^\p{L}+sel(f|ves)$/u.test(low(tree.token(token))))
  );
}

/** One comma between subject and verb, and a second verb joined without a conjunction: the first is a participle in commas. */
function isParenthetical(tree: SyntaxTree, predicate: number): boolean {
  const [subject] = tree.dependents(predicate, 'nsubj');
  if (subject === undefined || tree.token(predicate - 1).form !== ',') return false;
  const commas = tree.tokens.slice(tree.range(subject).first, predicate).filter((token) => token.form === ',').length;
  return (
    commas === 1 &&
    tree
      .dependents(predicate, 'conj', 'parataxis')
      .some((verb) => tree.token(verb).upos === 'VERB' && tree.dependents(verb, 'cc', 'nsubj').length === 0)
  );
}

/** "Australia, asked to arbitrate, returned …": a bare participle beside its noun is passive; the noun did not ask. */
function isBarePassive(reading: Reading, hit: FrameHit): boolean {
  const tree = reading.tree(hit.sentence);
  const token = tree.token(hit.predicate);
  if (hit.frame.pos !== 'V' || hit.predicate === 0 || tree.dependents(hit.predicate, 'aux', 'aux:pass', 'obj').length > 0)
    return false;
  const isApart = token.xpos === 'VBN' && ['advcl', 'parataxis'].includes(base(token));
  const isAlone = isApart && tree.dependents(hit.predicate, 'nsubj', 'nsubj:pass', 'mark').length === 0;
  return (isAlone || isParenthetical(tree, hit.predicate)) && agents(tree, hit.predicate).length === 0;
}

/** Material predicates that tell nothing that happened. */
export const isNoAct = (reading: Reading, hit: FrameHit): boolean =>
  isBarePassive(reading, hit) ||
  (!isActOfSpeech(hit.frame) && (isFragment(reading, hit) || isHabit(reading, hit) || isReflexive(reading, hit)));

const ASSEMBLIES: ReadonlySet<string> = new Set(['igo', 'gov_body', 'party']);

/**
 * Acts that take two told with one party. Regularity: an accord named by a noun, or signed with nobody named, is there in any
 * year ("under a treaty of 1986", "the talks"); only a body of many members meets by itself.
 */
export function lacksPartner(
  hit: FrameHit,
  initiators: readonly Entity[],
  recipients: readonly Entity[],
  hasPartnerPhrase: boolean,
): boolean {
  const { frame } = hit;
  if (!frame.reciprocal || initiators.length + recipients.length > 1) return false;
  if (initiators.length === 0) return true;
  if (hasPartnerPhrase && frame.plover === 'CONSULT') return false;
  if (frame.plover === 'SUPPORT') return frame.pos === 'N' || frame.tier === 'wide';
  return frame.plover === 'CONSULT' && frame.pos === 'N' && !ASSEMBLIES.has(initiators[0]!.type);
}
