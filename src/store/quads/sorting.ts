/** The numbers 0 to n-1. */
export const upTo = (n: number): Uint32Array => {
  const numbers = new Uint32Array(n);
  for (let i = 0; i < n; i++) numbers[i] = i;
  return numbers;
};

/**
 * Stable counting sort: row numbers in the order of their keys (Knuth, The Art of Computer Programming 3, section 5.2, algorithm D).
 * @param order row numbers in the order that rows of one key keep
 * @param greatest greatest key
 */
export const sortedBy = (order: Uint32Array, keys: Uint32Array, greatest: number): Uint32Array => {
  const next = new Uint32Array(greatest + 2);
  for (const row of order) next[keys[row]! + 1]!++;
  for (let key = 1; key < next.length; key++) next[key]! += next[key - 1]!;
  const sorted = new Uint32Array(order.length);
  for (const row of order) sorted[next[keys[row]!]!++] = row;
  return sorted;
};

/** Where the rows of each key begin in rows sorted by it; that of key + 1 is where they end. */
export const offsetsOf = (keys: Uint32Array, greatest: number): Uint32Array => {
  const offsets = new Uint32Array(greatest + 2);
  for (const key of keys) offsets[key + 1]!++;
  for (let key = 1; key < offsets.length; key++) offsets[key]! += offsets[key - 1]!;
  return offsets;
};

/** The values at the rows, in their order. */
export const gather = (column: Uint32Array, rows: Uint32Array): Uint32Array => {
  const gathered = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = column[rows[i]!]!;
  return gathered;
};
