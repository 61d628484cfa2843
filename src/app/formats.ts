/** Names that the command line offers; kept apart from the code behind them so that help needs none of it. */

export const EXPORT_FORMATS = ['turtle', 'trig', 'nquads', 'ntriples', 'jsonld'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The positions as a table of statements, as Discourse Network Analyzer lists them. */
export const STATEMENT_FORMAT = 'dna';

export const QUERY_FORMATS = ['table', 'json', 'csv', 'tsv', 'xml', ...EXPORT_FORMATS] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

export const NETWORK_KINDS = [
  'stance',
  'action',
  'mutual',
  'congruence',
  'conflict',
  'subtract',
  'actor-topic',
  'affiliation',
] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** Kinds in which actors are tied by what they say on the same topics. */
export const PAIR_KINDS = ['congruence', 'conflict', 'subtract'] as const satisfies readonly NetworkKind[];

export const COUNTING_RULES = ['claim', 'article', 'day', 'week', 'month', 'year', 'all'] as const;
export const NORMALISATION_NAMES = ['average', 'jaccard', 'cosine', 'activity', 'prominence'] as const;
export const ACTOR_LEVELS = ['own', 'top'] as const;

export const GRAPH_FORMATS = ['table', 'json', 'csv', 'gexf', 'graphml', 'dot', 'svg'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export const ANALYSES = ['opposition', 'blocs', 'balance', 'centrality'] as const;
export type Analysis = (typeof ANALYSES)[number];

/** Analyses of when and by whom claims were printed. */
export const CHANGE_ANALYSES = ['timeline', 'topics', 'changes', 'polarization', 'fragility'] as const;
export type ChangeAnalysis = (typeof CHANGE_ANALYSES)[number];

export const PERIOD_NAMES = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const KERNEL_NAMES = ['uniform', 'triangular', 'epanechnikov', 'gaussian'] as const;
