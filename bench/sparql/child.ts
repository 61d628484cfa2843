import { ENGINES, type Rows } from './engines.ts';
import { fingerprint } from './fingerprint.ts';
import type { Answered, Failed, Late, Loaded, Question } from './messages.ts';

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

/** How much of a core the process uses, from 0 to 1. */
const busyness = async (milliseconds: number): Promise<number> => {
  const start = cpu();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return (cpu() - start) / milliseconds;
};

/** Asks until the time is up; an engine that lets nothing else run is ended by the parent. */
const answer = async ({ text, limit }: Question): Promise<Answered | Failed | Late> => {
  const stop = new AbortController();
  const asked = cpu();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setInterval(() => cpu() - asked > limit && resolve('late'), 100);
  });
  try {
    let rows: Rows = [];
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && (round === 0 || least < SLOW); round++) {
      const start = cpu();
      const said = await Promise.race([ask(text, stop.signal), late]);
      if (said === 'late') {
        stop.abort();
        await busyness(500);
        return { kind: 'late', cpu: limit, isBusy: (await busyness(500)) > 0.1 };
      }
      rows = said;
      least = Math.min(least, cpu() - start);
    }
    return { kind: 'answered', cpu: least, rows: rows.length, fingerprint: fingerprint(rows) };
  } catch (error) {
    return { kind: 'failed', message: String(error).slice(0, 80) };
  } finally {
    clearInterval(timer);
  }
};

process.on('message', async (question: Question) => process.send!(await answer(question)));
