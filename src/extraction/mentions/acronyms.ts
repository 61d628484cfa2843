import type { Sentence } from '../../model/syntax.ts';
import type { Reading } from '../reading.ts';

/** Initials of the capitalised words of a name. */
const initials = (name: string): string =>
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
