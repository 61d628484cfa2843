import type { Analysis, NetworkKind } from '../../app/formats.ts';
import type { KnowledgeBase } from '../../app/knowledge-base.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import type { Reason } from '../../app/why.ts';
import { csv } from '../../report/csv.ts';
import { table } from '../../report/table.ts';
import type { Column } from '../../report/value.ts';
import type { Session } from '../session.ts';
import { inReadingOrder, reasonList } from './why.ts';

/** How an analysis is to be made and shown. */
export interface AnalysisOptions extends NetworkFilter {
  readonly layers: readonly NetworkKind[];
  readonly evidence?: boolean;
}

type Format = 'table' | 'csv' | 'json';

/** Runs an analysis and prints it, with its warnings on stderr. */
export async function printAnalysis(
  session: Session,
  base: KnowledgeBase,
  what: Analysis,
  format: Format,
  options: AnalysisOptions,
): Promise<void> {
  const view = new AnalysisView(session, base, format, options);
  await { opposition: () => view.opposition(), blocs: () => view.blocs(), balance: () => view.balance() }[what]();
}

/** The ends by the last part of their names: balance knows no labels. */
const tieText = ({ a, b, sign }: { a: string; b: string; sign: number }): string =>
  [a.replace(/^actor:/, ''), sign > 0 ? '+' : '-', b.replace(/^actor:/, '')].join(' ');

class AnalysisView {
  readonly #session: Session;
  readonly #base: KnowledgeBase;
  readonly #format: Format;
  readonly #options: AnalysisOptions;

  constructor(session: Session, base: KnowledgeBase, format: Format, options: AnalysisOptions) {
    this.#session = session;
    this.#base = base;
    this.#format = format;
    this.#options = options;
  }

  async opposition(): Promise<void> {
    const result = await this.#base.opposition(this.#options, this.#options.layers);
    const reasons = await this.#reasons();
    const evidence = (claims: readonly string[]): Reason[] => inReadingOrder(claims.flatMap((claim) => reasons.get(claim) ?? []));
    if (this.#format === 'json') {
      const ties = result.ties.map((tie) => (this.#options.evidence ? { ...tie, evidence: evidence(tie.claims) } : tie));
      return this.#session.printJson({ ...result, ties });
    }
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
    if (!this.#options.evidence || this.#format === 'csv') return;
    const { colours } = this.#session;
    for (const tie of result.ties) {
      const head = colours.bold(`${tie.sourceLabel} → ${tie.targetLabel}`);
      const lines = reasonList(evidence(tie.claims), colours);
      await this.#session.print(`\n${[head, ...lines].join('\n')}`);
    }
  }

  async blocs(): Promise<void> {
    const result = await this.#base.blocs(this.#options, this.#options.layers);
    if (this.#format === 'json') return this.#session.printJson(result);
    await this.#warn(result.warnings);
    await this.#rows(result.blocs, [
      { heading: 'part', value: (bloc) => bloc.component },
      { heading: 'members', value: (bloc) => bloc.members.map(({ label }) => label) },
      { heading: 'friends within', value: (bloc) => bloc.friends },
      { heading: 'quarrels within', value: (bloc) => bloc.quarrels },
      { heading: 'foes outside', value: (bloc) => bloc.foes },
      { heading: 'contacts outside', value: (bloc) => bloc.contacts },
    ]);
    if (this.#format === 'csv') return;
    if (result.unaligned.length > 0)
      await this.#session.print(`without a signed tie: ${result.unaligned.map(({ label }) => label).join(', ')}`);
  }

  async balance(): Promise<void> {
    const result = await this.#base.balance(this.#options, this.#options.layers);
    if (this.#format === 'json') return this.#session.printJson(result);
    await this.#warn(result.warnings);
    const facts: [name: string, value: string | number | null][] = [
      ['actors', result.actors],
      ['ties', result.ties],
      ['positive', result.positive],
      ['negative', result.negative],
      ['parts', result.components],
      ['independent cycles', result.cycles],
      ['balanced', result.balanced === null ? 'says nothing: no cycles' : result.balanced ? 'yes' : 'no'],
      ['frustration index', result.frustrationIndex],
      ['proven', result.optimal ? 'yes' : `no (at least ${result.lowerBound})`],
      ['triangle balance', result.triangleBalance],
      ['frustrated ties', result.frustrated.map(tieText).join('; ') || 'none'],
    ];
    await this.#rows(facts, [
      { heading: 'measure', value: ([name]) => name },
      { heading: 'value', value: ([, value]) => value },
    ]);
  }

  async #reasons(): Promise<ReadonlyMap<string, readonly Reason[]>> {
    return this.#options.evidence ? this.#base.reasons() : new Map();
  }

  async #warn(warnings: readonly { readonly message: string }[]): Promise<void> {
    for (const { message } of warnings) await this.#session.say(`note: ${message}`);
  }

  #rows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Promise<void> {
    if (this.#format === 'csv') return this.#session.emit(csv(rows, columns));
    const { columns: width } = this.#session.io.stdout;
    const text = table(rows, columns, { width, color: this.#session.colours.isColorSupported });
    return this.#session.print(rows.length === 0 ? `${text}(no rows)` : text);
  }
}
