import type { FrameEntry } from '../../lexicon/types.ts';
import type { Polarity } from '../../model/extraction.ts';
import type { Reading } from '../reading.ts';
import type { Scope } from '../scope.ts';
import { isNegated } from '../syntax/arguments.ts';
import { fillers } from '../syntax/slots.ts';

/** Polarity after everything that stands over the frame, with the certainty that is left; null if no stance is left. */
export interface Verdict {
  readonly polarity: Polarity;
  readonly certainty: number;
  readonly note: string;
}

/**
 * Composition of polarity (after Moilanen and Pulman 2007 and the annotation guideline):
 * not supporting is opposing; not opposing is no stance; what has ceased is no stance unless it was support.
 */
export function compose(frame: FrameEntry, scope: Scope): Verdict | null {
  const base = frame.polarity!;
  if (scope.question) return null;
  const hedge = (scope.possible ? 0.8 : 1) * (scope.conditional ? 0.7 : 1);
  if (scope.denied) return null;
  if (scope.negated && scope.ceased) return { polarity: base, certainty: 0.6 * hedge, note: 'negated-cessation' };
  if (scope.negated) return base === 'support' ? { polarity: 'oppose', certainty: 0.85 * hedge, note: 'negated-support' } : null;
  if (scope.ceased) return base === 'support' ? { polarity: 'oppose', certainty: 0.7 * hedge, note: 'ended-support' } : null;
  if (scope.planned) return { polarity: base, certainty: 0.85 * hedge, note: 'planned' };
  return { polarity: base, certainty: hedge, note: hedge < 1 ? 'hedged' : 'plain' };
}

const APPEALS = new Set(['urge', 'call-for']);

/** True for acts that only ask. */
export const isAppeal = (frame: FrameEntry): boolean => frame.act !== null && APPEALS.has(frame.act);

/**
 * An appeal opposes its addressee only if it asks him to stop, reverse or refrain (annotation guideline, polarity);
 * any other appeal to an actor is neutral towards him.
 */
export function appealOpposes(reading: Reading, sentence: number, predicate: number, frame: FrameEntry): boolean {
  const tree = reading.tree(sentence);
  const heads = frame.content.flatMap((slot) => fillers(tree, predicate, slot));
  return heads.some((head) => {
    const token = tree.token(head);
    if (isNegated(tree, head)) return true;
    const pos = token.upos === 'VERB' ? 'V' : 'N';
    const lemma = token.lemma.toLowerCase();
    const effect = reading.lexicon.operators.get(`${lemma}/${pos}`)?.effect;
    return effect === 'reverse' || effect === 'cease' || lemma === 'refrain' || lemma === 'avoid' || lemma === 'abstain';
  });
}
