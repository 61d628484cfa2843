import { compareText } from '../network.ts';
import type { DatedClaim } from './claims.ts';

/** What one actor says on one topic. */
export interface TopicStance {
  readonly actor: string;
  readonly actorLabel: string;
  readonly topic: string;
  readonly supports: number;
  readonly opposes: number;
  /** (supports - opposes) / (supports + opposes): -1 against to 1 for. */
  readonly net: number;
  readonly claims: readonly string[];
}

/**
 * The two-mode network of actors and topics as its entries, those with most claims first.
 *
 * Reference: P. Leifeld, Discourse network analysis, in: The Oxford Handbook of Political Networks (2017), affiliation
 * network with subtract as qualifier.
 */
export function topicStances(claims: readonly DatedClaim[]): TopicStance[] {
  const groups = new Map<string, DatedClaim[]>();
  for (const claim of claims) {
    if (claim.topic === null) continue;
    const key = JSON.stringify([claim.source.id, claim.topic]);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()]
    .map(stanceOf)
    .sort(
      (a, b) => b.claims.length - a.claims.length || compareText(a.actorLabel, b.actorLabel) || compareText(a.topic, b.topic),
    );
}

function stanceOf(group: readonly DatedClaim[]): TopicStance {
  const [first] = group;
  const supports = group.filter(({ sign }) => sign > 0).length;
  return {
    actor: first!.source.id,
    actorLabel: first!.source.label,
    topic: first!.topic!,
    supports,
    opposes: group.length - supports,
    net: (2 * supports - group.length) / group.length,
    claims: group.map(({ claim }) => claim).sort(compareText),
  };
}
