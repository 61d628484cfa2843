/**
 * Part-of-speech tagger: greedy left-to-right averaged perceptron (Collins 2002, "Discriminative training methods for
 * hidden Markov models") over joint UPOS/XPOS classes, with a dictionary of unambiguous words for speed.
 */
import { mix } from './hashing.ts';
import { MAX_CLASSES, type Scorer } from './table.ts';
import { EDGE, type Word } from './words.ts';

const CAPACITY = 80;

/** Assigns tag classes; `tags` of the words before the current one are read, so call from left to right. */
export class Tagger {
  readonly #scorer: Scorer;
  readonly #classes: number;
  /** Feature hashes of the last word scored. */
  readonly hashes = new Int32Array(CAPACITY);
  readonly scores = new Int32Array(MAX_CLASSES);

  constructor(scorer: Scorer, classes: number) {
    this.#scorer = scorer;
    this.#classes = classes;
  }

  /** Writes the tag class of each word. */
  tag(words: readonly Word[], tags: Int32Array): void {
    for (let i = 0; i < words.length; i++) {
      const fixed = words[i]!.fixed;
      tags[i] = fixed >= 0 ? fixed : this.best(this.features(words, tags, i));
    }
  }

  /** The best class for the features last computed. */
  best(count: number): number {
    const { scores } = this;
    scores.fill(0);
    this.#scorer.score(this.hashes, 0, count, scores);
    let best = 0;
    for (let c = 1; c < this.#classes; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  /** Computes the features of word `i`; returns their number. */
  features(words: readonly Word[], tags: Int32Array, i: number): number {
    const h = this.hashes;
    const w = words[i]!;
    const p1 = words[i - 1] ?? EDGE;
    const p2 = words[i - 2] ?? EDGE;
    const n1 = words[i + 1] ?? EDGE;
    const n2 = words[i + 2] ?? EDGE;
    const t1 = i > 0 ? tags[i - 1]! : -1;
    const t2 = i > 1 ? tags[i - 2]! : -1;
    let k = 0;
    const add1 = (a: number) => {
      h[k] = mix(mix(k + 101, a), k);
      k++;
    };
    const add2 = (a: number, b: number) => {
      h[k] = mix(mix(mix(k + 101, a), b), k);
      k++;
    };
    const add3 = (a: number, b: number, c: number) => {
      h[k] = mix(mix(mix(mix(k + 101, a), b), c), k);
      k++;
    };
    add1(0);
    add1(w.form);
    add1(w.lower);
    add1(w.suffix1);
    add1(w.suffix2);
    add1(w.suffix3);
    add1(w.suffix4);
    add1(w.prefix2);
    add1(w.prefix3);
    add1(w.shape);
    add1(w.ambiguity);
    add2(w.shape, w.suffix2);
    add2(w.shape, w.suffix3);
    add2(w.shape, i === 0 ? 1 : 2);
    add2(w.shape, p1.shape);
    add2(w.shape, n1.shape);
    add1(t1);
    add2(t1, t2);
    add2(t1, w.lower);
    add2(t1, w.ambiguity);
    add3(t1, t2, w.ambiguity);
    add2(t1, w.suffix3);
    add2(t1, w.shape);
    add3(t1, w.suffix2, n1.ambiguity);
    add2(w.ambiguity, n1.ambiguity);
    add3(w.ambiguity, n1.ambiguity, n2.ambiguity);
    add3(w.ambiguity, t1, n1.ambiguity);
    add2(w.lower, n1.ambiguity);
    add1(p1.lower);
    add1(p2.lower);
    add1(n1.lower);
    add1(n2.lower);
    add2(p1.lower, w.lower);
    add2(w.lower, n1.lower);
    add2(p1.lower, w.suffix3);
    add2(n1.lower, w.suffix3);
    add2(p1.lower, n1.lower);
    add2(w.ambiguity, p1.lower);
    add2(w.ambiguity, n1.lower);
    add2(w.ambiguity, n2.lower);
    add2(w.ambiguity, p2.lower);
    add1(n1.suffix3);
    add1(n1.suffix2);
    add1(n1.shape);
    add2(n1.ambiguity, n2.ambiguity);
    add2(t1, n1.ambiguity);
    add3(t2, t1, n1.lower);
    add3(p2.lower, p1.lower, w.ambiguity);
    add3(w.ambiguity, n1.lower, n2.lower);
    add1(w.readings);
    add2(w.readings, w.shape);
    add3(w.readings, w.shape, i === 0 ? 1 : 2);
    add2(w.readings, w.suffix2);
    add2(w.readings, t1);
    add3(w.readings, t1, n1.readings);
    add2(w.readings, n1.ambiguity);
    add2(w.readings, n1.lower);
    add2(w.readings, p1.lower);
    add1(n1.readings);
    add2(w.nounClass, w.shape);
    add3(w.nounClass, w.shape, n1.shape);
    add2(w.ambiguity, n1.readings);
    add3(w.ambiguity, t1, n1.readings);
    add3(w.shape, p1.shape, n1.shape);
    add3(w.shape, n1.shape, n2.shape);
    add2(w.suffix3, n1.shape);
    add2(w.lower, w.shape);
    return k;
  }
}
