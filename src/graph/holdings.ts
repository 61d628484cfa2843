import { compareText, type Network, type TieEvidence, tiesOf } from './network.ts';

/** What some actors say of a topic: claims for and against, whoever they are about. */
export interface Holding {
  readonly topic: string;
  readonly for: number;
  readonly against: number;
  /** for / (for + against). */
  readonly share: number;
  readonly claims: readonly string[];
}

interface Claims {
  readonly for: Set<string>;
  readonly against: Set<string>;
}

/**
 * For each group the topics of the claims by its actors, most claims first; each claim counts once for a topic and
 * sign. Actors without a group are left out.
 */
export function holdingsOf(network: Network, groups: ReadonlyMap<string, number>, count: number): Holding[][] {
  const held = Array.from({ length: count }, () => new Map<string, Claims>());
  for (const { source, target, evidence } of tiesOf(network)) {
    if (evidence.length === 0) continue;
    const speakers = new Set([groups.get(source), network.type === 'directed' ? undefined : groups.get(target)]);
    for (const group of speakers) if (group !== undefined) note(held[group]!, evidence);
  }
  return held.map(listed);
}

function note(topics: Map<string, Claims>, evidence: readonly TieEvidence[]): void {
  for (const { topic, sign, claim } of evidence) {
    if (topic === null || sign === 0) continue;
    const sets = topics.get(topic) ?? { for: new Set(), against: new Set() };
    topics.set(topic, sets);
    (sign > 0 ? sets.for : sets.against).add(claim);
  }
}

const listed = (topics: ReadonlyMap<string, Claims>): Holding[] =>
  [...topics]
    .map(([topic, sets]) => ({
      topic,
      for: sets.for.size,
      against: sets.against.size,
      share: sets.for.size / (sets.for.size + sets.against.size),
      claims: [...new Set([...sets.for, ...sets.against])].sort(compareText),
    }))
    .sort((a, b) => b.for + b.against - a.for - a.against || compareText(a.topic, b.topic));
