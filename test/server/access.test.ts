import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { call } from './http.ts';
import { localEndpoint, serveLocally } from './local.ts';

const TOKEN = 'a-token-of-some-length-0123456789';
const lines: Readonly<Record<string, unknown>>[] = [];
const serve = (access: Parameters<typeof serveLocally>[1]) =>
  serveLocally(localEndpoint(memoryStore()), access, (entry) => lines.push(entry));
const [open, guarded, shared] = [
  await serve({}),
  await serve({ token: TOKEN, hostNames: new Set(['kb.example.org']) }),
  await serve({ origins: ['https://page.example'] }),
];
const QUERY = '/sparql?query=ASK%7B%7D';
const port = new URL(open).port;

describe('the name a server is asked by', () => {
  it.each([
    ['its address', `127.0.0.1:${port}`, 200],
    ['localhost', `localhost:${port}`, 200],
    ['another port, as through a tunnel', 'localhost:8080', 200],
    ['a name that points here', `evil.example:${port}`, 421],
    ['a name that looks like its own', `localhost.evil.example:${port}`, 421],
    ['an address that it was not asked at', `192.168.1.1:${port}`, 421],
    ['none that can be read', '%%', 421],
    ['a user before it', `localhost@evil.example:${port}`, 421],
  ])('%s', async (_what, host, status) => {
    expect((await call(open + QUERY, { headers: { Host: host } })).status).toBe(status);
  });

  it('is one of those listed', async () => {
    const headers = { Host: 'KB.example.org', Authorization: `Bearer ${TOKEN}` };
    expect((await call(guarded + QUERY, { headers })).status).toBe(200);
  });
});

describe('pages of other sites', () => {
  it.each([
    ['its own page', { Origin: open }, 200],
    ['another site', { Origin: 'https://page.example' }, 403],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a file', { Origin: 'null' }, 403],
    ['a picture in a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['an address typed in', { 'Sec-Fetch-Site': 'none' }, 200],
  ])('%s', async (_what, headers, status) => {
    const reply = await call(open + QUERY, { headers: headers as Record<string, string> });
    expect(reply.status).toBe(status);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('may ask where their origin was listed, and no other', async () => {
    const reply = await call(shared + QUERY, { headers: { Origin: 'https://page.example' } });
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([200, 'https://page.example']);
    expect((await call(shared + QUERY, { headers: { Origin: 'https://other.example' } })).status).toBe(403);
  });

  it('are told by preflight what they may send', async () => {
    const headers = { Origin: 'https://page.example', 'Access-Control-Request-Method': 'POST' };
    const reply = await call(`${shared}/sparql`, { method: 'OPTIONS', headers });
    expect([reply.status, reply.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, POST']);
  });
});

describe('a token', () => {
  const ask = (authorization?: string) =>
    call(guarded + QUERY, { headers: { Host: 'kb.example.org', ...(authorization ? { Authorization: authorization } : {}) } });

  it.each([
    ['the right one', `Bearer ${TOKEN}`, 200],
    ['none', undefined, 401],
    ['a wrong one', 'Bearer wrong', 401],
    ['part of it', `Bearer ${TOKEN.slice(0, -1)}`, 401],
    ['another scheme', `Basic ${TOKEN}`, 401],
  ])('%s', async (_what, authorization, status) => {
    const reply = await ask(authorization);
    expect(reply.status).toBe(status);
    if (status === 401) expect(reply.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('may not stand in an address, and stands in no log and no answer', async () => {
    const reply = await call(`${guarded}${QUERY}&access_token=${TOKEN}`, { headers: { Host: 'kb.example.org' } });
    expect(reply.status).toBe(400);
    await ask(`Bearer ${TOKEN}`);
    await ask(`Bearer ${TOKEN}x`);
    expect(lines.length).toBeGreaterThan(3);
    expect(JSON.stringify(lines) + reply.text).not.toContain(TOKEN.slice(0, 12));
  });
});

describe('what is sent with an answer', () => {
  it('lets a browser do nothing with it', async () => {
    const { headers } = await call(`${open}/`);
    expect(headers['content-security-policy']).toBe("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['no such path', '/nothing', 404],
    ['a path with dots', '/../../etc/passwd', 404],
    ['a name of every object', '/constructor', 404],
    ['a method that is none here', '/sparql', 405, 'DELETE'],
    ['an address that is too long', `/sparql?query=${'x'.repeat(40_000)}`, 431],
  ])('%s: a problem document', async (_what, path, status, method = 'GET') => {
    const reply = await call(open + path, { method });
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(reply.text)).toMatchObject({ status, type: expect.stringMatching(/^\/problems#/) });
    expect(reply.text).not.toMatch(/at .*\.ts:\d+/);
  });
});
