import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serialize } from '../src/rdf/serialize.ts';
import { articleQuads } from './sparql/data.ts';
import { CACHED, cacheOf, ENGINES } from './sparql/engines.ts';
import { benchQueries } from './sparql/queries.ts';
import { isAnswer, isBound, type Report, runEngine } from './sparql/runner.ts';

/*
 * The query layer against other engines, on claim-shaped data: CPU time of loading and of each query (the least of five rounds),
 * memory, and whether all answer the same.
 *
 *     npm run bench:sparql [-- --quads 1000000 --engines demarche,oxigraph --queries analyst --limit 20 --starts 4]
 *
 * --queries: what the names of the queries begin with. --limit: seconds for all rounds of one query; --starts: how often an engine
 * that was ended for that is started anew.
 */
const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    quads: { type: 'string', default: '100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',').replace(CACHED, 'cache') },
    queries: { type: 'string', default: '' },
    limit: { type: 'string', default: '20' },
    starts: { type: 'string', default: '4' },
  },
});

const known = Object.keys(ENGINES).map((name) => (name === CACHED ? 'cache' : name));
const unknown = values.engines.split(',').filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no engine "${unknown.join('", "')}"; choose from ${known.join(', ')}`);
  process.exit(2);
}

const write = (file: string, parts: Iterable<string | Uint8Array>): number => {
  const opened = openSync(file, 'w');
  let bytes = 0;
  for (const part of parts) bytes += typeof part === 'string' ? writeSync(opened, part) : writeSync(opened, part);
  closeSync(opened);
  return bytes;
};

let quads = 0;
function* articles(wanted: number): Generator<string> {
  for (let number = 0; quads < wanted; number++) {
    const article = articleQuads(number);
    quads += article.length;
    yield `${serialize(article, 'trig')}\n`;
  }
}

const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

const time = (report: Report, query: string): string => {
  const answer = report.queries.get(query);
  if (isBound(answer)) return `> ${answer?.cpu}`;
  return isAnswer(answer) ? answer.cpu.toFixed(1) : '–';
};

const sameAnswer = (query: string, own: Report, reports: ReadonlyMap<string, Report>): string => {
  const wanted = own.queries.get(query);
  const differing = [...reports].filter(([, report]) => {
    const answer = report.queries.get(query);
    return isAnswer(answer) && answer.answer !== wanted?.answer;
  });
  const compared = [...reports.values()].filter((report) => isAnswer(report.queries.get(query))).length;
  if (compared < 2) return 'nobody else';
  return differing.length === 0 ? 'yes' : `not ${differing.map(([name]) => name).join(', ')}`;
};

const ratios = (own: Report, other: Report): number[] =>
  [...own.queries].flatMap(([query, mine]) => {
    const theirs = other.queries.get(query);
    return isAnswer(mine) && (isAnswer(theirs) || isBound(theirs)) ? [mine.cpu / (theirs?.cpu ?? Number.NaN)] : [];
  });

const slower = (own: Report, other: Report): string[] =>
  [...own.queries].flatMap(([query, mine]) => {
    const theirs = other.queries.get(query);
    return isAnswer(theirs) && mine.cpu > 5 && mine.cpu > theirs.cpu * 1.5 ? [query] : [];
  });

const show = (reports: ReadonlyMap<string, Report>): void => {
  const own = reports.get('demarche')!;
  const asked = [...reports].filter(([, report]) => report.queries.size > 0);
  console.log(`\n| query | rows | ${asked.map(([name]) => `${name} ms`).join(' | ')} | same answer |`);
  console.log(`|---|---|${asked.map(() => '---').join('|')}|---|`);
  for (const [query, { rows }] of own.queries)
    console.log(
      `| ${query} | ${rows} | ${asked.map(([, report]) => time(report, query)).join(' | ')} | ${sameAnswer(query, own, reports)} |`,
    );
  console.log(
    '\n| engine | load s | KB a quad | our load | our CPU, geometric mean | our slower queries (over 5 ms and 1.5 times) |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const [name, report] of reports) {
    const load = report.load?.cpu ?? Number.NaN;
    const cells = [
      (load / 1000).toFixed(2),
      ((report.load?.rss ?? Number.NaN) / quads / 1024).toFixed(2),
      ((own.load?.cpu ?? Number.NaN) / load).toFixed(2),
      report.queries.size === 0 ? '' : geometricMean(ratios(own, report)).toFixed(3),
      slower(own, report).join(', ') || 'none',
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
};

const folder = mkdtempSync(join(tmpdir(), 'bench-sparql-'));
const file = join(folder, 'data.trig');
const size = write(file, articles(Number(values.quads)));
write(`${file}.cache`, cacheOf(file));
console.log(`${quads} quads, ${(size / 1e6).toFixed(1)} MB of TriG; ${process.version}`);
const queries = benchQueries(ROOT).filter(({ name }) => name.startsWith(values.queries));
const limits = { loadMs: 300_000, queryMs: Number(values.limit) * 1000, starts: Number(values.starts) };
const reports = new Map<string, Report>();
for (const name of values.engines.split(',').map((each) => (each === 'cache' ? CACHED : each)))
  reports.set(name, await runEngine(name, file, name === CACHED ? [] : queries, limits));
show(reports);
rmSync(folder, { recursive: true });
