import type { ActorCentrality, Balance, Blocs, Centrality, Measure, Network } from '../graph/index.ts';
import { type AnalysisResults, analysisQuads } from '../rdf/analysis.ts';
import type { Base } from '../store/base.ts';
import { stateOf } from '../store/state.ts';
import { writeBase } from '../store/writer.ts';
import { type AnalysisSettings, balanceOf, blocsOf } from './analyses.ts';
import type { NetworkFilter } from './networks.ts';
import { version } from './package.ts';

/** What was written into the derived graph. */
export interface Derived {
  readonly layers: readonly string[];
  readonly actors: number;
  readonly blocs: number;
  readonly frustratedTies: number;
  readonly measurements: number;
}

/** Numbers of each actor, by the names they have in JSON, with the measure that explains them. */
const ACTOR_NUMBERS = {
  netDegree: 'netDegree',
  pn: 'pn',
  pnIn: 'pn',
  pnOut: 'pn',
  eigenvector: 'eigenvector',
  status: 'status',
  betweenness: 'betweenness',
  brokerage: 'brokerage',
  voiceShare: 'voiceShare',
} as const satisfies { readonly [Name in keyof ActorCentrality]?: Measure };

const NETWORK_NUMBERS = {
  frustrationIndex: 'frustrationIndex',
  lowerBound: 'lowerBound',
  cycles: 'cycles',
  triangleBalance: 'triangleBalance',
  walkBalance: 'walkBalance',
} as const satisfies { readonly [Name in keyof Balance]?: Measure };

/**
 * Runs blocs, balance and centrality on a network and writes what they find into the derived graph, in place of all
 * that was there of earlier runs.
 * @throws DemarcheError (kind `store`) if another process is writing
 */
export async function deriveResults(
  base: Base,
  network: Network,
  filter: NetworkFilter,
  settings: AnalysisSettings,
): Promise<Derived> {
  const { analyzeCentrality } = await import('../graph/index.ts');
  const [balance, blocs] = [await balanceOf(network, settings), await blocsOf(network, settings)];
  const centrality = analyzeCentrality(network, settings);
  const state = await stateOf(base);
  const results = await resultsOf(network, { balance, blocs, centrality }, settingsText({ ...filter, ...settings }), {
    state,
    iriOf: iriWithin(base.settings.base),
  });
  await writeBase(base, (writer) => writer.putAnalysis(analysisQuads(results, base.settings.base), state));
  return {
    layers: results.layers,
    actors: network.order,
    blocs: results.blocs.length,
    frustratedTies: results.frustrated.length,
    measurements: results.values.length,
  };
}

/** Removes what `deriveResults` wrote. */
export const clearResults = (base: Base): Promise<boolean> => writeBase(base, (writer) => writer.removeAnalysis());

/** Networks name individuals shortly, `actor:CHN`; others by their IRI. */
const iriWithin =
  (base: string) =>
  (id: string): string =>
    id.includes('://') ? id : `${base}${id.replace(':', '/')}`;

/** What was asked for beside the defaults, in code-unit order of its names. */
const SAID = [
  'actors',
  'count',
  'factuality',
  'graded',
  'groups',
  'headlines',
  'presupposed',
  'reprints',
  'seed',
  'since',
  'topic',
  'topicLevel',
  'until',
  'verbal',
  'weighted',
] as const satisfies readonly (keyof NetworkFilter | keyof AnalysisSettings)[];

const settingsText = (asked: NetworkFilter & AnalysisSettings): string =>
  SAID.flatMap((name) => (asked[name] === undefined ? [] : [`${name}=${asked[name]}`])).join(' ');

interface Found {
  readonly balance: Balance;
  readonly blocs: Blocs;
  readonly centrality: Centrality;
}

async function resultsOf(
  network: Network,
  { balance, blocs, centrality }: Found,
  settings: string,
  { state, iriOf }: { readonly state: string; readonly iriOf: (id: string) => string },
): Promise<AnalysisResults> {
  const { EXPLANATIONS } = await import('../graph/index.ts');
  const values = [
    ...numbers(balance, NETWORK_NUMBERS, null),
    ...centrality.actors.flatMap((actor) => numbers(actor, ACTOR_NUMBERS, iriOf(actor.id))),
  ];
  const used = new Set(values.map(({ measure }) => measure));
  const names = Object.entries<Measure>({ ...NETWORK_NUMBERS, ...ACTOR_NUMBERS }).filter(([name]) => used.has(name));
  return {
    layers: network.getAttribute('layers'),
    definition: network.getAttribute('definition'),
    settings,
    stateSha256: state,
    version: version(),
    optimal: balance.optimal,
    blocs: blocs.blocs.map(({ component, members }) => ({ component, members: members.map(({ id }) => iriOf(id)) })),
    frustrated: balance.frustrated.map(({ a, b, sign, claims }) => ({
      ends: [iriOf(a), iriOf(b)],
      sign,
      claims: claims.map(iriOf),
    })),
    measures: names.map(([name, measure]) => ({ name, ...EXPLANATIONS[measure] })),
    values,
  };
}

/** The numbers of a result that are there; what was not computed or says nothing is left out. */
function numbers<Result extends object>(
  result: Result,
  names: { readonly [Name in keyof Result]?: Measure },
  of: string | null,
): AnalysisResults['values'] {
  return Object.keys(names).flatMap((measure) => {
    const value = result[measure as keyof Result];
    return typeof value === 'number' && Number.isFinite(value) ? [{ of, measure, value }] : [];
  });
}
