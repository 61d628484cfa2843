import type { Balance, Blocs, Centrality, Network, OppositionResult } from '../graph/index.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Answer, AskPlan, Catalogue, Engine, QueryLimits, QueryOptions, QueryResult } from '../sparql/index.ts';
import type { Base } from '../store/base.ts';
import type { AnalysisSettings } from './analyses.ts';
import type { BuildOptions, BuildSummary } from './build.ts';
import type { ChangeResults, ChangeSettings } from './changes.ts';
import type { CheckReport } from './check.ts';
import type { Derived } from './derive.ts';
import type { Drawing, DrawingOptions } from './drawing.ts';
import type { WindowNetwork } from './edge-lists.ts';
import type { ChangeAnalysis, ExportFormat, GraphFormat, NetworkKind } from './formats.ts';
import type { NetworkFilter } from './networks.ts';
import { type Progress, SILENT } from './ports.ts';
import type { Published } from './publish.ts';
import type { StatementExport } from './statements.ts';
import type { RemoteChoice, StoreChoice } from './store-choice.ts';
import type { TimeCut } from './time-cut.ts';
import type { Explanation, Reason } from './why.ts';

export interface OpenOptions {
  /** Is told of files of the base that cannot be read; what is whole is still used. */
  readonly onProblem?: (problem: DemarcheError) => void;
  /** Where queries are answered; in memory, by the engine here, unless given. */
  readonly store?: StoreChoice;
}

/** What is in memory once the base has been read. */
interface Contents {
  readonly baseIri: string;
  readonly engine: Engine;
  /** Null where queries go to a server. */
  readonly base: Base | null;
}

/**
 * A knowledge base: a folder of articles and of the graphs read out of them.
 *
 * Nothing is read before it is needed, and each part of the program is loaded when it is first used.
 */
export class KnowledgeBase {
  readonly directory: string;
  readonly #onProblem: (problem: DemarcheError) => void;
  readonly #store: StoreChoice;
  #contents: Promise<Contents> | undefined;
  #catalogues = new Map<string, Promise<Catalogue>>();

  private constructor(directory: string, options: OpenOptions) {
    this.directory = directory;
    this.#onProblem = options.onProblem ?? (() => {});
    this.#store = options.store ?? 'memory';
  }

  /** The base in a folder. The folder need not be there before `build`. */
  static async open(directory = 'kb', options: OpenOptions = {}): Promise<KnowledgeBase> {
    return new KnowledgeBase(directory, options);
  }

  /** Reads articles into the base: files, directories, `-` for standard input. */
  async build(paths: readonly string[], options: Omit<BuildOptions, 'directory'> = {}): Promise<BuildSummary> {
    const { buildBase } = await import('./build.ts');
    this.#contents = undefined;
    const summary = await buildBase(paths, { ...options, directory: this.directory });
    if (typeof this.#store === 'object') await this.publish(options.progress ?? SILENT);
    return summary;
  }

  /**
   * Puts every graph of the base onto the server that was named as its store, whole, and removes those of articles that are gone.
   * Doing it again changes nothing.
   */
  async publish(progress: Progress = SILENT): Promise<Published> {
    const { publishBase } = await import('./publish.ts');
    if (typeof this.#store !== 'object')
      throw new DemarcheError('usage', 'no server is named', { hint: 'give --store sparql:URL' });
    return publishBase(this.directory, this.#store, progress, this.#onProblem);
  }

  /** The named questions. */
  async questions(): Promise<Catalogue> {
    return this.#queries('catalog');
  }

  /**
   * Answers a named question.
   * @param values parameters as one would type them: `{ actor: 'NATO' }`
   */
  async ask(name: string, values: Readonly<Record<string, string>> = {}, limits: QueryLimits = {}): Promise<Answer> {
    const [{ ask }, catalogue] = await Promise.all([import('../sparql/index.ts'), this.questions()]);
    // An unknown name is told before the base is read.
    catalogue.get(name);
    const { engine } = await this.#read();
    return ask(engine, catalogue, name, values, limits);
  }

  /** How a named question is answered, without answering it: the SPARQL that runs, and what evaluates it. */
  async explainAsk(name: string, values: Readonly<Record<string, string>> = {}): Promise<AskPlan> {
    const [{ explainAsk }, catalogue] = await Promise.all([import('../sparql/index.ts'), this.questions()]);
    catalogue.get(name);
    return explainAsk((await this.#read()).engine, catalogue, name, values);
  }

  /** Runs any SPARQL query that reads. */
  async query(text: string, options: QueryOptions = {}): Promise<QueryResult> {
    const { engine } = await this.#read();
    return engine.query(text, options);
  }

  /** The network of one kind, or of several joined. */
  async network(kinds: NetworkKind | readonly NetworkKind[], filter: NetworkFilter = {}): Promise<Network> {
    const { buildNetwork } = await import('./networks.ts');
    return buildNetwork(await this.#source(), [kinds].flat(), filter);
  }

  /** The same for each window that time is cut into; a single one where it is not. */
  async networks(
    kinds: NetworkKind | readonly NetworkKind[],
    filter: NetworkFilter = {},
    cut: TimeCut = {},
  ): Promise<readonly WindowNetwork[]> {
    const { buildNetworks } = await import('./networks.ts');
    return buildNetworks(await this.#source(), [kinds].flat(), filter, cut);
  }

  /** A network as a table, data for other programs, or a picture. */
  async drawNetwork(
    kind: NetworkKind,
    format: GraphFormat,
    filter: NetworkFilter = {},
    options: DrawingOptions = {},
  ): Promise<Drawing> {
    const { draw } = await import('./drawing.ts');
    return draw(await this.network(kind, filter), kind, format, options);
  }

  /** Who opposes whom. */
  async opposition(filter: NetworkFilter = {}, layers: readonly NetworkKind[] = ['stance']): Promise<OppositionResult> {
    const { findOpposition } = await import('../graph/index.ts');
    return findOpposition(await this.network(layers, filter));
  }

  /** Who stands together. */
  async blocs(
    filter: NetworkFilter = {},
    layers: readonly NetworkKind[] = ['stance'],
    settings: AnalysisSettings = {},
  ): Promise<Blocs> {
    const { blocsOf } = await import('./analyses.ts');
    return blocsOf(await this.network(layers, filter), settings);
  }

  /** Are the signs of the network consistent? */
  async balance(
    filter: NetworkFilter = {},
    layers: readonly NetworkKind[] = ['stance'],
    settings: AnalysisSettings = {},
  ): Promise<Balance> {
    const { balanceOf } = await import('./analyses.ts');
    return balanceOf(await this.network(layers, filter), settings);
  }

  /** Who has how many friends and foes, who is central, who is spoken about and never heard. */
  async centrality(
    filter: NetworkFilter = {},
    layers: readonly NetworkKind[] = ['stance'],
    settings: AnalysisSettings = {},
  ): Promise<Centrality> {
    const { analyzeCentrality } = await import('../graph/index.ts');
    return analyzeCentrality(await this.network(layers, filter), settings);
  }

  /** Writes blocs, frustrated ties and centralities of a network into the derived graph, in place of earlier results. */
  async derive(
    filter: NetworkFilter = {},
    layers: readonly NetworkKind[] = ['stance'],
    settings: AnalysisSettings = {},
  ): Promise<Derived> {
    const { deriveResults } = await import('./derive.ts');
    const derived = await deriveResults(await this.#local('derive'), await this.network(layers, filter), filter, settings);
    this.#contents = undefined;
    return derived;
  }

  /** Removes what `derive` wrote. @returns false if there was nothing */
  async clearDerived(): Promise<boolean> {
    const { clearResults } = await import('./derive.ts');
    const { openBase } = await import('../store/base.ts');
    this.#contents = undefined;
    return clearResults(await openBase(this.directory));
  }

  /** Who says what about whom when: supporting and opposing claims of each pair in each stretch of time. */
  async timeline(filter: NetworkFilter = {}, settings: ChangeSettings = {}): Promise<ChangeResults['timeline']> {
    return this.#change('timeline', filter, settings);
  }

  /** Who is for or against which topic, how often. */
  async topics(filter: NetworkFilter = {}): Promise<ChangeResults['topics']> {
    return this.#change('topics', filter, {});
  }

  /** Shifts and contradictions in what one actor says about another or on a topic. */
  async changes(filter: NetworkFilter = {}, settings: ChangeSettings = {}): Promise<ChangeResults['changes']> {
    return this.#change('changes', filter, settings);
  }

  /** How divided actors are over topics, window by window. */
  async polarization(filter: NetworkFilter = {}, settings: ChangeSettings = {}): Promise<ChangeResults['polarization']> {
    return this.#change('polarization', filter, settings);
  }

  /** How far each tie of the stance network hangs on single articles and outlets. */
  async fragility(filter: NetworkFilter = {}, settings: ChangeSettings = {}): Promise<ChangeResults['fragility']> {
    return this.#change('fragility', filter, settings);
  }

  async #change<What extends ChangeAnalysis>(what: What, filter: NetworkFilter, settings: ChangeSettings) {
    const { analyzeChange, claimsOfBase } = await import('./changes.ts');
    return analyzeChange(what, await claimsOfBase(await this.#source(), filter), settings);
  }

  /** What one actor holds, says or does about another, with the words. Actors by any of their names. */
  async why(source: string, target: string): Promise<Explanation> {
    const { explain } = await import('./why.ts');
    return explain(await this.#source(), source, target);
  }

  /** The words behind each position and event, by the claim's name as networks give it (`position:…`). */
  async reasons(): Promise<ReadonlyMap<string, readonly Reason[]>> {
    const { reasonsByClaim } = await import('./why.ts');
    return reasonsByClaim(await this.#source());
  }

  /** The graph as RDF, sorted. Turtle and N-Triples hold the union of all graphs without rejected claims. */
  async export(format: ExportFormat = 'turtle'): Promise<string> {
    const { serialize } = await import('../rdf/serialize.ts');
    const { loadDataset } = await import('../store/dataset.ts');
    const base = await this.#local('export');
    const { named, union } = await loadDataset(base);
    const quads = format === 'turtle' || format === 'ntriples' ? union : named;
    return serialize(quads, format, { base: base.settings.base });
  }

  /** Its positions as a table of statements, as Discourse Network Analyzer lists them. */
  async statements(): Promise<StatementExport> {
    const { exportStatements } = await import('./statements.ts');
    return exportStatements(await this.#source());
  }

  /** Are the shapes met, the quotations verbatim, the check queries empty? */
  async check(progress: Progress = SILENT): Promise<CheckReport> {
    const { checkBase } = await import('./check.ts');
    const { engine } = await this.#read(() => {});
    const base = await this.#local('check');
    return checkBase(base, engine, progress);
  }

  /** Base IRI of individuals. */
  async baseIri(): Promise<string> {
    return (await this.#read()).baseIri;
  }

  /** The sentences behind each row of a SELECT. */
  async evidence(text: string, result: QueryResult, options: Pick<QueryOptions, 'parameters' | 'file'> = {}) {
    const { whyRows } = await import('../sparql/index.ts');
    if (result.kind !== 'bindings') return [];
    return whyRows((await this.#read()).engine, text, result, options);
  }

  async #source() {
    const [{ engine, baseIri }, rows, commands] = await Promise.all([
      this.#read(),
      this.#queries('networks'),
      this.#queries('commands'),
    ]);
    return { engine, rows, commands, base: baseIri };
  }

  #queries(folder: 'catalog' | 'commands' | 'networks'): Promise<Catalogue> {
    const known = this.#catalogues.get(folder) ?? import('./queries.ts').then(({ shippedQueries }) => shippedQueries(folder));
    this.#catalogues.set(folder, known);
    return known;
  }

  #read(onProblem = this.#onProblem): Promise<Contents> {
    this.#contents ??= this.#open(onProblem);
    return this.#contents;
  }

  #open(onProblem: (problem: DemarcheError) => void): Promise<Contents> {
    if (typeof this.#store === 'object') return remoteContents(this.directory, this.#store);
    return (this.#store === 'oxigraph' ? oxigraphContents : localContents)(this.directory, onProblem);
  }

  /** What only the folder holds. */
  async #local(command: string): Promise<Base> {
    const { base } = await this.#read();
    if (base) return base;
    throw new DemarcheError('usage', `${command} reads the folder of the base, not a server`, { hint: 'leave --store away' });
  }
}

/** Prefixes and graph names are those of the folder, where there is one. */
async function remoteContents(directory: string, store: RemoteChoice): Promise<Contents> {
  const [{ openBase }, { remoteEngine }, { DEFAULT_BASE }] = await Promise.all([
    import('../store/base.ts'),
    import('./store-choice.ts'),
    import('../rdf/namespaces.ts'),
  ]);
  const base = await openBase(directory).catch(() => null);
  const baseIri = base?.settings.base ?? DEFAULT_BASE;
  return { baseIri, engine: await remoteEngine(store, baseIri), base: null };
}

async function localContents(directory: string, onProblem: (problem: DemarcheError) => void): Promise<Contents> {
  const [{ openBase }, { openQuads }, { ontologyFiles }, { createEngine }, { version }] = await Promise.all([
    import('../store/base.ts'),
    import('../store/open-quads.ts'),
    import('./ontology.ts'),
    import('../sparql/engine.ts'),
    import('./package.ts'),
  ]);
  const base = await openBase(directory);
  const baseIri = base.settings.base;
  const { store, rejected, problems } = await openQuads(base, { ontology: ontologyFiles(baseIri), version: version() });
  for (const problem of problems) onProblem(problem);
  return { baseIri, engine: createEngine(store, { baseIri, rejected }), base };
}

async function oxigraphContents(directory: string, onProblem: (problem: DemarcheError) => void): Promise<Contents> {
  const [{ openBase }, { loadDataset }, { ontologyQuads }, { readJudgements, rejectedClaims }, { graphsOf, oxigraphEngine }] =
    await Promise.all([
      import('../store/base.ts'),
      import('../store/dataset.ts'),
      import('./ontology.ts'),
      import('../store/curation.ts'),
      import('./store-choice.ts'),
    ]);
  const base = await openBase(directory);
  const baseIri = base.settings.base;
  const dataset = await loadDataset(base, { ontology: ontologyQuads(baseIri) });
  for (const problem of dataset.problems) onProblem(problem);
  const rejected = rejectedClaims((await readJudgements(base)).value);
  const graphs = graphsOf(dataset, rejected, base.iris.commonGraph('curation'));
  return { baseIri, engine: await oxigraphEngine(graphs, { baseIri }), base };
}
