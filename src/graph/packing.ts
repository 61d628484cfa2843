/** A drawing of its own: actors, their positions and the room each needs from its centre. */
export interface Placed {
  readonly ids: readonly string[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly rooms: readonly { readonly x: number; readonly y: number }[];
}

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly drawings: readonly Placed[];
}

const GAP = 20;

/**
 * Puts drawings side by side in rows, in the order given, so that the whole is somewhat wider than high. All
 * positions of the result are within (0, 0) and (width, height).
 */
export function packRows(drawings: readonly Placed[]): Packed {
  const boxes = drawings.map(boundsOf);
  const area = boxes.reduce((sum, box) => sum + (box.width + GAP) * (box.height + GAP), 0);
  const target = Math.max(1.3 * Math.sqrt(area), ...boxes.map((box) => box.width));
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  const placed = drawings.map((drawing, i): Placed => {
    const box = boxes[i]!;
    if (x > 0 && x + box.width > target) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const [dx, dy] = [x - box.left, y - box.top];
    x += box.width + GAP;
    rowHeight = Math.max(rowHeight, box.height);
    width = Math.max(width, x - GAP);
    return { ...drawing, points: drawing.points.map((point) => ({ x: round(point.x + dx), y: round(point.y + dy) })) };
  });
  return { width: Math.ceil(width), height: Math.ceil(y + rowHeight), drawings: placed };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function boundsOf({ points, rooms }: Placed): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const [i, point] of points.entries()) {
    const room = rooms[i]!;
    left = i === 0 ? point.x - room.x : Math.min(left, point.x - room.x);
    right = i === 0 ? point.x + room.x : Math.max(right, point.x + room.x);
    top = i === 0 ? point.y - room.y : Math.min(top, point.y - room.y);
    bottom = i === 0 ? point.y + room.y : Math.max(bottom, point.y + room.y);
  }
  return { left, top, width: right - left, height: bottom - top };
}
