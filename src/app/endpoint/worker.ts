import { Worker } from 'node:worker_threads';
import { DemarcheError, describeError } from '../../model/errors.ts';
import { KnowledgeBase } from '../knowledge-base.ts';
import { answerRequest, asProblem } from './answer.ts';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './messages.ts';

/*
 * The process in which queries run: one at a time, with the base in its memory. It is killed when a query takes too long or too
 * much, so nothing here needs to be stopped gently.
 */

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '{}');

const send = (message: WorkerMessage): void => void process.send?.(message);

/** A query that never ends keeps the process from seeing that its parent is gone; a thread sees it. */
const dieWithParent = (): void => {
  const watch = `const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);`;
  new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } }).unref();
  process.on('disconnect', () => process.exit(0));
};

const open = async (): Promise<{ base: KnowledgeBase; problems: readonly string[] }> => {
  const problems: string[] = [];
  const base = await KnowledgeBase.open(settings.directory, { onProblem: (problem) => problems.push(describeError(problem)) });
  // Loads the base, so that the first caller need not wait for it.
  await base.query('SELECT * { ?s ?p ?o } LIMIT 1');
  return { base, problems };
};

const federationOf = async () => {
  if (settings.federate.length === 0) return {};
  const { httpFederation } = await import('./federation.ts');
  return { federation: httpFederation(settings.federate, settings.maxRows) };
};

const serve = async (base: KnowledgeBase): Promise<void> => {
  const answering = { maxRows: settings.maxRows, ...(await federationOf()) };
  process.on('message', async (request: WorkerRequest) => {
    try {
      const { format, rows, text } = await answerRequest(base, request, answering);
      const body = Buffer.from(text, 'utf8');
      send({ kind: 'answer', format, rows, length: body.length });
      process.stdout.write(body);
    } catch (error) {
      if (!(error instanceof Error) || asProblem(error).type === 'internal') console.error(error);
      send({ kind: 'problem', problem: asProblem(error) });
    }
  });
};

dieWithParent();
try {
  const { base, problems } = await open();
  await serve(base);
  send({ kind: 'ready', problems });
} catch (error) {
  send({ kind: 'unusable', reason: error instanceof DemarcheError ? describeError(error) : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}
