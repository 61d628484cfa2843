import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../app/endpoint/problems.ts';
import { decodeUtf8, readBody } from './body.ts';

/* Requests of the SPARQL 1.1 Protocol (W3C Recommendation 2013, sections 2.1 and 2.2), without their answers. */

/** Graphs that a request names. */
export interface Dataset {
  readonly default: readonly string[];
  readonly named: readonly string[];
}

/** What a request asks for. */
export type Operation =
  | { readonly kind: 'query' | 'update'; readonly text: string; readonly dataset: Dataset | null }
  /** No query: the service is to describe itself. */
  | { readonly kind: 'description' };

const fail = (detail: string): never => {
  throw new ProblemError('bad-request', detail);
};

const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/;

const datasetOf = (parameters: URLSearchParams, kind: 'query' | 'update'): Dataset | null => {
  const [plain, named] =
    kind === 'query' ? ['default-graph-uri', 'named-graph-uri'] : ['using-graph-uri', 'using-named-graph-uri'];
  const dataset = { default: parameters.getAll(plain!), named: parameters.getAll(named!) };
  const iris = [...dataset.default, ...dataset.named];
  for (const iri of iris) if (!ABSOLUTE_IRI.test(iri)) fail(`${JSON.stringify(iri.slice(0, 100))} is no absolute IRI of a graph`);
  return iris.length === 0 ? null : dataset;
};

/** The one text of a request. */
const only = (parameters: URLSearchParams, kind: 'query' | 'update'): string => {
  const texts = parameters.getAll(kind);
  if (texts.length !== 1) fail(`give one ${kind}, not ${texts.length}`);
  if (parameters.has(kind === 'query' ? 'update' : 'query')) fail('give a query or an update, not both');
  return texts[0]!;
};

const fromParameters = (parameters: URLSearchParams): Operation => {
  const kind = parameters.has('update') ? 'update' : 'query';
  return { kind, text: only(parameters, kind), dataset: datasetOf(parameters, kind) };
};

const mediaTypeOf = (request: IncomingMessage): string => {
  const [type = '', ...rest] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = rest.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (charset && !/^charset="?utf-?8"?$/.test(charset))
    throw new ProblemError('wrong-media-type', `SPARQL is sent in UTF-8, not ${charset.slice('charset='.length)}`);
  return type.trim();
};

const DIRECT: Readonly<Record<string, 'query' | 'update'>> = {
  'application/sparql-query': 'query',
  'application/sparql-update': 'update',
};

const fromPost = async (request: IncomingMessage, inUrl: URLSearchParams): Promise<Operation> => {
  const type = mediaTypeOf(request);
  const kind = DIRECT[type];
  if (kind !== undefined) {
    if (inUrl.has('query') || inUrl.has('update')) fail('the query stands in the body; it may not stand in the address too');
    return { kind, text: decodeUtf8(await readBody(request)), dataset: datasetOf(inUrl, kind) };
  }
  if (type !== 'application/x-www-form-urlencoded')
    throw new ProblemError(
      'wrong-media-type',
      'send application/x-www-form-urlencoded, application/sparql-query or application/sparql-update',
    );
  const parameters = new URLSearchParams(decodeUtf8(await readBody(request)));
  // Some clients put the dataset into the address all the same.
  for (const [name, value] of inUrl) parameters.append(name, value);
  return fromParameters(parameters);
};

/**
 * What a request to the endpoint asks for.
 * @throws ProblemError
 */
export const readOperation = async (request: IncomingMessage, inUrl: URLSearchParams): Promise<Operation> => {
  if (request.method === 'POST') return fromPost(request, inUrl);
  if (inUrl.has('update')) fail('an update is sent by POST');
  return inUrl.has('query') ? fromParameters(inUrl) : { kind: 'description' };
};
