import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { EndpointPool, type PoolOptions } from '../../src/app/endpoint/pool.ts';
import { KnowledgeBase } from '../../src/app/knowledge-base.ts';
import { type RunningServer, type StartOptions, startServer } from '../../src/server/start.ts';
import { ROOT } from '../shared.ts';

/** The program of the processes, as `npm test` has built it: from source it would take seconds to start. */
const PROGRAM = { file: join(ROOT, 'dist/app/endpoint/worker.js') };

const assertBuilt = (): void => {
  const built = statSync(PROGRAM.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['app/endpoint', 'sparql', 'store'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, 'src', folder, name)),
  );
  if (sources.some((file) => statSync(file).mtimeMs > built)) throw new Error('dist/ is older than src/: run npm run build');
};

/** A base with the sample article in a folder of its own. */
export const sampleBase = async (): Promise<string> => {
  assertBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const base = await KnowledgeBase.open(join(folder, 'kb'));
  await base.build([join(ROOT, 'data/articles')]);
  return join(folder, 'kb');
};

const DEFAULTS = {
  limits: { timeoutMs: 6000, memoryMb: 256, maxRows: 5000 },
  workers: 2,
  spares: 2,
  federate: [],
  program: PROGRAM,
};

/** A pool over a base until the tests of the file are over. */
export const startPool = async (directory: string, options: Partial<PoolOptions> = {}): Promise<EndpointPool> => {
  const pool = await EndpointPool.start({ ...DEFAULTS, directory, ...options });
  afterAll(() => pool.close());
  return pool;
};

/** A server over a base until the tests of the file are over. */
export const serveBase = async (directory: string, options: Partial<StartOptions> = {}): Promise<RunningServer> => {
  const server = await startServer({
    ...DEFAULTS,
    directory,
    host: '127.0.0.1',
    port: 0,
    hostNames: [],
    origins: [],
    token: null,
    log: () => {},
    ...options,
  });
  afterAll(() => server.close(0));
  return server;
};
