import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { queryStore } from '../../src/sparql/query-store.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { oxigraphStore } from '../../src/store/oxigraph.ts';
import { digestAuthorization } from '../../src/store/remote/digest.ts';
import type { HttpOptions } from '../../src/store/remote/http.ts';
import { remoteStore } from '../../src/store/remote/store.ts';
import { failureOf } from '../sparql/helpers.ts';
import { queryStoreContract } from '../sparql/query-store.ts';
import { graphStoreContract } from './graph-store.ts';
import { type ServerOptions, sparqlServer } from './sparql-server.ts';

const remote = async (options: HttpOptions = {}, server: ServerOptions = {}) => {
  const origin = await sparqlServer(server);
  return remoteStore({ query: `${origin}/query`, update: `${origin}/update`, graphs: `${origin}/graphs` }, options);
};

const BY_MERGE = { answer: ['2'], why: 'the merge of several graphs counts a triple once for each' };
const OXIGRAPH = { 'the union holds a triple once': BY_MERGE };

graphStoreContract('in memory', async () => memoryStore());
graphStoreContract('Oxigraph', oxigraphStore);
graphStoreContract('a remote server', () => remote());
queryStoreContract('in memory', async () => queryStore(memoryStore()));
queryStoreContract('Oxigraph', async () => queryStore(await oxigraphStore()), OXIGRAPH);
queryStoreContract('a remote server (Oxigraph over HTTP)', async () => queryStore(await remote()), OXIGRAPH);

describe('a remote server', () => {
  const allows = (wanted: string) => ({ allows: (given: string | undefined) => given === wanted });

  it.each([
    ['Basic', { user: 'dba', password: 'pä:ss' }, allows(`Basic ${Buffer.from('dba:pä:ss').toString('base64')}`)],
    ['Bearer', { token: 'secret' }, allows('Bearer secret')],
  ])('lets in by %s', async (_name, credentials, server) => {
    const store = await remote({ credentials }, server);
    await store.put('urn:g', []);
    expect(await store.graphs()).toEqual([]);
    const stranger = await remote({}, server);
    expect(await failureOf(stranger.graphs())).toMatchObject({ kind: 'network', hint: expect.stringContaining('token') });
  });

  it('lets in by Digest, and gives no password away', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const seen: string[] = [];
    const store = await remote(
      { credentials: { user: 'dba', password: 'secret' } },
      {
        challenge: 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm=MD5',
        allows: (given, method) => {
          seen.push(given ?? '');
          const field = (name: string) => new RegExp(`${name}="?([^",]*)`).exec(given ?? '')?.[1] ?? '';
          const own = md5('dba:SPARQL:secret');
          const asked = md5(`${method}:${field('uri')}`);
          return field('response') === md5(`${own}:abc:${field('nc')}:${field('cnonce')}:auth:${asked}`);
        },
      },
    );
    expect(await store.graphs()).toEqual([]);
    expect(seen).toHaveLength(2);
    expect(seen.join()).not.toContain('secret');
  });

  it('the example of RFC 7616', () => {
    const challenge =
      'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
    const request = { method: 'GET', url: 'http://www.example.org/dir/index.html' };
    const nonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
    expect(digestAuthorization(challenge, request, 'Mufasa', 'Circle of Life', nonce)).toContain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
  });

  it.each([
    ['no server', 'http://127.0.0.1:9/query', /cannot be reached/],
    ['a redirection', '/moved', /answered 302/],
    ['no SPARQL', '/graphs?default', /answered 404/],
  ])('%s: an error of one line', async (_name, address, message) => {
    const url = address.startsWith('/') ? (await sparqlServer()) + address : address;
    const store = remoteStore({ query: url, update: url, graphs: url });
    const error = await failureOf(queryStore(store, { union: false }).engine.query('ASK {}'));
    expect(error.kind).toBe('network');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
  });

  it('gives up on a server that does not answer', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as { port: number }).port}/`;
    const store = remoteStore({ query: url, update: url, graphs: url }, { timeoutMs: 200 });
    expect((await failureOf(store.graphs())).message).toContain('did not answer');
    silent.close();
  });

  it('reads no more than it should', async () => {
    const store = await remote({ maxBytes: 10 });
    expect((await failureOf(store.graphs())).message).toContain('more than 10 bytes');
  });
});
