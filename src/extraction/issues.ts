import type { Span } from '../model/span.ts';
import type { Statement } from './attribution/types.ts';
import type { Entity } from './entities.ts';
import { mainState } from './mentions/focus.ts';
import { actorsAt, ownersOf, type Participant } from './participants.ts';
import type { Reading } from './reading.ts';
import { subjects } from './syntax/arguments.ts';
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
  readonly #kinds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #resolving = new Set<string>();
  #statements: readonly Statement[] = [];

  constructor(reading: Reading, kinds: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#reading = reading;
    this.#kinds = kinds;
    for (const sentence of reading.sentences) {
      const tree = reading.tree(sentence.index);
      for (const token of sentence.tokens) {
        if (token.upos !== 'NOUN' || reading.mentionAt(sentence.index, token.index)) continue;
        const named = ownersOf(reading, sentence.index, token.index);
        const owners = named.length > 0 ? named : this.#utterers(sentence.index, token.index);
        if (owners.length === 0) continue;
        this.#register(sentence.index, token.index, owners);
        for (const part of tree.dependents(token.index, 'compound'))
          if (tree.token(part).upos === 'NOUN') this.#register(sentence.index, part, owners);
        for (const part of tree.dependents(token.index, 'nmod'))
          if (tree.preposition(part) === 'of' && tree.token(part).upos === 'NOUN') this.#register(sentence.index, part, owners);
      }
    }
  }

  #sameKind(a: string, b: string): boolean {
    const kinds = this.#kinds.get(b);
    return kinds !== undefined && [...(this.#kinds.get(a) ?? [])].some((kind) => kinds.has(kind));
  }

  #isDefinite(sentence: number, token: number): boolean {
    const tree = this.#reading.tree(sentence);
    return tree.dependents(token, 'det').some((child) => DEFINITE.has(low(tree.token(child))));
  }

  /** "voiced concern in a declaration": a text in which somebody speaks is the speaker's. */
  #utterers(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    const kinds = this.#kinds.get(tree.token(token).lemma.toLowerCase());
    if (!kinds?.has('issue.declaration') || tree.preposition(token) !== 'in') return [];
    for (let at = tree.token(token).head, steps = 0; at >= 0 && steps < 6; at = tree.token(at).head, steps++)
      if (tree.token(at).upos === 'VERB')
        return subjects(tree, at).flatMap((subject) => actorsAt(this.#reading, sentence, subject));
    return [];
  }

  #register(sentence: number, token: number, owners: readonly Participant[]): void {
    if (this.#reading.mentionAt(sentence, token)) return;
    const tree = this.#reading.tree(sentence);
    const { lemma, xpos } = tree.token(token);
    this.#issues.push({ ...tree.phrase(token), lemma: lemma.toLowerCase(), sentence, token, owners, plural: xpos === 'NNS' });
  }

  /** "…, a step Ottawa denounced": the noun takes up the clause before it; whose act that is, its subject says. */
  #clauseBefore(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    const { first } = tree.range(token);
    const opener = tree.token(first);
    if (
      !this.#reading.isClass('clause-noun', tree.token(token).lemma.toLowerCase()) ||
      !['a', 'an', 'both'].includes(low(opener)) ||
      tree.tokens[first - 1]?.form !== ','
    )
      return [];
    for (let at = tree.token(token).head, steps = 0; at >= 0 && steps < 8; at = tree.token(at).head, steps++) {
      const found = subjects(tree, at).flatMap((subject) => (subject < first ? actorsAt(this.#reading, sentence, subject) : []));
      if (found.length > 0) return found.map((one) => ({ ...one, via: 'issue' as const, rule: 'issue.clause' }));
    }
    return [];
  }

  /** "the offer" after "offered to host", "the shelling" after "the Houthis shelled": the doer of the verb the noun is made from. */
  #doneBefore(sentence: number, token: number, noun: string): Participant[] {
    const verbs = this.#verbsOf(noun);
    for (let at = sentence; at >= 0; at--) {
      const tree = this.#reading.tree(at);
      for (let i = (at === sentence ? token : tree.tokens.length) - 1; i >= 0; i--) {
        const word = tree.token(i);
        if (word.upos !== 'VERB' || !verbs.has(word.lemma.toLowerCase())) continue;
        const found = subjects(tree, i).flatMap((subject) => actorsAt(this.#reading, at, subject));
        if (found.length > 0) return found.map((one) => ({ ...one, via: 'issue' as const, rule: 'issue.deverbal' }));
      }
    }
    return [];
  }

  #verbsOf(noun: string): ReadonlySet<string> {
    const verbs = new Set([noun]);
    if (noun.endsWith('ing') && noun.length > 5)
      for (const stem of [noun.slice(0, -3), `${noun.slice(0, -3)}e`, noun.slice(0, -4)]) verbs.add(stem);
    for (const [name, nouns] of this.#reading.lexicon.wordClasses)
      if (name.startsWith('deverbal.') && nouns.has(noun)) verbs.add(name.slice('deverbal.'.length));
    return verbs;
  }

  /** Makes known who said what, so that "the remarks" and "the comparison" lead to their speaker. */
  hear(statements: readonly Statement[]): void {
    this.#statements = statements;
  }

  /** Speaker of the last words before a token. */
  #lastSpeaker(sentence: number, token: number): Participant[] {
    const { start } = this.#reading.tree(sentence).token(token);
    const before = this.#statements.filter((one) => one.end <= start && one.sentence < sentence).pop();
    return before ? [{ entity: before.speaker, mention: before.speakerMention, via: 'issue', rule: 'issue.remark' }] : [];
  }

  /** Owners of what a definite noun phrase or a pronoun takes up again, or nothing. */
  resolve(sentence: number, token: number): Participant[] {
    const place = `${sentence}:${token}`;
    // "the terms of these": the noun leads to the pronoun, the pronoun back to the noun.
    if (this.#resolving.has(place)) return [];
    this.#resolving.add(place);
    const owners = this.#resolve(sentence, token);
    this.#resolving.delete(place);
    return owners;
  }

  #resolve(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    const word = tree.token(token);
    if (word.upos === 'PRON' && PRONOUNS.has(low(word))) return this.#pronoun(sentence, token);
    if (word.upos !== 'NOUN') return [];
    const clause = this.#clauseBefore(sentence, token);
    if (clause.length > 0) return clause;
    const isDefinite = this.#isDefinite(sentence, token);
    if (!isDefinite && tree.dependents(token, 'det').length > 0) return [];
    const lemma = word.lemma.toLowerCase();
    const earlier = this.#issues.filter(
      (issue) => issue.sentence < sentence || (issue.sentence === sentence && issue.token < token),
    );
    const again = earlier.filter((issue) => issue.lemma === lemma).pop();
    if (!again && isDefinite && this.#kinds.get(lemma)?.has('issue.remark')) {
      const said = this.#lastSpeaker(sentence, token);
      if (said.length > 0) return said;
    }
    const same = again ?? earlier.filter((issue) => this.#sameKind(issue.lemma, lemma)).pop();
    if (same) return same.owners.map((owner) => ({ ...owner, via: 'issue' as const, rule: 'issue.again' }));
    if (this.#kinds.get(lemma)?.has('issue.election')) {
      const state = mainState(this.#reading);
      if (state) return [{ entity: state, mention: null, via: 'issue', rule: 'issue.election' }];
    }
    const done = this.#doneBefore(sentence, token, lemma);
    if (done.length > 0) return done;
    const parts = tree.dependents(token, 'nmod').filter((part) => tree.preposition(part) === 'of');
    return parts.flatMap((part) => this.resolve(sentence, part));
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
    const before = this.#subjectBefore(sentence, plural);
    if (before.length > 0) return before;
    return ['this', 'that'].includes(low(tree.token(token))) ? this.#clauseSubject(sentence, token) : [];
  }

  /** Subject of the sentence before, of the same number, where it is somebody's thing. */
  #subjectBefore(sentence: number, plural: boolean): Participant[] {
    const before = this.#reading.sentences[sentence - 1];
    if (!before || before.block !== this.#reading.sentences[sentence]!.block) return [];
    const tree = this.#reading.tree(before.index);
    const subject = tree.tokens.find(
      (word) =>
        base(word) === 'nsubj' &&
        word.upos === 'NOUN' &&
        (word.xpos === 'NNS') === plural &&
        !this.#reading.mentionAt(before.index, word.index),
    );
    if (!subject) return [];
    const owners = ownersOf(this.#reading, before.index, subject.index);
    return owners.length > 0
      ? owners.map((one) => ({ ...one, via: 'issue' as const, rule: 'issue.subject-before' }))
      : this.resolve(before.index, subject.index);
  }

  /** "…, and described this as": what the clause before says of its subject. */
  #clauseSubject(sentence: number, token: number): Participant[] {
    const tree = this.#reading.tree(sentence);
    return tree.tokens
      .filter((word) => word.index < token && base(word) === 'nsubj')
      .reverse()
      .flatMap((word) => actorsAt(this.#reading, sentence, word.index))
      .map((one) => ({ ...one, via: 'issue' as const, rule: 'issue.clause-subject' }));
  }

  /** The owner of the issue named last before a token of a sentence, other than `not`. */
  lastIn(sentence: number, before: number, not: Entity): Participant[] {
    const candidates = this.#issues.filter(
      (one) => one.sentence === sentence && one.token < before && one.owners.every((owner) => owner.entity !== not),
    );
    const tree = this.#reading.tree(sentence);
    const issue = candidates.filter((one) => base(tree.token(one.token)) === 'obj').pop() ?? candidates.pop();
    return issue ? issue.owners.map((owner) => ({ ...owner, via: 'issue' as const, rule: 'issue.elliptic' })) : [];
  }
}
