/** Seconds after which what a client has used counts half. */
const HALF_LIFE_S = 60;

/** Seconds, as they count at a time. */
interface Use {
  readonly total: number;
  /** Of one query, the last ones more than those before. */
  readonly typical: number;
  readonly at: number;
}

const NONE = { total: 0, typical: 0 };

/** How much time each client has used, and how long its queries take, the recent more than the old. */
export class Usage {
  readonly #uses = new Map<string, Use>();

  /**
   * Seconds that a client has used in all, and that its queries take.
   * @param now seconds of any clock that goes forward
   */
  of(client: string, now: number): Pick<Use, 'total' | 'typical'> {
    const use = this.#uses.get(client);
    if (!use) return NONE;
    const left = 0.5 ** ((now - use.at) / HALF_LIFE_S);
    return { total: use.total * left, typical: use.typical * left };
  }

  /** A query of a client has ended after so many seconds. */
  add(client: string, seconds: number, now: number): void {
    const { total, typical } = this.of(client, now);
    this.#uses.set(client, { total: total + seconds, typical: (typical + seconds) / 2, at: now });
    if (this.#uses.size > 10_000) this.#forget(now);
  }

  #forget(now: number): void {
    for (const client of this.#uses.keys()) if (this.of(client, now).total < 0.001) this.#uses.delete(client);
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

/** A client whose queries take as many seconds is a slow one. */
const SLOW_S = 1;

/** How many places there are, what each client has used, and how long its queries take. */
export interface Shares {
  readonly places: number;
  usage(client: string): Pick<Use, 'total' | 'typical'>;
}

/**
 * The job to run next: of the client that has used least, its oldest. Neither one client nor all slow ones together may hold
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
  const isSlow = ({ client }: Owned): boolean => usage(client).typical >= SLOW_S;
  const slow = running.filter(isSlow).length;
  let best: J | null = null;
  for (const job of waiting) {
    if ((counts.get(job.client) ?? 0) >= most || (slow >= most && isSlow(job))) continue;
    if (best === null || usage(job.client).total < usage(best.client).total) best = job;
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
