import type {
  Balance,
  BalanceOptions,
  BlocOptions,
  Blocs,
  Centrality,
  CentralityOptions,
  FrustrationOptions,
  Measure,
  MeasureExplanation,
  Network,
  OppositionResult,
} from '../graph/index.ts';
import type { Analysis } from './formats.ts';

export type { Balance, Blocs, Centrality } from '../graph/index.ts';

/** How numbers are computed, beside what they are computed from. */
export interface AnalysisSettings extends Omit<BalanceOptions & BlocOptions & CentralityOptions, 'solver' | 'expired'> {
  /** Seconds after which a search for a proof ends with the bound that it has (default 60). */
  readonly deadline?: number | undefined;
}

/** Who stands together, with the solver where the network is so large that it needs one. */
export async function blocsOf(network: Network, settings: AnalysisSettings = {}): Promise<Blocs> {
  const { findBlocs } = await import('../graph/index.ts');
  return findBlocs(network, { ...settings, ...(await means(network, settings)) });
}

/** Are the signs of the network consistent? */
export async function balanceOf(network: Network, settings: AnalysisSettings = {}): Promise<Balance> {
  const { analyzeBalance } = await import('../graph/index.ts');
  return analyzeBalance(network, { ...settings, ...(await means(network, settings)) });
}

/** What proofs are made with, where the network is so large that they need more than trying all. */
async function means(network: Network, { deadline = 60 }: AnalysisSettings): Promise<FrustrationOptions> {
  const { needsSolver, toSignedGraph } = await import('../graph/index.ts');
  if (!needsSolver(toSignedGraph(network))) return {};
  const { linearSolver } = await import('./solver.ts');
  const end = performance.now() + 1000 * deadline;
  const secondsLeft = (): number => (end - performance.now()) / 1000;
  return { solver: await linearSolver(secondsLeft), expired: () => secondsLeft() <= 0 };
}

const MEASURES = {
  opposition: ['oppose', 'support', 'opponents'],
  blocs: ['frustrationIndex', 'lowerBound', 'signedModularity', 'clusterStability', 'blockmodel', 'topics', 'words'],
  balance: [
    'cycles',
    'balanced',
    'clusterable',
    'frustrationIndex',
    'lowerBound',
    'generalised',
    'undecided',
    'triangleBalance',
    'walkBalance',
    'triads',
    'significance',
  ],
  centrality: ['netDegree', 'pn', 'eigenvector', 'status', 'betweenness', 'brokerage', 'voiceShare'],
} as const satisfies Readonly<Record<Analysis, readonly Measure[]>>;

/** Formula and source of each number of an analysis, by the name it has in JSON. */
export async function explanationsOf(what: Analysis): Promise<Readonly<Record<string, MeasureExplanation>>> {
  const { EXPLANATIONS } = await import('../graph/index.ts');
  return Object.fromEntries(MEASURES[what].map((measure) => [measure, EXPLANATIONS[measure]]));
}

/** What an analysis is made of, with its results when they are asked for. */
export interface AnalysisSource {
  /** Name of the time window; null where there are none. */
  readonly window: string | null;
  opposition(): Promise<OppositionResult>;
  blocs(): Promise<Blocs>;
  balance(): Promise<Balance>;
  centrality(): Promise<Centrality>;
}

/** Analyses of a network that is at hand. */
export const networkSource = (
  { window, network }: { readonly window: string | null; readonly network: Network },
  settings: AnalysisSettings,
): AnalysisSource => ({
  window,
  opposition: async () => (await import('../graph/index.ts')).findOpposition(network),
  blocs: () => blocsOf(network, settings),
  balance: () => balanceOf(network, settings),
  centrality: async () => (await import('../graph/index.ts')).analyzeCentrality(network, settings),
});
