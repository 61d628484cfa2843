import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { iri, quad, string } from '../../../src/rdf/factory.ts';
import { parseQuads } from '../../../src/rdf/parse.ts';
import { memoryStore } from '../../../src/store/memory.ts';
import { call } from '../../server/http.ts';
import { localEndpoint, serveLocally } from '../../server/local.ts';
import { unpackSuite } from './suite.ts';

/*
 * W3C SPARQL 1.1 Graph Store HTTP Protocol, what reads. The suite tells its cases in prose; each GET and HEAD of it is here, over
 * the state that its PUTs and POSTs would have made. What writes is answered with 405: the base is read-only.
 */

const suite = unpackSuite();
afterAll(() => suite?.remove());

const g = iri('http://example.org/unused');
const about = (graph: string, name: string) => [
  quad(iri(`${graph}#me`), iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), iri('http://xmlns.com/foaf/0.1/Person'), g),
  quad(iri(`${graph}#me`), iri('http://xmlns.com/foaf/0.1/name'), string(name), g),
];
const PERSON = 'http://example.org/person/1.ttl';

const READS: Readonly<Record<string, readonly [method: string, path: string, status: number, name: string | null]>> = {
  get_of_put__initial_state: ['GET', `?graph=${PERSON}`, 200, 'John Doe'],
  get_of_put__graph_already_in_store: ['GET', `?graph=${PERSON}`, 200, 'John Doe'],
  get_of_put__default_graph: ['GET', '?default', 200, 'Alice'],
  get_of_delete__existing_graph: ['GET', '?graph=http://example.org/person/2.ttl', 404, null],
  get_of_post__existing_graph: ['GET', `?graph=${PERSON}`, 200, 'John Doe'],
  get_of_post__multipart_formdata: ['GET', `?graph=${PERSON}`, 200, 'John Doe'],
  get_of_post__create__new_graph: ['GET', '?graph=http://example.org/new', 200, 'New'],
  get_of_post__after_noop: ['GET', '?graph=http://example.org/new', 200, 'New'],
  head_on_an_existing_graph: ['HEAD', `?graph=${PERSON}`, 200, null],
  head_on_a_nonexisting_graph: ['HEAD', '?graph=http://example.org/person/4.ttl', 404, null],
};

const origin = await (async () => {
  const store = memoryStore();
  await store.put(PERSON, about(PERSON, 'John Doe'));
  await store.put('http://example.org/new', about('http://example.org/new', 'New'));
  await store.put('', about('http://example.org/alice', 'Alice'));
  return serveLocally(localEndpoint(store, { union: false }));
})();

describe('W3C Graph Store Protocol, reading', () => {
  it.skipIf(suite === null)('every GET and HEAD of the manifest is here', () => {
    const text = readFileSync(join(suite!.folder, 'http-rdf-update', 'manifest.ttl'), 'utf8');
    const names = [...text.matchAll(/^gsp:((?:get|head)_\w+) a /gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(READS).sort());
  });

  it.each(Object.entries(READS))('%s', async (_name, [method, path, status, name]) => {
    const reply = await call(`${origin}/graphs${path}`, { method, headers: { Accept: 'text/turtle' } });
    expect(reply.status).toBe(status);
    if (status === 200) expect(reply.headers['content-type']).toBe('text/turtle; charset=utf-8');
    if (method === 'HEAD') expect(reply.text).toBe('');
    if (method === 'HEAD' && status === 200) expect(Number(reply.headers['content-length'])).toBeGreaterThan(0);
    if (name !== null) {
      const quads = parseQuads(reply.text, 'reply', 'turtle');
      expect(quads).toHaveLength(2);
      expect(quads.map(({ object }) => object.value)).toContain(name);
    }
  });

  it.each(['PUT', 'POST', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
    const reply = await call(`${origin}/graphs?default`, { method });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it.each([
    ['both', '?default&graph=http://example.org/new', 400],
    ['two', '?graph=http://example.org/new&graph=http://example.org/new', 400],
    ['no format that there is', '?default', 406],
  ])('%s: a problem document', async (what, path, status) => {
    const accept = status === 406 ? 'image/png' : '*/*';
    const reply = await call(`${origin}/graphs${path}`, { headers: { Accept: accept } });
    expect([what, reply.status, reply.headers['content-type']]).toEqual([what, status, 'application/problem+json']);
  });
});
