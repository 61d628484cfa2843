export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its centre. */
export interface Box extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A curve with one control point, and its SVG path. */
export interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
  readonly d: string;
}

/** Space between a line's end and the box it points to. */
const CLEARANCE = 3;

/** A line between the rims of two boxes, bent to the right by `bend` so that both directions stay apart. */
export function edgePath(from: Box, to: Box, bend: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const control = rounded({
    x: (from.x + to.x) / 2 - (dy / length) * bend * 2,
    y: (from.y + to.y) / 2 + (dx / length) * bend * 2,
  });
  const start = rounded(rim(from, control));
  const end = rounded(rim(to, control));
  const d =
    bend === 0
      ? `M${start.x},${start.y} L${end.x},${end.y}`
      : `M${start.x},${start.y} Q${control.x},${control.y} ${end.x},${end.y}`;
  return { start, control: bend === 0 ? rounded({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }) : control, end, d };
}

/** Where the ray from a box's centre towards a point leaves the box, with some clearance. */
function rim(box: Box, towards: Point): Point {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const scale = Math.max(Math.abs(dx) / (box.halfWidth + CLEARANCE), Math.abs(dy) / (box.halfHeight + CLEARANCE));
  return scale <= 1 ? { x: towards.x, y: towards.y } : { x: box.x + dx / scale, y: box.y + dy / scale };
}

/** The middle of a curve (Bézier of degree 2 at one half). */
export const midpoint = ({ start, control, end }: Curve): Point =>
  rounded({ x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 });

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
