import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { type AnswerSettings, answerRequest, asProblem } from '../../src/app/endpoint/answer.ts';
import { ProblemError } from '../../src/app/endpoint/problems.ts';
import type { Endpoint } from '../../src/app/endpoint/types.ts';
import type { Access } from '../../src/server/guard.ts';
import { createEndpointServer } from '../../src/server/server.ts';
import { createEngine, type EngineOptions } from '../../src/sparql/index.ts';
import { updateStore } from '../../src/sparql/update.ts';
import type { MemoryStore } from '../../src/store/memory.ts';

/* A server in this process, over graphs in memory: what speaks HTTP without what keeps queries apart. */

const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const { type, detail, ...more } = asProblem(error);
    throw new ProblemError(type, detail, more);
  }
};

/** Only tests open an endpoint for writing. */
export const localEndpoint = (
  store: MemoryStore,
  options: EngineOptions & { readonly writable?: boolean; readonly settings?: AnswerSettings } = {},
): Endpoint => {
  const baseIri = options.baseIri ?? 'http://example.org/';
  const answering = {
    query: (...args: Parameters<ReturnType<typeof createEngine>['query']>) =>
      createEngine(store.quads, { ...options, baseIri }).query(...args),
    baseIri: async () => baseIri,
  };
  const update = (text: string, dataset: Parameters<NonNullable<Endpoint['update']>>[1]): Promise<void> =>
    told(updateStore(store, text, { ...options, baseIri, dataset }));
  return {
    answer: async (request) => {
      const { format, rows, text } = await told(answerRequest(answering, request, options.settings ?? { maxRows: 10_000 }));
      const body = Buffer.from(text);
      return {
        format,
        rows,
        length: body.length,
        body: (async function* () {
          yield body;
        })(),
      };
    },
    ...(options.writable ? { update } : {}),
  };
};

export const LOCAL: Access = { hostNames: new Set(['localhost', '127.0.0.1']), origins: [], token: null };

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  return Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

/** Serves an endpoint on a free port of this machine until the tests of the file are over; gives its origin. */
export const serveLocally = async (
  endpoint: Endpoint,
  access: Partial<Access> = {},
  log: (entry: Readonly<Record<string, unknown>>) => void = () => {},
): Promise<string> => {
  const server = createEndpointServer({ endpoint, access: { ...LOCAL, ...access }, log });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
