import { type Accumulator, accumulatorsOf } from './aggregates.ts';
import type { Place, Run } from './context.ts';
import type { Scope } from './expression.ts';
import { type AlgebraTerm, inputsOf, type Node, namesOf } from './node.ts';
import { RowSet } from './row-table.ts';
import { bindingOf } from './variables.ts';

/** GROUP BY with its aggregates: no solutions and no keys make one group (SPARQL 1.1, section 18.5.1). */
export const groupStep = (node: Node, place: Place, scope: Scope, inner: (next: Run) => Run, next: Run): Run => {
  const { context, names } = place;
  const { registers } = context;
  const keySlots = names.slots(namesOf(node.variables));
  const aggregates = node.aggregates as readonly Node[];
  const allSlots = names.slots(bindingOf(inputsOf(node)[0]!).possible);
  const makers = aggregates.map((aggregate) => accumulatorsOf(aggregate, scope, allSlots));
  const resultSlots = aggregates.map((aggregate) => names.slot((aggregate.variable as AlgebraTerm).value));
  let groups = new RowSet(keySlots.length);
  let accumulators: Accumulator[][] = [];
  const accumulate = (): Accumulator[] => {
    const group = groups.add(registers, keySlots);
    let list = accumulators[group];
    if (!list) {
      list = makers.map((make) => make());
      accumulators[group] = list;
    }
    return list;
  };
  const collect = inner(() => {
    for (const accumulator of accumulate()) accumulator.add();
    return false;
  });
  const give = (group: number): boolean => {
    groups.rows.load(group, registers, keySlots);
    accumulators[group]!.forEach((accumulator, i) => {
      registers[resultSlots[i]!] = accumulator.result();
    });
    return next();
  };
  return () => {
    groups = new RowSet(keySlots.length);
    accumulators = [];
    collect();
    if (keySlots.length === 0 && groups.rows.count === 0) accumulate();
    let stopped = false;
    for (let group = 0; group < groups.rows.count && !stopped; group++) stopped = give(group);
    for (const slot of [...keySlots, ...resultSlots]) registers[slot] = 0;
    return stopped;
  };
};
