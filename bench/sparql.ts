import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBase } from './sparql/base.ts';
import { CACHED, ENGINES } from './sparql/engines.ts';
import { benchQueries } from './sparql/queries.ts';
import { type Report, runEngine } from './sparql/runner.ts';
import { disagreements, tables } from './sparql/table.ts';

/*
 * The query layer against other engines, on claim-shaped data: CPU time of loading and of each query (the least of five rounds; of
 * one that takes over a second, the first), memory, and whether all answer the same. The queries are those of analysts and the
 * whole catalogue, with the parameters of its examples.
 *
 *     npm run bench:sparql [-- --quads 1000000 --engines demarche,oxigraph --queries analyst --limit 20 --starts 40]
 *
 * --engines: the first is the one that the others are compared with. --queries: what the names of the queries begin with.
 * --limit: seconds of CPU time for all rounds of one query; --starts: how often an engine is started, as one that was ended at the
 * limit must load anew. --heap: megabytes that each may hold in JavaScript. Fails where two answers differ.
 */
const { values } = parseArgs({
  options: {
    quads: { type: 'string', default: '100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',').replace(CACHED, 'cache') },
    queries: { type: 'string', default: '' },
    limit: { type: 'string', default: '20' },
    starts: { type: 'string', default: '40' },
    heap: { type: 'string', default: '12000' },
  },
});

const known = Object.keys(ENGINES).map((name) => (name === CACHED ? 'cache' : name));
const unknown = values.engines.split(',').filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no engine "${unknown.join('", "')}"; choose from ${known.join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-sparql-'));
try {
  const { file, quads, bytes, sample } = writeBase(join(folder, 'data.trig'), Number(values.quads));
  console.log(`${quads} quads, ${(bytes / 1e6).toFixed(1)} MB of TriG; ${process.version}`);
  const queries = (await benchQueries(sample)).filter(({ name }) => name.startsWith(values.queries));
  const limits = {
    loadMs: 600_000,
    queryMs: Number(values.limit) * 1000,
    starts: Number(values.starts),
    heapMb: Number(values.heap),
  };
  const reports = new Map<string, Report>();
  for (const name of values.engines.split(',').map((each) => (each === 'cache' ? CACHED : each)))
    reports.set(name, await runEngine(name, file, name === CACHED ? [] : queries, limits));
  console.log(tables(reports, quads));
  const differing = disagreements(reports);
  if (differing.length > 0) console.log(`\nanswered differently: ${differing.join(', ')}`);
  process.exitCode = differing.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
