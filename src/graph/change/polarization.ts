import { compareText } from '../network.ts';
import { type ChangePoint, type ChangePointOptions, changePoints } from './change-points.ts';
import type { DatedClaim } from './claims.ts';
import { estebanRay } from './esteban-ray.ts';
import { modularPartition, signedModularity, type WeightedTie } from './signed-modularity.ts';
import { type TimeWindow, timeWindows, type WindowRule } from './windows.ts';

/** How divided the actors of one stretch of time are. */
export interface PolarizationPoint {
  readonly window: string;
  readonly from: string;
  readonly to: string;
  readonly actors: number;
  readonly claims: number;
  /** Esteban and Ray over topics, weighted by actors; null where no topic has two actors. */
  readonly estebanRay: number | null;
  /** Signed modularity of agreement minus disagreement over topics; null where no two actors speak of one topic. */
  readonly modularity: number | null;
}

export interface Polarization {
  readonly points: readonly PolarizationPoint[];
  /** Windows at which the mean of a measure changes beyond chance. */
  readonly changes: Readonly<
    Record<'estebanRay' | 'modularity', readonly (Omit<ChangePoint, 'at'> & { readonly window: string })[]>
  >;
  /** Claims that stand in no window or belong to no topic. */
  readonly undated: number;
  readonly withoutTopic: number;
}

/** Polarization of what actors say on topics, window by window. */
export function polarizationOf(claims: readonly DatedClaim[], rule: WindowRule, options: ChangePointOptions = {}): Polarization {
  const dated = claims.filter((claim): claim is Dated => claim.day !== null);
  const onTopic = dated.filter((claim) => claim.topic !== null);
  const days = onTopic.map(({ day }) => day);
  const points = timeWindows(days, rule).map((window) => pointOf(onTopic, window));
  const changesOf = (measure: 'estebanRay' | 'modularity') => {
    const measured = points.filter((point) => point[measure] !== null);
    return changePoints(
      measured.map((point) => point[measure]!),
      options,
    ).map(({ at, ...rest }) => ({ window: measured[at]!.window, ...rest }));
  };
  return {
    points,
    changes: { estebanRay: changesOf('estebanRay'), modularity: changesOf('modularity') },
    undated: claims.length - dated.length,
    withoutTopic: dated.length - onTopic.length,
  };
}

type Dated = DatedClaim & { readonly day: string };

/** Weight of an actor's claims for and against one topic. */
interface Stand {
  plus: number;
  minus: number;
}

function pointOf(claims: readonly Dated[], window: TimeWindow): PolarizationPoint {
  const topics = new Map<string, Map<string, Stand>>();
  const actors = new Set<string>();
  let count = 0;
  for (const { source, topic, sign, day } of claims) {
    const weight = window.weight(day);
    if (weight === 0) continue;
    count++;
    actors.add(source.id);
    const stands = topics.get(topic!) ?? new Map<string, Stand>();
    topics.set(topic!, stands);
    const stand = stands.get(source.id) ?? { plus: 0, minus: 0 };
    stands.set(source.id, stand);
    stand[sign > 0 ? 'plus' : 'minus'] += weight;
  }
  const { name, from, to } = window;
  return {
    window: name,
    from,
    to,
    actors: actors.size,
    claims: count,
    estebanRay: overTopics(topics),
    modularity: modularityOf(topics, [...actors].sort(compareText)),
  };
}

const stanceOf = ({ plus, minus }: Stand): number => (plus - minus) / (plus + minus);

function overTopics(topics: ReadonlyMap<string, ReadonlyMap<string, Stand>>): number | null {
  let sum = 0;
  let weights = 0;
  for (const stands of topics.values()) {
    if (stands.size < 2) continue;
    sum += stands.size * estebanRay([...stands.values()].map((stand) => ({ stance: stanceOf(stand), weight: 1 })))!;
    weights += stands.size;
  }
  return weights === 0 ? null : sum / weights;
}

/** Two actors are tied by the product of their stances, added up over topics (P. Leifeld's subtract network, 2017). */
function modularityOf(topics: ReadonlyMap<string, ReadonlyMap<string, Stand>>, actors: readonly string[]): number | null {
  const index = new Map(actors.map((actor, i) => [actor, i]));
  const weights = new Map<number, number>();
  for (const stands of topics.values()) {
    const members = [...stands].map(([actor, stand]) => ({ at: index.get(actor)!, stance: stanceOf(stand) }));
    for (const one of members)
      for (const other of members)
        if (one.at < other.at) {
          const key = one.at * actors.length + other.at;
          weights.set(key, (weights.get(key) ?? 0) + one.stance * other.stance);
        }
  }
  const ties: WeightedTie[] = [...weights]
    .filter(([, weight]) => weight !== 0)
    .map(([key, weight]) => ({ a: Math.floor(key / actors.length), b: key % actors.length, weight }));
  return signedModularity(modularPartition(actors.length, ties), ties);
}
