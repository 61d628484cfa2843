import { request } from 'node:http';
import { residentBytes } from '../../src/app/endpoint/resident.ts';
import { DEATHS } from './deaths.ts';

/* A server under attack: queries of death from a few clients while ordinary ones go on asking. */

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

const ask = (origin: string, query: string, from: string, limitMs: number): Promise<Reply> =>
  new Promise((resolve) => {
    const start = performance.now();
    const done = (status: number, text: string): void => resolve({ status, text, ms: performance.now() - start });
    const headers = { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json, text/turtle;q=0.5' };
    const options = { method: 'POST', headers, localAddress: from, agent: false as const };
    const sent = request(`${origin}/sparql`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => done(0, 'broken off'));
      response.on('end', () => done(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')));
    });
    sent.setTimeout(limitMs, () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => done(0, error.message));
    sent.end(query);
  });

const ORDINARY = [
  'SELECT ?label { ?a a dem:Actor ; rdfs:label ?label } ORDER BY ?label',
  'SELECT (COUNT(*) AS ?n) { ?p a dem:Position }',
  'SELECT ?who (COUNT(*) AS ?n) { ?p a dem:Position ; dem:holder/rdfs:label ?who } GROUP BY ?who ORDER BY DESC(?n) ?who',
  'ASK { ?e a dem:Event }',
];

export interface SiegeOptions {
  readonly origin: string;
  /** Of the server's own process. */
  readonly pid: number;
  readonly deadlineMs: number;
  readonly clients: number;
  readonly attackers: number;
  readonly deaths?: readonly string[];
  /** Between two questions of an ordinary client. */
  readonly pauseMs: number;
}

export interface SiegeReport {
  readonly deaths: readonly { readonly name: string; readonly status: number; readonly ms: number }[];
  readonly asked: number;
  readonly wrong: readonly string[];
  /** Milliseconds that ordinary questions took. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** Greatest resident memory of the server's own process. */
  readonly parentMb: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Lays siege to a server until each query of death has been asked once. */
export const siege = async (options: SiegeOptions): Promise<SiegeReport> => {
  const { origin, pid, deadlineMs, clients, attackers, pauseMs, deaths = Object.keys(DEATHS) } = options;
  const right = await Promise.all(ORDINARY.map(async (query) => (await ask(origin, query, '127.0.0.1', 60_000)).text));
  const times: number[] = [];
  const wrong: string[] = [];
  let parent = 0;
  let isOver = false;
  const watch = setInterval(async () => {
    parent = Math.max(parent, await residentBytes(pid));
  }, 50);
  const client = async (number: number): Promise<void> => {
    for (let turn = number; !isOver; turn++) {
      const which = turn % ORDINARY.length;
      const { status, text, ms } = await ask(origin, ORDINARY[which]!, `127.0.1.${number + 1}`, 60_000);
      times.push(ms);
      if (status !== 200 || text !== right[which]) wrong.push(`${status} ${text.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const left = [...deaths];
  const told: { name: string; status: number; ms: number }[] = [];
  const attacker = async (number: number): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const { status, ms } = await ask(origin, DEATHS[name]!, `127.0.2.${number + 1}`, deadlineMs + 30_000);
      told.push({ name, status, ms });
    }
  };
  const asking = Array.from({ length: clients }, (_, i) => client(i));
  await Promise.all(Array.from({ length: attackers }, (_, i) => attacker(i)));
  isOver = true;
  await Promise.all(asking);
  clearInterval(watch);
  times.sort((a, b) => a - b);
  return {
    deaths: told,
    asked: times.length,
    wrong,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    slowest: times.at(-1) ?? 0,
    parentMb: parent / 1024 / 1024,
  };
};
