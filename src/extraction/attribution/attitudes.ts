import type { FramePos } from '../../lexicon/types.ts';
import type { Reading } from '../reading.ts';
import { fillers, framePos, satisfies } from '../syntax/slots.ts';
import { isNominal, type SyntaxTree } from '../syntax/tree.ts';
import { sourceWord } from './source.ts';
import type { CueHit } from './types.ts';

/** Slots of a word of thought, will or talk. */
interface AttitudePattern {
  readonly pos: FramePos;
  readonly speaker: readonly string[];
  readonly content: readonly string[];
}

function patternsAt(reading: Reading, sentence: number, token: number): AttitudePattern[] {
  const tree = reading.tree(sentence);
  const pos = framePos(tree, token);
  if (!pos) return [];
  const lemma = tree.token(token).lemma.toLowerCase();
  return (reading.lexicon.attitudes.get(`${lemma}/${pos}`) ?? [])
    .filter((cue) => cue.constraints.every((constraint) => satisfies(tree, token, constraint)))
    .map((cue) => ({ pos, speaker: cue.speaker, content: cue.content }));
}

const firstFilled = (
  tree: SyntaxTree,
  token: number,
  slots: readonly string[],
): { slot: string; heads: readonly number[] } | undefined => {
  for (const slot of slots) {
    const heads = fillers(tree, token, slot);
    if (heads.length > 0) return { slot, heads };
  }
  return undefined;
};

function hit(reading: Reading, sentence: number, token: number, pattern: AttitudePattern): CueHit | undefined {
  const tree = reading.tree(sentence);
  const content = firstFilled(tree, token, pattern.content);
  const holder = firstFilled(tree, token, pattern.speaker);
  const source = holder?.heads.find((head) => isNominal(tree.token(head)) && !content?.heads.includes(head));
  if (!content || source === undefined) return undefined;
  const { form, start, end } = tree.token(token);
  return {
    sentence,
    token,
    cue: form,
    span: { start, end },
    speaker: null,
    speakerMention: null,
    speakerToken: source,
    source: sourceWord(tree, token, source),
    content: content.heads,
    pos: pattern.pos,
    slot: content.slot,
    rule: 'attitude',
    speech: false,
    quoteOnly: false,
  };
}

/** Words of thought, will and talk with a source and a content. */
export function attitudeHits(reading: Reading, sentence: number): CueHit[] {
  const hits: CueHit[] = [];
  for (const { index } of reading.sentences[sentence]!.tokens) {
    for (const pattern of patternsAt(reading, sentence, index)) {
      const found = hit(reading, sentence, index, pattern);
      if (!found) continue;
      hits.push(found);
      break;
    }
  }
  return hits;
}
