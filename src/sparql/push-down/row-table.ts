/** Rows of ids, one after the other. */
export class Rows {
  readonly width: number;
  #data = new Uint32Array(1 << 8);
  #count = 0;

  constructor(width: number) {
    this.width = width;
  }

  get count(): number {
    return this.#count;
  }

  /** The id in a column of a row. */
  at(row: number, column: number): number {
    return this.#data[row * this.width + column]!;
  }

  /** Adds what stands in the registers. @returns its number */
  add(registers: Uint32Array, slots: readonly number[]): number {
    const from = this.#count * this.width;
    if (from + this.width > this.#data.length) {
      const grown = new Uint32Array(this.#data.length * 2 + this.width);
      grown.set(this.#data);
      this.#data = grown;
    }
    for (let column = 0; column < this.width; column++) this.#data[from + column] = registers[slots[column]!]!;
    return this.#count++;
  }

  /** Puts a row into the registers. */
  load(row: number, registers: Uint32Array, slots: readonly number[]): void {
    const from = row * this.width;
    for (let column = 0; column < this.width; column++) registers[slots[column]!] = this.#data[from + column]!;
  }

  equals(row: number, registers: Uint32Array, slots: readonly number[]): boolean {
    const from = row * this.width;
    for (let column = 0; column < this.width; column++) if (this.#data[from + column] !== registers[slots[column]!]) return false;
    return true;
  }

  /** Keeps only the rows given, in that order. */
  keep(rows: ArrayLike<number>): void {
    const kept = new Uint32Array(Math.max(rows.length * this.width * 2, 1 << 8));
    for (let i = 0; i < rows.length; i++)
      kept.set(this.#data.subarray(rows[i]! * this.width, (rows[i]! + 1) * this.width), i * this.width);
    this.#data = kept;
    this.#count = rows.length;
  }
}

/** Rows once each, found by what they hold (open addressing; Knuth, The Art of Computer Programming 3, section 6.4). */
export class RowSet {
  readonly rows: Rows;
  #slots = new Uint32Array(1 << 6);
  #hashes = new Uint32Array(1 << 5);

  constructor(width: number) {
    this.rows = new Rows(width);
  }

  /** The number of the row in the registers, or -1. */
  find(registers: Uint32Array, slots: readonly number[]): number {
    return this.#slots[this.#seek(hash(registers, slots), registers, slots)]! - 1;
  }

  /** The number of the row in the registers; a new one if it was not there. */
  add(registers: Uint32Array, slots: readonly number[]): number {
    const key = hash(registers, slots);
    const slot = this.#seek(key, registers, slots);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const row = this.rows.add(registers, slots);
    this.#slots[slot] = row + 1;
    if (row >= this.#hashes.length) {
      const grown = new Uint32Array(this.#hashes.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[row] = key;
    if (this.rows.count * 2 > this.#slots.length) this.#grow();
    return row;
  }

  #seek(key: number, registers: Uint32Array, slots: readonly number[]): number {
    const mask = this.#slots.length - 1;
    let slot = key & mask;
    for (;;) {
      const row = this.#slots[slot]!;
      if (row === 0 || (this.#hashes[row - 1] === key && this.rows.equals(row - 1, registers, slots))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2);
    const mask = grown.length - 1;
    for (let row = 0; row < this.rows.count; row++) {
      let slot = this.#hashes[row]! & mask;
      while (grown[slot] !== 0) slot = (slot + 1) & mask;
      grown[slot] = row + 1;
    }
    this.#slots = grown;
  }
}

const hash = (registers: Uint32Array, slots: readonly number[]): number => {
  let value = 0x9e3779b9;
  for (const slot of slots) {
    value = Math.imul(value ^ registers[slot]!, 0x85ebca6b);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};
