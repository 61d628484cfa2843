import { DemarcheError } from '../../model/errors.ts';
import { defaultGraph, inGraph, iri, type Quad } from '../../rdf/factory.ts';
import { byCodeUnit, sortQuads } from '../../rdf/order.ts';
import { parseQuads } from '../../rdf/parse.ts';
import { serialize } from '../../rdf/serialize.ts';
import { isAbsoluteIri } from '../../rdf/terms.ts';
import type { NativeQuery, SparqlStore } from '../types.ts';
import { assertSuccess, exchange, type HttpAnswer, type HttpOptions, type HttpRequest } from './http.ts';

/** Where a server is asked. */
export interface RemoteAddresses {
  /** SPARQL 1.1 queries. */
  readonly query: string;
  /** SPARQL 1.1 updates; where it is the same, as for most. */
  readonly update: string;
  /** Graph Store Protocol. */
  readonly graphs: string;
}

export interface RemoteOptions extends HttpOptions {
  /** A server may hold graphs of others, and of its own: only these are listed and asked. All unless given. */
  readonly isOurs?: (graph: string) => boolean;
}

const ACCEPT = { rows: 'application/sparql-results+json', triples: 'application/n-triples, text/turtle;q=0.5' } as const;

const withParameter = (url: string, name: string, value: string): string => {
  const result = new URL(url);
  if (value === '') result.search += `${result.search === '' ? '?' : '&'}${name}`;
  else result.searchParams.append(name, value);
  return result.href;
};

const isTurtle = (type: string): boolean => /turtle|n3/.test(type);

/**
 * Graphs on a SPARQL 1.1 server. A graph is PUT whole by the Graph Store Protocol (W3C Recommendation 2013), which a server
 * does at once or not at all.
 */
class RemoteStore implements SparqlStore {
  readonly #addresses: RemoteAddresses;
  readonly #options: RemoteOptions;

  constructor(addresses: RemoteAddresses, options: RemoteOptions) {
    this.#addresses = addresses;
    this.#options = options;
  }

  async graphs(): Promise<readonly string[]> {
    const text = 'SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }';
    const { results } = JSON.parse(await this.query({ text, gives: 'rows', dataset: null })) as {
      results: { bindings: readonly { readonly g: { readonly value: string } }[] };
    };
    const { isOurs = () => true } = this.#options;
    return results.bindings
      .map(({ g }) => g.value)
      .filter(isOurs)
      .sort(byCodeUnit);
  }

  async get(graph: string): Promise<readonly Quad[]> {
    const url = this.#urlOf(graph);
    const answer = await this.#send({ method: 'GET', url, headers: { Accept: ACCEPT.triples } });
    if (answer.status === 404) return [];
    const { text, type } = assertSuccess(answer, url);
    const own = graph === '' ? defaultGraph() : iri(graph);
    return sortQuads(parseQuads(text, url, isTurtle(type) ? 'turtle' : 'ntriples').map((each) => inGraph(each, own)));
  }

  async put(graph: string, quads: Iterable<Quad>): Promise<void> {
    const body = serialize([...quads], 'ntriples');
    if (body === '') return void (await this.delete(graph));
    const url = this.#urlOf(graph);
    // Turtle contains N-Triples, and every server takes it.
    const headers = { 'Content-Type': 'text/turtle; charset=utf-8' };
    assertSuccess(await this.#send({ method: 'PUT', url, headers, body }), url);
  }

  async delete(graph: string): Promise<boolean> {
    const url = this.#urlOf(graph);
    // Some servers answer 200 to the removal of what was not there.
    const wasThere = (await this.get(graph)).length > 0;
    const answer = await this.#send({ method: 'DELETE', url });
    if (answer.status !== 404) assertSuccess(answer, url);
    return wasThere;
  }

  async query({ text, gives, dataset }: NativeQuery): Promise<string> {
    const fields = new URLSearchParams({ query: text });
    for (const graph of dataset?.default ?? []) fields.append('default-graph-uri', graph);
    for (const graph of dataset?.named ?? []) fields.append('named-graph-uri', graph);
    const headers = { Accept: ACCEPT[gives], 'Content-Type': 'application/x-www-form-urlencoded' };
    const url = this.#addresses.query;
    return assertSuccess(await this.#send({ method: 'POST', url, headers, body: fields.toString() }), url).text;
  }

  async update(text: string): Promise<void> {
    const url = this.#addresses.update;
    const headers = { 'Content-Type': 'application/sparql-update; charset=utf-8' };
    assertSuccess(await this.#send({ method: 'POST', url, headers, body: text }), url);
  }

  #send(request: HttpRequest): Promise<HttpAnswer> {
    return exchange(request, this.#options);
  }

  #urlOf(graph: string): string {
    if (graph === '') return withParameter(this.#addresses.graphs, 'default', '');
    if (!isAbsoluteIri(graph))
      throw new DemarcheError('rdf', 'the name of a graph is no absolute IRI', { hint: graph.slice(0, 60) });
    return withParameter(this.#addresses.graphs, 'graph', graph);
  }
}

/** Graphs on a remote server. Nothing is asked before it is needed. */
export const remoteStore = (addresses: RemoteAddresses, options: RemoteOptions = {}): SparqlStore =>
  new RemoteStore(addresses, options);
