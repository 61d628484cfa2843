/** Training of the dependency parser with the dynamic oracle of arc-hybrid and exploration (Goldberg and Nivre 2013). */
import { Parser } from '../../src/language/parser.ts';
import type { Inventory } from '../../src/language/parser-atoms.ts';
import { LEFT, MOVES, type ParserState, SHIFT } from '../../src/language/parser-state.ts';
import type { Word } from '../../src/language/words.ts';
import { MovePerceptron } from './move-perceptron.ts';
import { Perceptron } from './perceptron.ts';
import { type Random, shuffle } from './random.ts';

/** A sentence ready for training: predicted tags, gold heads (n for the root) and gold labels. */
export interface ParsedSentence {
  readonly words: readonly Word[];
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Chance of following the model rather than the oracle after a mistake, from the second epoch on. */
const EXPLORE = 0.9;

/** Number of gold arcs that become unreachable by a move. */
export const costOf = (state: ParserState, move: number, heads: Int32Array): number => {
  const { stack, depth, buffer, n } = state;
  let cost = 0;
  if (move === SHIFT) {
    for (let k = 0; k < depth; k++) {
      const word = stack[k]!;
      if (heads[word] === buffer) cost++;
      if (heads[buffer] === word && k < depth - 1) cost++;
    }
    return cost;
  }
  const top = stack[depth - 1]!;
  for (let word = buffer; word < n; word++) if (heads[word] === top) cost++;
  const gold = heads[top]!;
  if (move === LEFT) {
    if (gold > buffer || (depth > 1 && gold === stack[depth - 2])) cost++;
  } else if (gold >= buffer) cost++;
  return cost;
};

export interface TrainedParser {
  readonly moves: MovePerceptron;
  readonly labels: Perceptron;
}

export const trainParser = (
  sentences: readonly ParsedSentence[],
  inventory: Inventory,
  epochs: number,
  random: Random,
  report: (epoch: number, moveErrors: number, labelErrors: number) => void,
): TrainedParser => {
  const moves = new MovePerceptron();
  const labels = new Perceptron(1 << 22);
  const parser = new Parser(moves, labels, labels, inventory);
  const order = [...sentences];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const errors = { moves: 0, labels: 0 };
    for (const sentence of order) trainSentence(parser, moves, labels, sentence, epoch > 0 ? EXPLORE : 0, random, errors);
    report(epoch, errors.moves, errors.labels);
  }
  return { moves, labels };
};

const trainSentence = (
  parser: Parser,
  moves: MovePerceptron,
  labels: Perceptron,
  sentence: ParsedSentence,
  explore: number,
  random: Random,
  errors: { moves: number; labels: number },
): void => {
  const { state, scores } = parser;
  parser.begin(sentence.words, sentence.tags);
  const { heads, labels: gold } = goldOf(parser, sentence);
  while (!state.finished) {
    const predicted = parser.bestMove();
    let move = predicted;
    if (state.depth > 0 && !(state.buffer === state.n && state.depth === 1)) {
      moves.tick();
      const correct = bestCorrect(state, scores, heads);
      if (costOf(state, predicted, heads) > costOf(state, correct, heads)) {
        moves.update(parser.moveHashes, parser.moveHashes.length, correct, predicted);
        errors.moves++;
        if (explore === 0 || random() >= explore) move = correct;
      }
    }
    if (move === SHIFT) {
      state.shift();
      continue;
    }
    const child = state.peek(0);
    const label = parser.bestLabel(move);
    const head = state.headFor(move);
    if (head !== state.n && heads[child] === head) {
      labels.tick();
      if (label !== gold[child]) {
        labels.update(parser.labelHashes, parser.labelHashes.length, gold[child]!, label);
        errors.labels++;
      }
    }
    state.attach(move, label);
  }
};

/** Gold heads and labels of the words in the state; what hung from punctuation hangs from the head of that. */
const goldOf = ({ state: { n }, content }: Parser, sentence: ParsedSentence): { heads: Int32Array; labels: Int32Array } => {
  const place = new Int32Array(sentence.heads.length + 1).fill(-1);
  place[sentence.heads.length] = n;
  for (let k = 0; k < n; k++) place[content[k]!] = k;
  const heads = new Int32Array(n);
  const labels = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    let head = sentence.heads[content[k]!]!;
    while (place[head] === -1) head = sentence.heads[head]!;
    heads[k] = place[head]!;
    labels[k] = sentence.labels[content[k]!]!;
  }
  return { heads, labels };
};

/** The best-scored among the permitted moves of least cost. */
const bestCorrect = (state: ParserState, scores: Int32Array, heads: Int32Array): number => {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let move = SHIFT; move < MOVES; move++) {
    if (!state.allows(move)) continue;
    const cost = costOf(state, move, heads);
    if (cost < least || (cost === least && scores[move]! > scores[best]!)) {
      best = move;
      least = cost;
    }
  }
  return best;
};
