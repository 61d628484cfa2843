/** Training of the attachment of punctuation: a ranking perceptron over gold trees. */
import { type OpenTree, PunctuationAttacher } from '../../src/language/punctuation.ts';
import { Perceptron } from './perceptron.ts';
import { type Random, shuffle } from './random.ts';

/** A gold tree: `heads` of the loose marks are the gold answers. */
export const trainPunctuation = (trees: readonly OpenTree[], epochs: number, random: Random): Perceptron => {
  const perceptron = new Perceptron(1 << 20);
  const attacher = new PunctuationAttacher(perceptron);
  const order = [...trees];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const tree of order) trainTree(attacher, perceptron, tree);
  }
  return perceptron;
};

const trainTree = (attacher: PunctuationAttacher, perceptron: Perceptron, tree: OpenTree): void => {
  attacher.prepare(tree);
  for (let mark = 0; mark < tree.n; mark++) {
    const gold = tree.heads[mark]!;
    if (tree.loose[mark] === 0 || !attacher.candidates(tree, mark).includes(gold)) continue;
    perceptron.tick();
    const found = attacher.best(tree, mark);
    if (found === gold) continue;
    perceptron.adjust(attacher.hashes, attacher.features(tree, mark, gold), 0, 1);
    perceptron.adjust(attacher.hashes, attacher.features(tree, mark, found), 0, -1);
  }
};
