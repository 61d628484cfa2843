import type { CheckReport } from '../../app/check.ts';
import { cleanLine } from '../../report/clean.ts';
import type { Colours } from '../session.ts';

/** What was checked and what was found, one finding a line. */
export function checkSheet({ checked, findings }: CheckReport, colours: Colours): string {
  const lines = findings.map(({ check, message, where }) =>
    cleanLine(`${check}: ${message}${where === null ? '' : ` (${where})`}`),
  );
  const what = Object.entries(checked).map(([name, count]) => `${count} ${name}`);
  const verdict = findings.length === 0 ? colours.green('all is well') : colours.red(`${findings.length} findings`);
  return [...lines, `checked ${what.join(', ')}: ${verdict}`].join('\n');
}
