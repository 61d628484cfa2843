import { ENGINES, type Rows } from './engines.ts';
import { fingerprint } from './fingerprint.ts';
import type { Answered, Failed, Loaded } from './messages.ts';

/*
 * One engine in a process of its own: it loads a file, then answers what it is sent, and tells CPU time and memory. The parent ends
 * it where an answer takes too long.
 */

const ROUNDS = 5;
/** Milliseconds after which a query is not asked again. */
const SLOW = 1000;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const resident = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};

const [name, file] = process.argv.slice(2) as [string, string];
const before = { cpu: cpu(), rss: resident() };
const makeReady = await ENGINES[name]!(file);
const loaded = cpu();
const ask = await makeReady();
process.send!({ load: loaded - before.cpu, ready: cpu() - loaded, rss: resident() - before.rss } satisfies Loaded);

process.on('message', async (text: string) => {
  try {
    let rows: Rows = [];
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && (round === 0 || least < SLOW); round++) {
      const start = cpu();
      rows = await ask(text);
      least = Math.min(least, cpu() - start);
    }
    process.send!({ kind: 'answered', cpu: least, rows: rows.length, fingerprint: fingerprint(rows) } satisfies Answered);
  } catch (error) {
    process.send!({ kind: 'failed', message: String(error).slice(0, 80) } satisfies Failed);
  }
});
