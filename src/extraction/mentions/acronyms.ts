import type { Sentence } from '../../model/syntax.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';

/** Initials of the capitalised words of a name. */
export const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');

/**
 * "Pacific Islands Forum (PIF)": a bracketed acronym right behind a name is its alias.
 * Regularity: Schwartz and Hearst (2003), restricted to initials.
 */
export function findAcronymDefinitions(reading: Reading, sentence: Sentence): void {
  for (let open = 1; open + 2 < sentence.tokens.length; open++) {
    if (sentence.tokens[open]!.form !== '(' || sentence.tokens[open + 2]!.form !== ')') continue;
    const acronym = sentence.tokens[open + 1]!;
    if (!/^\p{Lu}[\p{Lu}&.-]+$/u.test(acronym.form)) continue;
    const mention = reading.covering(sentence.index, open - 1);
    if (!mention || mention.entity.type === 'place') continue;
    const name = reading.slice(sentence.index, mention.first, mention.last);
    const letters = acronym.form.replace(/[^\p{Lu}]/gu, '');
    if (!mention.entity.listed && initials(name) !== letters && !initials(name).includes(letters)) continue;
    mention.entity.aliases.add(acronym.form);
    reading.add({
      start: acronym.start,
      end: acronym.end,
      sentence: sentence.index,
      first: open + 1,
      last: open + 1,
      head: open + 1,
      kind: 'acronym',
      entity: mention.entity,
      rule: 'acronym.definition',
      reason: `defined as "${name}"`,
    });
  }
}

const ALIASING = new Set(['known', 'called', 'dubbed', 'abbreviated', 'nicknamed']);

/** The listed name behind "known as" after a noun phrase that ends at `last` ("the U.N. peacekeeping mission, known as UNFICYP"). */
export function knownAs(reading: Reading, sentence: Sentence, last: number): Entity | undefined {
  let at = last + 1;
  while (
    sentence.tokens[at] &&
    (sentence.tokens[at]!.form === ',' || ['also', 'commonly', 'widely', 'better'].includes(sentence.tokens[at]!.form))
  )
    at++;
  if (!sentence.tokens[at] || !ALIASING.has(sentence.tokens[at]!.form)) return undefined;
  at++;
  while (sentence.tokens[at] && ['as', 'by', 'its', 'acronym', 'the', 'initials'].includes(sentence.tokens[at]!.form)) at++;
  const mention = reading.covering(sentence.index, at);
  return mention?.first === at && mention.entity.type !== 'person' && mention.entity.type !== 'place'
    ? mention.entity
    : undefined;
}
