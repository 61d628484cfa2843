import { compareText, type Sign, type TieAttributes, type TieEvidence } from './network.ts';

/** What the claims of a tie say together: lists without doubles in code-unit order. */
export interface EvidenceSummary {
  readonly claims: readonly string[];
  readonly articles: readonly string[];
  readonly topics: readonly string[];
  /** First and last ISO day on which an article printed it. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Sums up a tie's evidence, or only that of one sign. */
export function summarise(tie: Pick<TieAttributes, 'evidence'>, sign?: Sign): EvidenceSummary {
  const chosen = sign === undefined ? tie.evidence : tie.evidence.filter((item) => item.sign === sign);
  const dates = distinct(chosen, (item) => item.date);
  return {
    claims: distinct(chosen, (item) => item.claim),
    articles: distinct(chosen, (item) => item.article),
    topics: distinct(chosen, (item) => item.topic),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
  };
}

const distinct = (items: readonly TieEvidence[], value: (item: TieEvidence) => string | null): string[] =>
  [...new Set(items.map(value))].filter((item) => item !== null).sort(compareText);
