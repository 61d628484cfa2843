import type { QuadTable } from '../../store/quads/table.ts';
import type { ResultTerm } from '../types.ts';
import type { Place, QueryContext, Run } from './context.ts';
import type { AlgebraTerm, Node } from './node.ts';
import { isNullable, partsOf, simplified } from './path-forms.ts';

/* Property paths (SPARQL 1.1, sections 9 and 18.4). Paths of arbitrary length give each pair of ends once, all others as often as there is a way. */

/** Called with each node reached; true stops. */
type Visit = (node: number) => boolean;

/** Walks a path from a node. */
type Walk = (from: number, visit: Visit) => boolean;

/** The triples that a path runs over: one graph of a table. */
class Ground {
  readonly #context: QueryContext;
  readonly #table: QuadTable;
  graph = 0;

  constructor(context: QueryContext, table: QuadTable) {
    this.#context = context;
    this.#table = table;
  }

  get table(): QuadTable {
    return this.#table;
  }

  idOf(term: ResultTerm): number {
    return this.#context.terms.id(term);
  }

  /** Visits (predicate, other end) of the triples at a node. */
  around(node: number, predicate: number, forward: boolean, visit: (predicate: number, end: number) => boolean): boolean {
    const { subjects, predicates, objects, graphs } = this.#table;
    const { at, from, to } = forward
      ? this.#table.range(node, predicate, 0, this.graph)
      : this.#table.range(0, predicate, node, this.graph);
    for (let i = from; i < to; i++) {
      this.#context.tick();
      const row = at === null ? i : at[i]!;
      if (this.graph !== 0 && graphs[row] !== this.graph) continue;
      if ((forward ? subjects[row] : objects[row]) !== node) continue;
      if (predicate !== 0 && predicates[row] !== predicate) continue;
      if (visit(predicates[row]!, forward ? objects[row]! : subjects[row]!)) return true;
    }
    return false;
  }

  /** True if the term is a subject or object of the graph. */
  has(node: number): boolean {
    const found = (): boolean => true;
    return this.around(node, 0, true, found) || this.around(node, 0, false, found);
  }

  /** Visits each node of the graph, or each subject or object of a predicate, once. */
  nodes(predicate: number, ends: 'subjects' | 'objects' | 'both', visit: Visit): boolean {
    const seen = new Set<number>();
    const { subjects, objects, graphs } = this.#table;
    const { at, from, to } = this.#table.range(0, predicate, 0, this.graph);
    for (let i = from; i < to; i++) {
      const row = at === null ? i : at[i]!;
      if (this.graph !== 0 && graphs[row] !== this.graph) continue;
      if (ends !== 'objects') seen.add(subjects[row]!);
      if (ends !== 'subjects') seen.add(objects[row]!);
    }
    for (const node of seen) if (visit(node)) return true;
    return false;
  }
}

const linkWalk =
  (predicate: number, forward: boolean, ground: Ground): Walk =>
  (from, visit) =>
    ground.around(from, predicate, forward, (_predicate, end) => visit(end));

const notWalk =
  (excluded: ReadonlySet<number>, forward: boolean, ground: Ground): Walk =>
  (from, visit) =>
    ground.around(from, 0, forward, (predicate, end) => !excluded.has(predicate) && visit(end));

/** All nodes reached in any number of steps, each once, breadth first. */
const closure =
  (step: Walk, withStart: boolean): Walk =>
  (from, visit) => {
    const seen = new Set<number>();
    if (withStart) {
      seen.add(from);
      if (visit(from)) return true;
    }
    let front = [from];
    while (front.length > 0) {
      const following: number[] = [];
      for (const node of front) {
        const stopped = step(node, (end) => {
          if (seen.has(end)) return false;
          seen.add(end);
          following.push(end);
          return visit(end);
        });
        if (stopped) return true;
      }
      front = following;
    }
    return false;
  };

const optionalStep =
  (step: Walk): Walk =>
  (from, visit) => {
    const seen = new Set([from]);
    if (visit(from)) return true;
    return step(from, (end) => {
      if (seen.has(end)) return false;
      seen.add(end);
      return visit(end);
    });
  };

const walkOf = (path: Node, forward: boolean, ground: Ground): Walk => {
  const inner = (): Walk => walkOf(path.path as Node, forward, ground);
  switch (path.type) {
    case 'link':
      return linkWalk(ground.idOf(path.iri as ResultTerm), forward, ground);
    case 'inv':
      return walkOf(path.path as Node, !forward, ground);
    case 'nps':
      return notWalk(new Set((path.iris as readonly ResultTerm[]).map((iri) => ground.idOf(iri))), forward, ground);
    case 'alt': {
      const walks = partsOf(path).map((part) => walkOf(part, forward, ground));
      return (from, visit) => walks.some((walk) => walk(from, visit));
    }
    case 'seq': {
      const parts = forward ? partsOf(path) : [...partsOf(path)].reverse();
      const walks = parts.map((part) => walkOf(part, forward, ground));
      return walks.reduce((first, second) => (from, visit) => first(from, (middle) => second(middle, visit)));
    }
    case 'ZeroOrOnePath':
      return optionalStep(inner());
    case 'OneOrMorePath':
      return closure(inner(), false);
    default:
      return closure(inner(), true);
  }
};

/** Visits the nodes that a path can start from, and maybe others; repeats do not matter. */
const startsOf = (path: Node, forward: boolean, ground: Ground, visit: Visit): boolean => {
  if (isNullable(path)) return ground.nodes(0, 'both', visit);
  switch (path.type) {
    case 'link':
      return ground.nodes(ground.idOf(path.iri as ResultTerm), forward ? 'subjects' : 'objects', visit);
    case 'inv':
      return startsOf(path.path as Node, !forward, ground, visit);
    case 'OneOrMorePath':
      return startsOf(path.path as Node, forward, ground, visit);
    case 'alt':
      return partsOf(path).some((part) => startsOf(part, forward, ground, visit));
    case 'seq':
      return isNullable(partsOf(path).at(forward ? 0 : -1)!)
        ? ground.nodes(0, 'both', visit)
        : startsOf(partsOf(path).at(forward ? 0 : -1)!, forward, ground, visit);
    default:
      return ground.nodes(0, forward ? 'subjects' : 'objects', visit);
  }
};

/** The ends of a path in the registers. */
const bothEnds = (node: Node, { context, names }: Place): { read: () => number; slot: number }[] =>
  [node.subject, node.object].map((end) => {
    const term = end as AlgebraTerm;
    if (term.termType !== 'Variable') {
      const id = context.terms.id(term as ResultTerm);
      return { read: () => id, slot: -1 };
    }
    const slot = names.slot(term.value);
    return { read: () => context.registers[slot]!, slot };
  });

/** Binds the ends of a path in the graph that the ground stands on. */
const inOneGraph = (node: Node, place: Place, ground: Ground, next: Run): Run => {
  const { registers } = place.context;
  const path = simplified(node.predicate as Node);
  const forward = walkOf(path, true, ground);
  const backward = walkOf(path, false, ground);
  const [start, end] = bothEnds(node, place) as [{ read: () => number; slot: number }, { read: () => number; slot: number }];
  const binding =
    (slot: number): Visit =>
    (found) => {
      registers[slot] = found;
      const stopped = next();
      registers[slot] = 0;
      return stopped;
    };
  const bindStart = start.slot < 0 ? next : binding(start.slot);
  const bindEnd = end.slot < 0 ? next : binding(end.slot);
  const fromEach = (): boolean => {
    const seen = new Set<number>();
    return startsOf(path, true, ground, (from) => {
      if (seen.has(from)) return false;
      seen.add(from);
      registers[start.slot] = from;
      const stopped = forward(from, (found) => (start.slot === end.slot ? found === from && next() : bindEnd(found)));
      registers[start.slot] = 0;
      return stopped;
    });
  };
  // Between two variables, a path of no step joins each node of the graph with itself, and no other term (section 18.4).
  const needsNode = start.slot >= 0 && end.slot >= 0 && isNullable(path);
  return () => {
    const from = start.read();
    const to = end.read();
    if (needsNode && (from !== 0 || to !== 0) && !ground.has(from !== 0 ? from : to)) return false;
    if (from !== 0 && to !== 0) return forward(from, (found) => found === to && next());
    if (from !== 0) return forward(from, bindEnd);
    return to !== 0 ? backward(to, bindStart) : fromEach();
  };
};

/** A path pattern; within GRAPH ?g it is walked in each graph by itself. */
export const pathStep = (node: Node, place: Place, next: Run): Run => {
  const { context, names } = place;
  const graph = node.graph as AlgebraTerm;
  const ground = new Ground(context, context.table(graph.termType === 'DefaultGraph'));
  if (graph.termType === 'DefaultGraph') return inOneGraph(node, place, ground, next);
  if (graph.termType !== 'Variable') {
    ground.graph = context.terms.id(graph as ResultTerm);
    return inOneGraph(node, place, ground, next);
  }
  const slot = names.slot(graph.value);
  const { registers } = context;
  const walk = inOneGraph(node, place, ground, next);
  const inGraph = (id: number): boolean => {
    ground.graph = id;
    return walk();
  };
  return () => {
    if (registers[slot] !== 0) return inGraph(registers[slot]!);
    let stopped = false;
    for (const id of ground.table.graphIds()) {
      registers[slot] = id;
      stopped = inGraph(id);
      if (stopped) break;
    }
    registers[slot] = 0;
    return stopped;
  };
};

/** How many solutions a path is expected to add to each row. */
export const pathCost = (node: Node, { context, bound }: Place): number => {
  const graph = node.graph as AlgebraTerm;
  const { size } = context.table(graph.termType === 'DefaultGraph');
  const isKnown = (end: AlgebraTerm): boolean => end.termType !== 'Variable' || bound.has(end.value);
  const known = [node.subject, node.object].filter((end) => isKnown(end as AlgebraTerm)).length;
  return known === 2 ? 2 : known === 1 ? 20 : size * 2 + 1000;
};
