import type { FrameEntry } from '../lexicon/types.ts';
import type { RuleLayer } from '../model/explanation.ts';
import type { Reading } from './reading.ts';
import { framePos, satisfies } from './syntax/slots.ts';
import { base, low, type SyntaxTree } from './syntax/tree.ts';

/** A frame found at a token. */
export interface FrameHit {
  readonly sentence: number;
  readonly predicate: number;
  readonly frame: FrameEntry;
}

const NAMES: ReadonlySet<string> = new Set(['name', 'acronym', 'demonym', 'metonym']);

/** Words inside a name are no predicates ("Legal Aid Network"). */
const insideName = (reading: Reading, sentence: number, token: number): boolean => {
  const mention = reading.covering(sentence, token);
  return mention !== undefined && NAMES.has(mention.kind);
};

/** "is opposed to", "was appalled by": a participle behind a form of "be" is also read as an adjective. */
const isStative = (tree: SyntaxTree, predicate: number): boolean =>
  tree.token(predicate).upos === 'VERB' && tree.dependents(predicate, 'aux:pass', 'cop').length > 0;

/** Frames of the codebook a predicate may have: those of its form as an adjective, and those of its lemma. */
function candidates(reading: Reading, sentence: number, predicate: number): (readonly FrameEntry[])[] {
  const tree = reading.tree(sentence);
  const pos = framePos(tree, predicate);
  if (!pos || insideName(reading, sentence, predicate)) return [];
  const { frames } = reading.lexicon;
  const token = tree.token(predicate);
  const own = frames.get(`${token.lemma.toLowerCase()}/${pos}`) ?? [];
  if (pos !== 'A' && !isStative(tree, predicate)) return [own];
  return [frames.get(`${low(token)}/A`) ?? [], own];
}

/** Frames of a predicate whose constraints hold, in the order of the lexicon: those that ask for most first. */
export function framesAt(reading: Reading, sentence: number, predicate: number): FrameEntry[] {
  const tree = reading.tree(sentence);
  for (const found of candidates(reading, sentence, predicate)) {
    const holding = found.filter((frame) => frame.constraints.every((constraint) => satisfies(tree, predicate, constraint)));
    if (holding.length > 0) return holding;
  }
  return [];
}

/** "needs obl:of", "needs prt=out": the constraints of a frame that do not hold. */
function unmet(reading: Reading, sentence: number, predicate: number, frame: FrameEntry): string {
  const tree = reading.tree(sentence);
  const lacking = frame.constraints.filter((constraint) => !satisfies(tree, predicate, constraint));
  const shown = lacking.map(({ slot, lemmas }) => {
    const words = [...lemmas].slice(0, 3).join('|');
    return words === '' ? slot : `${slot}=${words}${lemmas.size > 3 ? '|…' : ''}`;
  });
  return `needs ${shown.join(' and ')}`;
}

/**
 * A noun that a verb's own frame already asks for ("voiced concern", "held talks") says nothing more than the verb.
 * Only constraints on words count: they are what makes the verb and the noun one predicate.
 */
export function spokenForByVerb(reading: Reading, sentence: number, predicate: number): boolean {
  const tree = reading.tree(sentence);
  const token = tree.token(predicate);
  if (token.upos !== 'NOUN' || token.head < 0 || !['obj', 'obl'].includes(base(token))) return false;
  const [frame] = framesAt(reading, sentence, token.head);
  return (
    frame?.constraints.some(
      (constraint) => /^ob[jl]/.test(constraint.slot) && constraint.lemmas.has(token.lemma.toLowerCase()),
    ) ?? false
  );
}

/**
 * "Brazil beat Argentina 3-1 in the final": of a match the verbs of conflict are said in play. Two nouns of sport in a sentence
 * tell, or one that may be of sport beside one that is or a score.
 */
function isSport(reading: Reading, sentence: number): boolean {
  const { start, end, tokens } = reading.sentences[sentence]!;
  const nouns = new Set(tokens.filter((token) => token.upos === 'NOUN').map((token) => token.lemma.toLowerCase()));
  const count = (name: string): number => [...nouns].filter((lemma) => reading.isClass(name, lemma)).length;
  const hasScore = /\b\d{1,2}[-–]\d{1,2}\b/u.test(reading.text.slice(start, end));
  return count('sport-word') + Math.min(count('sport-hint'), 1) + (hasScore ? 1 : 0) > 1;
}

/** For each predicate of a sentence the frame that asks for most among those `accept` takes. */
export function frameHits(
  reading: Reading,
  sentence: number,
  accept: (frame: FrameEntry) => boolean,
  layer: RuleLayer,
): FrameHit[] {
  const hits: FrameHit[] = [];
  if (isSport(reading, sentence)) return hits;
  for (const { index } of reading.sentences[sentence]!.tokens) {
    const frame = framesAt(reading, sentence, index).find(accept);
    if (!frame) {
      if (reading.nearly)
        for (const near of candidates(reading, sentence, index).flat().filter(accept))
          reading.miss(sentence, index, layer, near.id, () => unmet(reading, sentence, index, near));
    } else if (spokenForByVerb(reading, sentence, index))
      reading.miss(sentence, index, layer, frame.id, () => "the verb's own frame takes the noun in");
    else hits.push({ sentence, predicate: index, frame });
  }
  return hits;
}
