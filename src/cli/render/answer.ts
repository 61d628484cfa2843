import type { QueryFormat } from '../../app/formats.ts';
import type { KnowledgeBase } from '../../app/knowledge-base.ts';
import type { QueryParameters, QueryResult, RowEvidence } from '../../app/results.ts';
import { resultTable, serializeResult } from '../../app/results.ts';
import { DemarcheError } from '../../model/errors.ts';
import { cleanLine } from '../../report/clean.ts';
import { table } from '../../report/table.ts';
import type { Cell, Column } from '../../report/value.ts';
import type { Session } from '../session.ts';

/** A result and the query that gave it. */
export interface Answered {
  readonly text: string;
  readonly file?: string;
  readonly parameters?: QueryParameters;
  readonly result: QueryResult;
}

interface Options {
  readonly format?: QueryFormat;
  readonly why?: boolean;
  readonly json?: boolean;
}

/** Prints a result in the format asked for, with the evidence of each row if that is asked for too. */
export async function printAnswer(session: Session, base: KnowledgeBase, answered: Answered, options: Options): Promise<void> {
  const { result } = answered;
  const format = options.json ? 'json' : (options.format ?? (result.kind === 'quads' ? 'turtle' : 'table'));
  if (options.why) await printWithEvidence(session, base, answered, format);
  else if (format === 'table') await session.print(await tableText(session, base, result));
  else await session.emit(serializeResult(result, format, await base.baseIri()));
  if (result.kind !== 'boolean' && result.truncated) await session.say('note: there are more rows than the limit');
}

async function tableText(session: Session, base: KnowledgeBase, result: QueryResult): Promise<string> {
  const { columns, rows } = resultTable(result, await base.baseIri());
  const shown = columns.map((heading, index): Column<readonly Cell[]> => ({ heading, value: (row) => row[index] }));
  const { columns: width } = session.io.stdout;
  const text = table(rows, shown, { width, color: session.colours.isColorSupported });
  return rows.length === 0 ? `${text}(no rows)\n` : text;
}

async function printWithEvidence(session: Session, base: KnowledgeBase, answered: Answered, format: QueryFormat): Promise<void> {
  const { result, text, file, parameters } = answered;
  if (result.kind !== 'bindings') throw new DemarcheError('usage', '--why needs a SELECT query');
  if (format !== 'table' && format !== 'json')
    throw new DemarcheError('usage', `--why cannot be written as ${format}`, { hint: 'choose table or json' });
  const evidence = await base.evidence(text, result, { ...(file ? { file } : {}), ...(parameters ? { parameters } : {}) });
  const { columns, rows } = resultTable(result, await base.baseIri());
  if (format === 'json') {
    const named = (row: readonly Cell[]) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
    return session.printJson(rows.map((row, index) => ({ row: named(row), evidence: evidence[index] ?? [] })));
  }
  const blocks = rows.map((row, index) => [rowLine(columns, row, session), ...(evidence[index] ?? []).flatMap(evidenceLines)]);
  await session.print(blocks.length === 0 ? '(no rows)' : blocks.map((lines) => lines.join('\n')).join('\n\n'));
}

const rowLine = (columns: readonly string[], row: readonly Cell[], session: Session): string => {
  const cells = columns.flatMap((column, index) => (row[index] === null ? [] : [`${column}: ${row[index]}`]));
  return session.colours.bold(cleanLine(cells.join(' · ')));
};

function evidenceLines(item: RowEvidence): string[] {
  const { quote, kind, speaker, outlet, published, title, start, end, rule, confidence } = item;
  const facts = [
    kind,
    speaker,
    confidence === null ? null : `confidence ${confidence.toFixed(2)}`,
    rule,
    outlet,
    published,
    title,
    `characters ${start}-${end}`,
  ];
  return [`    ${cleanLine(`“${quote}”`)}`, `      ${cleanLine(facts.filter((fact) => fact !== null).join(' · '))}`];
}
