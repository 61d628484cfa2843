import type { Voice } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from './attribution/types.ts';
import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';
import { low } from './syntax/tree.ts';

/** A loaded word, and in whose voice it stands. */
export interface TermDraft {
  readonly span: Span;
  readonly user: Entity | null;
  readonly voice: Voice;
  readonly rule: string;
}

const LONGEST = 4;

/** Speaker of the innermost attributed words around a span. */
function userOf(statements: readonly Statement[], span: Span): Statement | undefined {
  return statements
    .filter((one) => one.start <= span.start && span.end <= one.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/**
 * Labels that carry a judgement, with their user: the speaker of the words around, else the paper itself.
 * The label is given with the noun it qualifies or the name it is put on.
 */
export function findTerms(reading: Reading, statements: readonly Statement[]): TermDraft[] {
  const found: TermDraft[] = [];
  for (const sentence of reading.sentences) {
    for (let first = 0; first < sentence.tokens.length; first++) {
      const last = matchEnd(reading, sentence.index, first);
      if (last < 0) continue;
      const span = labelSpan(reading, sentence.index, first, last);
      const statement = userOf(statements, span);
      const headline = reading.isHeadline(sentence.index);
      found.push({
        span,
        user: statement?.speaker ?? null,
        voice: statement?.voice ?? (headline ? 'headline' : 'narration'),
        rule: 'term.listed',
      });
      first = last;
    }
  }
  return found;
}

/** The label with the noun it qualifies ("so-called security") and the name it is put on ("kyiv regime"). */
function labelSpan(reading: Reading, sentence: number, first: number, last: number): Span {
  const tree = reading.tree(sentence);
  const isNoun = (at: number): boolean => ['NOUN', 'PROPN'].includes(tree.tokens[at]?.upos ?? '');
  let to = last;
  if (!isNoun(last))
    while (to - last < 3 && tree.tokens[to + 1] && ['ADJ', 'NOUN', 'PROPN'].includes(tree.token(to + 1).upos)) to++;
  const owner = first > 0 && isNoun(last) ? reading.covering(sentence, first - 1) : undefined;
  return tree.spanOf(owner && owner.first < first && owner.last <= last ? owner.first : first, to);
}

function matchEnd(reading: Reading, sentence: number, first: number): number {
  const { tokens } = reading.sentences[sentence]!;
  for (let last = Math.min(tokens.length, first + LONGEST) - 1; last >= first; last--) {
    const words = tokens.slice(first, last + 1);
    const forms = words.map(low).join(' ').replace(/ - /g, '-');
    const lemmas = [...words.slice(0, -1).map(low), words[words.length - 1]!.lemma.toLowerCase()].join(' ').replace(/ - /g, '-');
    if (reading.lexicon.loadedTerms.has(forms) || reading.lexicon.loadedTerms.has(lemmas)) return last;
  }
  return -1;
}
