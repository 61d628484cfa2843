/*
 * The same dispatch of an agency in several papers is one piece of evidence. Comparing sentences and not whole
 * articles finds it also where a paper cuts or mixes its copy. Reference: P. Clough, R. Gaizauskas, S. Piao and
 * Y. Wilks, METER: Measuring text reuse, ACL (2002) 152-159: verbatim sentences as the surest sign of derived copy.
 */

interface Printed {
  readonly claim: string;
  readonly article: string;
  readonly published: string | null;
}

/** Fewer words ("He declined to comment.") are the same by chance. */
const FEWEST_WORDS = 8;

/** The words of a quotation without what papers change in print: capitals, quotation marks, spaces; null where it is too short. */
export function printedWords(quote: string): string | null {
  const words =
    quote
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < FEWEST_WORDS ? null : words.join(' ');
}

/**
 * For each row the one that first printed the same thing in the same words; itself where no other article did.
 * First is the earlier day, then the smaller name of the article.
 *
 * @param quotes the words behind each claim
 * @param said what two rows must say alike to be the same thing: holder, target, polarity
 */
export function firstPrints<Row extends Printed>(
  rows: readonly Row[],
  quotes: ReadonlyMap<string, readonly string[]>,
  said: (row: Row) => readonly unknown[],
): ReadonlyMap<Row, Row> {
  const first = new Map<string, Row>();
  const keysOf = (row: Row): string[] =>
    (quotes.get(row.claim) ?? []).flatMap((quote) => {
      const words = printedWords(quote);
      return words === null ? [] : [JSON.stringify([...said(row), words])];
    });
  for (const row of rows)
    for (const key of keysOf(row)) {
      const known = first.get(key);
      if (known === undefined || isEarlier(row, known)) first.set(key, row);
    }
  return new Map(rows.map((row) => [row, originOf(row, keysOf(row), first)]));
}

function originOf<Row extends Printed>(row: Row, keys: readonly string[], first: ReadonlyMap<string, Row>): Row {
  const origins = keys.map((key) => first.get(key)!).filter(({ article }) => article !== row.article);
  return origins.reduce((earliest, other) => (isEarlier(other, earliest) ? other : earliest), row);
}

/** A row without a date comes last. */
function isEarlier(a: Printed, b: Printed): boolean {
  const [dayA, dayB] = [a.published ?? '~', b.published ?? '~'];
  if (dayA !== dayB) return dayA < dayB;
  return a.article === b.article ? a.claim < b.claim : a.article < b.article;
}
