/**
 * Demarche as a library: political news in, a knowledge graph of who says, wants and does what about whom out.
 *
 *     import { KnowledgeBase } from 'demarche';
 *
 *     const base = await KnowledgeBase.open('kb');
 *     await base.build(['articles/']);
 *     const { ties } = await base.opposition();
 *     for (const tie of ties) console.log(tie.sourceLabel, 'opposes', tie.targetLabel, tie.oppose);
 *     const { reasons } = await base.why('China', 'NATO');
 *     for (const reason of reasons) console.log(reason.quote);
 */

export type { AnalysisSettings, Balance, Blocs, Centrality } from './app/analyses.ts';
export type { BuildOptions, BuildSummary } from './app/build.ts';
export type { CheckFinding, CheckReport } from './app/check.ts';
export { type ExtractOptions, extractFile } from './app/extract.ts';
export type { Analysis, ExportFormat, GraphFormat, NetworkKind } from './app/formats.ts';
export { KnowledgeBase, type OpenOptions } from './app/knowledge-base.ts';
export type { UserMetadata } from './app/metadata.ts';
export type { NetworkFilter } from './app/networks.ts';
export type { Clock, Files, Progress } from './app/ports.ts';
export type { Explanation, Reason } from './app/why.ts';
export type * from './model/document.ts';
export { DemarcheError, describeError } from './model/errors.ts';
export type * from './model/extraction.ts';
export type { Span } from './model/span.ts';
