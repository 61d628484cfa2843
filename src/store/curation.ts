import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { attemptEach, type Base } from './base.ts';
import { namesIn, readIfThere } from './files.ts';
import type { Judgement, Reading } from './types.ts';

/*
 * The judgement log: curation/*.tsv, files in code-unit order, rows in file order. The first row names the columns; `claim` and
 * `verdict` must be there, `coder` and `note` may be, others (the readable key) are for people. Lines that are empty or begin
 * with `#` are skipped. `claim` is an IRI, or what follows the base IRI (`position/9d8c…`).
 */

const VERDICTS: readonly string[] = ['accept', 'reject', 'correct'] satisfies Judgement['verdict'][];

const parseLog = (text: string, file: string, baseIri: string): Judgement[] => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const rows = lines
    .map((line, index) => ({ cells: line.split('\t').map((cell) => cell.trim()), line: index + 1, raw: line }))
    .filter(({ raw }) => raw.trim() !== '' && !raw.startsWith('#'));
  const header = rows[0];
  if (!header) return [];
  const column = (name: string): number => header.cells.indexOf(name);
  for (const name of ['claim', 'verdict'])
    if (column(name) < 0)
      throw new DemarcheError('store', `has no column ${name}`, {
        location: { file, line: header.line },
        hint: 'the first row names the columns, apart by tabs: claim, verdict, coder, note',
      });
  return rows.slice(1).map(({ cells, line }) => {
    const cell = (name: string): string => cells[column(name)] ?? '';
    if (cell('claim') === '' || !VERDICTS.includes(cell('verdict')))
      throw new DemarcheError(
        'store',
        cell('claim') === '' ? 'names no claim' : `unknown verdict ${JSON.stringify(cell('verdict'))}`,
        {
          location: { file, line },
          hint: `a row needs a claim and one of ${VERDICTS.join(', ')}`,
        },
      );
    return {
      claim: cell('claim').includes(':') ? cell('claim') : baseIri + cell('claim'),
      verdict: cell('verdict') as Judgement['verdict'],
      coder: cell('coder'),
      note: cell('note') || null,
    };
  });
};

/** All judgements, in the order in which they count; damaged files are told and left out. */
export const readJudgements = async (base: Base): Promise<Reading<readonly Judgement[]>> => {
  const folder = join(base.directory, 'curation');
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.tsv'));
  const logs = await attemptEach(names, async (name) => {
    const file = join(folder, name);
    return parseLog((await readIfThere(file))?.toString('utf8') ?? '', file, base.settings.base);
  });
  return { value: logs.value.flat(), problems: logs.problems };
};

/** Claims whose last judgement rejects them. */
export const rejectedClaims = (judgements: readonly Judgement[]): ReadonlySet<string> => {
  const last = new Map(judgements.map(({ claim, verdict }) => [claim, verdict]));
  return new Set([...last].filter(([, verdict]) => verdict === 'reject').map(([claim]) => claim));
};
