/** Seconds after which what a client has used counts half. */
const HALF_LIFE_S = 60;

interface Use {
  seconds: number;
  at: number;
}

/** How much time each client has used, the recent more than the old: who has used less goes first. */
export class Usage {
  readonly #uses = new Map<string, Use>();

  /** @param now seconds of any clock that goes forward */
  of(client: string, now: number): number {
    const use = this.#uses.get(client);
    return use ? use.seconds * 0.5 ** ((now - use.at) / HALF_LIFE_S) : 0;
  }

  add(client: string, seconds: number, now: number): void {
    this.#uses.set(client, { seconds: this.of(client, now) + seconds, at: now });
    if (this.#uses.size > 10_000) this.#forget(now);
  }

  #forget(now: number): void {
    for (const client of this.#uses.keys()) if (this.of(client, now) < 0.001) this.#uses.delete(client);
  }
}

/** Something that waits or runs on behalf of a client. */
export interface Owned {
  readonly client: string;
}

const countBy = (jobs: Iterable<Owned>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { client } of jobs) counts.set(client, (counts.get(client) ?? 0) + 1);
  return counts;
};

/** Seconds of recent use from which a client is a heavy one. */
const HEAVY_S = 1;

/** How many places there are, and what each client has used. */
export interface Shares {
  readonly places: number;
  usage(client: string): number;
}

/**
 * The job to run next: of the client that has used least, its oldest. Neither one client nor all heavy ones together may hold
 * every place, so that there is always one where short queries follow each other.
 * @param waiting oldest first
 */
export const nextJob = <J extends Owned>(
  waiting: readonly J[],
  running: readonly Owned[],
  { places, usage }: Shares,
): J | null => {
  const counts = countBy(running);
  const most = Math.max(1, places - 1);
  const isHeavy = ({ client }: Owned): boolean => usage(client) >= HEAVY_S;
  const heavy = running.filter(isHeavy).length;
  let best: J | null = null;
  for (const job of waiting) {
    if ((counts.get(job.client) ?? 0) >= most || (heavy >= most && isHeavy(job))) continue;
    if (best === null || usage(job.client) < usage(best.client)) best = job;
  }
  return best;
};

/**
 * The running job that gives way when every place is taken by long ones: that of the client that has used most, if somebody
 * who has used less than it waits; else none.
 */
export const jobThatYields = <J extends Owned>(
  waiting: readonly Owned[],
  running: readonly J[],
  usage: (client: string) => number,
): J | null => {
  if (waiting.length === 0 || running.length === 0) return null;
  const victim = running.reduce((most, job) => (usage(job.client) > usage(most.client) ? job : most));
  const least = Math.min(...waiting.map(({ client }) => usage(client)));
  return least < usage(victim.client) ? victim : null;
};
