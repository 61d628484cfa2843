import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from '../src/rdf/serialize.ts';
import { NUMERIC_TYPES } from '../src/sparql/push-down/numeric.ts';
import { articleQuads } from './sparql/data.ts';
import { ENGINES, type Rows } from './sparql/engines.ts';
import { benchQueries } from './sparql/queries.ts';

/*
 * The query layer against other engines, on claim-shaped data: CPU time of each query, of loading, and memory.
 *
 *     npm run bench:sparql [-- QUADS [ENGINE,ENGINE… [QUERIES]]]
 *
 * QUERIES: what the names of the queries begin with. Oxigraph takes minutes for some of the catalogue: ask it "analyst" first.
 */
const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 3;
/** Milliseconds after which a query is not asked again. */
const SLOW = 1500;

interface Report {
  readonly load: number;
  readonly rss: number;
  readonly queries: Readonly<Record<string, { readonly cpu: number; readonly rows: number; readonly answer: string }>>;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const cell = (term: { value: string; termType: string; datatype?: { value: string } }): string =>
  term.datatype && NUMERIC_TYPES.has(term.datatype.value) ? String(Math.round(Number(term.value) * 1e9) / 1e9) : term.value;

const fingerprint = (rows: Rows): string => {
  const texts = rows.map((row) =>
    [...row]
      .flatMap(([name, term]) => (term ? [`${name}=${cell(term)}`] : []))
      .sort()
      .join('|'),
  );
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex').slice(0, 12);
};

const measure = async (name: string, file: string, wanted: string): Promise<Report> => {
  const trig = readFileSync(file, 'utf8');
  const before = { cpu: cpu(), rss: process.memoryUsage().rss };
  const ask = await ENGINES[name]!(trig);
  const load = cpu() - before.cpu;
  const { rss } = process.memoryUsage();
  const queries: Record<string, { cpu: number; rows: number; answer: string }> = {};
  for (const { name: query, text } of benchQueries(ROOT)) {
    if (!query.startsWith(wanted)) continue;
    const times: number[] = [];
    let rows: Rows = [];
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const start = cpu();
        rows = await ask(text);
        times.push(cpu() - start);
        if (times[0]! > SLOW) break;
      }
      queries[query] = { cpu: Math.min(...times), rows: rows.length, answer: fingerprint(rows) };
    } catch (error) {
      queries[query] = { cpu: Number.NaN, rows: -1, answer: String(error).slice(0, 80) };
    }
  }
  return { load, rss: rss - before.rss, queries };
};

const generate = (wanted: number): { text: string; quads: number } => {
  const parts: string[] = [];
  let quads = 0;
  for (let number = 0; quads < wanted; number++) {
    const article = articleQuads(number);
    quads += article.length;
    parts.push(serialize(article, 'trig'));
  }
  return { text: parts.join('\n'), quads };
};

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

const show = (reports: Readonly<Record<string, Report>>, quads: number): void => {
  const names = Object.keys(reports);
  const own = reports.demarche!;
  console.log(`\n| query | rows | ${names.map((name) => `${name} ms`).join(' | ')} | same answer |`);
  console.log(`|---|---|${names.map(() => '---').join('|')}|---|`);
  for (const [query, { rows, answer }] of Object.entries(own.queries)) {
    const cells = names.map((name) => reports[name]!.queries[query]!.cpu.toFixed(1));
    const differing = names.filter((name) => reports[name]!.queries[query]!.answer !== answer);
    console.log(
      `| ${query} | ${rows} | ${cells.join(' | ')} | ${differing.length === 0 ? 'yes' : `not ${differing.join(', ')}`} |`,
    );
  }
  for (const name of names) {
    const shared = Object.keys(own.queries).filter(
      (query) => reports[name]!.queries[query]!.cpu > 0 && own.queries[query]!.cpu > 0,
    );
    const ratio = geometricMean(shared.map((query) => own.queries[query]!.cpu / reports[name]!.queries[query]!.cpu));
    const load = own.load / reports[name]!.load;
    const memory = reports[name]!.rss / quads / 1024;
    console.log(
      `\nagainst ${name}: CPU ${ratio.toFixed(3)}, load ${load.toFixed(2)} (${reports[name]!.load.toFixed(0)} ms), ${memory.toFixed(2)} KB a quad`,
    );
  }
};

const [first = '100000', second, third = '', fourth = ''] = process.argv.slice(2);
if (first === '--measure') {
  console.log(`\n${JSON.stringify(await measure(second!, third!, fourth))}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sparql-'));
  const { text, quads } = generate(Number(first));
  const file = join(folder, 'data.trig');
  writeFileSync(file, text);
  console.log(`${quads} quads, ${(text.length / 1e6).toFixed(1)} MB of TriG`);
  const reports: Record<string, Report> = {};
  for (const name of second?.split(',') ?? Object.keys(ENGINES)) {
    const output = execFileSync(process.execPath, [...process.execArgv, import.meta.filename, '--measure', name, file, third], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    reports[name] = JSON.parse(output.trim().split('\n').at(-1)!) as Report;
  }
  show(reports, quads);
  rmSync(folder, { recursive: true });
}
