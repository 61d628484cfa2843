/**
 * How often the same thing counts: each claim, or once for each article, day, month, year, or at all.
 * (The duplicate rules of Discourse Network Analyzer.)
 */
export const DUPLICATE_RULES = ['claim', 'article', 'day', 'month', 'year', 'all'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

interface Countable {
  readonly claim: string;
  readonly article: string;
  readonly published: string | null;
}

/** What stands for a row when doubles are removed. Without a date the article stands in for the time. */
export function countingKey(row: Countable, rule: DuplicateRule): string {
  switch (rule) {
    case 'claim':
      return row.claim;
    case 'article':
      return row.article;
    case 'day':
      return row.published ?? row.article;
    case 'month':
      return row.published?.slice(0, 7) ?? row.article;
    case 'year':
      return row.published?.slice(0, 4) ?? row.article;
    case 'all':
      return '';
  }
}
