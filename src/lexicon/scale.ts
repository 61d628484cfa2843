import { DemarcheError } from '../model/errors.ts';
import { PLOVER_TYPES, type PloverType } from '../model/extraction.ts';
import { type DataFile, need, readTsv, type TsvRow } from './tsv.ts';

const isType = (name: string): name is PloverType => (PLOVER_TYPES as readonly string[]).includes(name);

/**
 * The scale of cooperation and conflict of `data/scales/plover.tsv`.
 * @throws DemarcheError kind `lexicon` with file and line for what is no type or no value, and for a missing type
 */
export function loadScale(file: DataFile): ReadonlyMap<PloverType, number> {
  const scale = new Map<PloverType, number>();
  for (const row of readTsv(file, ['type', 'value', 'cameo', 'cameo name'])) {
    const type = need(row, 'type');
    const value = Number(need(row, 'value'));
    if (!isType(type)) throw wrong(row, `"${type}" is no PLOVER type`);
    if (!(Math.abs(value) <= 10) || value === 0) throw wrong(row, `"${row.cells.value}" is no value from -10 to 10 other than 0`);
    if (scale.has(type)) throw wrong(row, `${type} stands there twice`);
    scale.set(type, value);
  }
  for (const type of PLOVER_TYPES)
    if (!scale.has(type)) throw new DemarcheError('lexicon', `${type} has no value`, { location: { file: file.name } });
  return scale;
}

const wrong = ({ file, line }: TsvRow, message: string): DemarcheError =>
  new DemarcheError('lexicon', message, { location: { file, line } });
