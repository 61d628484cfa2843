import type { FrameEntry } from '../../lexicon/types.ts';
import { type Entity, rollUp } from '../entities.ts';
import type { ActFactuality } from './factuality.ts';
import type { EventDraft } from './types.ts';

/*
 * Where the PLOVER codebook (Open Event Data Alliance, draft 0.8, 2021) makes the type depend on more than the predicate.
 */

type Coded = Pick<EventDraft, 'type' | 'mode'>;

export const isActOfSpeech = (frame: FrameEntry): boolean => frame.act !== null;

const DRILLS: ReadonlySet<string> = new Set(['drill', 'exercise', 'manoeuvre', 'maneuver']);

/** Exercises of several sides are cooperation, those of one a show of force. */
function isJointDrill({ plover, mode, lemma }: FrameEntry, initiators: readonly Entity[]): boolean {
  const sides = new Set(initiators.map((one) => rollUp(one) ?? one));
  return plover === 'MOBILIZE' && mode === 'troops' && DRILLS.has(lemma) && sides.size > 1;
}

/** Type and mode of an event; a future meeting is an agreement to meet, help or consent that will not be given a refusal. */
export function typeOf(frame: FrameEntry, initiators: readonly Entity[], { value, refused }: ActFactuality): Coded {
  if (refused) return { type: 'REJECT', mode: null };
  if (isJointDrill(frame, initiators)) return { type: 'COOPERATE', mode: 'military' };
  if (frame.plover === 'CONSULT' && value === 'planned') return { type: 'AGREE', mode: 'meet' };
  return { type: frame.plover!, mode: frame.mode };
}
