import type { Place, Run } from './context.ts';
import { RowSet, Rows } from './row-table.ts';

/** Solutions that were computed once and are looked up again and again. */
export class Solutions {
  readonly names: readonly string[];
  readonly slots: readonly number[];
  readonly #compute: (add: Run) => void;
  #rows: Rows | undefined;

  /** @param compute runs at the first look; it calls `add` with each solution in the registers */
  constructor(names: Iterable<string>, place: Place, compute: (add: Run) => void) {
    this.names = [...names];
    this.slots = place.names.slots(this.names);
    this.#compute = compute;
  }

  rows(registers: Uint32Array): Rows {
    if (!this.#rows) {
      const rows = new Rows(this.slots.length);
      this.#rows = rows;
      this.#compute(() => {
        rows.add(registers, this.slots);
        return false;
      });
    }
    return this.#rows;
  }
}

/** Rows in chains of the same key, for hash joins (section 18.4's Join and Minus, computed by hashing). */
export class SolutionIndex {
  readonly #solutions: Solutions;
  readonly #keyColumns: readonly number[];
  readonly #keySlots: readonly number[];
  readonly #keys: RowSet;
  #first: number[] = [];
  #next: Int32Array = new Int32Array(0);
  #isBuilt = false;

  /** @param keys variables that are bound both in every solution and in every row looked up */
  constructor(solutions: Solutions, keys: ReadonlySet<string>) {
    this.#solutions = solutions;
    this.#keyColumns = solutions.names.flatMap((name, column) => (keys.has(name) ? [column] : []));
    this.#keySlots = this.#keyColumns.map((column) => solutions.slots[column]!);
    this.#keys = new RowSet(this.#keySlots.length);
  }

  /** Calls `visit` with each row that has the registers' key, until it says true. */
  visit(registers: Uint32Array, visit: (rows: Rows, row: number) => boolean): boolean {
    const rows = this.#solutions.rows(registers);
    if (!this.#isBuilt) this.#build(rows);
    const key = this.#keys.find(registers, this.#keySlots);
    for (let row = key < 0 ? -1 : this.#first[key]!; row >= 0; row = this.#next[row]!) if (visit(rows, row)) return true;
    return false;
  }

  #build(rows: Rows): void {
    const registers = new Uint32Array(Math.max(0, ...this.#keySlots) + 1);
    this.#next = new Int32Array(rows.count);
    for (let row = rows.count - 1; row >= 0; row--) {
      this.#keyColumns.forEach((column, i) => {
        registers[this.#keySlots[i]!] = rows.at(row, column);
      });
      const key = this.#keys.add(registers, this.#keySlots);
      this.#next[row] = this.#first[key] ?? -1;
      this.#first[key] = row;
    }
    this.#isBuilt = true;
  }
}

const NO_ROOM: readonly number[] = [];

/** Joins solutions to the registers: variables unbound on either side fit anything. */
export const lookupStep = (solutions: Solutions, keys: ReadonlySet<string>, { context }: Place, next: Run): Run => {
  const { registers } = context;
  const { slots } = solutions;
  const index = new SolutionIndex(solutions, keys);
  const bind = (rows: Rows, row: number): readonly number[] | null => {
    let bound: number[] | null = null;
    for (let column = 0; column < slots.length; column++) {
      const id = rows.at(row, column);
      const slot = slots[column]!;
      if (id === 0 || registers[slot] === id) continue;
      if (registers[slot] !== 0) {
        if (bound) for (const done of bound) registers[done] = 0;
        return null;
      }
      registers[slot] = id;
      bound ??= [];
      bound.push(slot);
    }
    return bound ?? NO_ROOM;
  };
  const visit = (rows: Rows, row: number): boolean => {
    context.tick();
    const bound = bind(rows, row);
    if (!bound) return false;
    const stopped = next();
    for (const slot of bound) registers[slot] = 0;
    return stopped;
  };
  return () => index.visit(registers, visit);
};

/** True if a solution fits the registers and shares a bound variable with them (SPARQL 1.1, section 18.5, Minus). */
export const removes = (solutions: Solutions, keys: ReadonlySet<string>, { context }: Place): (() => boolean) => {
  const { registers } = context;
  const { slots } = solutions;
  const index = new SolutionIndex(solutions, keys);
  const fits = (rows: Rows, row: number): boolean => {
    let shared = false;
    for (let column = 0; column < slots.length; column++) {
      const id = rows.at(row, column);
      const own = registers[slots[column]!]!;
      if (id === 0 || own === 0) continue;
      if (id !== own) return false;
      shared = true;
    }
    return shared;
  };
  return () => index.visit(registers, fits);
};
