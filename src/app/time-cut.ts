import type { Kernel, Period, TimeWindow, WindowRule } from '../graph/index.ts';
import { DemarcheError } from '../model/errors.ts';
import { didYouMean } from '../sparql/suggest.ts';

/** How time is cut into windows. */
export interface TimeCut {
  /** Calendar periods one after another. */
  readonly by?: Period | undefined;
  /** Overlapping windows instead: half their width in days. */
  readonly bandwidth?: number | undefined;
  /** How claims count in overlapping windows; default uniform. */
  readonly kernel?: Kernel | undefined;
  /** Days from one overlapping window to the next; default a quarter of the bandwidth. */
  readonly step?: number | undefined;
  /** Only the window of this name. */
  readonly window?: string | undefined;
}

/** The rule that was asked for; null where time is not to be cut. */
export const windowRule = ({ by, bandwidth, kernel = 'uniform', step }: TimeCut): WindowRule | null =>
  bandwidth !== undefined
    ? { bandwidth, kernel, step: step ?? Math.max(1, Math.round(bandwidth / 4)) }
    : by === undefined
      ? null
      : { period: by };

/** @throws DemarcheError (kind `usage`) if time is cut so finely that there are thousands of windows */
export function fineEnough<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DemarcheError('usage', error.message, { hint: 'choose longer windows with --by or --step' });
  }
}

/** All windows, or the one that is named. @throws DemarcheError that names those nearest */
export function chosen(make: () => readonly TimeWindow[], wanted: string | undefined): readonly TimeWindow[] {
  const windows = fineEnough(make);
  if (wanted === undefined) return windows;
  const found = windows.find(({ name }) => name === wanted);
  if (found) return [found];
  const names = windows.map(({ name }) => name);
  const offer = names.length === 0 ? 'no claim has a day' : `there are ${names.length}: ${names[0]} to ${names.at(-1)}`;
  throw new DemarcheError('usage', `no window "${wanted}"`, { hint: didYouMean(wanted, names, offer) });
}
