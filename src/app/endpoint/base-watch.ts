import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a change of a base shows: files are renamed into place, so that the time of their folder changes. */
const WATCHED = ['kb.json', 'articles', 'graphs', 'curation'];

/** Milliseconds between looks. */
const LOOK_MS = 1000;

/** The same as long as nothing of the base changes. */
const stampOf = async (directory: string): Promise<string> => {
  const times = WATCHED.map((name) =>
    stat(join(directory, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    ),
  );
  return (await Promise.all(times)).join(' ');
};

/**
 * Tells when a base has changed and no more is changing.
 * @returns a function that stops watching
 */
export const watchBase = (directory: string, onChange: () => void): (() => void) => {
  let known: string | undefined;
  let last: string | undefined;
  const look = async (): Promise<void> => {
    const stamp = await stampOf(directory);
    known ??= stamp;
    if (stamp !== known && stamp === last) {
      known = stamp;
      onChange();
    }
    last = stamp;
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
};
