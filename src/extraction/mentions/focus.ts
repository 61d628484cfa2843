import type { Entity } from '../entities.ts';
import { rollUp } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { base } from '../syntax/tree.ts';
import type { Mention } from './types.ts';

const isSubject = (reading: Reading, mention: Mention): boolean => {
  const relation = base(reading.tree(mention.sentence).token(mention.head));
  return relation === 'nsubj' || relation === 'root';
};

/** A state named in a locative opening ("In Athens, the Foreign Ministry said …"). */
function locativeState(reading: Reading, sentence: number, before: number): Entity | undefined {
  const tree = reading.tree(sentence);
  const mention = reading
    .mentionsIn(sentence)
    .find((one) => one.last < before && one.entity.type === 'state' && ['in', 'from'].includes(tree.preposition(one.head)));
  return mention && mention.first <= 2 ? mention.entity : undefined;
}

/**
 * The state an unqualified office or ministry belongs to ("the Foreign Ministry", "Prime Minister X").
 * Regularity: such a phrase takes its country from the topic of the discourse: a locative opening,
 * the nearest preceding state subject of the sentence, the article's most mentioned home state.
 */
export function focusState(reading: Reading, sentence: number, before: number): Entity | undefined {
  const local = locativeState(reading, sentence, before);
  if (local) return local;
  const earlier = reading
    .mentionsIn(sentence)
    .filter(
      (mention) =>
        mention.last < before &&
        mention.entity.type === 'state' &&
        mention.kind !== 'demonym' &&
        (isSubject(reading, mention) ||
          (reading.tree(sentence).preposition(mention.head) === '' &&
            base(reading.tree(sentence).token(mention.head)) !== 'nmod')),
    )
    .pop();
  if (earlier) return earlier.entity;
  return neighbour(reading, sentence) ?? mainState(reading);
}

/** Subject state of the sentence before, in the same paragraph. */
function neighbour(reading: Reading, sentence: number): Entity | undefined {
  const before = sentence - 1;
  if (before < 0 || reading.sentences[before]!.block !== reading.sentences[sentence]!.block) return undefined;
  const mention = reading
    .mentionsIn(before)
    .find((one) => one.entity.type === 'state' && one.kind !== 'demonym' && isSubject(reading, one));
  return mention?.entity;
}

/** The state an article is mostly about at its beginning: title and first paragraph, by number of mentions, then order. */
export function mainState(reading: Reading): Entity | undefined {
  const counts = new Map<Entity, number>();
  const limit = leadEnd(reading);
  const home = datelineState(reading);
  if (home) counts.set(home, 2);
  for (const mention of reading.mentions) {
    if (mention.start > limit) continue;
    const state = mention.entity.type === 'state' ? mention.entity : rollUp(mention.entity);
    if (state?.type === 'state') counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  let best: Entity | undefined;
  for (const [state, count] of counts) if (!best || count > counts.get(best)!) best = state;
  return best;
}

/** The state whose capital or town, if the article speaks of that state, the report is dated from: reporters write from where the offices are that they leave unqualified. */
function datelineState(reading: Reading): Entity | undefined {
  const head = reading.document.blocks.filter(
    (block) => block.kind === 'dateline' || block.kind === 'date' || block.kind === 'byline',
  );
  for (const block of head) {
    const words = reading.text.slice(block.start, block.end).split(/[^\p{L}.'-]+/u);
    for (let at = 0; at < words.length; at++)
      for (const length of [3, 2, 1]) {
        const phrase = words.slice(at, at + length).join(' ');
        const form = phrase === phrase.toUpperCase() ? titleCase(phrase) : phrase;
        const capital = (reading.lexicon.names.get(form) ?? []).find((entry) => entry.kind === 'capital');
        if (capital && reading.lexicon.actors.get(capital.actor)?.type === 'state') return reading.entities.get(capital.actor);
        const town = reading.lexicon.places.get(form)?.find((place) => place.country && reading.entities.get(place.country));
        if (town?.country && /^\p{Lu}/u.test(phrase)) return reading.entities.get(town.country);
      }
  }
  return undefined;
}

const titleCase = (phrase: string): string => phrase.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

function leadEnd(reading: Reading): number {
  const paragraphs = reading.document.blocks.filter((block) => block.kind === 'paragraph');
  return paragraphs[1]?.end ?? paragraphs[0]?.end ?? reading.text.length;
}
