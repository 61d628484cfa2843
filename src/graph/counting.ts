import { dayNumber, isoDay, periodStart } from './change/calendar.ts';

/**
 * How often the same thing counts: each claim, or once for each article, day, week, month, year, or at all.
 * (The duplicate rules of Discourse Network Analyzer.)
 */
export const DUPLICATE_RULES = ['claim', 'article', 'day', 'week', 'month', 'year', 'all'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

interface Countable {
  readonly claim: string;
  readonly article: string;
  readonly published: string | null;
}

/** What stands for a row when doubles are removed. Without a date the article stands in for the time. */
export function countingKey({ claim, article, published }: Countable, rule: DuplicateRule): string {
  switch (rule) {
    case 'claim':
      return claim;
    case 'article':
      return article;
    case 'day':
      return published ?? article;
    case 'week':
      return published === null ? article : isoDay(periodStart(dayNumber(published), 'week'));
    case 'month':
      return published?.slice(0, 7) ?? article;
    case 'year':
      return published?.slice(0, 4) ?? article;
    case 'all':
      return '';
  }
}

const RULES_IN_WORDS: Readonly<Record<DuplicateRule, string>> = {
  claim: 'Each claim counts once.',
  article: 'What one article says several times counts once.',
  day: 'What is printed several times on a day counts once.',
  week: 'What is printed several times in a week (from Monday) counts once.',
  month: 'What is printed several times in a month counts once.',
  year: 'What is printed several times in a year counts once.',
  all: 'However often something is printed it counts once.',
};

export const ruleInWords = (rule: DuplicateRule): string => RULES_IN_WORDS[rule];
