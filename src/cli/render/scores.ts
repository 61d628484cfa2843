import type { SuiteReport } from '../../evaluation/types.ts';
import { cleanLine } from '../../report/clean.ts';

const figure = (value: number): string => value.toFixed(3);

/** Precision, recall and F1 per layer, then the slot accuracies, then (if asked) every miss and false alarm. */
export function scoreSheet(report: SuiteReport, verbose: boolean): string {
  const width = Math.max(...Object.keys(report.layers).map((name) => name.length));
  const lines = [`${report.suite}: ${report.n} scored`, '', `${'layer'.padEnd(width)}      P      R     F1   pred   gold`];
  for (const [name, { p, r, f, predicted, gold }] of Object.entries(report.layers))
    lines.push(
      `${name.padEnd(width)}  ${[p, r, f].map(figure).join('  ')}  ${String(predicted).padStart(5)}  ${String(gold).padStart(5)}`,
    );
  lines.push('', ...Object.entries(report.counts).map(([name, count]) => `${name}: ${count}`));
  if (!verbose) return lines.join('\n');
  lines.push('');
  for (const { article, kind, detail } of report.findings) lines.push(cleanLine(`${article} | ${kind} | ${detail}`));
  return lines.join('\n');
}
