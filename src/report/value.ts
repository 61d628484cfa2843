/** What may stand in a cell. Lists are joined with "; ". */
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** A column of a table: the field it shows, its heading, and how numbers are printed. */
export interface Column<Row> {
  readonly heading: string;
  readonly value: (row: Row) => Cell;
  /** Digits after the point; default: whole numbers as they are, others with 3. */
  readonly digits?: number;
}

/** A number with a fixed number of digits; never "NaN" or "-0". */
export function numberText(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return '';
  const text = digits === undefined && Number.isInteger(value) ? String(value) : value.toFixed(digits ?? 3);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** A cell as text: null and undefined are empty, true and false "yes" and "no". */
export function cellText(value: Cell, digits?: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, digits);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : value.join('; ');
}
