import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { AnalysisSettings, AnalysisSource } from '../../app/analyses.ts';
import type { ChangeSettings } from '../../app/changes.ts';
import { ANALYSES, type Analysis, CHANGE_ANALYSES, type ChangeAnalysis, type NetworkKind } from '../../app/formats.ts';
import type { KnowledgeBase } from '../../app/knowledge-base.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import { DemarcheError } from '../../model/errors.ts';
import {
  claimOptions,
  countingOptions,
  cutOptions,
  type EdgeOptions,
  edgeOptions,
  integer,
  jsonOption,
  kbOption,
  layersOption,
  positive,
  quietOption,
  storeOf,
  storeOption,
  windowOptions,
  withOptions,
} from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends NetworkFilter, AnalysisSettings, ChangeSettings, EdgeOptions {
  readonly kb: string;
  readonly store?: string;
  readonly layers: readonly NetworkKind[];
  readonly evidence?: boolean;
  readonly explain?: boolean;
  readonly actor?: string;
  readonly format: 'table' | 'csv' | 'json' | 'svg';
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche analyze WHAT`: who opposes whom, blocs, balance, centrality. */
export function analyzeCommand(session: Session): Command {
  const command = new Command('analyze')
    .description(
      'analyse the network: opposition (who opposes whom), blocs (who stands together), balance (are the signs consistent), centrality (who counts how much), timeline (who says what when), topics (who is for or against what), changes (shifts and contradictions), polarization (how divided, over time), fragility (ties that hang on single sources)',
    )
    .addArgument(new Argument('<what>', 'which analysis').choices([...ANALYSES, ...CHANGE_ANALYSES]))
    .action((what: Analysis | ChangeAnalysis, options: Options) =>
      isChange(what) ? analyzeChanges(session, what, options) : analyze(session, what, options),
    );
  return withOptions(
    command,
    [
      layersOption(),
      new Option('--evidence', 'with the sentences behind each edge'),
      new Option('--explain', 'with formula and source of each number'),
      new Option('--actor <name>', 'centrality of this actor only'),
      new Option('--exact', 'centrality: betweenness from all actors, however many there are'),
      new Option('--weighted', 'frustration by weights of ties instead of their number'),
      new Option('--groups <n>', 'blocs: at most so many groups, or any number (default: two camps in each part)').argParser(
        groupCount,
      ),
      new Option('--blockmodel <n>', 'blocs: also a relaxed blockmodel of so many groups').argParser(integer),
      new Option('--draws <n>', 'blocs: how much of each comes back in so many draws of ties').argParser(integer),
      new Option('--generalised', 'balance: also for any number of groups where there are more than 3000 ties'),
      new Option(
        '--deadline <seconds>',
        'blocs, balance: end the search for a proof with the bound it has (default: 60)',
      ).argParser(positive),
      new Option('--undecided', 'balance: also the ties on which best partitions differ'),
      new Option('--shuffles <n>', 'balance: compare with so many shuffles of the signs; changes: shuffles of a test').argParser(
        integer,
      ),
      new Option('--seed <n>', 'seed of shuffles and searches (default: 1)').argParser(integer),
      ...cutOptions('timeline, polarization: length of a window (default: month); others: one result for each (default: all)'),
      new Option('--format <format>', 'output format; svg: timeline, topics, polarization')
        .choices(['table', 'csv', 'json', 'svg'])
        .default('table'),
      ...windowOptions(),
      ...claimOptions(),
      ...countingOptions(),
      ...edgeOptions(),
      kbOption(session),
      storeOption(),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche analyze opposition', 'who opposes whom, how often'],
      ['demarche analyze opposition --evidence', 'and in which words'],
      ['demarche analyze blocs --layers stance,action', 'from what is said and what is done'],
      ['demarche analyze blocs --groups any --draws 100', 'as many groups as it takes, and how stable they are'],
      ['demarche analyze balance --json', 'for a script'],
      ['demarche analyze balance --edges ties.csv --window 90-93', 'a plain edge list: from,to,sign and if wanted more'],
      ['demarche analyze centrality --explain', 'with formulas and sources'],
      ['demarche analyze changes --evidence', 'who changed sides or contradicts himself, in which words'],
      ['demarche analyze polarization --bandwidth 60 --kernel gaussian', 'how divided the actors are, smoothed'],
      ['demarche analyze timeline --by week --format svg > timeline.svg', 'a picture; also of topics and polarization'],
      ['demarche analyze fragility', 'ties that one article or outlet could turn'],
    ],
  );
}

const isChange = (what: string): what is ChangeAnalysis => (CHANGE_ANALYSES as readonly string[]).includes(what);

async function analyzeChanges(session: Session, what: ChangeAnalysis, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const [{ analyzeChange, changeExplanations, claimsOfEdges }, { printChange }] = await Promise.all([
    import('../../app/changes.ts'),
    import('../render/changes.ts'),
  ]);
  const shown = {
    format: options.json ? 'json' : options.format,
    explanations: options.explain ? await changeExplanations(what) : undefined,
  } as const;
  if (options.edges !== undefined) {
    const claims = await claimsOfEdges(options.edges, options, () => session.io.readStdin());
    return printChange(session, what, await analyzeChange(what, claims, options), { ...shown, reasons: new Map() });
  }
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  const reasons = options.evidence ? await base.reasons() : new Map();
  await printChange(session, what, await base[what](options, options), { ...shown, reasons });
}

function groupCount(value: string): number | 'any' {
  const count = value === 'any' ? value : integer(value);
  if (count === 'any' || (count >= 1 && count <= 50)) return count;
  throw new InvalidArgumentError('give any, or a number from 1 to 50.');
}

async function analyze(session: Session, what: Analysis, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const [{ explanationsOf }, { findActor }] = await Promise.all([
    import('../../app/analyses.ts'),
    import('../../app/edge-lists.ts'),
  ]);
  const { sources, reasons } =
    options.edges === undefined ? await baseSource(session, options) : await edgeSources(session, options);
  const { printAnalysis } = await import('../render/analysis.ts');
  if (options.format === 'svg')
    throw new DemarcheError('usage', `${what} has no picture`, { hint: 'demarche graph draws networks' });
  await printAnalysis(session, sources, what, {
    format: options.json ? 'json' : options.format,
    evidence: options.evidence,
    actor: options.actor,
    explanations: options.explain ? await explanationsOf(what) : undefined,
    reasons,
    find: findActor,
  });
}

interface Sources {
  readonly sources: readonly AnalysisSource[];
  readonly reasons: Awaited<ReturnType<KnowledgeBase['reasons']>>;
}

async function baseSource(session: Session, options: Options): Promise<Sources> {
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const { withWords } = await import('../../app/bloc-words.ts');
  const { networkSource } = await import('../../app/analyses.ts');
  const { windowRule } = await import('../../app/time-cut.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  const reasons = options.evidence ? await base.reasons() : new Map();
  if (options.window !== undefined && windowRule(options) === null)
    throw new DemarcheError('usage', 'time is not cut into windows', { hint: 'add --by or --bandwidth' });
  if (windowRule(options) !== null) {
    const networks = await base.networks(options.layers, options, options);
    return { sources: networks.map((network) => networkSource(network, options)), reasons };
  }
  const source: AnalysisSource = {
    window: null,
    opposition: () => base.opposition(options, options.layers),
    blocs: async () => withWords(await base.blocs(options, options.layers, options), await base.reasons()),
    balance: () => base.balance(options, options.layers, options),
    centrality: () => base.centrality(options, options.layers, options),
  };
  return { sources: [source], reasons };
}

async function edgeSources(session: Session, options: Options): Promise<Sources> {
  const [{ edgeListNetworks }, { networkSource }] = await Promise.all([
    import('../../app/edge-lists.ts'),
    import('../../app/analyses.ts'),
  ]);
  const networks = await edgeListNetworks(options.edges!, options, () => session.io.readStdin());
  return { sources: networks.map((network) => networkSource(network, options)), reasons: new Map() };
}
