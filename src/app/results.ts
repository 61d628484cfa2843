import type { QueryOptions } from '../sparql/index.ts';

/** Forms of query results, for those who print them. */
export { type QueryResult, type RowEvidence, serializeResult, tableOf as resultTable } from '../sparql/index.ts';

/** Terms that a query's parameters stand for. */
export type QueryParameters = NonNullable<QueryOptions['parameters']>;
