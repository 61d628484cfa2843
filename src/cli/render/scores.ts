import type { Reliability } from '../../evaluation/calibration.ts';
import type { RuleScore } from '../../evaluation/rules.ts';
import type { Finding } from '../../evaluation/tally.ts';
import type { SuiteReport } from '../../evaluation/types.ts';
import { cleanLine, cleanText } from '../../report/clean.ts';

const figure = (value: number): string => value.toFixed(3);

/** Precision, recall and F1 per layer, the other figures, what each rule does, and (if asked) every miss and false alarm. */
export function scoreSheet(report: SuiteReport, verbose: boolean): string {
  return [
    `${report.suite}: ${report.n} scored`,
    ...layerLines(report),
    ...countLines(report),
    ...ruleLines(report.rules ?? []),
    ...(verbose ? findingLines(report.findings) : []),
  ].join('\n');
}

function layerLines({ layers, intervals }: SuiteReport): string[] {
  const names = Object.keys(layers);
  if (names.length === 0) return [];
  const width = Math.max(...names.map((name) => name.length), 5);
  const head = `${'layer'.padEnd(width)}      P      R     F1   pred   gold  F1, 95 % interval`;
  const rows = Object.entries(layers).map(([name, { p, r, f, predicted, gold }]) => {
    const spread = intervals?.[name];
    const between = spread ? `  ${figure(spread.low)} to ${figure(spread.high)}` : '';
    const counts = `${String(predicted).padStart(5)}  ${String(gold).padStart(5)}`;
    return `${name.padEnd(width)}  ${[p, r, f].map(figure).join('  ')}  ${counts}${between}`;
  });
  return ['', head, ...rows];
}

function countLines({ counts, intervals }: SuiteReport): string[] {
  const lines = Object.entries(counts).map(([name, count]) => {
    const spread = intervals?.[name];
    return `${name}: ${count}${spread ? ` (95 % interval ${figure(spread.low)} to ${figure(spread.high)})` : ''}`;
  });
  return lines.length > 0 ? ['', ...lines] : [];
}

/** Precision with its interval, and the share of the gold a rule finds. */
function ruleLines(rules: readonly RuleScore[]): string[] {
  if (rules.length === 0) return [];
  const width = Math.max(...rules.map(({ rule }) => rule.length), 4) + 2;
  const lines: string[] = [];
  let layer = '';
  for (const one of rules) {
    if (one.layer !== layer) {
      layer = one.layer;
      lines.push('', `rules: ${layer}`, `${'  rule'.padEnd(width)}  fired  right  precision (95 % interval)  coverage`);
    }
    const counts = `${String(one.fired).padStart(5)}  ${String(one.right).padStart(5)}`;
    const interval = `(${figure(one.interval.low)} to ${figure(one.interval.high)})`;
    const name = `  ${cleanLine(one.rule)}`.padEnd(width);
    lines.push(`${name}  ${counts}  ${figure(one.precision)} ${interval}     ${figure(one.coverage)}`);
  }
  return lines;
}

/** Findings; the parse of a sentence stands once, below all that was found in it. */
function findingLines(findings: readonly Finding[]): string[] {
  const lines: string[] = [''];
  findings.forEach(({ article, kind, detail, parse }, i) => {
    lines.push(cleanLine(`${article} | ${kind} | ${detail}`));
    if (parse && findings[i + 1]?.parse !== parse) lines.push(...parse.map((line) => `    ${cleanText(line)}`), '');
  });
  return lines;
}

/** Reliability tables: of the claims with about this confidence, how many are right. */
export function reliabilitySheet(calibration: Readonly<Record<string, Reliability>>): string {
  const tables = Object.entries(calibration).flatMap(([name, { claims, ece, bins }]) => [
    '',
    `calibration of ${name}: ${claims} claims, expected calibration error ${figure(ece)}`,
    '  confidence   claims  mean   right  share (95 % interval)',
    ...bins.map((bin) => {
      const range = `${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`;
      const counts = `${String(bin.claims).padStart(6)}  ${bin.confidence.toFixed(2)}  ${String(bin.right).padStart(6)}`;
      return `  ${range}   ${counts}  ${figure(bin.right / bin.claims)} (${figure(bin.low)} to ${figure(bin.high)})`;
    }),
  ]);
  return tables.length > 0 ? tables.join('\n') : '\ncalibration: no claims with a confidence';
}
