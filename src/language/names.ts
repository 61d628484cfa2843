/**
 * Names of persons, organisations and places: a greedy left-to-right averaged perceptron over BIO classes (Ratinov and Roth
 * 2009, "Design challenges and misconceptions in named entity recognition"), with the analyser's tags and tree as features.
 */
import type { Sentence, Token } from '../model/syntax.ts';
import { readModel } from './binary.ts';
import { type Cluster, ClusterTable, NO_CLUSTER } from './clusters.ts';
import { hashString, mix } from './hashing.ts';
import { type Sense, SenseTable } from './senses.ts';
import { type Decision, decide, HashedTable, type Scorer } from './table.ts';
import { normaliseQuotes, shapeOf } from './words.ts';

export type NameType = 'PER' | 'ORG' | 'LOC';

/** A name: tokens `start` (inclusive) to `end` (exclusive) of its sentence. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** Mean margin of the decisions on its tokens, in units of the weights: larger is surer. */
  readonly score: number;
}

/** Classes: 0 outside, then for each type begin and inside. */
export const NAME_TYPES: readonly NameType[] = ['PER', 'ORG', 'LOC'];
export const NAME_CLASSES = 1 + 2 * NAME_TYPES.length;
const CAPACITY = 64;

/** What is known of a token by itself. */
interface Traits {
  readonly lower: number;
  readonly shape: number;
  readonly suffix: number;
  readonly prefix: number;
  readonly tag: number;
  readonly relation: number;
  readonly head: number;
  readonly sense: Sense;
  readonly cluster: Cluster;
}

const NOBODY: Traits = {
  lower: 1,
  shape: 1,
  suffix: 1,
  prefix: 1,
  tag: 1,
  relation: 1,
  head: 1,
  sense: { signature: -1, noun: -1, verb: -1 },
  cluster: NO_CLUSTER,
};

/** Reads the weights of `data/models/names.bin`. Throws `DemarcheError('model')` when they are not usable. */
export const loadNames = (bytes: Uint8Array): NameTagger => {
  const model = readModel(bytes);
  return new NameTagger(
    new HashedTable(model.section('names')),
    new SenseTable(model.section('senses')),
    new ClusterTable(model.section('clusters')),
  );
};

export class NameTagger {
  readonly #scorer: Scorer;
  readonly #senses: SenseTable;
  readonly #clusters: ClusterTable;
  readonly #scores = new Int32Array(NAME_CLASSES);
  readonly hashes = new Int32Array(CAPACITY);
  readonly decision: Decision = { best: 0, margin: 0 };
  #count = 0;

  constructor(scorer: Scorer, senses: SenseTable, clusters: ClusterTable) {
    this.#scorer = scorer;
    this.#senses = senses;
    this.#clusters = clusters;
  }

  /** The names of a sentence, in text order, without overlaps. */
  tag(sentence: Pick<Sentence, 'tokens'>): Name[] {
    const traits = this.traits(sentence.tokens);
    const names: { start: number; end: number; type: NameType; score: number }[] = [];
    let previous = 0;
    for (let i = 0; i < traits.length; i++) {
      this.decide(traits, i, previous);
      const { best, margin } = this.decision;
      const last = names[names.length - 1];
      if (best > 0 && best % 2 === 0 && last) {
        last.score += margin;
        last.end = i + 1;
      } else if (best > 0) names.push({ start: i, end: i + 1, type: NAME_TYPES[(best - 1) >> 1]!, score: margin });
      previous = best;
    }
    return names.map((name) => ({ ...name, score: Math.round(name.score / (name.end - name.start)) }));
  }

  traits(tokens: readonly Token[]): Traits[] {
    return tokens.map(({ form, upos, xpos, deprel, head }) => {
      const plain = normaliseQuotes(form);
      const lower = plain.toLowerCase();
      const parent = tokens[head];
      return {
        lower: hashString(lower),
        shape: hashString(shapeOf(plain)),
        suffix: hashString(lower, Math.max(0, lower.length - 3)),
        prefix: hashString(lower, 0, Math.min(3, lower.length)),
        tag: mix(hashString(upos), hashString(xpos)),
        relation: hashString(deprel),
        head: parent ? hashString(parent.lemma.toLowerCase()) : 0,
        sense: this.#senses.lookup(lower),
        cluster: this.#clusters.lookup(lower),
      };
    });
  }

  /** Decides on token `i` after the class of the token before; returns the number of features. */
  decide(traits: readonly Traits[], i: number, previous: number): number {
    this.#count = 0;
    this.#features(traits, i, previous);
    this.#scores.fill(0);
    this.#scorer.score(this.hashes, 0, this.#count, this.#scores);
    for (let c = 2; c < NAME_CLASSES; c += 2) if (previous !== c && previous !== c - 1) this.#scores[c] = -(1 << 28);
    decide(this.#scores, NAME_CLASSES, this.decision);
    return this.#count;
  }

  #add(a: number, b = 0, c = 0): void {
    const k = this.#count++;
    this.hashes[k] = mix(mix(mix(mix(k + 901, a), b), c), k);
  }

  #features(traits: readonly Traits[], i: number, previous: number): void {
    const w = traits[i]!;
    const p1 = traits[i - 1] ?? NOBODY;
    const p2 = traits[i - 2] ?? NOBODY;
    const n1 = traits[i + 1] ?? NOBODY;
    const n2 = traits[i + 2] ?? NOBODY;
    const first = i === 0 ? 1 : 2;
    this.#add(0);
    this.#add(previous);
    this.#add(w.lower);
    this.#add(w.lower, previous);
    this.#add(w.lower, w.shape);
    this.#add(w.shape, previous);
    this.#add(w.shape, first);
    this.#add(w.suffix, w.shape);
    this.#add(w.prefix, w.shape);
    this.#add(w.tag);
    this.#add(w.tag, previous);
    this.#add(w.tag, w.shape);
    this.#add(w.sense.noun, w.shape);
    this.#add(w.sense.noun, w.tag, previous);
    this.#add(w.sense.signature, w.shape, first);
    this.#add(p1.lower, w.shape);
    this.#add(p1.lower, w.tag);
    this.#add(p2.lower, p1.lower, w.shape);
    this.#add(n1.lower, w.shape);
    this.#add(n1.lower, w.tag);
    this.#add(n1.lower, n2.lower, w.shape);
    this.#add(p1.lower, w.lower);
    this.#add(w.lower, n1.lower);
    this.#add(p1.shape, w.shape, n1.shape);
    this.#add(w.shape, n1.shape, n2.shape);
    this.#add(p1.tag, w.tag, n1.tag);
    this.#add(w.tag, n1.tag, n2.tag);
    this.#add(p2.tag, p1.tag, w.tag);
    this.#add(w.relation, w.tag);
    this.#add(w.relation, w.head);
    this.#add(w.relation, w.shape, previous);
    this.#add(w.head, w.shape);
    this.#add(n1.sense.noun, w.shape);
    this.#add(n1.sense.noun, n1.shape, w.shape);
    this.#add(p1.sense.noun, w.shape);
    this.#add(p1.suffix, w.shape);
    this.#add(n1.suffix, w.shape);
    this.#add(n2.lower, w.shape);
    this.#add(p2.lower, w.shape);
    this.#add(p1.lower, n1.lower, w.tag);
    const { fine, middle, coarse } = w.cluster;
    this.#add(fine, w.shape);
    this.#add(fine, previous);
    this.#add(middle, w.shape);
    this.#add(middle, w.shape, previous);
    this.#add(coarse, w.tag, previous);
    this.#add(p1.cluster.fine, w.shape);
    this.#add(n1.cluster.fine, w.shape);
  }
}
