import { cleanLine, xmlText } from './clean.ts';
import { type Box, edgePath, midpoint, type Point } from './geometry.ts';
import { type LegendEntry, legend } from './legend.ts';
import type { WritableEdge, WritableNetwork } from './network.ts';
import { numberText } from './value.ts';
import { displayWidth, wrap } from './width.ts';

/** Where the actors stand; `layoutNetwork` of graph/ gives this. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly positions: ReadonlyMap<string, Point>;
}

export interface PictureOptions {
  readonly title: string;
  /** A line below the title. */
  readonly subtitle?: string | undefined;
  /** Start of the identifiers in the file, for several pictures in one page. Default `n`. */
  readonly idPrefix?: string | undefined;
}

const FONT = 13;
const CHAR = 0.6 * FONT;
const MAX_LABEL = 30;
const MARGIN = 28;
const LINE = 18;

/** Half the width and height that an actor's label takes, with room for arrowheads: what a layout must keep free. */
export const labelRoom = (label: string): Point => ({ x: halfWidth(label) + 14, y: 24 });

const shortLabel = (label: string): string => {
  const clean = cleanLine(label) || '?';
  return displayWidth(clean) <= MAX_LABEL
    ? clean
    : `${[...clean]
        .slice(0, MAX_LABEL - 1)
        .join('')
        .trimEnd()}…`;
};

const halfWidth = (label: string): number => Math.round((displayWidth(shortLabel(label)) * CHAR) / 2 + 10);

/** How a sign is drawn: colour, line and arrowhead all tell it, so that it survives grey printing. */
const SIGN_STYLES: Readonly<
  Record<WritableEdge['sign'], { readonly colour: string; readonly dash: string; readonly marker: string }>
> = {
  1: { colour: '#2166ac', dash: '', marker: 'M0,0 L9,4.5 L0,9 Z' },
  '-1': { colour: '#b2182b', dash: '7 4', marker: 'M5.5,0 L9,0 L9,9 L5.5,9 Z' },
  0: { colour: '#767676', dash: '1.5 4', marker: 'M1,1 L8,4.5 L1,8' },
};

/**
 * A signed network as a static picture on a light ground: support blue, solid, with a pointed arrow; opposition
 * red, dashed, ending in a bar; neither grey and dotted. Every actor and tie has a tooltip. All text is escaped.
 */
export function networkSvg(network: WritableNetwork, layout: PictureLayout, options: PictureOptions): string {
  const prefix = (options.idPrefix ?? 'n').replace(/[^A-Za-z0-9_-]/g, '');
  const entries = legend(network);
  const width = Math.max(layout.width, 420) + 2 * MARGIN;
  const heading = headingLines(options, width);
  const top = MARGIN + heading.length * LINE + 14;
  const height = top + layout.height + entries.length * LINE + 2 * MARGIN;
  const left = (width - layout.width) / 2;
  const boxes = new Map(network.nodes.map((node) => [node.id, boxOf(node.id, node.label, layout, left, top)]));
  const canvas = canvasOf(network, boxes, prefix);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${prefix}-title ${prefix}-desc" font-family="Helvetica, Arial, sans-serif" font-size="${FONT}">`,
    `<title id="${prefix}-title">${xmlText(options.title)}</title>`,
    `<desc id="${prefix}-desc">${xmlText(network.definition)}</desc>`,
    `<defs>${([1, -1, 0] as const).map((sign) => marker(prefix, sign)).join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...heading,
    '<g fill="none">',
    ...network.edges.map((edge) => drawEdge(edge, canvas)),
    '</g>',
    ...network.nodes.map((node) => drawNode(node.label, boxes.get(node.id)!)),
    ...(network.nodes.length === 0 ? [`<text x="${MARGIN}" y="${top + 10}" fill="#555555">Nothing to show.</text>`] : []),
    ...entries.map((entry, i) => drawEntry(entry, height - MARGIN - (entries.length - 1 - i) * LINE, prefix)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function headingLines(options: PictureOptions, width: number): string[] {
  const linesOf = (text: string): string[] => wrap(cleanLine(text), Math.floor((width - 2 * MARGIN) / CHAR));
  const title = linesOf(options.title).map((line) => ({ line, style: 'font-weight="bold" fill="#111111"' }));
  const subtitle = options.subtitle ? linesOf(options.subtitle).map((line) => ({ line, style: 'fill="#555555"' })) : [];
  return [...title, ...subtitle].map(
    ({ line, style }, i) => `<text x="${MARGIN}" y="${MARGIN + FONT + i * LINE}" ${style}>${xmlText(line)}</text>`,
  );
}

function boxOf(id: string, label: string, layout: PictureLayout, left: number, top: number): Box {
  const at = layout.positions.get(id) ?? { x: 0, y: 0 };
  return { x: at.x + left, y: at.y + top, halfWidth: halfWidth(label), halfHeight: 13 };
}

function marker(prefix: string, sign: WritableEdge['sign']): string {
  const { colour, marker: path } = SIGN_STYLES[sign];
  const paint = sign === 0 ? `fill="none" stroke="${colour}" stroke-width="1.5"` : `fill="${colour}"`;
  return `<marker id="${prefix}-${markerName(sign)}" viewBox="0 0 9 9" refX="9" refY="4.5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path d="${path}" ${paint}/></marker>`;
}

const markerName = (sign: WritableEdge['sign']): string => (sign > 0 ? 'for' : sign < 0 ? 'against' : 'neither');

/** Above this number of ties they are drawn thinner and without figures. */
const MANY = 60;

/** What drawing a tie needs to know of the whole. */
interface Canvas {
  readonly prefix: string;
  readonly directed: boolean;
  readonly many: boolean;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labels: ReadonlyMap<string, string>;
  readonly pairs: ReadonlySet<string>;
}

const pairKey = (source: string, target: string): string => JSON.stringify([source, target]);

const canvasOf = (network: WritableNetwork, boxes: ReadonlyMap<string, Box>, prefix: string): Canvas => ({
  prefix,
  boxes,
  directed: network.directed,
  many: network.edges.length > MANY,
  labels: new Map(network.nodes.map((node) => [node.id, node.label])),
  pairs: new Set(network.edges.map((edge) => pairKey(edge.source, edge.target))),
});

function drawEdge(edge: WritableEdge, { boxes, directed, labels, many, pairs, prefix }: Canvas): string {
  const [from, to] = [boxes.get(edge.source)!, boxes.get(edge.target)!];
  const twoWay = directed && pairs.has(pairKey(edge.target, edge.source));
  const path = edgePath(from, to, twoWay ? 18 : 0);
  const label = `<title>${xmlText(tooltip(edge, directed, labels))}</title>`;
  const line = `<path d="${path.d}" ${stroke(edge.sign, edge.weight, many)}${directed ? ` marker-end="url(#${prefix}-${markerName(edge.sign)})"` : ''}/>`;
  const figure = many ? '' : directed ? drawFigure(edge, midpoint(path)) : drawSign(edge, midpoint(path));
  return `<g>${label}${line}${figure}</g>`;
}

/** The number of claims, where there are several. */
function drawFigure({ sign, weight }: WritableEdge, at: Point): string {
  if (weight === 1) return '';
  return `<text x="${at.x}" y="${at.y + 4}" text-anchor="middle" font-size="11" fill="${SIGN_STYLES[sign].colour}" stroke="#ffffff" stroke-width="4" paint-order="stroke">${numberText(weight)}</text>`;
}

/** A tie without direction has no arrowhead: its sign stands in a circle, with the number of claims if there are several. */
function drawSign({ sign, weight }: WritableEdge, at: Point): string {
  if (sign === 0) return '';
  const text = `${sign > 0 ? '+' : '−'}${weight === 1 ? '' : numberText(weight)}`;
  const { colour } = SIGN_STYLES[sign];
  const half = 3.5 * text.length + 3;
  return `<rect x="${at.x - half}" y="${at.y - 6.5}" width="${2 * half}" height="13" rx="6.5" fill="#ffffff" stroke="${colour}" stroke-width="0.8"/><text x="${at.x}" y="${at.y + 4}" text-anchor="middle" font-size="11" fill="${colour}">${text}</text>`;
}

function stroke(sign: WritableEdge['sign'], weight: number, many: boolean): string {
  const { colour, dash } = SIGN_STYLES[sign];
  const width = numberText((many ? 0.8 : 1.4) + Math.min(3, 0.5 * (Math.sqrt(weight) - 1)), 1);
  return `stroke="${colour}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}${many ? ' stroke-opacity="0.7"' : ''}`;
}

function tooltip(edge: WritableEdge, directed: boolean, labels: ReadonlyMap<string, string>): string {
  const name = (id: string): string => labels.get(id) ?? id;
  const counts =
    edge.sign === 0 && edge.positive === 0 ? '' : `: ${numberText(edge.positive)} for, ${numberText(edge.negative)} against`;
  return `${name(edge.source)} ${directed ? '→' : '–'} ${name(edge.target)}${counts}`;
}

function drawNode(label: string, { x, y, halfWidth: half, halfHeight }: Box): string {
  return `<g><title>${xmlText(label)}</title><rect x="${x - half}" y="${y - halfHeight}" width="${2 * half}" height="${2 * halfHeight}" rx="8" fill="#ffffff" stroke="#333333"/><text x="${x}" y="${y + 4.5}" text-anchor="middle" fill="#111111">${xmlText(shortLabel(label))}</text></g>`;
}

function drawEntry({ sign, text, directed }: LegendEntry, y: number, prefix: string): string {
  const end = directed ? ` marker-end="url(#${prefix}-${markerName(sign)})"` : '';
  return `<path d="M${MARGIN},${y - 4} L${MARGIN + 56},${y - 4}" fill="none" ${stroke(sign, 1, false)}${end}/><text x="${MARGIN + 68}" y="${y}" fill="#333333">${xmlText(text)}</text>`;
}
