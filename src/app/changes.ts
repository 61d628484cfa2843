import type {
  DatedClaim,
  Fragility,
  Measure,
  MeasureExplanation,
  Polarization,
  StanceChange,
  Timeline,
  TopicStance,
  WindowRule,
} from '../graph/index.ts';
import type { EdgeFilter } from './edge-lists.ts';
import type { ChangeAnalysis } from './formats.ts';
import type { NetworkFilter, NetworkSource } from './networks.ts';
import { fineEnough, type TimeCut, windowRule } from './time-cut.ts';

/** How time is cut (default: by month), and how chance is asked. */
export interface ChangeSettings extends TimeCut {
  /** Shuffles of a test, and resamples of articles. Default 999 and 1000. */
  readonly shuffles?: number | undefined;
  readonly seed?: number | undefined;
}

/** What each analysis over time and sources yields. */
export interface ChangeResults {
  readonly timeline: Timeline;
  readonly polarization: Polarization;
  readonly topics: { readonly stances: readonly TopicStance[] };
  readonly changes: { readonly changes: readonly StanceChange[] };
  readonly fragility: Fragility;
}

const MEASURES = {
  timeline: [],
  topics: [],
  changes: ['changePoint'],
  polarization: ['estebanRay', 'modularity', 'changePoint'],
  fragility: ['interval', 'stability', 'articlesToFlip'],
} as const satisfies Readonly<Record<ChangeAnalysis, readonly Measure[]>>;

/** Formula and source of each number of an analysis. */
export async function changeExplanations(what: ChangeAnalysis): Promise<Readonly<Record<string, MeasureExplanation>>> {
  const { EXPLANATIONS } = await import('../graph/index.ts');
  return Object.fromEntries(MEASURES[what].map((measure) => [measure, EXPLANATIONS[measure]]));
}

/** Analyses of change always cut time. */
const monthly = (settings: ChangeSettings): WindowRule => windowRule(settings) ?? { period: 'month' };

/**
 * Runs one analysis over time or sources.
 * @throws DemarcheError (kind `usage`) if time is cut so finely that there are thousands of windows
 */
export async function analyzeChange<What extends ChangeAnalysis>(
  what: What,
  claims: readonly DatedClaim[],
  settings: ChangeSettings = {},
): Promise<ChangeResults[What]> {
  const graph = await import('../graph/index.ts');
  const { shuffles, seed } = settings;
  const run: { readonly [Name in ChangeAnalysis]: () => ChangeResults[Name] } = {
    timeline: () => graph.timelineOf(claims, monthly(settings)),
    polarization: () => graph.polarizationOf(claims, monthly(settings), { shuffles, seed }),
    topics: () => ({ stances: graph.topicStances(claims) }),
    changes: () => ({ changes: graph.stanceChanges(claims, { shuffles, seed }) }),
    fragility: () => graph.tieFragility(claims, { resamples: shuffles, seed }),
  };
  return fineEnough(run[what]);
}

/** The claims of a base that a stance network counts, each with its day and paper. */
export async function claimsOfBase(source: NetworkSource, filter: NetworkFilter = {}): Promise<DatedClaim[]> {
  const [{ datedClaims }, { positionRows }] = await Promise.all([import('../graph/index.ts'), import('./networks.ts')]);
  const { rows, options } = await positionRows(source, filter);
  return datedClaims(rows, options);
}

/** The lines of an edge list as claims. */
export async function claimsOfEdges(
  path: string,
  filter: EdgeFilter,
  readStdin?: () => Promise<Uint8Array>,
): Promise<DatedClaim[]> {
  const [{ edgeClaims }, { edgeRows }] = await Promise.all([import('../graph/index.ts'), import('./edge-lists.ts')]);
  return edgeClaims(await edgeRows(path, filter, readStdin));
}
