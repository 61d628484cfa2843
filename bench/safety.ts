import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomness } from './random.ts';
import { tryMutations } from './safety/mutations.ts';
import { siege } from './safety/siege.ts';
import { tryTerms } from './safety/terms.ts';

/*
 * `npm run bench:safety [siege|terms|mutations]`: the whole of what test/safety tries in part. It runs the built program
 * (npm run build), prints the figures and fails where one is not met.
 */

const MAIN = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
const SAMPLE = join(import.meta.dirname, '..', 'data', 'articles');
const DEADLINE_S = 10;

let failed = false;
const expect = (what: string, isMet: boolean): void => {
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${what}`);
  failed ||= !isMet;
};

const finished = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve));

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
    child.once('close', () => reject(new Error('the server did not start')));
  });

const underSiege = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-siege-'));
  const built = await finished(spawn(process.execPath, [MAIN, 'build', SAMPLE, '--kb', folder, '--quiet'], { stdio: 'inherit' }));
  if (built !== 0) throw new Error('the base could not be built');
  const args = ['serve', '--kb', folder, '--port', '0', '--quiet', '--timeout', String(DEADLINE_S)];
  const server = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const origin = /http:\/\/[\d.:]+/.exec(await firstLine(server))![0];
    await new Promise((resolve) => setTimeout(resolve, 8000));
    const report = await siege({
      origin,
      pid: server.pid!,
      deadlineMs: DEADLINE_S * 1000,
      clients: 20,
      attackers: 2,
      pauseMs: 500,
    });
    for (const { name, status, ms } of report.deaths)
      console.log(`        ${String(status).padEnd(4)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${name}`);
    const late = report.deaths.filter(({ ms }) => ms > (DEADLINE_S + 1) * 1000);
    const odd = report.deaths.filter(({ status }) => ![200, 400, 413, 422, 503].includes(status));
    expect(
      `${report.deaths.length} queries of death answered or refused within ${DEADLINE_S + 1} s`,
      late.length + odd.length === 0,
    );
    expect(`${report.asked} ordinary questions, ${report.wrong.length} answered wrongly`, report.wrong.length === 0);
    for (const wrong of report.wrong.slice(0, 3)) console.log(`        ${wrong}`);
    const times = `p50 ${report.p50.toFixed(0)} ms, p99 ${report.p99.toFixed(0)} ms, slowest ${report.slowest.toFixed(0)} ms`;
    expect(`${times} (p99 under 2 s)`, report.p99 < 2000);
    expect(
      `the server's own process took ${report.parentMb.toFixed(0)} MB (under 200) and never restarted`,
      report.parentMb < 200 && server.exitCode === null,
    );
  } finally {
    server.kill('SIGTERM');
    await finished(server);
    rmSync(folder, { recursive: true, force: true });
  }
};

const terms = (): void => {
  const { equal, refused, wrong } = tryTerms(20_000, randomness(20));
  for (const each of wrong.slice(0, 5)) console.log(`        ${each}`);
  expect(`20,000 hostile terms: ${equal} equal, ${refused} refused, ${wrong.length} otherwise`, wrong.length === 0);
};

const mutations = async (): Promise<void> => {
  const { right, refused, slowestMs, slowest, uncaught } = await tryMutations(100_000, randomness(100));
  for (const each of uncaught.slice(0, 5)) console.log(`        ${each}`);
  const counts = `100,000 changed queries and Turtle files: ${right} right, ${refused} refused, ${uncaught.length} uncaught`;
  expect(`${counts}; slowest ${slowestMs.toFixed(0)} ms`, uncaught.length === 0 && slowestMs < 1000);
  if (slowestMs >= 1000) console.log(`        ${JSON.stringify(slowest)}`);
};

if (!existsSync(MAIN)) throw new Error('run npm run build first');
const wanted = process.argv.slice(2);
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = { siege: underSiege, terms, mutations };
for (const [name, run] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await run();
process.exitCode = failed ? 1 : 0;
