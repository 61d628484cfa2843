import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import oxigraph from 'oxigraph';
import { afterAll } from 'vitest';

/*
 * A small SPARQL 1.1 server for tests, of other stuff than what is tested: Oxigraph behind HTTP, with queries, updates and the
 * Graph Store Protocol, and with the authentication that is asked for.
 */

const TRIPLES = 'application/n-triples';

export interface ServerOptions {
  /** Requests that `allows` refuses are answered with 401 and this challenge. */
  readonly challenge?: string;
  readonly allows?: (authorization: string | undefined, method: string) => boolean;
}

const bodyOf = async (request: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** @returns the server's origin */
export const sparqlServer = async ({ challenge, allows = () => true }: ServerOptions = {}): Promise<string> => {
  const store = new oxigraph.Store();
  const nodes = (iris: string[]) => iris.map((iri) => oxigraph.namedNode(iri));
  const query = (fields: URLSearchParams, accept: string): [type: string, text: string] => {
    const [plain, named] = [nodes(fields.getAll('default-graph-uri')), nodes(fields.getAll('named-graph-uri'))];
    const dataset = plain.length + named.length > 0 ? { default_graph: plain, named_graphs: named } : {};
    const type = accept.includes('json') ? 'application/sparql-results+json' : TRIPLES;
    return [type, store.query(fields.get('query')!, { results_format: type, ...dataset }) as string];
  };
  const graph = (method: string, name: string | null, body: string): [status: number, text: string] => {
    const node = name === null ? oxigraph.defaultGraph() : oxigraph.namedNode(name);
    const size = store.match(null, null, null, node).length;
    if (method === 'PUT' || method === 'DELETE') store.update(name === null ? 'CLEAR DEFAULT' : `DROP SILENT GRAPH <${name}>`);
    if (method === 'PUT') store.load(body, { format: 'text/turtle', to_graph_name: node });
    if (method === 'PUT') return [size === 0 ? 201 : 204, ''];
    if (size === 0) return [404, 'no such graph'];
    return method === 'GET' ? [200, store.dump({ format: TRIPLES, from_graph_name: node })] : [204, ''];
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const body = await bodyOf(request);
    try {
      if (!allows(request.headers.authorization, request.method!)) {
        response.writeHead(401, { 'WWW-Authenticate': challenge ?? 'Basic realm="test"' }).end('who are you?');
      } else if (url.pathname === '/moved') {
        response.writeHead(302, { Location: '/query' }).end();
      } else if (url.pathname === '/query') {
        const [type, text] = query(new URLSearchParams(body), request.headers.accept ?? '');
        response.writeHead(200, { 'Content-Type': type }).end(text);
      } else if (url.pathname === '/update') {
        store.update(body);
        response.writeHead(204).end();
      } else {
        const [status, text] = graph(request.method!, url.searchParams.get('graph'), body);
        response.writeHead(status, { 'Content-Type': TRIPLES }).end(text);
      }
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
