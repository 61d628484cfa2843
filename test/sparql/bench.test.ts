import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeBase } from '../../bench/sparql/base.ts';
import { type Ask, ENGINES } from '../../bench/sparql/engines.ts';
import { fingerprint } from '../../bench/sparql/fingerprint.ts';
import { benchQueries } from '../../bench/sparql/queries.ts';

/* What the bench measures, on a small base: the data are of the right shape, and two engines agree on every query. */

const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
const base = writeBase(join(folder, 'data.trig'), 20_000);
const queries = await benchQueries(base.sample);
const engine = async (name: string): Promise<Ask> => (await ENGINES[name]!(base.file))();
const [ours, oxigraph] = await Promise.all([engine('demarche'), engine('oxigraph')]);

const count = async (pattern: string): Promise<number> => {
  const text = `PREFIX dem: <https://w3id.org/demarche/ontology#> SELECT (COUNT(*) AS ?n) { ${pattern} }`;
  return Number((await ours(text))[0]!.get('n')!.value);
};

describe('the invented base', () => {
  it('gives each sentence an evidence of its own', async () => {
    expect(await count('?evidence a dem:Evidence')).toBeGreaterThan(100);
    expect(await count('?evidence dem:sentence ?sentence')).toBe(await count('?evidence a dem:Evidence'));
  });

  it('gives rows to most queries of the catalogue', async () => {
    const answers = await Promise.all(queries.map(({ text }) => ours(text)));
    expect(answers.filter((rows) => rows.length > 0).length).toBeGreaterThan(queries.length / 2);
  });
});

describe('the queries of the bench', () => {
  it('are those of analysts and at least 30 of the catalogue', () => {
    expect(queries.filter(({ name }) => name.startsWith('analyst '))).toHaveLength(15);
    expect(queries.filter(({ name }) => !name.startsWith('analyst ')).length).toBeGreaterThanOrEqual(30);
  });

  it.each(queries)('$name: the same from us and from Oxigraph', async ({ text }) => {
    expect(fingerprint(await ours(text))).toBe(fingerprint(await oxigraph(text)));
  });
});
