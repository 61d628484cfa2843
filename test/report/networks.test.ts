import { describe, expect, test } from 'vitest';
import { dot } from '../../src/report/dot.ts';
import { gexf } from '../../src/report/gexf.ts';
import { graphml } from '../../src/report/graphml.ts';
import { labelRoom, networkSvg } from '../../src/report/svg.ts';
import { edge, HOSTILE, network } from './helpers.ts';

const SMALL = network({ CHN: 'China', nato: 'NATO', UKR: 'Ukraine' }, [
  edge('CHN', 'nato', -1, {
    weight: 3,
    negative: 3,
    articles: ['a1', 'a2'],
    topics: ['t1'],
    first: '2024-07-11',
    last: '2024-07-12',
  }),
  edge('nato', 'UKR', 1),
  edge('UKR', 'CHN', 0, { weight: 2, positive: 1, negative: 1 }),
]);
const BAD = network({ [HOSTILE]: HOSTILE, b: 'B' }, [edge(HOSTILE, 'b', -1, { topics: [HOSTILE], claims: [HOSTILE] })], {
  definition: HOSTILE,
});

/** Checks that tags are closed in order and that text holds nothing that XML forbids. */
function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const open: string[] = [];
  for (const [tag, slash, name, rest] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"<]*")*\s*\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!rest?.endsWith('/')) open.push(name!);
    expect(tag).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  }
  expect(open).toEqual([]);
  const text = xml.replace(/^<\?xml[^>]*\?>/, '').replace(/<\/?[\w:]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '');
  expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
}

const picture = (of: typeof SMALL) =>
  networkSvg(
    of,
    { width: 400, height: 200, positions: new Map(of.nodes.map((node, i) => [node.id, { x: 60 + 120 * i, y: 40 + 50 * i }])) },
    { title: `Network ${HOSTILE}` },
  );

describe.each([
  ['GEXF', gexf],
  ['GraphML', graphml],
  ['SVG', picture],
])('%s', (_name, write) => {
  test('is well-formed, also with hostile names', () => {
    expectWellFormed(write(SMALL));
    expectWellFormed(write(BAD));
    expect(write(BAD)).not.toContain('<script');
  });

  test('of an empty network', () => {
    expectWellFormed(write(network({}, [])));
  });

  test('is the same on every run', () => {
    expect(write(SMALL)).toBe(write(SMALL));
  });
});

describe('GEXF', () => {
  const text = gexf(SMALL);

  test('weight is positive and the sign stands apart', () => {
    expect(text).toContain('<edge id="0" source="CHN" target="nato" weight="3">');
    expect(text).toContain('<attvalue for="sign" value="-1"/>');
    expect(text).toContain('<attvalue for="negative" value="3"/>');
    expect(text).not.toMatch(/weight="-/);
  });

  test('every attribute used is declared', () => {
    const declared = new Set([...text.matchAll(/<attribute id="(\w+)"/g)].map((match) => match[1]));
    for (const match of text.matchAll(/<attvalue for="(\w+)"/g)) expect(declared).toContain(match[1]);
  });

  test('undirected networks say so', () => {
    expect(gexf({ ...SMALL, directed: false })).toContain('defaultedgetype="undirected"');
  });
});

describe('GraphML', () => {
  const text = graphml(SMALL);

  test('identifiers are name tokens; the names stand in data', () => {
    for (const match of graphml(BAD).matchAll(/ (?:id|source|target)="([^"]*)"/g)) expect(match[1]).toMatch(/^[\w.-]+$/);
    expect(text).toContain('<data key="n_name">CHN</data>');
    expect(text).toContain('<data key="e_sign">-1</data>');
    expect(text).toContain('<data key="e_weight">3</data>');
  });

  test('every key used is declared', () => {
    const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map((match) => match[1]));
    for (const match of text.matchAll(/<data key="(\w+)"/g)) expect(declared).toContain(match[1]);
  });
});

describe('DOT', () => {
  test('sign by colour, line and arrowhead', () => {
    const text = dot(SMALL);
    expect(text).toContain(
      '"CHN" -> "nato" [sign=-1, weight=3, positive=0, negative=3, color="#b2182b", style=dashed, arrowhead=tee, constraint=false];',
    );
    expect(text).toContain(
      '"nato" -> "UKR" [sign=1, weight=1, positive=1, negative=0, color="#2166ac", style=solid, arrowhead=normal];',
    );
    expect(dot({ ...SMALL, directed: false })).toContain('"CHN" -- "nato"');
  });

  test('no name breaks out of its quotes', () => {
    const text = dot(network({ 'a"]; evil [x="\\': 'x\\' }, []));
    expect(text).toContain('"a\\"]; evil [x=\\"\\\\" [label="x\\\\"];');
  });
});

describe('SVG', () => {
  const text = picture(SMALL);

  test('signs differ in colour, dash and arrowhead', () => {
    const lines = [
      ...text.matchAll(
        /<path d="M[^"]*" stroke="(#\w+)" stroke-width="[\d.]+"(?: stroke-dasharray="([\d. ]+)")? marker-end="url\(#(\S+)\)"/g,
      ),
    ].map((match) => match.slice(1, 4));
    expect(lines).toEqual([
      ['#b2182b', '7 4', 'n-against'],
      ['#2166ac', undefined, 'n-for'],
      ['#767676', '1.5 4', 'n-neither'],
    ]);
    const shapes = [...text.matchAll(/<marker [^>]*><path d="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(shapes).size).toBe(3);
  });

  test('legend, title and tooltips', () => {
    expect(text).toContain('>supports</text>');
    expect(text).toContain('>opposes</text>');
    expect(text).toContain('<title>China → NATO: 0 for, 3 against</title>');
    expect(networkSvg(network({}, []), { width: 0, height: 0, positions: new Map() }, { title: 'T' })).toContain(
      'Nothing to show',
    );
  });

  test('without direction the sign stands on the tie', () => {
    expect(picture({ ...SMALL, directed: false })).toContain('>−3</text>');
    expect(picture({ ...SMALL, directed: false })).not.toContain('marker-end');
  });

  test('numbers only, and no NaN where two actors stand on one point', () => {
    const same = networkSvg(SMALL, { width: 10, height: 10, positions: new Map() }, { title: 'T' });
    expect(same).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('long labels are cut in the picture and whole in the tooltip', () => {
    const long = 'The Ministry of Foreign Affairs and International Cooperation';
    const drawn = networkSvg(
      network({ m: long }, []),
      { width: 10, height: 10, positions: new Map([['m', { x: 5, y: 5 }]]) },
      { title: 'T' },
    );
    expect(drawn).toContain(`<title>${long}</title>`);
    expect(drawn).toContain('…</text>');
    expect(labelRoom(long).x).toBe(labelRoom(`${long} and Trade`).x);
  });
});
