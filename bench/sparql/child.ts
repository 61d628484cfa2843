import { createHash } from 'node:crypto';
import { NUMERIC_TYPES } from '../../src/sparql/push-down/numeric.ts';
import { ENGINES, type Rows } from './engines.ts';

/*
 * One engine in a process of its own: it loads a file, then answers what it is sent, and tells CPU time and memory. The parent ends
 * it where an answer takes too long.
 */

export interface Loaded {
  readonly cpu: number;
  /** Bytes resident beyond those of the bare process. */
  readonly rss: number;
}

export interface Answered {
  readonly cpu: number;
  readonly rows: number;
  readonly answer: string;
}

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

/** Numbers are the same that have the same value. */
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

const [name, file] = process.argv.slice(2) as [string, string];
const before = { cpu: cpu(), rss: resident() };
const ask = await ENGINES[name]!(file);
process.send!({ cpu: cpu() - before.cpu, rss: resident() - before.rss } satisfies Loaded);

process.on('message', async (text: string) => {
  try {
    let rows: Rows = [];
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && (round === 0 || least < SLOW); round++) {
      const start = cpu();
      rows = await ask(text);
      least = Math.min(least, cpu() - start);
    }
    process.send!({ cpu: least, rows: rows.length, answer: fingerprint(rows) } satisfies Answered);
  } catch (error) {
    process.send!({ cpu: Number.NaN, rows: -1, answer: String(error).slice(0, 80) } satisfies Answered);
  }
});
