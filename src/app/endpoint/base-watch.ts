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

/** Looks after a base that others may change. */
export interface BaseWatch {
  /** True if the base is no longer what was last told of: a process that has just read it may hold either. */
  isChanged(): Promise<boolean>;
  stop(): void;
}

/** Tells when a base has changed and no more is changing. */
export const watchBase = (directory: string, onChange: () => void): BaseWatch => {
  const first = stampOf(directory);
  let known: string | undefined;
  let last: string | undefined;
  const look = async (): Promise<void> => {
    known ??= await first;
    const stamp = await stampOf(directory);
    if (stamp !== known && stamp === last) {
      known = stamp;
      onChange();
    }
    last = stamp;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    isChanged: async () => (await stampOf(directory)) !== (known ?? (await first)),
    stop: () => clearInterval(timer),
  };
};
