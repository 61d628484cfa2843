import { compareText } from './network.ts';

/** A topic and one that is directly above it. */
export interface Broader {
  readonly topic: string;
  readonly above: string;
}

/**
 * For each topic the one it counts for at a level: 1 for the topmost topics, 2 for those directly below. Topics that
 * stand higher count for themselves. Of several topics above one the first in code-unit order is taken.
 */
export function topicsAtLevel(pairs: readonly Broader[], level: number): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  for (const pair of pairs) {
    const known = above.get(pair.topic);
    if (known === undefined || compareText(pair.above, known) < 0) above.set(pair.topic, pair.above);
  }
  return new Map([...above.keys()].map((topic) => [topic, pathDown(topic, above).slice(0, level).at(-1)!]));
}

/** From the topmost topic down to this one. */
function pathDown(topic: string, above: ReadonlyMap<string, string>): string[] {
  const path = [topic];
  for (let next = above.get(topic); next !== undefined && !path.includes(next); next = above.get(next)) path.unshift(next);
  return path;
}
