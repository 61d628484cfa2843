import { type CountingOptions, countedRows } from './counted.ts';
import { filterRows, type RowFilter } from './filter.ts';
import { addContribution, createNetwork, type Network } from './network.ts';
import type { AffiliationRow } from './rows.ts';

export const AFFILIATION_DEFINITION =
  'Directed, without signs. A tie leads from a person or body to the body it belongs to; weight counts the articles.';

/** Who belongs to which body, by what the articles say. */
export function affiliationNetwork(rows: readonly AffiliationRow[], options: RowFilter & CountingOptions = {}): Network {
  const network = createNetwork('directed', ['affiliation'], AFFILIATION_DEFINITION);
  const seen = new Set<string>();
  const { weigh } = options;
  for (const { row, key, weight } of countedRows(filterRows(rows, options), { weigh }, 'article', belongs))
    addContribution(
      network,
      {
        source: { id: row.member, label: row.memberLabel },
        target: { id: row.organisation, label: row.organisationLabel },
        sign: 0,
        weight,
        key,
        evidence: [{ claim: row.claim, article: row.article, sign: 0, date: row.published, topic: null }],
      },
      'affiliation',
      seen,
    );
  return network;
}

const belongs = ({ member, organisation }: AffiliationRow): readonly unknown[] => [member, organisation];
