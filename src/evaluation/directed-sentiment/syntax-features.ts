import { base, low, type SyntaxTree } from '../../extraction/syntax/tree.ts';
import { isContent, isNegation, lemmaOf, type WordSigns } from './words.ts';

/** Words above a target that count. */
const ABOVE = 4;

/** From a word up to the root, the word first. */
function upward(tree: SyntaxTree, from: number): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0 && found.length < 40; at = tree.token(at).head) found.push(at);
  return found;
}

const negatedAt = (tree: SyntaxTree, token: number): boolean =>
  tree.dependents(token, 'advmod', 'det').some((child) => isNegation(tree.token(child)));

/** What the target is in its clause: its relation, the words that govern it, and how those judge. */
export function targetFeatures(tree: SyntaxTree, token: number, signs: WordSigns, found: Set<string>): void {
  const word = tree.token(token);
  const preposition = tree.preposition(token);
  found.add(`t rel=${word.deprel}`);
  if (preposition) found.add(`t prep=${preposition}`);
  const above = upward(tree, token).slice(1);
  above.slice(0, ABOVE).forEach((at, i) => {
    const sign = negatedAt(tree, at) ? '!' : '';
    const place = i === 0 ? base(word) : 'up';
    const slot = i === 0 && preposition ? `${place}:${preposition}` : place;
    found.add(`t ${slot}<${sign}${lemmaOf(tree.token(at))}`);
    for (const group of signs.groups(low(tree.token(at)))) found.add(`t ${slot}<~${sign}${group}`);
    const frame = signs.frame(tree.token(at));
    if (frame) found.add(`t ${place} frame=${sign}${frame}`);
    const evaluation = signs.evaluation(tree.token(at));
    if (evaluation) found.add(`t ${place} judged=${sign}${evaluation}`);
    for (const child of tree.children(at)) {
      if (child === token || above.includes(child) || !isContent(tree.token(child))) continue;
      found.add(`t near=${lemmaOf(tree.token(child))}`);
      const near = signs.evaluation(tree.token(child));
      if (near) found.add(`t near judged=${sign}${near}`);
    }
  });
  for (const child of tree.children(token)) if (isContent(tree.token(child))) found.add(`t below=${lemmaOf(tree.token(child))}`);
}

/** How holder and target hang together: the dependency path, the word above both, and the sides it takes them on. */
export function pathFeatures(tree: SyntaxTree, holder: number, target: number, signs: WordSigns, found: Set<string>): void {
  const ofHolder = upward(tree, holder);
  const ofTarget = upward(tree, target);
  const top = ofHolder.find((at) => ofTarget.includes(at)) ?? -1;
  const up = ofHolder.slice(0, ofHolder.indexOf(top));
  const down = ofTarget.slice(0, ofTarget.indexOf(top));
  const relation = (at: number | undefined): string => (at === undefined ? 'self' : tree.token(at).deprel);
  const sides = `h=${relation(up.at(-1))} t=${relation(down.at(-1))}`;
  const lemma = top < 0 ? 'none' : lemmaOf(tree.token(top));
  const edges = [...up.map((at) => `<${tree.token(at).deprel}`), ...down.toReversed().map((at) => `>${tree.token(at).deprel}`)];
  if (edges.length <= 6) found.add(`path=${edges.join('')}`);
  found.add(`path length=${Math.min(edges.length, 7)}`);
  found.add(sides);
  found.add(`top=${lemma}`);
  found.add(`top=${lemma} ${sides}`);
  found.add(`h rel=${tree.token(holder).deprel}`);
  found.add(holder < target ? 'order=ht' : 'order=th');
  for (const at of up.slice(1)) found.add(`hSide=${lemmaOf(tree.token(at))}`);
  for (const at of down.slice(1)) found.add(`tSide=${lemmaOf(tree.token(at))}`);
  if (top < 0) return;
  for (const group of signs.groups(low(tree.token(top)))) found.add(`top~${group} ${sides}`);
  if (tree.children(top).some((child) => isNegation(tree.token(child)))) found.add(`top not=${lemma}`);
}
