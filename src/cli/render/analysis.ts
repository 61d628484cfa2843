import type { AnalysisSource } from '../../app/analyses.ts';
import type { Analysis } from '../../app/formats.ts';
import type { Reason } from '../../app/why.ts';
import { DemarcheError } from '../../model/errors.ts';
import { csv } from '../../report/csv.ts';
import { table } from '../../report/table.ts';
import type { Column } from '../../report/value.ts';
import type { Session } from '../session.ts';
import { balanceColumns, balanceFacts, blocColumns, blockmodelText, centralityColumns, tieText } from './measures.ts';
import { inReadingOrder, reasonList } from './why.ts';

/** How an analysis is to be shown. */
export interface AnalysisOptions {
  readonly format: 'table' | 'csv' | 'json';
  readonly evidence?: boolean | undefined;
  /** Only this actor, by name or identifier. */
  readonly actor?: string | undefined;
  /** Formula and source of each number. */
  readonly explanations?: Readonly<Record<string, { readonly formula: string; readonly source: string }>> | undefined;
  /** The words behind each claim. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
  /** The one named, or an error that names those who are nearest. */
  readonly find: (name: string, actors: readonly Named[]) => Named;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Runs an analysis on each source and prints it, with its warnings on stderr. */
export async function printAnalysis(
  session: Session,
  sources: readonly AnalysisSource[],
  what: Analysis,
  options: AnalysisOptions,
): Promise<void> {
  const view = new AnalysisView(session, options, sources.length > 1);
  if (options.format === 'json') {
    const results = [];
    for (const source of sources) results.push(await view.json(source, what));
    return session.printJson(results.length === 1 ? results[0] : results);
  }
  if (what === 'balance' && sources.length > 1) await view.balances(sources);
  else if (options.format === 'csv' && sources.length > 1)
    throw new DemarcheError('usage', `CSV holds one window and there are ${sources.length}`, {
      hint: 'choose one with --window',
    });
  else for (const source of sources) await view.show(source, what);
  await view.explain();
}

class AnalysisView {
  readonly #session: Session;
  readonly #options: AnalysisOptions;
  readonly #several: boolean;

  constructor(session: Session, options: AnalysisOptions, several: boolean) {
    this.#session = session;
    this.#options = options;
    this.#several = several;
  }

  /** The result as it is, with the window, the evidence and the explanations that were asked for. */
  async json(source: AnalysisSource, what: Analysis): Promise<object> {
    const { explanations } = this.#options;
    const window = source.window === null ? {} : { window: source.window };
    return { ...window, ...(await this.#result(source, what)), ...(explanations && { explanations }) };
  }

  async #result(source: AnalysisSource, what: Analysis): Promise<object> {
    if (what === 'centrality') return this.#centrality(source);
    if (what === 'balance') return this.#balance(source);
    if (what !== 'opposition') return source[what]();
    const result = await source.opposition();
    const ties = result.ties.map((tie) => (this.#options.evidence ? { ...tie, evidence: this.#evidence(tie.claims) } : tie));
    return { ...result, ties };
  }

  async #balance(source: AnalysisSource) {
    const result = await source.balance();
    if (!this.#options.evidence) return result;
    const frustrated = result.frustrated.map((tie) => ({ ...tie, evidence: this.#evidence(tie.claims) }));
    return { ...result, frustrated };
  }

  async #centrality(source: AnalysisSource) {
    const result = await source.centrality();
    if (this.#options.actor === undefined) return result;
    const { id } = this.#options.find(this.#options.actor, result.actors);
    return { ...result, actors: result.actors.filter((actor) => actor.id === id) };
  }

  async show(source: AnalysisSource, what: Analysis): Promise<void> {
    if (this.#several) await this.#session.print(this.#session.colours.bold(`window ${source.window}`));
    await this[what](source);
    if (this.#several) await this.#session.print('');
  }

  async opposition(source: AnalysisSource): Promise<void> {
    const result = await source.opposition();
    await this.#warn(result.warnings);
    await this.#rows(result.ties, [
      { heading: 'who', value: (tie) => tie.sourceLabel },
      { heading: 'opposes', value: (tie) => tie.targetLabel },
      { heading: 'times', value: (tie) => tie.oppose },
      { heading: 'supports', value: (tie) => tie.support },
      { heading: 'articles', value: (tie) => tie.articles.length },
      { heading: 'first', value: (tie) => tie.first },
      { heading: 'last', value: (tie) => tie.last },
    ]);
    if (!this.#options.evidence || this.#options.format === 'csv') return;
    for (const tie of result.ties) await this.#sentences(`${tie.sourceLabel} → ${tie.targetLabel}`, tie.claims);
  }

  /** The words behind a tie. */
  #sentences(head: string, claims: readonly string[]): Promise<void> {
    const { colours } = this.#session;
    const lines = reasonList(this.#evidence(claims), colours);
    return this.#session.print(`\n${[colours.bold(head), ...lines].join('\n')}`);
  }

  async blocs(source: AnalysisSource): Promise<void> {
    const result = await source.blocs();
    await this.#warn(result.warnings);
    await this.#rows(result.blocs, [
      { heading: 'part', value: (bloc) => bloc.component },
      { heading: 'members', value: (bloc) => bloc.members.map(({ label }) => label) },
      { heading: 'friends within', value: (bloc) => bloc.friends },
      { heading: 'quarrels within', value: (bloc) => bloc.quarrels },
      { heading: 'foes outside', value: (bloc) => bloc.foes },
      { heading: 'contacts outside', value: (bloc) => bloc.contacts },
      ...blocColumns(result.blocs),
    ]);
    if (this.#options.format === 'csv') return;
    if (result.signedModularity !== null) await this.#session.print(`signed modularity: ${result.signedModularity.toFixed(3)}`);
    if (result.blockmodel) await this.#session.print(blockmodelText(result.blockmodel));
    if (result.unaligned.length > 0)
      await this.#session.print(`without a signed tie: ${result.unaligned.map(({ label }) => label).join(', ')}`);
  }

  async balance(source: AnalysisSource): Promise<void> {
    const result = await source.balance();
    await this.#warn(result.warnings);
    await this.#rows(balanceFacts(result), [
      { heading: 'measure', value: ([name]) => name },
      { heading: 'value', value: ([, value]) => value },
    ]);
    if (!this.#options.evidence || this.#options.format === 'csv') return;
    for (const tie of result.frustrated) await this.#sentences(`frustrated: ${tieText(tie)}`, tie.claims);
  }

  /** One line for each window. */
  async balances(sources: readonly AnalysisSource[]): Promise<void> {
    const results = [];
    for (const source of sources) results.push({ window: source.window ?? '', ...(await source.balance()) });
    await this.#rows(results, balanceColumns(results));
  }

  async centrality(source: AnalysisSource): Promise<void> {
    const result = await this.#centrality(source);
    await this.#warn(result.warnings);
    const byDegree = [...result.actors].sort(
      (a, b) => b.positiveIn + b.negativeIn - (a.positiveIn + a.negativeIn) || (a.label < b.label ? -1 : 1),
    );
    await this.#rows(byDegree, centralityColumns(byDegree));
  }

  async explain(): Promise<void> {
    const { explanations, format } = this.#options;
    if (!explanations || format === 'csv') return;
    for (const [name, { formula, source }] of Object.entries(explanations))
      await this.#session.print(`\n${this.#session.colours.bold(name)}: ${formula}\n  ${source}`);
  }

  #evidence(claims: readonly string[]): Reason[] {
    return inReadingOrder(claims.flatMap((claim) => this.#options.reasons.get(claim) ?? []));
  }

  async #warn(warnings: readonly { readonly message: string }[]): Promise<void> {
    for (const { message } of warnings) await this.#session.say(`note: ${message}`);
  }

  #rows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Promise<void> {
    if (this.#options.format === 'csv') return this.#session.emit(csv(rows, columns));
    const { columns: width } = this.#session.io.stdout;
    const text = table(rows, columns, { width, color: this.#session.colours.isColorSupported });
    return this.#session.print(rows.length === 0 ? `${text}(no rows)` : text);
  }
}
