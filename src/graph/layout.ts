import { connectedComponents } from './components.ts';
import { countCrossings } from './crossings.ts';
import { localSearchFrustration } from './local-search.ts';
import type { Network } from './network.ts';
import { type Placed, packRows } from './packing.ts';
import { type Random, seededRandom } from './random.ts';
import { incidence, type SignedEdge, type SignedGraph, toSignedGraph } from './signed-graph.ts';
import type { Sides } from './two-colouring.ts';

/** Where an actor stands; x to the right, y downwards, in the unit of `LayoutOptions`. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Position of each actor by identifier. */
  readonly positions: ReadonlyMap<string, Position>;
}

export interface LayoutOptions {
  readonly seed?: number | undefined;
  /** Room an actor needs around its position, from centre to edge, with its label. Default 50 by 20. */
  readonly roomOf?: ((id: string) => { readonly x: number; readonly y: number }) | undefined;
}

interface Point {
  x: number;
  y: number;
}

const STEPS = 300;
const DEFAULT_ROOM = { x: 50, y: 20 };

/**
 * Places the actors of a signed network: friends attract each other, foes keep a long distance, all repel.
 * Each component starts with its two camps on opposite sides, is drawn on its own, and the drawings are packed
 * in rows, the largest first. The same network and seed give the same picture everywhere (only + - * / sqrt).
 *
 * References: T. M. J. Fruchterman and E. M. Reingold, Graph drawing by force-directed placement, Software:
 * Practice and Experience 21 (1991) 1129-1164; longer springs for negative ties after J. Kunegis et al., Spectral
 * analysis of signed graphs for clustering, prediction and visualization, SDM (2010).
 */
export function layoutNetwork(network: Network, options: LayoutOptions = {}): Layout {
  const graph = withUnsigned(network, toSignedGraph(network));
  const room = options.roomOf ?? (() => DEFAULT_ROOM);
  const random = seededRandom(options.seed ?? 1);
  const drawings = connectedComponents(graph).map((component): Placed => drawComponent(graph, component, room, random));
  const packed = packRows(drawings);
  const positions = new Map<string, Position>();
  for (const { ids, points } of packed.drawings) for (const [i, id] of ids.entries()) positions.set(id, points[i]!);
  return { width: packed.width, height: packed.height, positions };
}

/** Ties without sign (affiliations, as much for as against) pull like friends, so that they are not torn apart. */
function withUnsigned(network: Network, graph: SignedGraph): SignedGraph {
  const index = new Map(graph.ids.map((id, i) => [id, i]));
  const known = new Set(graph.edges.map(({ u, v }) => `${u} ${v}`));
  const edges: SignedEdge[] = [...graph.edges];
  network.forEachEdge((_edge, _tie, source, target) => {
    const [u, v] = [index.get(source)!, index.get(target)!].sort((a, b) => a - b) as [number, number];
    if (known.has(`${u} ${v}`)) return;
    known.add(`${u} ${v}`);
    edges.push({ u, v, sign: 1, weight: 1 });
  });
  edges.sort((a, b) => a.u - b.u || a.v - b.v);
  return { ...graph, edges, incident: incidence(graph.ids.length, edges) };
}

type RoomOf = NonNullable<LayoutOptions['roomOf']>;

function drawComponent(graph: SignedGraph, component: readonly number[], roomOf: RoomOf, random: Random): Placed {
  const index = new Map(component.map((vertex, i) => [vertex, i]));
  const ids = component.map((vertex) => graph.ids[vertex]!);
  const edges = graph.edges
    .filter(({ u }) => index.has(u))
    .map((edge): SignedEdge => ({ ...edge, u: index.get(edge.u)!, v: index.get(edge.v)! }));
  const rooms = ids.map(roomOf);
  const sides = localSearchFrustration({ ids, edges, incident: incidence(ids.length, edges), ambivalent: [] }, 1).sides;
  const points = settle(sides, edges, random);
  const length = idealLength(rooms);
  for (const point of points) {
    point.x *= length * WIDENING;
    point.y *= length;
  }
  makeRoom(points, rooms);
  return { ids, points: points.map(rounded), rooms };
}

/** Starts of a small drawing, of which the one with the fewest crossings is kept. */
const STARTS = 8;
const SMALL = 60;

function settle(sides: Sides, edges: readonly SignedEdge[], random: Random): Point[] {
  let best = settleOnce(sides, edges, random);
  if (edges.length > SMALL) return best;
  let fewest = countCrossings(best, edges);
  for (let start = 1; start < STARTS && fewest > 0; start++) {
    const points = settleOnce(sides, edges, random);
    const crossings = countCrossings(points, edges);
    if (crossings < fewest) [best, fewest] = [points, crossings];
  }
  return best;
}

function settleOnce(sides: Sides, edges: readonly SignedEdge[], random: Random): Point[] {
  const points = startingPoints(sides, random);
  for (let step = 0; step < STEPS; step++) moveAll(points, edges, step);
  return points;
}

/** Camps left and right, in a square each; the unit is the length of a friendly tie. */
function startingPoints(sides: Sides, random: Random): Point[] {
  const spread = Math.sqrt(sides.length);
  return sides.map((side) => ({ x: side * spread * (0.2 + 0.6 * random()), y: spread * (random() - 0.5) }));
}

/** Up to this number of actors a drawing can afford more space between them. */
const FEW = 40;

/** Length of a friendly tie in the picture: what the average actor's label needs. */
function idealLength(rooms: readonly { x: number; y: number }[]): number {
  const total = rooms.reduce((sum, room) => sum + room.x + room.y, 0);
  const spacing = rooms.length > FEW ? 1.2 : 1.8;
  return Math.max(50, (spacing * total) / Math.max(1, rooms.length));
}

/** Labels are wider than high, and so is the picture. */
const WIDENING = 1.25;
/** How much longer a tie between foes is than one between friends. */
const FOE_LENGTH = 2.2;
/** Actors further apart do not push each other, so that large networks stay compact. */
const REACH = 3;
const GRAVITY = 0.12;

function moveAll(points: readonly Point[], edges: readonly SignedEdge[], step: number): void {
  const forces = points.map(({ x, y }) => ({ x: -GRAVITY * x, y: -GRAVITY * y }));
  for (let i = 0; i < points.length; i++)
    for (let j = i + 1; j < points.length; j++) {
      const { x, y, distance } = between(points[i]!, points[j]!);
      if (distance < REACH) push(forces[i]!, forces[j]!, x, y, (1 / distance - 1 / REACH) / distance);
    }
  for (const { u, v, sign } of edges) {
    const { x, y, distance } = between(points[u]!, points[v]!);
    // Friends are drawn together; foes are pushed apart, and held lightly beyond the distance of foes.
    const beyond = distance - FOE_LENGTH;
    const pull = sign > 0 ? distance : beyond > 0 ? beyond / 2 : beyond;
    push(forces[u]!, forces[v]!, x, y, -pull / distance);
  }
  const limit = 0.6 * (1 - step / STEPS);
  for (const [i, point] of points.entries()) {
    const force = forces[i]!;
    const size = Math.sqrt(force.x * force.x + force.y * force.y);
    const scale = Math.min(0.1, limit / (size + 0.001));
    point.x += force.x * scale;
    point.y += force.y * scale;
  }
}

function between(a: Point, b: Point): { x: number; y: number; distance: number } {
  const x = a.x - b.x;
  const y = a.y - b.y;
  return { x, y, distance: Math.sqrt(x * x + y * y + 0.0001) };
}

/** Moves both ends by the vector (x, y) times `factor`, in opposite directions. */
function push(a: Point, b: Point, x: number, y: number, factor: number): void {
  a.x += x * factor;
  a.y += y * factor;
  b.x -= x * factor;
  b.y -= y * factor;
}

/** Separates overlapping actors; where pushing does not come to an end, the whole is widened. */
function makeRoom(points: readonly Point[], rooms: readonly { x: number; y: number }[]): void {
  for (let step = 1; separate(points, rooms); step++) {
    if (step % 50 !== 0) continue;
    for (const point of points) {
      point.x *= 1.15;
      point.y *= 1.15;
    }
  }
}

/** Pushes apart actors whose rooms overlap, along the shorter way; false if none does. */
function separate(points: readonly Point[], rooms: readonly { x: number; y: number }[]): boolean {
  let moved = false;
  for (let i = 0; i < points.length; i++)
    for (let j = i + 1; j < points.length; j++) {
      const [a, b] = [points[i]!, points[j]!];
      const overlapX = rooms[i]!.x + rooms[j]!.x - Math.abs(a.x - b.x);
      const overlapY = rooms[i]!.y + rooms[j]!.y - Math.abs(a.y - b.y);
      if (overlapX <= 0 || overlapY <= 0) continue;
      moved = true;
      if (overlapX < overlapY) shift(a, b, 'x', overlapX);
      else shift(a, b, 'y', overlapY);
    }
  return moved;
}

function shift(a: Point, b: Point, axis: 'x' | 'y', overlap: number): void {
  const half = overlap / 2 + 0.5;
  const sign = a[axis] < b[axis] ? -1 : 1;
  a[axis] += sign * half;
  b[axis] -= sign * half;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
