/**
 * Fits the confidence of claims on annotated articles: `npx tsx scripts/calibrate.ts [FOLDER…]`.
 *
 * Writes data/calibration/*.tsv and bench/calibration.md. By default over the annotated articles of data/gold and
 * data/gold/fresh/tune; never over the sealed half. What is reported is measured leaving out one article at a time.
 * Run it after rules change, on the rules as they are; it takes about half a minute.
 */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeFiles } from '../src/app/node-files.ts';
import { SILENT } from '../src/app/ports.ts';
import { loadReader } from '../src/app/reader.ts';
import { codebookTables } from '../src/app/tables.ts';
import { runArticles } from '../src/evaluation/articles/suite.ts';
import { type Reliability, reliability, type Scored } from '../src/evaluation/calibration.ts';
import { asCalibration, type Fit, fitCalibration, type RawClaim } from '../src/evaluation/fit-calibration.ts';
import { calibrated } from '../src/extraction/confidence.ts';
import type { CalibratedLayer } from '../src/model/calibration.ts';

const ROOT = join(import.meta.dirname, '..');
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : ['data/gold', 'data/gold/fresh/tune'].map((one) => join(ROOT, one));
const shown = folders.map((one) => relative(ROOT, one)).join(' and ');

const LAYERS: Readonly<Record<string, CalibratedLayer>> = {
  'statements (speaker rolled up)': 'statements',
  'positions (holder rolled up)': 'positions',
  'events (type + initiator)': 'events',
};

/** Claims with the confidence their rules give, before any calibration. */
async function rawClaims(): Promise<RawClaim[]> {
  const reader = loadReader(codebookTables().filter(({ name }) => !name.includes('/calibration/')));
  const found: RawClaim[] = [];
  for (const path of folders) {
    const { judgements = [] } = await runArticles({ path, files: nodeFiles, progress: SILENT, reader });
    for (const { unit, layer, rule, confidence, outcome } of judgements)
      if (confidence !== null && outcome !== 'ignored')
        found.push({ unit, layer: LAYERS[layer]!, rule, confidence, right: outcome === 'right' });
  }
  return found;
}

function applied({ steps, rules }: Fit, claims: readonly RawClaim[]): Scored[] {
  const calibration = asCalibration({ steps, rules });
  return claims.map(({ layer, rule, confidence, right }) => ({
    confidence: calibrated(calibration, layer, rule, confidence),
    right,
  }));
}

/** Each article's claims by a fit that has not seen it. */
function leaveOneOut(claims: readonly RawClaim[]): (Scored & RawClaim)[] {
  return [...new Set(claims.map(({ unit }) => unit))].flatMap((unit) => {
    const own = claims.filter((one) => one.unit === unit);
    const scored = applied(fitCalibration(claims.filter((one) => one.unit !== unit)), own);
    return own.map((one, i) => ({ ...one, ...scored[i]! }));
  });
}

const brier = (scored: readonly Scored[]): number =>
  scored.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0) / scored.length;

function table({ bins, claims, ece }: Reliability, title: string): string[] {
  return [
    `### ${title}: ${claims} claims, expected calibration error ${ece.toFixed(3)}`,
    '',
    '| confidence | claims | mean confidence | right | share right | 95 % interval |',
    '|---|---|---|---|---|---|',
    ...bins.map((bin) => {
      const interval = `${bin.low.toFixed(2)} to ${bin.high.toFixed(2)}`;
      const share = (bin.right / bin.claims).toFixed(2);
      return `| ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)} | ${bin.claims} | ${bin.confidence.toFixed(2)} | ${bin.right} | ${share} | ${interval} |`;
    }),
    '',
  ];
}

const claims = await rawClaims();
const articles = new Set(claims.map(({ unit }) => unit)).size;
const held = leaveOneOut(claims);
const whole = fitCalibration(claims);
const layers = ['statements', 'positions', 'events'] as const;
const report = [
  '# Calibration of confidence',
  '',
  `\`npx tsx scripts/calibrate.ts\` over ${articles} annotated articles (${shown}). Each article's claims are scored by a fit`,
  'that has not seen it (leave-one-article-out); claims the gold leaves open do not count; intervals after Wilson (1927).',
  '',
  '| | claims | expected calibration error | Brier score |',
  '|---|---|---|---|',
  ...(
    [
      ['rules as they are', claims],
      ['calibrated, article left out', held],
    ] as const
  ).map(([name, some]) => `| ${name} | ${some.length} | ${reliability(some).ece.toFixed(3)} | ${brier(some).toFixed(3)} |`),
  '',
  '## Calibrated, article left out',
  '',
  ...table(reliability(held), 'all claims'),
  ...layers.flatMap((layer) => table(reliability(held.filter((one) => one.layer === layer)), layer)),
].join('\n');

const rows = (head: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...lines].map((line) => line.join('\t')).join('\n')}\n`;
const data = join(ROOT, 'data', 'calibration');
writeFileSync(
  join(data, 'curves.tsv'),
  rows(
    ['layer', 'from', 'probability', 'claims', 'right'],
    whole.steps.map(({ layer, from, probability, claims: all, right }) => [layer, from, probability, all, right]),
  ),
);
writeFileSync(
  join(data, 'rules.tsv'),
  rows(
    ['layer', 'rule', 'offset', 'claims', 'right'],
    whole.rules.map(({ layer, rule, offset, claims: all, right }) => [layer, rule, offset, all, right]),
  ),
);
writeFileSync(join(ROOT, 'bench', 'calibration.md'), `${report.trimEnd()}\n`);
console.log(report);
