import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/start.ts';
import { sampleBase, serveBase } from '../server/base.ts';
import { ask, call } from '../server/http.ts';
import { sparqlServer } from '../store/sparql-server.ts';
import { EMPTY, REFUSED } from './forbidden.ts';

/* No query makes the server ask another machine: a canary listens. */

let hits = 0;
const canary = createServer((_request, response) => {
  hits++;
  response.end('<urn:a> <urn:b> <urn:c> .');
});
await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
afterAll(() => canary.close());
const CANARY = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
const friend = await sparqlServer();

let plain: RunningServer;
let federated: RunningServer;
beforeAll(async () => {
  const directory = await sampleBase();
  const limits = { timeoutMs: 30_000, memoryMb: 256, maxRows: 5000 };
  plain = await serveBase(directory, { limits, workers: 1, spares: 1 });
  federated = await serveBase(directory, { limits, workers: 1, spares: 1, federate: [`${friend}/query`, `${friend}/moved`] });
});

const TYPES = ['/problems#refused', '/problems#malformed-query'];

describe('nothing is fetched', () => {
  it('there are more than 60 ways to try', () => expect(REFUSED.length + EMPTY.length).toBeGreaterThanOrEqual(60));

  it.each(REFUSED.map((make) => [make('http://CANARY/'), make] as const))('refused: %s', async (_text, make) => {
    for (const { origin } of [plain, federated]) {
      const { status, text } = await ask(origin, make(CANARY));
      expect([400, 403], text).toContain(status);
      expect(TYPES).toContain(JSON.parse(text).type);
    }
    expect(hits).toBe(0);
  });

  it.each(EMPTY.map((make) => [make('http://CANARY/'), make] as const))('empty: %s', async (_text, make) => {
    const { status, text } = await ask(plain.origin, make(CANARY), { headers: { Accept: 'application/json' } });
    expect([status, JSON.parse(text).results.bindings]).toEqual([200, []]);
    expect(hits).toBe(0);
  });

  it('nor for what the address names', async () => {
    const name = encodeURIComponent(CANARY);
    const query = encodeURIComponent('SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }');
    for (const parameters of [
      `default-graph-uri=${name}`,
      `named-graph-uri=${name}`,
      `default-graph-uri=${name}&named-graph-uri=${name}`,
    ]) {
      const { status, text } = await call(`${plain.origin}/sparql?query=${query}&${parameters}`);
      expect([status, JSON.parse(text).results.bindings]).toEqual([200, []]);
    }
    expect((await call(`${plain.origin}/graphs?graph=${name}`)).status).toBe(404);
    expect(hits).toBe(0);
  });
});

describe('endpoints that the owner lists', () => {
  it('are asked, and their rows joined with those of the base', async () => {
    await fetch(`${friend}/update`, {
      method: 'POST',
      body: 'INSERT DATA { <urn:x> <urn:label> "China" . <urn:y> <urn:label> "Nowhere" }',
    });
    const { status, text } = await ask(
      federated.origin,
      `SELECT ?there ?here { SERVICE <${friend}/query> { ?there <urn:label> ?name } ?here rdfs:label ?name . ?here a dem:Actor }`,
    );
    expect(status).toBe(200);
    expect(JSON.parse(text).results.bindings.map(({ there }: { there: { value: string } }) => there.value)).toEqual(['urn:x']);
  });

  it('lead nowhere else', async () => {
    const moved = await ask(federated.origin, `SELECT * { SERVICE <${friend}/moved> { ?s ?p ?o } }`);
    expect([moved.status, moved.text]).toEqual([400, expect.stringContaining('302')]);
    const silent = await ask(federated.origin, `SELECT * { SERVICE SILENT <${friend}/moved> { ?s ?p ?o } }`);
    expect(JSON.parse(silent.text).results.bindings).toEqual([{}]);
  });

  it('are told of in the service description', async () => {
    const { text } = await call(`${federated.origin}/sparql`, { headers: { Accept: 'application/n-triples' } });
    expect(text).toContain('BasicFederatedQuery');
    expect((await call(`${plain.origin}/sparql`, { headers: { Accept: 'application/n-triples' } })).text).not.toContain(
      'Federated',
    );
  });
});
