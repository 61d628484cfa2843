import type { Token } from '../../model/syntax.ts';
import { isContent, isNegation, lemmaOf, type WordSigns } from './words.ts';

/** Words over which a negation reaches. */
const NEGATION_REACH = 3;

/** The words of a sentence, and where they stand to the two names. */
export function wordFeatures(
  tokens: readonly Token[],
  holder: number,
  target: number,
  signs: WordSigns,
  found: Set<string>,
): void {
  const [first, last] = holder < target ? [holder, target] : [target, holder];
  found.add(`distance=${Math.min(8, Math.floor((last - first) / 3))}`);
  let negated = -9;
  for (const token of tokens) {
    if (isNegation(token)) {
      negated = token.index;
      found.add('has=not');
    }
    if (token.xpos === 'MD') found.add(`modal=${token.form.toLowerCase()}`);
    if (token.form === '?') found.add('has=?');
    if (!isContent(token) || token.index === holder || token.index === target) continue;
    const sign = token.index - negated <= NEGATION_REACH ? '!' : '';
    const place = token.index < first ? 'before' : token.index > last ? 'behind' : 'between';
    found.add(`word=${sign}${lemmaOf(token)}`);
    found.add(`${place}=${sign}${lemmaOf(token)}`);
    for (const group of signs.groups(token.form)) found.add(`word~${sign}${group}`);
    const evaluation = signs.evaluation(token);
    if (evaluation) found.add(`${place} judges=${sign}${evaluation}`);
    const frame = signs.frame(token);
    if (frame) found.add(`${place} frame=${sign}${frame}`);
  }
}
