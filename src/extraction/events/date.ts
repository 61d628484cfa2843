import type { DateExpression } from '../../model/syntax.ts';
import { dateOf } from '../background.ts';
import type { FrameHit } from '../frame-match.ts';
import type { Reading } from '../reading.ts';
import { base, type SyntaxTree } from '../syntax/tree.ts';
import { isActOfSpeech } from './codebook.ts';

/** "their two-day summit here on Friday": a date right behind an event noun is the event's, whatever the parser hung it on. */
function dateBehindNoun(reading: Reading, hit: FrameHit): DateExpression | undefined {
  if (hit.frame.pos !== 'N' || isActOfSpeech(hit.frame)) return undefined;
  const tree = reading.tree(hit.sentence);
  return reading.dates[hit.sentence]!.find((date) => {
    const at = tree.at(date.start);
    const between = tree.tokens.slice(hit.predicate + 1, at);
    return (
      at > hit.predicate &&
      between.length <= 5 &&
      between.every((token) => !['VERB', 'AUX', 'PUNCT', 'NOUN'].includes(token.upos))
    );
  });
}

/** A full relative clause stands between, or the date names a noun's own time ("the war of 2020"). */
function isElsewhere(tree: SyntaxTree, token: number, predicate: number): boolean {
  const date = tree.token(token);
  const namesNoun =
    ['compound', 'nummod', 'amod'].includes(base(date)) || (base(date) === 'nmod' && tree.preposition(token) === 'of');
  if (namesNoun && date.head !== predicate) return true;
  for (let at = token, steps = 0; at >= 0 && at !== predicate && steps < 30; at = tree.token(at).head, steps++)
    if (tree.token(at).deprel === 'acl:relcl') return true;
  return false;
}

/** "a ban, imposed in 2019": the nearest date below the predicate, reduced clauses looked into. */
function nearestDateBelow(reading: Reading, hit: FrameHit): DateExpression | undefined {
  const tree = reading.tree(hit.sentence);
  return reading.dates[hit.sentence]!.find((date) => {
    const at = tree.headOf(tree.at(date.start), Math.max(tree.at(date.start), tree.at(date.end - 1)));
    return tree.isAncestor(hit.predicate, at) && !isElsewhere(tree, at, hit.predicate);
  });
}

/** When an event happens: the date of its clause, else one that belongs to its noun or stands below it. */
export const dateOfEvent = (reading: Reading, hit: FrameHit): DateExpression | undefined =>
  dateOf(reading, hit.sentence, hit.predicate) ?? dateBehindNoun(reading, hit) ?? nearestDateBelow(reading, hit);
