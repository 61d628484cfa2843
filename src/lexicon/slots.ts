import type { WordClasses } from './classes.ts';
import { failAt, list, type TsvRow } from './tsv.ts';
import type { Slot, SlotConstraint } from './types.ts';

/** Slots of a single word; what each means stands in data/frames/README.md. */
const PLAIN =
  /^(?:subj|obj|iobj|prt|poss|amod|compound|case|advmod|arg|owner|speaker|as|neg)$|^(?:xcomp|ccomp|acl|advcl)(?:\.(?:subj|obj|obl:[a-z]+))?$|^obj\.acl(?:\.obl:[a-z]+)?$|^obj\.(?:poss|amod|compound|nmod:[a-z]+)$/;
/** Slots that name a preposition (or subordinator), with `_` between the words of a multiword one. */
const PREPOSITIONAL = /^(?:obl|nmod|advcl):[a-z]+(?:_[a-z]+)*(?:\.(?:clause|subj|obj|poss|amod|acl|nmod:[a-z]+))?$/;

const HINT = 'slots are e.g. subj, obj, obl:against, nmod:of, ccomp.subj, obl:of.clause; see data/frames/README.md';

/** True if the words follow the slot grammar of data/frames/README.md. */
const isSlot = (text: string): text is Slot => PLAIN.test(text) || PREPOSITIONAL.test(text);

function slot(row: TsvRow, column: string, text: string): Slot {
  return isSlot(text) ? text : failAt(row, `column "${column}" holds unknown slot "${text}"`, HINT);
}

/** Cell with `|`-separated slots, best first. */
export const slots = (row: TsvRow, column: string): Slot[] => list(row, column).map((text) => slot(row, column, text));

/**
 * Cell with `;`-separated constraints: `slot` (must be filled) or `slot=lemma|@class|…` (filled by one of the lemmas).
 * A constraint that only asks for presence has an empty lemma set.
 */
export function constraints(row: TsvRow, column: string, classes: WordClasses): SlotConstraint[] {
  const text = row.cells[column] ?? '';
  if (text === '') return [];
  return text.split(';').map((part) => {
    const [name = '', values, ...rest] = part.split('=').map((piece) => piece.trim());
    if (rest.length > 0 || values === '') failAt(row, `constraint "${part.trim()}" is not slot or slot=lemmas`);
    return {
      slot: slot(row, column, name),
      lemmas: values === undefined ? new Set<string>() : classes.expand(row, values),
    };
  });
}
