export { ACTION_DEFINITION, type ActionOptions, actionNetwork } from './action.ts';
export { ACTOR_TOPIC_DEFINITION, actorTopicNetwork } from './actor-topic.ts';
export { AFFILIATION_DEFINITION, affiliationNetwork } from './affiliation.ts';
export { analyzeBalance, type Balance, type BalanceOptions, type FrustratedTie, type GeneralisedBalance } from './balance.ts';
export { type Bloc, type BlocOptions, type Blocs, findBlocs } from './blocs.ts';
export { type ActorCentrality, analyzeCentrality, type Centrality, type CentralityOptions } from './centrality.ts';
export { PERIODS, type Period } from './change/calendar.ts';
export { type DatedClaim, datedClaims, edgeClaims } from './change/claims.ts';
export { type Fragility, type TieFragility, tieFragility } from './change/fragility.ts';
export { KERNELS, type Kernel } from './change/kernels.ts';
export { type Polarization, type PolarizationPoint, polarizationOf } from './change/polarization.ts';
export { type StanceChange, stanceChanges } from './change/stance-changes.ts';
export { type Timeline, type TimelineEntry, timelineOf } from './change/timeline.ts';
export { type TopicStance, topicStances } from './change/topic-stances.ts';
export { type TimeWindow, timeWindows, type WindowRule } from './change/windows.ts';
export { combineNetworks } from './combine.ts';
export {
  CONFLICT_DEFINITION,
  CONGRUENCE_DEFINITION,
  conflictNetwork,
  congruenceNetwork,
  SUBTRACT_DEFINITION,
  subtractNetwork,
} from './concordance.ts';
export { type CountingOptions, dayOf } from './counted.ts';
export { DUPLICATE_RULES, type DuplicateRule } from './counting.ts';
export { edgeListNetwork } from './edge-list.ts';
export { parseEdges } from './edge-table.ts';
export { type EvidenceSummary, summarise } from './evidence.ts';
export { EXPLANATIONS, type Measure, type MeasureExplanation } from './explanations.ts';
export { filterRows, inWindow, type RowFilter } from './filter.ts';
export { type FrustrationOptions, needsSolver } from './frustration.ts';
export { type KeyWord, keyWords } from './keyness.ts';
export { type Layout, type LayoutOptions, layoutNetwork, type Position } from './layout.ts';
export { MUTUAL_DEFINITION, mutualNetwork } from './mutual.ts';
export {
  LAYERS,
  type Layer,
  type Network,
  type Sign,
  type Tie,
  type TieAttributes,
  type TieEvidence,
  tiesOf,
} from './network.ts';
export {
  type Normalisation,
  PAIR_NORMALISATIONS,
  type PairNormalisation,
  TWO_MODE_NORMALISATIONS,
  type TwoModeNormalisation,
} from './normalisation.ts';
export { findOpposition, type Opposed, type Opposition, type OppositionResult } from './opposition.ts';
export { type PlainEdge, type PlainNetwork, type PlainNode, plainNetwork } from './plain.ts';
export type { AffiliationRow, EdgeRow, EventRow, PositionRow } from './rows.ts';
export { toSignedGraph } from './signed-graph.ts';
export type { Integral, InteriorPoint, LinearProgram, LinearSolver, ProgramRow, Relaxed } from './solver.ts';
export { STANCE_DEFINITION, type StanceOptions, stanceNetwork } from './stance.ts';
export { parseStatements, type Statements } from './statement-table.ts';
export { type Broader, topicsAtLevel } from './topic-levels.ts';
export type { Warning } from './warnings.ts';
