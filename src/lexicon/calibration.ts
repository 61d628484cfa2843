import { CALIBRATED_LAYERS, type CalibratedLayer, type Calibration, type CalibrationStep } from '../model/calibration.ts';
import { type PlacedFile, placeFiles } from './files.ts';
import { type DataFile, failAt, need, needOneOf, number, readTsv, type TsvRow } from './tsv.ts';

/** Tables of the calibration folder. */
export const CALIBRATION_TABLES = ['curves', 'rules'];

/** Reads `curves.tsv` (layer, from, probability, claims, right) and `rules.tsv` (layer, rule, offset, claims, right). */
export function loadCalibration(files: readonly DataFile[]): Calibration {
  const placed = placeFiles(files, 'calibration');
  const curves = new Map<CalibratedLayer, CalibrationStep[]>();
  const offsets = new Map<string, number>();
  for (const one of latest(placed, 'curves'))
    for (const row of readTsv(one.file, ['layer', 'from', 'probability', 'claims', 'right'])) addStep(row, curves);
  for (const one of latest(placed, 'rules'))
    for (const row of readTsv(one.file, ['layer', 'rule', 'offset', 'claims', 'right']))
      offsets.set(`${needOneOf(row, 'layer', CALIBRATED_LAYERS)} ${need(row, 'rule')}`, inRange(row, 'offset', -1));
  return { curves, offsets };
}

/** An analyst's own table takes the place of the shipped one: two fits do not mix. */
function latest(placed: readonly PlacedFile[], table: string): PlacedFile[] {
  const own = placed.filter((one) => one.table === table);
  const layer = Math.max(...own.map((one) => one.layer));
  return own.filter((one) => one.layer === layer);
}

function inRange(row: TsvRow, column: string, min: number): number {
  return number(row, column, min, 1) ?? failAt(row, `column "${column}" is empty`);
}

function addStep(row: TsvRow, curves: Map<CalibratedLayer, CalibrationStep[]>): void {
  const layer = needOneOf(row, 'layer', CALIBRATED_LAYERS);
  const steps = curves.get(layer) ?? [];
  const step = { from: inRange(row, 'from', 0), probability: inRange(row, 'probability', 0) };
  if (steps.length > 0 && steps.at(-1)!.from >= step.from) failAt(row, 'steps of a layer must rise', 'sort them by "from"');
  curves.set(layer, [...steps, step]);
}
