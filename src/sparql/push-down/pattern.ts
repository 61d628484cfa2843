import type { ResultTerm } from '../types.ts';
import type { Place, QueryContext, Run } from './context.ts';
import type { AlgebraTerm, Node } from './node.ts';

/** One position of a pattern: a register, or a term's id where `slot` is negative. */
interface Position {
  readonly slot: number;
  readonly id: number;
}

const positionOf = (term: AlgebraTerm, { context, names }: Place): Position => {
  if (term.termType === 'Variable') return { slot: names.slot(term.value), id: 0 };
  return { slot: -1, id: term.termType === 'DefaultGraph' ? 0 : context.terms.id(term as ResultTerm) };
};

const NOTHING: Run = () => false;

/** A triple pattern: binds each quad that fits what is bound already. */
export const patternStep = (node: Node, place: Place, next: Run): Run => {
  const { context } = place;
  const { registers } = context;
  const graphTerm = node.graph as AlgebraTerm;
  const isDefault = graphTerm.termType === 'DefaultGraph';
  const [s, p, o, g] = [node.subject, node.predicate, node.object, graphTerm].map((term) =>
    positionOf(term as AlgebraTerm, place),
  ) as [Position, Position, Position, Position];
  if (cannotMatch([s, p, o, g], context)) return NOTHING;
  const table = context.table(isDefault);
  const { subjects, predicates, objects, graphs } = table;
  return () => {
    const subject = s.slot < 0 ? s.id : registers[s.slot]!;
    const predicate = p.slot < 0 ? p.id : registers[p.slot]!;
    const object = o.slot < 0 ? o.id : registers[o.slot]!;
    const graph = g.slot < 0 ? g.id : registers[g.slot]!;
    const { at, from, to } = table.range(subject, predicate, object, graph);
    let stopped = false;
    for (let i = from; i < to && !stopped; i++) {
      context.tick();
      const row = at === null ? i : at[i]!;
      if (subject === 0) {
        registers[s.slot] = subjects[row]!;
      } else if (subjects[row] !== subject) continue;
      if (predicate === 0) {
        // A variable may stand in two positions: then the second compares with what the first has bound.
        if (p.slot === s.slot && predicates[row] !== subjects[row]) continue;
        registers[p.slot] = predicates[row]!;
      } else if (predicates[row] !== predicate) continue;
      if (object === 0) {
        if (o.slot === s.slot && objects[row] !== subjects[row]) continue;
        if (o.slot === p.slot && objects[row] !== predicates[row]) continue;
        registers[o.slot] = objects[row]!;
      } else if (objects[row] !== object) continue;
      if (!isDefault) {
        if (graph === 0) {
          if (g.slot === s.slot && graphs[row] !== subjects[row]) continue;
          if (g.slot === p.slot && graphs[row] !== predicates[row]) continue;
          if (g.slot === o.slot && graphs[row] !== objects[row]) continue;
          registers[g.slot] = graphs[row]!;
        } else if (graphs[row] !== graph) continue;
      }
      stopped = next();
    }
    if (subject === 0) registers[s.slot] = 0;
    if (predicate === 0) registers[p.slot] = 0;
    if (object === 0) registers[o.slot] = 0;
    if (!isDefault && graph === 0) registers[g.slot] = 0;
    return stopped;
  };
};

/** A term that no quad holds stands in the pattern. */
const cannotMatch = (positions: readonly Position[], { terms }: QueryContext): boolean =>
  positions.some(({ slot, id }) => slot < 0 && id > terms.stored);

/** How many solutions a pattern is expected to add to each row, counted where it can be and spread evenly where not. */
export const patternCost = (node: Node, { context, bound }: Place): number => {
  const table = context.table((node.graph as AlgebraTerm).termType === 'DefaultGraph');
  const idOf = (term: AlgebraTerm): number =>
    term.termType === 'Variable' || term.termType === 'DefaultGraph' ? 0 : context.terms.id(term as ResultTerm);
  const isBound = (term: AlgebraTerm): boolean => term.termType === 'Variable' && bound.has(term.value);
  const [subject, predicate, object, graph] = [node.subject, node.predicate, node.object, node.graph] as AlgebraTerm[];
  const range = table.range(idOf(subject!), idOf(predicate!), idOf(object!), idOf(graph!));
  const { subjects, objects } = table.distinctTerms(idOf(predicate!));
  let rows = range.to - range.from;
  if (isBound(subject!)) rows /= subjects;
  if (isBound(object!)) rows /= objects;
  if (isBound(predicate!)) rows /= 20;
  if (isBound(graph!)) rows /= 100;
  return rows;
};
