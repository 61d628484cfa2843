import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { cleanLine, xmlText } from './clean.ts';
import { numberText } from './value.ts';
import { displayWidth } from './width.ts';

/*
 * Charts as static SVG, drawn by Observable Plot. Ticks are formatted here, not by the platform's locale data. Colours are
 * those of the network pictures (blue for, red against); shape or line tells the same in grey print.
 */

const FOR = '#2166ac';
const AGAINST = '#b2182b';
const SANS = 'Helvetica, Arial, sans-serif';
const CHAR = 6.6;

export interface ChartTitle {
  readonly title: string;
  /** A line below the title. */
  readonly subtitle?: string | undefined;
}

/** Claims of one row of a timeline in one window. */
export interface TimelineMark {
  /** First ISO day of the window. */
  readonly from: string;
  readonly row: string;
  readonly supports: number;
  readonly opposes: number;
}

/** Rows over time: a dot for claims for, a cross for claims against, the larger the more. Of many rows the fullest are drawn. */
export function timelineSvg(marks: readonly TimelineMark[], heading: ChartTitle, mostRows = 40): string {
  const totals = new Map<string, number>();
  for (const { row, supports, opposes } of marks) totals.set(row, (totals.get(row) ?? 0) + supports + opposes);
  const rows = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostRows)
    .map(([row]) => row);
  const drawn = marks
    .filter(({ row }) => rows.includes(row))
    .map((mark) => ({ ...mark, day: dateOf(mark.from), row: short(mark.row) }));
  const left = labelRoom(rows);
  const place = { x: 'day', y: 'row', clip: false } as const;
  return chart(
    heading,
    `Dots for, crosses against${rows.length < totals.size ? `; ${rows.length} of ${totals.size} rows` : ''}`,
    {
      width: left + 640,
      height: 110 + 22 * rows.length,
      marginLeft: left,
      x: { type: 'utc', label: null, grid: true, tickFormat: isoTick(drawn.map(({ day }) => day)), inset: 12 },
      y: { domain: rows.map(short), label: null, tickSize: 0 },
      r: { range: [2, 9], domain: [0, drawn.reduce((most, { supports, opposes }) => Math.max(most, supports, opposes), 1)] },
      marks: [
        Plot.dot(
          drawn.filter(({ supports }) => supports > 0),
          { ...place, r: 'supports', fill: FOR, fillOpacity: 0.85, dy: -4 },
        ),
        Plot.dot(
          drawn.filter(({ opposes }) => opposes > 0),
          { ...place, r: 'opposes', symbol: 'times', stroke: AGAINST, strokeWidth: 2, dy: 4 },
        ),
      ],
    },
  );
}

/** A line over time. */
export interface Curve {
  readonly name: string;
  /** Null where there is no value. */
  readonly values: readonly { readonly day: string; readonly value: number | null }[];
  /** Days at which the curve changes its level. */
  readonly changes: readonly string[];
}

/** Curves over time, each with a line style of its own; changes of level as upright lines. */
export function curvesSvg(curves: readonly Curve[], heading: ChartTitle): string {
  const styles = curves.map((curve, i) => ({
    ...curve,
    stroke: [FOR, AGAINST, '#555555'][i % 3]!,
    dash: ['', '6 3', '2 3'][i % 3]!,
  }));
  const days = curves.flatMap(({ values }) => values.map(({ day }) => dateOf(day)));
  const note = curves.map(({ name }, i) => `${name} ${['solid', 'dashed', 'dotted'][i % 3]}`).join(', ');
  return chart(heading, `${note}; upright lines where the level changes`, {
    width: 720,
    height: 340,
    marginLeft: 50,
    x: { type: 'utc', label: null, tickFormat: isoTick(days) },
    y: { label: null, grid: true, tickFormat: (value: number) => numberText(value, 2), nice: true },
    marks: [
      Plot.ruleY([0], { stroke: '#999999' }),
      ...styles.flatMap(({ values, changes, stroke, dash }) => {
        const points = values.map(({ day, value }) => ({ day: dateOf(day), value: value ?? Number.NaN }));
        return [
          Plot.ruleX(changes.map(dateOf), { stroke, strokeDasharray: '1 3' }),
          Plot.line(points, { x: 'day', y: 'value', stroke, strokeWidth: 2, strokeDasharray: dash }),
          Plot.dot(
            points.filter(({ value }) => !Number.isNaN(value)),
            { x: 'day', y: 'value', fill: stroke, r: 2.5 },
          ),
        ];
      }),
    ],
  });
}

/** One cell of a heat map. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** -1 against to 1 for. */
  readonly net: number;
  readonly supports: number;
  readonly opposes: number;
}

/** Rows by columns, coloured from against to for, with the counts as text. Of many, the fullest are drawn. */
export function heatMapSvg(cells: readonly HeatCell[], heading: ChartTitle, most = 40): string {
  const rows = fullest(cells, ({ row }) => row, most);
  const columns = fullest(cells, ({ column }) => column, most);
  const drawn = cells
    .filter(({ row, column }) => rows.includes(row) && columns.includes(column))
    .map((cell) => ({ ...cell, row: short(cell.row), column: short(cell.column) }));
  const left = labelRoom(rows);
  const bottom = labelRoom(columns);
  return chart(heading, 'Claims for + and against - a topic; blue for, red against', {
    width: left + 60 + 56 * columns.length,
    height: 80 + bottom + 24 * rows.length,
    marginLeft: left,
    marginBottom: bottom,
    marginRight: 60,
    x: { domain: columns.map(short), label: null, tickRotate: -50, tickSize: 0 },
    y: { domain: rows.map(short), label: null, tickSize: 0 },
    color: { type: 'diverging', domain: [-1, 1], range: ['#ef8a62', '#f7f7f7', '#67a9cf'] },
    marks: [
      Plot.cell(drawn, { x: 'column', y: 'row', fill: 'net', inset: 1, stroke: '#dddddd' }),
      Plot.text(drawn, {
        x: 'column',
        y: 'row',
        text: ({ supports, opposes }: HeatCell) => `+${supports} -${opposes}`,
        fill: '#111111',
      }),
    ],
  });
}

function fullest(cells: readonly HeatCell[], key: (cell: HeatCell) => string, most: number): string[] {
  const totals = new Map<string, number>();
  for (const cell of cells) totals.set(key(cell), (totals.get(key(cell)) ?? 0) + cell.supports + cell.opposes);
  return [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}

const MAX_LABEL = 34;

const short = (label: string): string => {
  const clean = cleanLine(label);
  return clean.length <= MAX_LABEL ? clean : `${clean.slice(0, MAX_LABEL - 1).trimEnd()}…`;
};

const labelRoom = (labels: readonly string[]): number =>
  16 + Math.ceil(labels.reduce((width, label) => Math.max(width, displayWidth(short(label)) * CHAR), 40));

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Ticks as ISO days, months or years: as short as the span allows. */
function isoTick(days: readonly Date[]): (day: Date) => string {
  const times = days.map(Number);
  const span = times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const length = span > 5 * 366 * 86_400_000 ? 4 : span > 120 * 86_400_000 ? 7 : 10;
  return (day) => day.toISOString().slice(0, length);
}

/** Draws with title and subtitle above; nothing to draw is said. */
function chart({ title, subtitle }: ChartTitle, note: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>');
  const above = 24 + 16 * [subtitle, note].filter(Boolean).length;
  const line = (text: string, dy: number, bold = false): Plot.Markish =>
    Plot.text([cleanLine(text)], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      dx: 12 - (options.marginLeft ?? 40),
      dy: dy - above - 14,
      fill: bold ? '#111111' : '#555555',
      fontWeight: bold ? 'bold' : 'normal',
      fontSize: bold ? 14 : 12,
    });
  const marks = [line(title, 14, true), ...(subtitle ? [line(subtitle, 31)] : []), line(note, subtitle ? 48 : 31)];
  const figure = Plot.plot({
    ...options,
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    marginTop: above + 14,
    height: (options.height ?? 300) + above,
    style: { fontFamily: SANS, fontSize: '12px', background: '#ffffff' },
    marks: [...(options.marks ?? []), ...marks],
  });
  const label = xmlText(cleanLine(title)).replace(/"/g, '&quot;');
  return `${figure.outerHTML.replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" `)}\n`;
}
