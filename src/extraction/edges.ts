import type { ExtractedEdge } from '../model/extraction.ts';
import { type Entity, rollUp } from './entities.ts';
import type { PositionDraft } from './positions/types.ts';

/**
 * Who supports or opposes whom, as counts of positions between roll-ups.
 * Neutral positions, positions without a target owner, self-edges, headlines and holders without roll-up give none.
 */
export function edgesOf(
  positions: readonly Pick<PositionDraft, 'holder' | 'target' | 'polarity' | 'explicitness'>[],
  nameOf: (entity: Entity) => string,
  idOf: (entity: Entity) => string,
): ExtractedEdge[] {
  const edges = new Map<string, ExtractedEdge>();
  for (const position of positions) {
    if (position.polarity === 'neutral' || position.explicitness !== 'explicit' || !position.target) continue;
    const source = rollUp(position.holder);
    const target = rollUp(position.target);
    if (!source || !target || source === target) continue;
    const key = `${idOf(source)}>${idOf(target)}>${position.polarity}`;
    const known = edges.get(key);
    edges.set(key, {
      source: nameOf(source),
      sourceId: idOf(source),
      target: nameOf(target),
      targetId: idOf(target),
      polarity: position.polarity,
      weight: (known?.weight ?? 0) + 1,
    });
  }
  return [...edges.values()];
}
