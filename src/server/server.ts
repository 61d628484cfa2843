import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { asProblem } from '../app/endpoint/answer.ts';
import { PROBLEMS, type Problem, ProblemError } from '../app/endpoint/problems.ts';
import type { Endpoint } from '../app/endpoint/types.ts';
import { type Access, admit } from './guard.ts';
import type { Log } from './log.ts';
import { COMMON_HEADERS, problemText, sendProblem } from './respond.ts';
import { type Outcome, routeOf } from './routes.ts';

export interface ServerOptions {
  readonly endpoint: Endpoint;
  readonly access: Access;
  readonly log: Log;
  /** Write queries into the log, and not only their hashes. */
  readonly logQueries?: boolean;
}

const LIMITS = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};
const MOST_CONNECTIONS = 1024;

/** All addresses of a network card are one client (RFC 4291, section 2.5.4: /64). */
export const clientOf = (address: string | undefined): string => {
  const plain = (address ?? 'unknown').replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') && plain !== '::1' ? plain.split(':').slice(0, 4).join(':') : plain;
};

const urlOf = (request: IncomingMessage): URL => {
  const host = /^[\w.:[\]-]+$/.test(request.headers.host ?? '') ? request.headers.host : 'localhost';
  try {
    return new URL(`http://${host}${request.url?.startsWith('/') ? request.url : '/'}`);
  } catch {
    throw new ProblemError('bad-request', 'the address cannot be read');
  }
};

const allow = (response: ServerResponse, methods: readonly string[], origin: string | null): void => {
  response.setHeader('Allow', [...methods, 'OPTIONS'].join(', '));
  if (origin === null) return;
  response.setHeader('Access-Control-Allow-Methods', methods.join(', '));
  response.setHeader('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type');
  response.setHeader('Access-Control-Max-Age', '600');
};

class RequestHandler {
  readonly #options: ServerOptions;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const id = randomUUID();
    for (const [name, value] of Object.entries({ ...COMMON_HEADERS, 'X-Request-Id': id })) response.setHeader(name, value);
    // A caller that breaks off is no error.
    response.on('error', () => {});
    let outcome: Outcome = {};
    let problem: Problem | null = null;
    let gone = false;
    try {
      outcome = await this.#answer(request, response);
    } catch (error) {
      problem = asProblem(error);
      if (problem.type === 'internal') this.#report(id, error);
      gone = response.socket?.destroyed ?? true;
      if (!gone) sendProblem(request, response, problem);
    }
    const ms = Math.round(performance.now() - start);
    // 499: the caller had gone, as other servers log it.
    this.#tell({ id, ms, request, status: gone ? 499 : response.statusCode, outcome, problem });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<Outcome> {
    const { endpoint, access } = this.#options;
    const url = urlOf(request);
    const origin = admit(request, url, access);
    if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
    const route = routeOf(url.pathname);
    if (request.method === 'OPTIONS') {
      allow(response, route.methods, origin);
      response.writeHead(204).end();
      return {};
    }
    if (!route.methods.includes(request.method ?? '')) {
      allow(response, route.methods, null);
      throw new ProblemError('method-not-allowed', `use ${route.methods.join(' or ')}`);
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const caller = { client: clientOf(request.socket.remoteAddress), signal: gone.signal };
    return route.handle({ request, response, url, caller, endpoint });
  }

  #report(id: string, error: unknown): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#options.log({ level: 'error', event: 'defect', id, reason });
  }

  #tell(done: {
    id: string;
    ms: number;
    request: IncomingMessage;
    status: number;
    outcome: Outcome;
    problem: Problem | null;
  }): void {
    const { id, ms, request, status, outcome, problem } = done;
    const { query } = outcome;
    this.#options.log({
      level: problem !== null && PROBLEMS[problem.type].status >= 500 ? 'warn' : 'info',
      event: 'request',
      id,
      client: clientOf(request.socket.remoteAddress),
      method: request.method,
      path: request.url?.split('?')[0]?.slice(0, 200),
      status,
      ms,
      rows: outcome.rows,
      problem: problem?.type,
      query: query && (this.#options.logQueries ? query : createHash('sha256').update(query).digest('hex').slice(0, 16)),
    });
  }
}

const STATUS_LINES: Readonly<Record<string, readonly ['header-too-large' | 'bad-request', string]>> = {
  HPE_HEADER_OVERFLOW: ['header-too-large', 'HTTP/1.1 431 Request Header Fields Too Large'],
};

/** An HTTP server over an endpoint; it does not listen yet. */
export const createEndpointServer = (options: ServerOptions): Server => {
  const handler = new RequestHandler(options);
  const server = createServer(LIMITS, (request, response) => void handler.handle(request, response));
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const [type, line] = STATUS_LINES[error.code ?? ''] ?? ['bad-request', 'HTTP/1.1 400 Bad Request'];
    const text = problemText({ type, detail: type === 'bad-request' ? 'this is no HTTP' : 'send long queries by POST' });
    socket.end(`${line}\r\nContent-Type: application/problem+json\r\nConnection: close\r\n\r\n${text}`);
  });
  return server;
};
