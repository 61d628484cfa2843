import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KnowledgeBase } from '../../src/app/knowledge-base.ts';
import type { RunningServer } from '../../src/server/start.ts';
import { sampleBase, serveBase } from './base.ts';
import { ask, call } from './http.ts';

/* The server as it runs: processes, limits, cancellation. */

const log: Readonly<Record<string, unknown>>[] = [];
let server: RunningServer;
/** With little time for a query. */
let strict: RunningServer;
let directory: string;

beforeAll(async () => {
  directory = await sampleBase();
  const limits = { memoryMb: 256, maxRows: 5000 };
  server = await serveBase(directory, { limits: { ...limits, timeoutMs: 30_000 }, log: (entry) => log.push(entry) });
  strict = await serveBase(directory, { limits: { ...limits, timeoutMs: 4000 }, spares: 1 });
});

const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
const LABELS = 'SELECT ?label { ?a a dem:Actor ; rdfs:label ?label } ORDER BY ?label';

describe('forms of answers', () => {
  it.each([
    [undefined, 'application/sparql-results+json'],
    ['application/json', 'application/sparql-results+json'],
    ['application/sparql-results+xml', 'application/sparql-results+xml'],
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['text/tab-separated-values', 'text/tab-separated-values; charset=utf-8'],
    ['text/csv;q=0.5, application/sparql-results+xml', 'application/sparql-results+xml'],
    ['text/html, */*;q=0.1', 'application/sparql-results+json'],
  ])('rows: %s', async (accept, type) => {
    const reply = await ask(server.origin, LABELS, { headers: accept ? { Accept: accept } : {} });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, type]);
    expect(reply.text).toContain('China');
  });

  it.each([
    [undefined, 'text/turtle; charset=utf-8'],
    ['application/n-triples', 'application/n-triples'],
    ['application/ld+json', 'application/ld+json'],
    ['application/trig', 'application/trig'],
    ['application/n-quads', 'application/n-quads'],
  ])('triples: %s', async (accept, type) => {
    const reply = await ask(server.origin, 'CONSTRUCT WHERE { ?a a dem:Actor ; rdfs:label ?label }', {
      headers: accept ? { Accept: accept } : {},
    });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, type]);
    expect(reply.text).toContain('China');
  });

  it.each([
    ['image/png', LABELS],
    ['text/csv', 'ASK {}'],
    ['text/turtle', LABELS],
  ])('%s for %s: 406', async (accept, query) => {
    expect((await ask(server.origin, query, { headers: { Accept: accept } })).status).toBe(406);
  });

  it('DESCRIBE and HEAD', async () => {
    expect((await ask(server.origin, 'DESCRIBE ?a { ?a rdfs:label "China" }')).text).toContain('China');
    const head = await call(`${server.origin}/sparql?query=ASK%7B%7D`, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('limits', () => {
  it('ends a query when its time is up, and goes on', async () => {
    const start = performance.now();
    const reply = await ask(strict.origin, ENDLESS);
    expect([reply.status, JSON.parse(reply.text).type]).toEqual([422, '/problems#deadline']);
    expect(performance.now() - start).toBeLessThan(6500);
    expect((await ask(server.origin, LABELS)).status).toBe(200);
  });

  it('refuses more rows than there may be, and never cuts them', async () => {
    const reply = await ask(server.origin, 'SELECT * { ?a ?b ?c . ?d a ?f }');
    expect([reply.status, JSON.parse(reply.text).type]).toEqual([422, '/problems#rows']);
  });

  it('ends a query that takes too much memory', async () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `BIND(CONCAT(?x${i}, ?x${i}) AS ?x${i + 1})`).join(' ');
    const reply = await ask(server.origin, `SELECT (STRLEN(?x40) AS ?n) { BIND("0123456789" AS ?x0) ${doubling} }`);
    expect([200, 400, 422]).toContain(reply.status);
    expect((await ask(server.origin, LABELS)).status).toBe(200);
  });

  it('reads no more of a body than a query may have', async () => {
    const reply = await ask(server.origin, `ASK {} #${'x'.repeat(10_000_000)}`);
    expect([reply.status, JSON.parse(reply.text).type]).toEqual([413, '/problems#too-large']);
  });

  it('ends a query whose caller has gone', async () => {
    const gone = new AbortController();
    const asked = ask(server.origin, ENDLESS, { signal: gone.signal }).catch(() => 'gone');
    setTimeout(() => gone.abort(), 300);
    expect(await asked).toBe('gone');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await ask(server.origin, LABELS)).status).toBe(200);
    expect(log.some(({ status }) => status === 499)).toBe(true);
  });

  it('lets a long query of one client keep nobody waiting', async () => {
    const gone = new AbortController();
    const long = ask(server.origin, ENDLESS, { from: '127.0.0.2', signal: gone.signal }).catch(() => 'gone');
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, i) => ask(server.origin, LABELS, { from: `127.0.0.${10 + i}` })),
    );
    expect(others.map(({ status }) => status)).toEqual(Array(10).fill(200));
    gone.abort();
    expect(await long).toBe('gone');
  });
});

describe('what is refused', () => {
  it.each([
    ['SERVICE', 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }', 403],
    ['an update sent as a query', 'DROP ALL', 403],
    ['a query that is none', 'SELECT', 400],
  ])('%s', async (_what, query, status) => expect((await ask(server.origin, query)).status).toBe(status));

  it('an update sent as one', async () => {
    const headers = { 'Content-Type': 'application/sparql-update' };
    const reply = await call(`${server.origin}/sparql`, { method: 'POST', body: 'DROP ALL', headers });
    expect([reply.status, JSON.parse(reply.text).type]).toEqual([403, '/problems#refused']);
  });

  it('tells where a query is wrong', async () => {
    const { text } = await ask(server.origin, 'SELECT ?s\nWHERE { ?s ?p ) }');
    expect(JSON.parse(text)).toMatchObject({ line: 2, column: 15 });
  });
});

describe('graphs', () => {
  it('come one by one, by the names the service description gives', async () => {
    const rows = JSON.parse((await ask(server.origin, 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }')).text).results.bindings;
    for (const { g } of rows) {
      const reply = await call(`${server.origin}/graphs?graph=${encodeURIComponent(g.value)}`);
      expect(reply.status).toBe(200);
    }
    expect(rows.length).toBeGreaterThan(1);
  });
});

describe('the front page', () => {
  const BROWSER = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  it('is HTML for browsers, that loads nothing from anywhere', async () => {
    const { headers, text } = await call(`${server.origin}/`, { headers: BROWSER });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(?:script|link|img|iframe)|src=|url\(/);
    expect([...text.matchAll(/(?:href|action)="([^"]*)"/g)].every(([, to]) => to!.startsWith('/'))).toBe(true);
  });

  it('has a query that gives rows, and links that lead somewhere', async () => {
    const { text } = await call(`${server.origin}/`, { headers: BROWSER });
    const query = /<textarea[^>]*>([^<]*)</.exec(text)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const { text: rows } = await call(`${server.origin}/sparql?query=${encodeURIComponent(query)}`);
    expect(JSON.parse(rows).results.bindings.length).toBeGreaterThan(0);
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, to]) => to!);
    expect(links).toEqual(expect.arrayContaining(['/sparql', '/.well-known/void', '/queries']));
    for (const link of links) expect((await call(`${server.origin}${link}`)).status).toBe(200);
  });

  it('is text for others', async () => {
    const { headers, text } = await call(`${server.origin}/`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain('/queries');
  });

  it('leads to the named questions with their SPARQL', async () => {
    const queries = JSON.parse((await call(`${server.origin}/queries`)).text);
    expect(queries.length).toBeGreaterThanOrEqual(30);
    const actors = queries.find(({ name }: { name: string }) => name === 'actors');
    expect(JSON.parse((await ask(server.origin, actors.sparql)).text).results.bindings.length).toBeGreaterThan(0);
  });
});

describe('a base that is built again', () => {
  const count = async (origin: string): Promise<number> =>
    Number(JSON.parse((await ask(origin, 'SELECT (COUNT(*) AS ?n) { ?a a dem:Article }')).text).results.bindings[0].n.value);

  it('is served as it is then, by new processes', { timeout: 60_000 }, async () => {
    const own = await sampleBase();
    const events: unknown[] = [];
    const { origin } = await serveBase(own, { workers: 1, spares: 1, log: ({ event }) => events.push(event) });
    expect(await count(origin)).toBe(1);
    const article = join(own, '..', 'later.txt');
    writeFileSync(
      article,
      'Norway condemns Peru\n\nOslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.\n',
    );
    await (await KnowledgeBase.open(own)).build([article]);
    const until = Date.now() + 45_000;
    while ((await count(origin)) === 1 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await count(origin)).toBe(2);
    expect(events).toContain('base-changed');
  });
});

describe('starting and stopping', () => {
  it('leaves no process behind', async () => {
    const own = await serveBase(directory);
    await own.close(0);
    await expect(call(`${own.origin}/`)).rejects.toThrow();
  });

  it.each([
    ['a base that is none', { directory: '/nowhere' }, /no knowledge base/],
    ['an address of others without a token', { host: '0.0.0.0' }, /token is needed/],
    ['a token that is short', { token: 'short' }, /at least 16/],
    ['an address that is none of this machine', { host: '203.0.113.1', token: 'a-token-of-some-length' }, /no address/],
  ])('%s: an error of one line', async (_what, options, message) => {
    await expect(serveBase(directory, options)).rejects.toThrow(message);
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(serveBase(directory, { port })).rejects.toThrow(/in use/);
  });
});

describe('the log', () => {
  it('has a line for each request, with a hash and not the query', () => {
    const requests = log.filter(({ event }) => event === 'request');
    expect(requests.length).toBeGreaterThan(20);
    for (const { id, method, path, status, ms } of requests)
      expect([typeof id, typeof method, typeof path, typeof status, typeof ms]).toEqual([
        'string',
        'string',
        'string',
        'number',
        'number',
      ]);
    expect(JSON.stringify(log)).not.toContain('SELECT');
  });
});
