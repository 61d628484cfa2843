import { sameSide } from '../entities.ts';
import type { Reading } from '../reading.ts';
import type { Discourse } from './discourse.ts';
import type { PositionDraft } from './types.ts';

const ANSWERING: ReadonlySet<string> = new Set(['deny', 'reject', 'condemn', 'criticize', 'refuse', 'deplore', 'demand']);

/** A verb, or a noun that a verb without meaning of its own carries ("conveyed its protest"). */
const isPredicated = (reading: Reading, draft: PositionDraft): boolean => {
  const tree = reading.tree(draft.sentence);
  const token = tree.token(draft.predicate);
  if (token.upos === 'VERB') return true;
  const verb = token.head >= 0 ? tree.token(token.head) : undefined;
  return token.deprel === 'obj' && reading.lexicon.operators.get(`${verb?.lemma.toLowerCase()}/V`)?.effect === 'light';
};

/**
 * Targets of stances against a claim or act whose owner the sentence does not name.
 * Regularities: a denial answers whoever last accused or acted against the denier (a rebuttal opposes the claimant,
 * annotation guideline); other stances in a dispute are against the side the holder clashes with in this article.
 */
export function withCounterparts(reading: Reading, drafts: readonly PositionDraft[], discourse: Discourse): PositionDraft[] {
  const ordered = [...drafts].sort((a, b) => a.evidence.start - b.evidence.start);
  return ordered.map((draft) => {
    if (draft.target || draft.polarity !== 'oppose' || draft.frame === null || !ANSWERING.has(draft.act)) return draft;
    if (!isPredicated(reading, draft)) return draft;
    const rebuts = draft.act === 'deny' || draft.act === 'reject';
    const target = (rebuts ? discourse.challenger(draft.holder, draft) : undefined) ?? discourse.opponent(draft.holder);
    if (!target || sameSide(target, draft.holder)) return draft;
    return { ...draft, target, confidence: draft.confidence * 0.75, rule: rebuts ? 'position.rebuttal' : 'position.counterpart' };
  });
}
