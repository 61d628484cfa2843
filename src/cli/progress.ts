import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../app/ports.ts';
import { cleanLine } from '../report/clean.ts';

/** A progress bar on stderr that leaves no trace when it is done. */
export function terminalProgress(colour: boolean): Progress {
  const bar = new SingleBar(
    { stream: process.stderr, clearOnComplete: true, hideCursor: true, format: '{bar} {value}/{total} {label}' },
    colour ? Presets.shades_classic : Presets.legacy,
  );
  let running = false;
  return {
    start(total, label) {
      running = true;
      bar.start(total, 0, { label: cleanLine(label) });
    },
    step(label) {
      bar.increment(1, label === undefined ? {} : { label: cleanLine(label) });
    },
    stop() {
      if (running) bar.stop();
      running = false;
    },
  };
}
