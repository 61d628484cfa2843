import { describe, expect, it } from 'vitest';
import { curvesSvg, heatMapSvg, timelineSvg } from '../../src/report/charts.ts';

const HOSTILE = 'A & <script>"B"</script>\u0007';

/** Every `<name …>` is closed in order, and `&` begins a reference: what readers of XML insist on. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [tag, closing, name] of svg.matchAll(/<(\/?)([A-Za-z][\w:-]*)(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!tag.endsWith('/>')) open.push(name!);
  }
  return open.length === 0 && !/&(?!#?\w+;)/.test(svg) && !/[\u0000-\u0008]/.test(svg);
}

const CHARTS = {
  timeline: (row: string) =>
    timelineSvg(
      [
        { from: '2024-07-01', row, supports: 2, opposes: 0 },
        { from: '2024-08-01', row: 'other', supports: 0, opposes: 3 },
      ],
      { title: row, subtitle: 'a line' },
    ),
  heat: (row: string) => heatMapSvg([{ row, column: 'dam', net: -1, supports: 0, opposes: 2 }], { title: row }),
  curves: (name: string) =>
    curvesSvg(
      [
        {
          name,
          values: [
            { day: '2024-01-01', value: 0.2 },
            { day: '2024-02-01', value: null },
            { day: '2024-03-01', value: 0.8 },
          ],
          changes: ['2024-03-01'],
        },
      ],
      { title: 'Polarization' },
    ),
};

describe.each(Object.entries(CHARTS))('%s', (_name, draw) => {
  it('is well-formed SVG, whatever the labels', () => {
    const svg = draw(HOSTILE);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain('<script');
    expect(isWellFormed(svg)).toBe(true);
  });

  it('is the same bytes twice', () => expect(draw('A')).toBe(draw('A')));
});

it('a timeline tells for from against by shape', () => {
  const svg = CHARTS.timeline('A');
  expect(svg.match(/aria-label="dot"/g)).toHaveLength(2);
  expect(svg).toContain('2024-07');
  expect(svg).toContain('>other</text>');
});

it('a heat map prints the counts', () => expect(CHARTS.heat('A')).toContain('+0 -2'));

it('nothing to draw gives an empty picture, no error', () => {
  expect(isWellFormed(timelineSvg([], { title: 'Nothing' }))).toBe(true);
  expect(isWellFormed(heatMapSvg([], { title: 'Nothing' }))).toBe(true);
  expect(isWellFormed(curvesSvg([], { title: 'Nothing' }))).toBe(true);
});
