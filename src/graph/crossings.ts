interface Point {
  readonly x: number;
  readonly y: number;
}

/** Number of pairs of straight edges, without a common end, that cross each other. */
export function countCrossings(points: readonly Point[], edges: readonly { readonly u: number; readonly v: number }[]): number {
  let crossings = 0;
  for (const [i, a] of edges.entries())
    for (const b of edges.slice(i + 1)) {
      if (a.u === b.u || a.u === b.v || a.v === b.u || a.v === b.v) continue;
      if (cross(points[a.u]!, points[a.v]!, points[b.u]!, points[b.v]!)) crossings++;
    }
  return crossings;
}

const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Positive if the point lies on one side of the line, negative on the other. */
const side = (from: Point, to: Point, point: Point): number =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
