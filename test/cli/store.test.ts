import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sparqlServer } from '../store/sparql-server.ts';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'one.txt': `Norway condemns Peru over fishing

Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
`,
});
const kb = join(folder, 'kb');
const origin = await sparqlServer();
const store = `sparql:${origin}/query,${origin}/update,${origin}/graphs`;

describe('--store', () => {
  it('puts the graphs onto a server; a repeat changes nothing', async () => {
    const first = await demarche(['build', join(folder, 'one.txt'), '--kb', kb, '--store', store, '--json']);
    expect(JSON.parse(first.stdout).published).toMatchObject({ removed: 0 });
    const count = () =>
      demarche(['query', 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', '--store', store, '--format', 'csv']);
    const before = (await count()).stdout;
    expect(Number(lines(before)[1])).toBeGreaterThan(50);
    await demarche(['build', join(folder, 'one.txt'), '--kb', kb, '--store', store]);
    expect((await count()).stdout).toBe(before);
  });

  it.each([
    ['ask', ['ask', 'opponents', '--param', 'actor=Peru', '--format', 'csv']],
    ['ask --why', ['ask', 'opponents', '--param', 'actor=Peru', '--why']],
    ['graph', ['graph', 'stance', '--format', 'csv']],
    ['analyze', ['analyze', 'opposition', '--json']],
    ['why', ['why', 'Norway', 'Peru', '--json']],
  ])('%s answers alike from every store', async (_name, args) => {
    const here = await demarche([...args, '--kb', kb]);
    expect([here.code, here.stdout.length > 20]).toEqual([0, true]);
    for (const choice of ['memory', 'oxigraph', store]) {
      const there = await demarche([...args, '--kb', kb, '--store', choice]);
      expect([choice, there]).toEqual([choice, here]);
    }
  });

  it.each([
    ['a store that is none', 'postgres', /there is no store/],
    ['no address', 'sparql:nowhere', /no address of a store/],
    ['a password in the address', 'sparql:http://me:secret@localhost/', /DEMARCHE_STORE_PASSWORD/],
    ['nobody there', 'sparql:http://127.0.0.1:9/', /cannot be reached/],
  ])('%s: one line', async (_name, choice, message) => {
    const { code, stderr } = await demarche(['query', 'ASK {}', '--store', choice]);
    expect(code).toBeGreaterThan(0);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('secret');
  });

  it('what reads the folder says so', async () => {
    const { stderr } = await demarche(['query', 'ASK {}', '--kb', join(folder, 'none'), '--store', store]);
    expect(stderr).toBe('');
  });
});
