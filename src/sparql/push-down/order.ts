import { upTo } from '../../store/quads/sorting.ts';
import type { Place, Run } from './context.ts';
import type { Scope } from './expression.ts';
import { compileExpression } from './expressions.ts';
import { inputsOf, type Node } from './node.ts';
import { Rows } from './row-table.ts';
import type { QueryTerms } from './terms.ts';
import { orderValues } from './values.ts';
import { bindingOf } from './variables.ts';

interface SortKey {
  readonly id: () => number;
  readonly sign: number;
}

const keyOf = (node: Node, scope: Scope): SortKey => {
  const isMarked = node.subType === 'operator' && (node.operator === 'desc' || node.operator === 'asc');
  const expression = isMarked ? (node.args as readonly Node[])[0]! : node;
  return { id: compileExpression(expression, scope).id, sign: isMarked && node.operator === 'desc' ? -1 : 1 };
};

const valueOrNull = (id: number, terms: QueryTerms) => (id === 0 ? null : terms.value(id));

/** Places of the ids in ORDER BY's order; the same for terms of which none comes first. */
const ranksOf = (ids: ReadonlySet<number>, terms: QueryTerms): Map<number, number> => {
  const values = [...ids].map((id) => ({ id, value: valueOrNull(id, terms) }));
  values.sort((a, b) => orderValues(a.value, b.value));
  const ranks = new Map<number, number>();
  let rank = 0;
  values.forEach(({ id, value }, i) => {
    if (i > 0 && orderValues(values[i - 1]!.value, value) !== 0) rank++;
    ranks.set(id, rank);
  });
  return ranks;
};

/** Row numbers in order; rows that none of the keys orders stay as they came. */
const sortedRows = (keys: Rows, signs: readonly number[], terms: QueryTerms): Uint32Array => {
  const columns = signs.map((sign, column) => {
    const ids = new Uint32Array(keys.count);
    for (let row = 0; row < ids.length; row++) ids[row] = keys.at(row, column);
    const ranks = ranksOf(new Set(ids), terms);
    return Float64Array.from(ids, (id) => ranks.get(id)! * sign);
  });
  return upTo(keys.count).sort((a, b) => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! - column[b]!;
    return a - b;
  });
};

const MORE_THAN_WANTED = 4096;

/** ORDER BY: collects, sorts, and gives on; where only the first rows are wanted, the others are dropped now and then. */
export const orderStep = (node: Node, place: Place, scope: Scope, inner: (place: Place, next: Run) => Run, next: Run): Run => {
  const { context, names } = place;
  const { registers, terms } = context;
  const keys = (node.expressions as readonly Node[]).map((expression) => keyOf(expression, scope));
  const { possible } = bindingOf(inputsOf(node)[0]!);
  const slots = names.slots([...possible].filter((name) => place.needed?.has(name) ?? true));
  const keySlots = keys.map(() => context.newSlot());
  const wanted = place.top ?? Number.POSITIVE_INFINITY;
  const { top: _top, needed: _needed, ...plainPlace } = place;
  let rows = new Rows(slots.length);
  let sortKeys = new Rows(keys.length);
  const signs = keys.map(({ sign }) => sign);
  const prune = (): void => {
    const kept = sortedRows(sortKeys, signs, terms).subarray(0, Math.min(wanted, sortKeys.count));
    rows.keep(kept);
    sortKeys.keep(kept);
  };
  const collect = inner(plainPlace, () => {
    for (let i = 0; i < keys.length; i++) registers[keySlots[i]!] = keys[i]!.id();
    sortKeys.add(registers, keySlots);
    for (const slot of keySlots) registers[slot] = 0;
    rows.add(registers, slots);
    if (rows.count > wanted * 2 + MORE_THAN_WANTED) prune();
    return false;
  });
  return () => {
    rows = new Rows(slots.length);
    sortKeys = new Rows(keys.length);
    collect();
    prune();
    const saved = slots.map((slot) => registers[slot]!);
    let stopped = false;
    for (let row = 0; row < rows.count && !stopped; row++) {
      rows.load(row, registers, slots);
      stopped = next();
    }
    slots.forEach((slot, i) => {
      registers[slot] = saved[i]!;
    });
    return stopped;
  };
};
