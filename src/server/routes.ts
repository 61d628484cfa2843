import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProblemError } from '../app/endpoint/problems.ts';
import type { Caller, Endpoint, EndpointAnswer } from '../app/endpoint/types.ts';
import { prefersHtml, wantedFormats, wantedGraphFormat } from './formats.ts';
import { frontPage, frontText, problemsPage, queriesPage } from './pages.ts';
import { readOperation } from './protocol.ts';
import { sendAnswer, sendText } from './respond.ts';

/** One request on its way. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly caller: Caller;
  readonly endpoint: Endpoint;
}

/** What the log tells of an answer. */
export interface Outcome {
  readonly rows?: number;
  readonly query?: string;
}

/** Where a request leads. */
interface Route {
  readonly methods: readonly string[];
  readonly handle: (exchange: Exchange) => Promise<Outcome>;
}

const accept = ({ request }: Exchange): string | undefined => request.headers.accept;

const graphFormatOf = (exchange: Exchange) => {
  const format = wantedGraphFormat(accept(exchange));
  if (format === null) throw new ProblemError('not-acceptable', 'graphs come as Turtle, N-Triples, TriG, N-Quads or JSON-LD');
  return format;
};

const deliver = async ({ request, response }: Exchange, answer: EndpointAnswer): Promise<Outcome> => {
  await sendAnswer(request, response, answer);
  return { rows: answer.rows };
};

const describe = async (exchange: Exchange): Promise<Outcome> => {
  const { endpoint, url, caller } = exchange;
  const [service, graphs] = [`${url.origin}/sparql`, `${url.origin}/graphs`];
  return deliver(
    exchange,
    await endpoint.answer({ kind: 'description', endpoint: service, graphs, format: graphFormatOf(exchange) }, caller),
  );
};

const query = async (exchange: Exchange): Promise<Outcome> => {
  const { request, response, endpoint, url, caller } = exchange;
  const operation = await readOperation(request, url.searchParams);
  if (operation.kind === 'description') return describe(exchange);
  if (operation.kind === 'update') {
    if (!endpoint.update) throw new ProblemError('refused', 'the base is open for reading only; demarche build changes it');
    await endpoint.update(operation.text, operation.dataset);
    response.writeHead(204).end();
    return {};
  }
  const formats = wantedFormats(accept(exchange));
  if (!formats.bindings && !formats.boolean && !formats.quads)
    throw new ProblemError('not-acceptable', 'answers come as JSON, XML, CSV or TSV, graphs as Turtle, N-Triples or JSON-LD');
  const { text, dataset } = operation;
  const answer = await endpoint.answer({ kind: 'query', text, dataset, formats }, caller);
  return { ...(await deliver(exchange, answer)), query: text };
};

/** SPARQL 1.1 Graph Store HTTP Protocol (W3C Recommendation 2013), what reads. */
const graph = async (exchange: Exchange): Promise<Outcome> => {
  const { endpoint, url, caller } = exchange;
  const names = url.searchParams.getAll('graph');
  const isDefault = url.searchParams.has('default');
  if (names.length === 0 && !isDefault) return describe(exchange);
  if (names.length + (isDefault ? 1 : 0) > 1) throw new ProblemError('bad-request', 'name one graph: ?default, or ?graph=IRI');
  const name = isDefault ? null : new URL(names[0]!, url).href;
  return deliver(exchange, await endpoint.answer({ kind: 'graph', graph: name, format: graphFormatOf(exchange) }, caller));
};

const PLAIN = 'text/plain; charset=utf-8';

const questions = async () => (await (await import('../app/queries.ts')).shippedQueries()).list();

const front = async (exchange: Exchange): Promise<Outcome> => {
  const { request, response, url } = exchange;
  if (!prefersHtml(accept(exchange))) return plain(exchange, PLAIN, frontText(url.origin));
  // The page has a style of its own and a form, and loads nothing.
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
  sendText(request, response, 200, 'text/html; charset=utf-8', frontPage(url.origin, await questions()));
  return {};
};

const plain = async ({ request, response }: Exchange, type: string, text: string): Promise<Outcome> => {
  sendText(request, response, 200, type, text);
  return {};
};

const READ = ['GET', 'HEAD'];

const ROUTES: Readonly<Record<string, Route>> = {
  '/': { methods: READ, handle: front },
  '/problems': { methods: READ, handle: (exchange) => plain(exchange, PLAIN, problemsPage()) },
  '/queries': { methods: READ, handle: async (exchange) => plain(exchange, 'application/json', queriesPage(await questions())) },
  '/sparql': { methods: [...READ, 'POST'], handle: query },
  '/graphs': { methods: READ, handle: graph },
  '/.well-known/void': { methods: READ, handle: describe },
};

/**
 * Where a path leads; a slash at its end does not count.
 * @throws ProblemError where it leads nowhere
 */
export const routeOf = (path: string): Route => {
  const name = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (Object.hasOwn(ROUTES, name)) return ROUTES[name]!;
  throw new ProblemError('not-found', `try ${Object.keys(ROUTES).join(', ')}`);
};
