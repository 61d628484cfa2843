import { compareText, type Network, tiesOf } from './network.ts';

/** What some actors say of a topic: claims for and against, whoever they are about. */
export interface Holding {
  readonly topic: string;
  readonly for: number;
  readonly against: number;
  /** for / (for + against). */
  readonly share: number;
  readonly claims: readonly string[];
}

/** Topics of the claims by the actors, most claims first; each claim counts once for a topic and sign. */
export function holdingsOf(network: Network, members: ReadonlySet<string>): Holding[] {
  const topics = new Map<string, { for: Set<string>; against: Set<string> }>();
  for (const { source, target, evidence } of tiesOf(network)) {
    if (!members.has(source) && (network.type === 'directed' || !members.has(target))) continue;
    for (const { topic, sign, claim } of evidence) {
      if (topic === null || sign === 0) continue;
      const sets = topics.get(topic) ?? { for: new Set(), against: new Set() };
      topics.set(topic, sets);
      (sign > 0 ? sets.for : sets.against).add(claim);
    }
  }
  return [...topics]
    .map(([topic, sets]) => ({
      topic,
      for: sets.for.size,
      against: sets.against.size,
      share: sets.for.size / (sets.for.size + sets.against.size),
      claims: [...new Set([...sets.for, ...sets.against])].sort(compareText),
    }))
    .sort((a, b) => b.for + b.against - a.for - a.against || compareText(a.topic, b.topic));
}
