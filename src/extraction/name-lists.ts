import type { Name } from '../language/names.ts';
import type { Token } from '../model/syntax.ts';

const LEAST = 4;

/** Only commas and "and" stand between two names. */
const joined = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from && tokens.slice(from, to).every(({ form }) => /^(?:,|;|and|or|&)$/i.test(form));

/** Names that follow each other in an enumeration. */
function listsOf(tokens: readonly Token[], names: readonly Name[]): Name[][] {
  const lists: Name[][] = [];
  for (const name of names) {
    const list = lists[lists.length - 1];
    const last = list?.[list.length - 1];
    if (list && last && joined(tokens, last.end, name.start)) list.push(name);
    else lists.push([name]);
  }
  return lists;
}

/**
 * What is enumerated is of one kind: in a list of four or more names that begins and ends with persons and holds more persons than
 * others, a place is a person that the recogniser took for one ("Hauser, Selja, Amari and Lund").
 */
export const alikeInLists = (tokens: readonly Token[], names: readonly Name[]): Name[] =>
  listsOf(tokens, names).flatMap((list) => {
    const persons = list.filter(({ type }) => type === 'PER').length;
    const isOfPersons =
      list.length >= LEAST && list[0]!.type === 'PER' && list[list.length - 1]!.type === 'PER' && persons * 2 > list.length;
    return list.map((name) => (isOfPersons && name.type === 'LOC' ? { ...name, type: 'PER' as const } : name));
  });
