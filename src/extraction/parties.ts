import { overlaps, type Span } from '../model/span.ts';
import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';
import { base } from './syntax/tree.ts';

/**
 * Makes sure that each given stretch of text stands for somebody who counts for himself: for tasks that name the two
 * parties and ask how one stands to the other, where a president and his state are two sides. What no rule took for a
 * name becomes one; nouns that a party modifies and that are nobody else ("Chilean farmers", "her campaign") are its people.
 */
export function nameParties(reading: Reading, parties: readonly Span[]): void {
  for (const party of parties) {
    const sentence = reading.sentences.find((one) => one.start < party.end && party.start < one.end);
    const tokens = sentence?.tokens.filter((token) => overlaps(token, party)) ?? [];
    if (!sentence || tokens.length === 0) continue;
    const inside = new Set(tokens.map(({ index }) => index));
    const head = (tokens.find((token) => !inside.has(token.head)) ?? tokens.at(-1)!).index;
    const known = reading.mentionsIn(sentence.index).filter((mention) => overlaps(mention, party));
    for (const { entity } of known) {
      entity.affiliation = null;
      if (entity.type === 'place') entity.type = 'group';
    }
    const name = reading.text.slice(party.start, party.end);
    const entity = known.find((one) => inside.has(one.head))?.entity ?? reading.entities.unlisted(name, 'group');
    if (known.length === 0) mention(reading, sentence.index, tokens[0]!.index, tokens.at(-1)!.index, head, entity);
    people(reading, sentence.index, head, entity);
  }
}

function mention(reading: Reading, sentence: number, first: number, last: number, head: number, entity: Entity): void {
  const { start, end } = reading.tree(sentence).spanOf(first, last);
  reading.add({ sentence, first, last, head, start, end, entity, kind: 'name', rule: 'mention.given' });
}

/** The nouns above a party's name that it modifies, up to the first that is somebody else. */
function people(reading: Reading, sentence: number, head: number, entity: Entity): void {
  const tree = reading.tree(sentence);
  for (let at = head, steps = 0; steps < 3; steps++) {
    const token = tree.token(at);
    if (token.head < 0 || !['compound', 'amod', 'nmod'].includes(base(token)) || token.deprel === 'nmod') return;
    at = token.head;
    if (tree.token(at).upos !== 'NOUN' || reading.mentionAt(sentence, at)) return;
    mention(reading, sentence, Math.min(head, at), Math.max(head, at), at, entity);
  }
}
