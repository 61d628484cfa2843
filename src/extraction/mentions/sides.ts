import type { Sentence } from '../../model/syntax.ts';
import { type Entity, rollUp } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { base, low } from '../syntax/tree.ts';

const BOTH = new Set(['both', 'two']);
const POSSESSIVE = new Set(['their', 'whose']);

/** What counts as a side for a noun: states for countries and capitals, organisations for blocs, whoever can fight or rule for parties and rivals. */
function fits(reading: Reading, noun: string, side: Entity): boolean {
  if (reading.isClass('side.state', noun)) return side.type === 'state' || side.type === 'subnational';
  if (reading.isClass('side.organisation', noun)) return side.type === 'igo';
  return ['state', 'armed_group', 'party', 'subnational'].includes(side.type);
}

/** Sides by the number of their mentions before a token, headline included; of equal ones that named last. */
function ranked(reading: Reading, sentence: number, before: number, accept: (side: Entity) => boolean): [Entity, number][] {
  const counts = new Map<Entity, { count: number; last: number }>();
  for (const mention of reading.mentions) {
    if (mention.sentence > sentence || (mention.sentence === sentence && mention.first >= before)) continue;
    const side = mention.entity.type === 'place' ? null : rollUp(mention.entity);
    if (!side || side.type === 'person' || side.type === 'group' || !accept(side)) continue;
    const known = counts.get(side) ?? { count: 0, last: 0 };
    counts.set(side, { count: known.count + 1, last: Math.max(known.last, mention.start) });
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count || b.last - a.last)
    .map(([side, { count }]): [Entity, number] => [side, count]);
}

/** Who acts in the clause: those who appeal to "both sides" are not one of them. */
function actingSides(reading: Reading, sentence: Sentence, head: number): Set<Entity> {
  const tree = reading.tree(sentence.index);
  const found = new Set<Entity>();
  for (const mention of reading.mentionsIn(sentence.index)) {
    const token = tree.token(mention.head);
    const acts = mention.last < head && ['nsubj', 'root'].includes(base(token)) && tree.isAncestor(token.head, head);
    const side = acts ? rollUp(mention.entity) : null;
    if (side) found.add(side);
  }
  return found;
}

/** "both neighbours", "the two sides", "the warring parties", "their two countries"; not "both sides of the road". */
function phraseOf(reading: Reading, sentence: Sentence, head: number): number | undefined {
  const noun = sentence.tokens[head]!;
  const lemma = noun.lemma.toLowerCase();
  if (!noun.xpos.endsWith('NNS') || !reading.isClass('side-noun', lemma)) return undefined;
  let first = head;
  let twofold = reading.isClass('side.two', lemma);
  for (let at = head - 1; at >= 0; at--) {
    const word = low(sentence.tokens[at]!);
    if (BOTH.has(word) || reading.isClass('side-modifier', word)) twofold = true;
    else if (word !== 'the' && !POSSESSIVE.has(word) && sentence.tokens[at]!.upos !== 'ADJ') break;
    first = at;
    if (word === 'the' || word === 'both' || POSSESSIVE.has(word)) break;
  }
  const opens = ['the', 'both'].includes(low(sentence.tokens[first]!)) || POSSESSIVE.has(low(sentence.tokens[first]!));
  const tree = reading.tree(sentence.index);
  const ofThing = tree.dependents(head, 'nmod').some((child) => tree.preposition(child) === 'of');
  return twofold && opens && !ofThing ? first : undefined;
}

/**
 * "both sides", "the two countries", "the rivals": the two parties of the story.
 * Regularity: they are the two sides of the fitting kind the article has named most so far, apart from who addresses them.
 */
export function findSides(reading: Reading, sentence: Sentence, head: number): void {
  if (reading.covering(sentence.index, head)) return;
  const first = phraseOf(reading, sentence, head);
  if (first === undefined) return;
  const acting = actingSides(reading, sentence, head);
  const noun = sentence.tokens[head]!.lemma.toLowerCase();
  const [one, two, third] = ranked(reading, sentence.index, first, (side) => fits(reading, noun, side) && !acting.has(side));
  if (!one || !two || (third && third[1] === two[1] && two[1] === one[1] && two[1] > 1)) return;
  for (const [entity] of [one, two])
    reading.addSide({
      start: sentence.tokens[first]!.start,
      end: sentence.tokens[head]!.end,
      sentence: sentence.index,
      first,
      last: head,
      head,
      kind: 'description',
      entity,
      rule: 'description.sides',
    });
}
