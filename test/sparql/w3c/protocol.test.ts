import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser, Store, type Term } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { iri, type Quad } from '../../../src/rdf/factory.ts';
import { parseQuads } from '../../../src/rdf/parse.ts';
import { memoryStore } from '../../../src/store/memory.ts';
import { call } from '../../server/http.ts';
import { localEndpoint, serveLocally } from '../../server/local.ts';
import { unpackSuite } from './suite.ts';

/* W3C SPARQL 1.1 Protocol: each case's requests as they stand in the manifest, against a server over a throw-away store. */

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const HT = 'http://www.w3.org/2011/http#';
const CNT = 'http://www.w3.org/2011/content#';
const UT = 'http://www.w3.org/2009/sparql/tests/test-update#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

const suite = unpackSuite();
afterAll(() => suite?.remove());

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly status: readonly number[];
  readonly format: string | null;
  readonly boolean: boolean | null;
}

interface Case {
  readonly name: string;
  readonly graphs: readonly { readonly file: string; readonly name: string }[];
  readonly requests: readonly Request[];
}

const readCases = (folder: string): Case[] => {
  const file = join(folder, 'manifest.ttl');
  const store = new Store(new Parser({ baseIRI: pathToFileURL(file).href }).parse(readFileSync(file, 'utf8')));
  const all = (subject: Term, predicate: string): Term[] => store.getObjects(subject as never, predicate, null);
  const text = (subject: Term, predicate: string): string | null => all(subject, predicate)[0]?.value ?? null;
  const list = (head: Term | undefined): Term[] =>
    !head || head.value === `${RDF}nil` ? [] : [all(head, `${RDF}first`)[0]!, ...list(all(head, `${RDF}rest`)[0])];
  const bodyOf = (request: Term): Buffer | null => {
    const [body] = all(request, `${HT}body`);
    if (!body) return null;
    const encoding = text(body, `${CNT}characterEncoding`) === 'UTF-16' ? 'utf16le' : 'utf8';
    return Buffer.from(text(body, `${CNT}chars`)!, encoding);
  };
  const requestOf = (request: Term): Request => {
    const [response] = all(request, `${HT}resp`);
    const headers = list(all(request, `${HT}headers`)[0]);
    const boolean = text(response!, `${MF}expectedBoolean`);
    return {
      method: text(request, `${HT}methodName`)!,
      path: text(request, `${HT}absolutePath`)!,
      headers: Object.fromEntries(headers.map((each) => [text(each, `${HT}fieldName`)!, text(each, `${HT}fieldValue`)!])),
      body: bodyOf(request),
      status: all(response!, `${MF}expectedStatus`).map(({ value }) => Number(/StatusCode(\d)/.exec(value)![1])),
      format: text(response!, `${MF}expectedFormat`),
      boolean: boolean === null ? null : boolean === 'true',
    };
  };
  const entries = store.getObjects(null, `${MF}entries`, null).flatMap((head) => list(head));
  return entries.map((entry) => ({
    name: text(entry, `${MF}name`)!,
    graphs: all(entry, `${UT}graphData`).map((data) => ({
      file: join(folder, text(data, `${UT}graph`)!.split('/').at(-1)!),
      name: text(data, LABEL)!,
    })),
    requests: list(all(all(entry, `${MF}action`)[0]!, `${HT}requests`)[0]).map(requestOf),
  }));
};

const TYPES: Readonly<Record<string, RegExp>> = {
  boolean: /^application\/sparql-results\+(json|xml)/,
  tabular: /^(application\/sparql-results\+(json|xml)|text\/csv|text\/tab-separated-values)/,
  RDF: /^(text\/turtle|application\/n-triples|application\/rdf\+xml|application\/ld\+json)/,
};

const dataOf = ({ file }: { file: string }): Quad[] => parseQuads(readFileSync(file, 'utf8'), file, 'turtle');

const run = async (test: Case): Promise<void> => {
  const store = memoryStore();
  for (const graph of test.graphs) await store.put(graph.name, dataOf(graph));
  const origin = await serveLocally(localEndpoint(store, { union: false, writable: true }));
  for (const { method, path, headers, body, status, format, boolean } of test.requests) {
    const reply = await call(origin + path, { method, headers, ...(body ? { body } : {}) });
    expect(status, `${reply.status} ${reply.text}`).toContain(Math.floor(reply.status / 100));
    if (format !== null) expect(reply.headers['content-type']).toMatch(TYPES[format]!);
    if (boolean !== null) expect(JSON.parse(reply.text).boolean).toBe(boolean);
    if (reply.status >= 400) expect(reply.headers['content-type']).toBe('application/problem+json');
  }
};

describe.skipIf(suite === null)('W3C SPARQL 1.1 Protocol (not run where the suite is absent)', () => {
  const cases = suite === null ? [] : readCases(join(suite.folder, 'protocol'));
  it('has all its cases', () => expect(cases).toHaveLength(34));
  it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => run(test));
});

const SD = 'http://www.w3.org/ns/sparql-service-description#';
const VOID = 'http://rdfs.org/ns/void#';

describe('W3C SPARQL 1.1 Service Description', async () => {
  const store = memoryStore();
  await store.put('http://example.org/g', parseQuads('<http://a> a <http://c> ; <http://p> 1 .', 'x', 'turtle'));
  const origin = await serveLocally(localEndpoint(store));
  const described = async (path: string): Promise<Store> => {
    const { text, headers } = await call(origin + path, { headers: { Accept: 'text/turtle' } });
    expect(headers['content-type']).toMatch(/^text\/turtle/);
    return new Store(new Parser().parse(text));
  };

  it('GET on endpoint returns RDF', async () => expect((await described('/sparql')).size).toBeGreaterThan(20));

  it('Service description contains a matching sd:endpoint triple', async () => {
    const found = (await described('/sparql')).getQuads(null, `${SD}endpoint`, iri(`${origin}/sparql`) as never, null);
    expect(found).toHaveLength(1);
  });

  it('Service description conforms to schema', async () => {
    // Domains and ranges of the vocabulary (service description, section 3).
    const quads = await described('/sparql');
    const RANGES: Readonly<Record<string, readonly [from: string, to: string]>> = {
      defaultDataset: ['Service', 'Dataset'],
      defaultGraph: ['Dataset', 'Graph'],
      namedGraph: ['Dataset', 'NamedGraph'],
      graph: ['NamedGraph', 'Graph'],
    };
    for (const [property, [from, to]] of Object.entries(RANGES)) {
      const links = quads.getQuads(null, SD + property, null, null);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links)
        for (const [node, type] of [
          [link.subject, from],
          [link.object, to],
        ] as const)
          expect(quads.countQuads(node, `${RDF}type`, SD + type, null)).toBe(1);
    }
    expect(quads.getObjects(null, `${SD}name`, null).map(({ value }) => value)).toEqual(['http://example.org/g']);
    expect(quads.countQuads(null, `${SD}supportedLanguage`, `${SD}SPARQL11Query`, null)).toBe(1);
  });

  it('VoID counts what is there', async () => {
    const quads = await described('/.well-known/void');
    const [dataset] = quads.getSubjects(`${RDF}type`, `${VOID}Dataset`, null);
    const value = (property: string) => quads.getObjects(dataset!, VOID + property, null).map(({ value }) => value);
    expect([value('triples'), value('classes'), value('properties')]).toEqual([['2'], ['1'], ['2']]);
  });
});
