import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildNetwork, type NetworkSource } from '../../src/app/networks.ts';
import { findBlocs } from '../../src/graph/blocs.ts';
import { type Network, tiesOf } from '../../src/graph/network.ts';
import { findOpposition } from '../../src/graph/opposition.ts';
import { plainNetwork } from '../../src/graph/plain.ts';
import { createEngine, inspectQuery, loadCatalogue } from '../../src/sparql/index.ts';
import { fixtureQuads } from '../sparql/fixture.ts';
import { BASE } from '../sparql/helpers.ts';

const catalogueOf = (folder: string) => {
  const directory = new URL(`../../queries/${folder}/`, import.meta.url);
  const names = readdirSync(directory).filter((name) => name.endsWith('.rq'));
  return loadCatalogue(names.map((name) => ({ name, text: readFileSync(new URL(name, directory), 'utf8') })));
};

const rows = catalogueOf('networks');
const sourceOf = (quads: ReturnType<typeof fixtureQuads>): NetworkSource => ({
  engine: createEngine(quads),
  rows,
  commands: catalogueOf('commands'),
  base: BASE,
});
const source = sourceOf(fixtureQuads());

const show = (network: Network): string[] =>
  tiesOf(network).map((tie) => `${short(tie.source)} ${short(tie.target)} +${tie.positive} -${tie.negative}`);
const short = (id: string): string => id.replace(/^actor:/, '');

test.each(rows.list().map((query) => [query.name, query] as const))(
  '%s fits its front matter and has an order',
  async (_name, query) => {
    const shape = await inspectQuery(query);
    expect(shape.form).toBe('select');
    expect(shape.isOrdered).toBe(true);
    expect(query.columns.every(({ description }) => description !== '')).toBe(true);
  },
);

describe('networks of the fixture base', () => {
  test.each([
    // Headlines and presupposed positions do not count; "urged the pact to keep the peace" is neutral.
    ['stance', ['EST harbour-pact +1 -0', 'NRL harbour-pact +0 -3', 'SUD VEL +0 -1', 'SUD harbour-pact +1 -1']],
    // The armies count for their states; the joint drills tie them both ways; the alleged shelling is left out.
    ['action', ['EST NRL +1 -0', 'NRL EST +1 -0', 'SUD VEL +0 -1']],
    ['affiliation', ['203103060000.kell NRL +0 -0', '203103060000.ruhl SUD +0 -0', '203103060000.tesk SUD +0 -0']],
    ['congruence', []],
    ['conflict', ['EST NRL +0 -1']],
  ] as const)('%s', async (kind, expected) => {
    expect(show(await buildNetwork(source, [kind]))).toEqual(expected);
  });

  test('do not depend on the order of the quads', async () => {
    const reversed = sourceOf([...fixtureQuads()].reverse());
    for (const kind of ['stance', 'action', 'affiliation'] as const)
      expect(plainNetwork(await buildNetwork(reversed, [kind]))).toEqual(plainNetwork(await buildNetwork(source, [kind])));
  });

  test('blocs of said and done together', async () => {
    const network = await buildNetwork(source, ['stance', 'action']);
    // Sudria's one claim for and one against the pact cancel out. Estmark is for the pact and exercises with Norland,
    // which is against the pact: one of these three ties is frustrated, whichever.
    const result = findBlocs(network);
    expect(result).toMatchObject({ frustrationIndex: 1, optimal: true, alternatives: 3 });
    expect(
      result.blocs.filter(({ component }) => component === 2).map(({ members }) => members.map(({ label }) => label)),
    ).toEqual([['Sudria'], ['Velland']]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['ambivalent', 'disconnected']);
  });

  test('most opposed', async () => {
    const { mostOpposed } = findOpposition(await buildNetwork(source, ['stance']));
    expect(mostOpposed.map(({ label, opponents, oppose }) => [label, opponents, oppose])).toEqual([
      ['Harbour Pact', 2, 4],
      ['Velland', 1, 1],
    ]);
  });
});
