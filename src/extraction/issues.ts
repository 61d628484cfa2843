import type { Span } from '../model/span.ts';
import type { Entity } from './entities.ts';
import { ownersOf, type Participant } from './participants.ts';
import type { Reading } from './reading.ts';
import { base, low } from './syntax/tree.ts';

/** A thing of somebody's that the article named: "an Australian plan", "North Korea's launch". */
interface Issue extends Span {
  readonly lemma: string;
  readonly sentence: number;
  readonly token: number;
  readonly owners: readonly Participant[];
  readonly plural: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'both', 'same', 'all']);
const PRONOUNS = new Set(['it', 'they', 'this', 'that', 'these', 'those', 'them']);

/**
 * Whose the issues of an article are, for noun phrases that do not say it again.
 * Regularity: an issue is introduced with its owner and taken up by a definite phrase of the same noun
 * ("the plan"), of a noun of the same kind ("the text" for a bill), or a pronoun.
 */
export class Issues {
  readonly #reading: Reading;
  readonly #issues: Issue[] = [];
  readonly #kinds: ReadonlyMap<string, string>;

  constructor(reading: Reading, kinds: ReadonlyMap<string, string>) {
    this.#reading = reading;
    this.#kinds = kinds;
    for (const sentence of reading.sentences) {
      const tree = reading.tree(sentence.index);
      for (const token of sentence.tokens) {
        if (token.upos !== 'NOUN' || reading.mentionAt(sentence.index, token.index)) continue;
        const owners = ownersOf(reading, sentence.index, token.index);
        if (owners.length === 0) continue;
        const span = tree.phrase(token.index);
        this.#issues.push({
          ...span,
          lemma: token.lemma.toLowerCase(),
          sentence: sentence.index,
          token: token.index,
          owners,
          plural: token.xpos === 'NNS',
        });
      }
    }
  }

  /** Owners of what a definite noun phrase or a pronoun takes up again, or nothing. */
  resolve(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    const word = tree.token(token);
    if (word.upos === 'PRON' && PRONOUNS.has(low(word))) return this.#pronoun(sentence, token);
    if (word.upos !== 'NOUN' || !tree.dependents(token, 'det').some((child) => DEFINITE.has(low(tree.token(child))))) return [];
    const lemma = word.lemma.toLowerCase();
    const kind = this.#kinds.get(lemma);
    const earlier = this.#issues.filter(
      (issue) => issue.sentence < sentence || (issue.sentence === sentence && issue.token < token),
    );
    const same =
      earlier.filter((issue) => issue.lemma === lemma).pop() ??
      (kind === undefined ? undefined : earlier.filter((issue) => this.#kinds.get(issue.lemma) === kind).pop());
    return same ? same.owners.map((owner) => ({ ...owner, via: 'issue' as const, rule: 'issue.again' })) : [];
  }

  /** "these decisions …, they will not lead to": the subject before, of the same number. */
  #pronoun(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    const plural = ['they', 'these', 'those', 'them'].includes(low(tree.token(token)));
    for (let at = token - 1; at >= 0; at--) {
      const word = tree.token(at);
      if (word.upos !== 'NOUN' || (word.xpos === 'NNS') !== plural) continue;
      if (base(word) !== 'nsubj' && base(word) !== 'obj') continue;
      const owners = ownersOf(this.#reading, sentence, at);
      return owners.length > 0 ? owners : this.resolve(sentence, at);
    }
    return [];
  }

  /** The owner of the issue named last before a token of a sentence, other than `not`. */
  lastIn(sentence: number, before: number, not: Entity): Participant[] {
    const issue = this.#issues
      .filter((one) => one.sentence === sentence && one.token < before && one.owners.every((owner) => owner.entity !== not))
      .pop();
    return issue ? issue.owners.map((owner) => ({ ...owner, via: 'issue' as const, rule: 'issue.elliptic' })) : [];
  }
}
