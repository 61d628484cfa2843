import type { Sentence } from '../../model/syntax.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { focusState } from './focus.ts';
import { resolvePossessive } from './pronouns.ts';
import type { TitlePhrase } from './titles.ts';
import type { Mention } from './types.ts';

/** Whom an office belongs to. */
export interface Owner {
  readonly entity: Entity;
  /** True where the words do not say it and the context had to. */
  readonly inferred: boolean;
}

const isOrganisation = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined && mention.entity.type !== 'person' && mention.entity.type !== 'place';

/** Owner before the title: "Chinese Foreign Ministry spokesman", "Japan's envoy", "its ambassador". */
function before(reading: Reading, sentence: Sentence, title: TitlePhrase): Entity | undefined {
  let at = title.first - 1;
  for (; at >= 0; at--) {
    const token = sentence.tokens[at]!;
    if (
      token.xpos === 'POS' ||
      reading.isClass('title-filler', low(token)) ||
      (token.upos === 'ADJ' && !reading.covering(sentence.index, at) && /^\p{Ll}/u.test(token.form))
    )
      continue;
    break;
  }
  if (at < 0) return undefined;
  const mention = reading.covering(sentence.index, at);
  if (isOrganisation(mention)) return mention.entity;
  const party = partyByAdjective(reading, sentence.tokens[at]!.form);
  if (party) return party;
  if (sentence.tokens[at]!.xpos === 'PRP$') return resolvePossessive(reading, sentence.index, at)?.entity;
  return undefined;
}

/** The party that a word of the title names. */
function partyInTitle(reading: Reading, sentence: Sentence, title: TitlePhrase): Entity | undefined {
  for (let at = title.first; at < title.last; at++) {
    const party = partyByAdjective(reading, sentence.tokens[at]!.form);
    if (party) return party;
  }
  return undefined;
}

/** "Conservative lawmaker": the party of that name in a state the article speaks of. */
function partyByAdjective(reading: Reading, word: string): Entity | undefined {
  if (!/^\p{Lu}\p{Ll}{3,}/u.test(word)) return undefined;
  for (const actor of reading.lexicon.actors.values())
    if (
      actor.type === 'party' &&
      actor.country !== null &&
      actor.name.split(' ')[0] === word &&
      reading.entities.get(actor.country)
    )
      return reading.entities.listed(actor.id);
  return undefined;
}

/** Owner behind the title: "spokesman of the European Commission", "president of Uruguay", "minister for the Pacific" has none. */
function behind(reading: Reading, sentence: Sentence, title: TitlePhrase): Entity | undefined {
  for (let at = title.last + 1; at < Math.min(sentence.tokens.length, title.last + 9); at++) {
    const token = sentence.tokens[at]!;
    if (token.form === ',' || token.upos === 'VERB') return undefined;
    if (!['of', 'for', 'at', 'in', 'with', 'from', 'to'].includes(low(token))) continue;
    for (let next = at + 1; next <= at + 3; next++) {
      const mention = reading.covering(sentence.index, next);
      if (isOrganisation(mention)) return mention.entity;
      if (!sentence.tokens[next] || !['DET', 'ADJ'].includes(sentence.tokens[next]!.upos)) break;
    }
  }
  return undefined;
}

/**
 * The state, body, organisation or party an office belongs to.
 * Regularity: it is named right before the title (adjective, possessor, compound) or in an of-phrase behind it;
 * a bare office belongs to the state the discourse is about.
 */
export function findOwner(reading: Reading, sentence: Sentence, title: TitlePhrase): Owner | undefined {
  if (title.entry.represents === 'none') return undefined;
  const party = partyInTitle(reading, sentence, title);
  if (party) return { entity: party, inferred: false };
  const stated = before(reading, sentence, title) ?? behind(reading, sentence, title);
  if (stated) return { entity: stated, inferred: false };
  if (title.entry.represents === 'organisation' || title.entry.represents === 'party') return undefined;
  const body = title.entry.represents === 'body' ? bodyInFocus(reading, sentence, title) : undefined;
  if (body) return body;
  const focus = focusState(reading, sentence.index, title.first);
  return focus ? { entity: focus, inferred: true } : undefined;
}

/** "the spokesman, Farid Bennacer": the body or organisation whose spokesman was met before. */
function bodyInFocus(reading: Reading, sentence: Sentence, title: TitlePhrase): Owner | undefined {
  const earlier = reading.officeMentions
    .filter((one) => one.phrase === title.entry.phrase && one.sentence <= sentence.index)
    .pop();
  if (earlier) return { entity: earlier.owner, inferred: true };
  const subject = reading
    .mentionsIn(sentence.index)
    .filter((mention) => mention.last < title.first && isOrganisation(mention))
    .pop();
  return subject ? { entity: subject.entity, inferred: true } : undefined;
}
